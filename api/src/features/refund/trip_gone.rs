use domain::order::LineState;
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{closure, order_line, trip};

use crate::app::App;
use crate::features::network::trip_view;
use crate::features::notification::WhyNot;
use crate::features::order::{let_go, lock_order};
use crate::features::{inventory, notification};
use crate::platform::Fault;
use crate::platform::jobs::JobError;

use super::carry_out::raise_version;
use super::promise::{Reason, return_in_full};

/// The job that returns what one order has on a cancelled trip.
pub const TRIP_CANCELLED: &str = "trip_cancelled";
/// The job that returns what one order has on a trip whose road is closed.
pub const ROAD_CLOSED: &str = "road_closed";

/// The job that returns what one order has for a stop at which its trip does not stop after all.
pub const STOP_SKIPPED: &str = "stop_skipped";

#[derive(Serialize, Deserialize)]
pub struct OrderAtStop {
    pub order: Uuid,
    pub trip: Uuid,
    /// Sequence of the call.
    pub call: i32,
}

#[derive(Serialize, Deserialize)]
pub struct OrderOnTrip {
    pub order: Uuid,
    pub trip: Uuid,
}

#[derive(Serialize, Deserialize)]
pub struct OrderOnClosedRoad {
    pub order: Uuid,
    pub trip: Uuid,
    pub closure: Uuid,
}

fn read<T: serde::de::DeserializeOwned>(payload: &serde_json::Value) -> Result<T, JobError> {
    serde_json::from_value(payload.clone()).map_err(|error| JobError::Fatal(error.to_string()))
}

pub async fn return_cancelled(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let OrderOnTrip { order, trip } = read(payload)?;
    return_trip(app, order, trip, &WhyNot::Cancelled, |_| true).await
}

pub async fn return_closed(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let OrderOnClosedRoad { order, trip, closure } = read(payload)?;
    let closure = closure::Entity::find_by_id(closure).one(app.db.read()).await.map_err(Fault::from)?;
    let closure = closure.ok_or_else(|| JobError::Fatal("no such closure".into()))?;
    return_trip(app, order, trip, &WhyNot::RoadClosed(closure.reason), |_| true).await
}

pub async fn return_skipped(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let OrderAtStop { order, trip, call } = read(payload)?;
    let view = trip_view(app, trip).await?.ok_or_else(|| JobError::Fatal("no such trip".into()))?;
    let row = trip::Entity::find_by_id(trip).one(app.db.read()).await.map_err(Fault::from)?;
    let skipped = row.and_then(|row| row.skipped).map(serde_json::from_value::<Vec<i32>>);
    let skipped = skipped.transpose().map_err(Fault::from)?.unwrap_or_default();
    // It may stop there again meanwhile. By its row: what this process remembers of the trip may be from before the stop was
    // left out, since a job begins as soon as it is committed.
    let Some(call) = view.call(call).filter(|call| skipped.contains(&call.sequence)) else { return Ok(()) };
    let why = WhyNot::StopSkipped(call.stop.names.clone());
    return_trip(app, order, trip, &why, |line| line.from_call == call.sequence || line.to_call == call.sequence).await
}

/// Returns everything that an order has paid for a trip that does not take those with these lines, fees included, and lets
/// go what they hold there. Run twice, it finds nothing left to do.
async fn return_trip(
    app: &App,
    order: Uuid,
    trip: Uuid,
    why: &WhyNot,
    whose: impl Fn(&order_line::Model) -> bool,
) -> Result<(), JobError> {
    let tx = app.db.begin().await.map_err(Fault::from)?;
    let bundle = lock_order(&tx, order).await?.ok_or_else(|| JobError::Fatal("no such order".into()))?;
    let now = app.clock.now();
    let of = |state: LineState| -> Vec<&order_line::Model> {
        bundle.lines.iter().filter(|line| line.space_id == trip && line.state == state.code() && whose(line)).collect()
    };
    let (paid, held) = (of(LineState::Issued), of(LineState::Held));
    if paid.is_empty() && held.is_empty() {
        return Ok(tx.give_up(()).await.map_err(Fault::from)?);
    }
    let ids: Vec<Uuid> = held.iter().map(|line| line.id).collect();
    if !ids.is_empty() {
        let_go(&tx, &ids).await?;
    }
    let reason = match why {
        WhyNot::Cancelled => Reason::TripCancelled,
        WhyNot::RoadClosed(_) => Reason::RoadClosed,
        WhyNot::StopSkipped(_) => Reason::StopSkipped,
    };
    let row = if paid.is_empty() { None } else { Some(return_in_full(app, &tx, &bundle, &paid, reason).await?) };
    notification::trip_gone(app, &tx, &bundle, trip, row.as_ref(), why).await?;
    raise_version(&tx, &bundle).await?;
    let raised = inventory::bump(&tx, vec![trip]).await?;
    tx.commit().await.map_err(Fault::from)?;
    tracing::info!(%order, %trip, %now, ?why, "an order on a trip that does not take it was returned");
    app.jobs.wake();
    inventory::changed(app, &raised);
    crate::features::order::changed(app, order);
    Ok(())
}
