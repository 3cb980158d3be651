use chrono::TimeDelta;
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use domain::payment::{News, PaymentState};

use crate::app::App;
use crate::platform::Fault;
use crate::platform::jobs::JobError;

use super::gateway::GatewayError;
use super::settle::hear;

pub const POLL: &str = "poll_payment";

#[derive(Serialize, Deserialize)]
pub struct PollPayload {
    payment: Uuid,
    round: u32,
}

/// After that nobody asks any more; a callback is still heard.
const GIVE_UP: TimeDelta = TimeDelta::days(3);

/// Promises the first question to the gateway, in the transaction that makes the payment.
pub async fn promise_poll(
    app: &App,
    tx: &sea_orm::DatabaseTransaction,
    payment: Uuid,
    round: u32,
) -> Result<(), Fault> {
    let pause = TimeDelta::seconds(i64::from(30 * 2u32.pow(round.min(3))));
    let payload = serde_json::to_value(PollPayload { payment, round })?;
    app.jobs.promise(tx, POLL, &format!("{payment}:{round}"), payload, app.clock.now() + pause).await
}

/// Asks the gateway about a payment whose callback has not come, and promises to ask again while it is open.
pub async fn poll(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let PollPayload { payment, round } =
        serde_json::from_value(payload.clone()).map_err(|error| JobError::Fatal(error.to_string()))?;
    let fault = |error: sea_orm::DbErr| JobError::from(Fault::from(error));
    let row = ::entity::payment::Entity::find_by_id(payment).one(app.db.read()).await.map_err(fault)?;
    let Some(row) = row else { return Ok(()) };
    if matches!(PaymentState::parse(&row.state), Some(PaymentState::Paid | PaymentState::Failed) | None) {
        return Ok(());
    }
    let Some(gateway) = app.gateways.find(&row.method) else {
        return Err(JobError::Fatal(format!("no gateway {}", row.method)));
    };
    let news = match gateway.status(payment).await {
        Ok(news) => Some(news),
        // The charge was never made there: nobody can pay it any more.
        Err(GatewayError::Refused(_)) => Some(News::Failed),
        Err(GatewayError::Unknown(words)) => {
            tracing::warn!(%payment, words, "the gateway does not answer");
            None
        }
    };
    if let Some(news) = news {
        hear(app, payment, news, None).await?;
    }
    if !matches!(news, Some(News::Paid | News::Failed)) && app.clock.now() < row.created_at + GIVE_UP {
        let tx = app.db.begin().await.map_err(fault)?;
        promise_poll(app, &tx, payment, round + 1).await?;
        tx.commit().await.map_err(fault)?;
    }
    Ok(())
}
