//! Money that a bank keeps ready: taken where the order can still be bought, let go otherwise.

use domain::money::Currency;
use domain::payment::PaymentState;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{exchange, payment};

use crate::app::App;
use crate::features::gateway::GatewayError;
use crate::features::order::Bundle;
use crate::platform::Fault;
use crate::platform::jobs::JobError;

use super::payable::payable;
use super::poll::FIRST;
use super::settle::hear;

/// The job that asks the bank.
pub const TAKE_AUTHORISED: &str = "take_authorised";

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
enum Act {
    Take,
    LetGo,
}

#[derive(Serialize, Deserialize)]
struct Promised {
    payment: Uuid,
    act: Act,
}

/// Writes down that the money is ready, and promises what is to be done with it. The caller has locked the order.
pub(super) async fn begin_to_take(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    of: &payment::Model,
) -> Result<(), Fault> {
    let now = app.clock.now();
    let act = if is_wanted(app, tx, bundle, of).await? { Act::Take } else { Act::LetGo };
    let row = payment::ActiveModel {
        id: Set(of.id),
        state: Set(PaymentState::Authorised.code().into()),
        next_poll_at: Set(Some(now + FIRST)),
        ..Default::default()
    };
    payment::Entity::update(row).exec(tx).await?;
    let payload = serde_json::to_value(Promised { payment: of.id, act })?;
    app.jobs.promise(tx, TAKE_AUTHORISED, &format!("authorised:{}", of.id), payload, now).await
}

/// Whether the order can be bought now for just this money, and no other is being taken for it.
async fn is_wanted(app: &App, tx: &DatabaseTransaction, bundle: &Bundle, of: &payment::Model) -> Result<bool, Fault> {
    let another = |one: &&payment::Model| one.id != of.id && one.state == PaymentState::Authorised.code();
    if bundle.payments.iter().any(|one| another(&one)) {
        return Ok(false);
    }
    let Ok(exchange_id) = payable(app, bundle, false).await? else { return Ok(false) };
    let due_minor = match exchange_id {
        Some(id) => exchange::Entity::find_by_id(id).one(tx).await?.map_or(0, |row| row.difference_minor),
        None => bundle.total_minor(),
    };
    Ok(exchange_id == of.exchange_id && due_minor == of.amount_minor)
}

/// Asks the bank to take the money, or to let it go. Run twice, it does it once: the bank knows the payment.
pub async fn take_authorised(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let promised: Promised =
        serde_json::from_value(payload.clone()).map_err(|error| JobError::Fatal(error.to_string()))?;
    let row = payment::Entity::find_by_id(promised.payment).one(app.db.read()).await.map_err(Fault::from)?;
    let row = row.ok_or_else(|| JobError::Fatal("no such payment".into()))?;
    if row.state != PaymentState::Authorised.code() {
        return Ok(());
    }
    let gateway = app.gateways.find(app, &row.method).await?;
    let gateway = gateway.ok_or_else(|| JobError::Retry(format!("no gateway {}", row.method)))?;
    let currency = Currency::parse(&row.currency).map_err(|error| JobError::Fatal(error.to_string()))?;
    let answer = match promised.act {
        Act::Take => gateway.capture(app, row.id, row.amount_minor, currency).await,
        Act::LetGo => gateway.void(app, row.id).await,
    };
    // What is refused has perhaps been done before, or the bank has let the money go by itself.
    let answer = match answer {
        Err(GatewayError::Refused(_) | GatewayError::NoSuchPayment) => gateway.status(app, row.id).await,
        answer => answer,
    };
    let report = match answer {
        Ok(report) => report,
        Err(GatewayError::Unknown(words)) => return Err(JobError::Retry(words)),
        Err(error) => return Err(JobError::Fatal(error.to_string())),
    };
    hear(app, row.id, report, None).await?;
    let after = payment::Entity::find_by_id(row.id).one(app.db.read()).await.map_err(Fault::from)?;
    match after.is_some_and(|row| row.state == PaymentState::Authorised.code()) {
        true => Err(JobError::Retry("the bank still keeps the money ready".into())),
        false => Ok(()),
    }
}
