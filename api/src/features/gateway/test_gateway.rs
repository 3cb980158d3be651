use std::time::Instant;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::EntityTrait;

use ::entity::gateway;

use crate::features::audit::audit;
use crate::graphql::{Can, Gid, Kind, Permission, TooManyAttempts, app, error, viewer};
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::in_use::InUse;
use super::types::Gateway;

/// Of one person.
const TESTS: Quota = Quota { name: "gateway-test", count: 30, per: chrono::TimeDelta::minutes(5) };
const LONGEST_ANSWER: usize = 2_000;

#[derive(InputObject)]
pub struct TestGatewayInput {
    pub id: ID,
}

/// Whether a gateway is there and knows us.
#[derive(SimpleObject)]
pub struct GatewayTested {
    /// It has answered as it should.
    pub well: bool,
    /// Of HTTP; null: nobody answered.
    pub status: Option<i32>,
    /// The answer, to 2000 characters.
    pub answer: Option<String>,
    /// What is wrong, in the request's language; what the gateway itself says is told as it came.
    pub problem: Option<String>,
    /// Milliseconds.
    pub took: i32,
    /// With how it fares now.
    pub gateway: Gateway,
}

#[derive(Union)]
pub enum TestGatewayResult {
    Tested(GatewayTested),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct TestGateway;

#[Object]
impl TestGateway {
    /// Staff: asks a gateway, signed as any other request, whether it is there and knows the station. Nothing is paid; the answer
    /// is kept with its messages, and counts for how it fares.
    #[graphql(guard = "Can(Permission::ManageGateways)", complexity = "20 + child_complexity")]
    async fn test_gateway(&self, ctx: &Context<'_>, input: TestGatewayInput) -> Result<TestGatewayResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Gateway, &input.id)?;
        let row = gateway::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
        let row = row.ok_or_else(error::not_found)?;
        let who = viewer.account_id().unwrap_or_default().to_string();
        if let Err(limited) = app.limits.take(TESTS, &who).await {
            let limited = TooManyAttempts::new(viewer.language, limited.retry_after_seconds);
            return Ok(TestGatewayResult::TooManyAttempts(limited));
        }
        audit(app, viewer, "TEST_GATEWAY", &format!("gateway:{id}")).await?;
        let began = Instant::now();
        let reply = InUse::of(app, row.clone())?.test(app).await;
        let took = i32::try_from(began.elapsed().as_millis()).unwrap_or(i32::MAX);
        let now = gateway::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
        Ok(TestGatewayResult::Tested(GatewayTested {
            well: reply.outcome.is_ok(),
            status: reply.raw.as_ref().map(|raw| i32::from(raw.status)),
            answer: reply.raw.map(|raw| raw.text.chars().take(LONGEST_ANSWER).collect()),
            problem: reply.outcome.err().map(|error| error.in_words(viewer.language)),
            took,
            gateway: Gateway(now.unwrap_or(row)),
        }))
    }
}
