use domain::order::LineState;
use domain::refund::{QuotedLine, RefundRules, RefundState, TripFacts, quote};
use sea_orm::{EntityTrait, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{order, order_line, refund};

use crate::app::App;
use crate::features::order::{Bundle, let_go, lock_order, parts_of};
use crate::features::{inventory, notification};
use crate::platform::Fault;
use crate::platform::jobs::JobError;

use super::confirm_refund::give_back;
use super::promise::{Reason, payment_for, promise_sending};

/// The job that returns what one order has on a cancelled trip.
pub const TRIP_CANCELLED: &str = "trip_cancelled";

#[derive(Serialize, Deserialize)]
pub struct OrderOnTrip {
    pub order: Uuid,
    pub trip: Uuid,
}

/// Returns everything that an order has paid for a cancelled trip, fees included, and lets go what it holds there.
/// Run twice, it finds nothing left to do.
pub async fn return_cancelled(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let OrderOnTrip { order, trip } =
        serde_json::from_value(payload.clone()).map_err(|error| JobError::Fatal(error.to_string()))?;
    let tx = app.db.begin().await.map_err(Fault::from)?;
    let bundle = lock_order(&tx, order).await?.ok_or_else(|| JobError::Fatal("no such order".into()))?;
    let now = app.clock.now();
    let of = |state: LineState| -> Vec<&order_line::Model> {
        bundle.lines.iter().filter(|line| line.space_id == trip && line.state == state.code()).collect()
    };
    let (paid, held) = (of(LineState::Issued), of(LineState::Held));
    if paid.is_empty() && held.is_empty() {
        return Ok(tx.give_up(()).await.map_err(Fault::from)?);
    }
    let ids: Vec<Uuid> = held.iter().map(|line| line.id).collect();
    if !ids.is_empty() {
        let_go(&tx, &ids).await?;
    }
    let row = if paid.is_empty() { None } else { Some(promise(app, &tx, &bundle, &paid).await?) };
    notification::trip_cancelled(app, &tx, &bundle, trip, row.as_ref()).await?;
    let version = order::ActiveModel { id: Set(order), version: Set(bundle.order.version + 1), ..Default::default() };
    order::Entity::update(version).exec(&tx).await.map_err(Fault::from)?;
    let raised = inventory::bump(&tx, vec![trip]).await?;
    tx.commit().await.map_err(Fault::from)?;
    tracing::info!(%order, %trip, %now, "an order on a cancelled trip was returned");
    app.jobs.wake();
    inventory::changed(app, &raised);
    crate::features::order::changed(app, order);
    Ok(())
}

async fn promise(
    app: &App,
    tx: &sea_orm::DatabaseTransaction,
    bundle: &Bundle,
    paid: &[&order_line::Model],
) -> Result<refund::Model, Fault> {
    let now = app.clock.now();
    let mut lines: Vec<(&order_line::Model, QuotedLine)> = Vec::with_capacity(paid.len());
    for line in paid.iter().copied() {
        // Whatever this process remembers of the trip: it is cancelled.
        let facts = TripFacts { departs_at: now, cancelled: true, delay_minutes: 0 };
        let (quoted, _) = quote(line.id, &parts_of(line), facts, &RefundRules::default(), now)
            .map_err(|error| Fault::new(error.to_string()))?;
        lines.push((line, quoted));
    }
    let amount_minor = lines.iter().map(|(_, quoted)| quoted.refunded_minor).sum();
    let payment = payment_for(bundle, amount_minor);
    if amount_minor > 0 && payment.is_none() {
        return Err(Fault::new("a refund of more than was paid"));
    }
    let done = amount_minor == 0;
    let row = refund::Model {
        id: app.ids.new(),
        order_id: bundle.order.id,
        payment_id: payment.map(|payment| payment.id),
        state: if done { RefundState::Done } else { RefundState::Pending }.code().into(),
        currency: bundle.order.currency.clone(),
        amount_minor,
        withheld_minor: 0,
        reason: Reason::TripCancelled.code().into(),
        lines: serde_json::to_value(lines.iter().map(|(_, quoted)| quoted).collect::<Vec<_>>())?,
        valid_until: now,
        created_at: now,
        confirmed_at: Some(now),
        done_at: done.then_some(now),
        failure_reason: None,
    };
    refund::Entity::insert(refund::ActiveModel::from(row.clone())).exec_without_returning(tx).await?;
    let given: Vec<(&order_line::Model, &QuotedLine)> = lines.iter().map(|(line, quoted)| (*line, quoted)).collect();
    give_back(app, tx, bundle, &row, &given).await?;
    if !done {
        promise_sending(app, tx, &row).await?;
    }
    Ok(row)
}
