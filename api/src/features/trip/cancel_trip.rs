use async_graphql::{Context, ID, InputObject, Object, Result};
use domain::order::LineState;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::trip;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::{TripState, TripView};
use crate::features::refund::{OrderOnTrip, TRIP_CANCELLED};
use crate::graphql::{Can, InvalidInput, Permission, Viewer, app, viewer};
use crate::platform::Fault;

use super::access::staff_trip;
use super::change::{ChangeTripResult, changed, lines_on};

#[derive(InputObject)]
pub struct CancelTripInput {
    pub trip_id: ID,
}

#[derive(Default)]
pub struct CancelTrip;

#[Object]
impl CancelTrip {
    /// Staff: the trip does not run. Nothing more of it is sold from this moment; every ticket is returned for all that
    /// was paid, fees included, holds end, and the passengers are told by mail and SMS. It cannot be undone. See
    /// `tripConsequences` before.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "20 + child_complexity")]
    async fn cancel_trip(&self, ctx: &Context<'_>, input: CancelTripInput) -> Result<ChangeTripResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let view = staff_trip(app, viewer, &input.trip_id).await?;
        cancel(app, viewer, &view).await
    }
}

/// The use case, for one trip or for each of many.
pub async fn cancel(app: &App, viewer: &Viewer, view: &TripView) -> Result<ChangeTripResult> {
    let over = |language| ChangeTripResult::InvalidInput(InvalidInput::one(language, "tripId", "TRIP_OVER"));
    let tx = app.db.begin().await.map_err(Fault::from)?;
    let Some(returned) = cancel_in(app, &tx, view.id).await? else {
        return Ok(tx.give_up(over(viewer.language)).await.map_err(Fault::from)?);
    };
    let change = Change::of(
        json!({ "state": view.state.as_str() }),
        json!({ "state": TripState::Cancelled.as_str(), "ordersReturned": returned }),
    );
    audit_change(app, &tx, viewer, "CANCEL_TRIP", &format!("trip:{}", view.id), change).await?;
    tx.commit().await.map_err(Fault::from)?;
    app.jobs.wake();
    changed(app, view.id, 0, returned).await
}

/// Of a trip that is not over: nothing more of it is sold, and a job for each order returns what it has. The number of
/// orders; `None`: it is over.
pub async fn cancel_in(app: &App, tx: &DatabaseTransaction, trip: Uuid) -> Result<Option<usize>, Fault> {
    let row = trip::ActiveModel { state: Set(TripState::Cancelled.as_str().into()), ..Default::default() };
    let running = [TripState::Scheduled, TripState::Boarding, TripState::Departed].map(TripState::as_str);
    let cancelled = trip::Entity::update_many()
        .set(row)
        .filter(trip::Column::Id.eq(trip))
        .filter(trip::Column::State.is_in(running))
        .exec(tx)
        .await?;
    if cancelled.rows_affected == 0 {
        return Ok(None);
    }
    // Whoever sells on this trip changes the same row: sold before this moment is among these, later nothing is.
    let mut lines = lines_on(tx, trip, &[LineState::Issued, LineState::Held]).await?;
    lines.dedup_by_key(|line| line.order_id);
    let mut jobs = Vec::with_capacity(lines.len());
    for line in &lines {
        let payload = serde_json::to_value(OrderOnTrip { order: line.order_id, trip });
        jobs.push((format!("{}:{}", trip, line.order_id), payload?));
    }
    let returned = jobs.len();
    if returned > 0 {
        app.jobs.promise_all(tx, TRIP_CANCELLED, jobs, app.clock.now()).await?;
    }
    Ok(Some(returned))
}
