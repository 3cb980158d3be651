use std::time::{Duration, Instant};

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::EntityTrait;

use ::entity::terminal_network;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Gid, InvalidInput, Kind, Permission, TooManyAttempts, app, error, viewer};
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::door::test_header;

/// Of one person.
const TESTS: Quota = Quota { name: "terminal-test", count: 30, per: chrono::TimeDelta::minutes(5) };
/// An order that there never is: numbers are random, and this one is not.
const NOBODYS: &str = "BK-AAAA-AAAA";
/// As networks number what is no transaction.
const TXN: &str = "0";
const LONGEST_ANSWER: usize = 2_000;

#[derive(InputObject)]
pub struct TestTerminalNetworkInput {
    pub id: ID,
    /// What to check; without it an order that there is not.
    pub account: Option<String>,
}

/// What a network hears at its address.
#[derive(SimpleObject)]
pub struct TerminalTested {
    /// The address that was asked, with its parameters.
    pub url: String,
    /// Of HTTP; null: nobody answered.
    pub status: Option<i32>,
    /// The answer, to 2000 characters, or why there is none.
    pub answer: String,
    /// Milliseconds.
    pub took: i32,
}

#[derive(Union)]
pub enum TestTerminalNetworkResult {
    Tested(TerminalTested),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct TestTerminalNetwork;

#[Object]
impl TestTerminalNetwork {
    /// Staff: asks `check` at a network's address over HTTP as its terminals do, and shows what comes. Neither the password
    /// nor the addresses are needed for it; nothing is registered but the request.
    #[graphql(guard = "Can(Permission::ManageGateways)", complexity = "20 + child_complexity")]
    async fn test_terminal_network(
        &self,
        ctx: &Context<'_>,
        input: TestTerminalNetworkInput,
    ) -> Result<TestTerminalNetworkResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::TerminalNetwork, &input.id)?;
        let network = terminal_network::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
        let network = network.ok_or_else(error::not_found)?;
        let account = input.account.as_deref().map(str::trim).filter(|account| !account.is_empty()).unwrap_or(NOBODYS);
        if account.chars().count() > 64 {
            return Ok(TestTerminalNetworkResult::InvalidInput(InvalidInput::one(
                viewer.language,
                "account",
                "TOO_LONG",
            )));
        }
        let who = viewer.account_id().unwrap_or_default().to_string();
        if let Err(limited) = app.limits.take(TESTS, &who).await {
            let limited = TooManyAttempts::new(viewer.language, limited.retry_after_seconds);
            return Ok(TestTerminalNetworkResult::TooManyAttempts(limited));
        }
        let subject = format!("terminal_network:{id}");
        let tx = app.db.begin().await.map_err(Fault::from)?;
        audit_change(app, &tx, viewer, "TEST_TERMINAL_NETWORK", &subject, Change::none()).await?;
        tx.commit().await.map_err(Fault::from)?;
        let parameters = [("command", "check"), ("txn_id", TXN), ("account", account)];
        let parameters = serde_urlencoded::to_string(parameters).map_err(Fault::from)?;
        let url = format!("{}/terminals/{}?{parameters}", app.config.sandbox_url(), network.code);
        let began = Instant::now();
        let asked = app.client.get(&url).header("authorization", test_header(app, id)).timeout(Duration::from_secs(10));
        let (status, answer) = match asked.send().await {
            Ok(response) => {
                let status = i32::from(response.status().as_u16());
                (Some(status), response.text().await.unwrap_or_default())
            }
            Err(error) => (None, error.to_string()),
        };
        Ok(TestTerminalNetworkResult::Tested(TerminalTested {
            url,
            status,
            answer: answer.chars().take(LONGEST_ANSWER).collect(),
            took: i32::try_from(began.elapsed().as_millis()).unwrap_or(i32::MAX),
        }))
    }
}
