use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use ::entity::trip;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::{TripState, TripView};
use crate::features::notification::trip_delayed;
use crate::graphql::{Can, InvalidInput, Permission, Viewer, app, viewer};
use crate::platform::Fault;

use super::access::staff_trip;
use super::change::{ChangeTripResult, changed, travellers};

/// A day.
pub const MOST_MINUTES: i32 = 24 * 60;

#[derive(InputObject)]
pub struct DelayTripInput {
    pub trip_id: ID,
    /// Minutes later than planned, 0 for on time after all; at most 1440.
    pub minutes: i32,
    /// Tell everybody who has a ticket by mail and SMS.
    #[graphql(default = true)]
    pub notify: bool,
}

#[derive(Default)]
pub struct DelayTrip;

#[Object]
impl DelayTrip {
    /// Staff: the trip runs later than planned, by the same at every stop. Boards and maps show it at once, passengers
    /// are told, and whoever waits more than an hour may give the ticket back for all of its price.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "20 + child_complexity")]
    async fn delay_trip(&self, ctx: &Context<'_>, input: DelayTripInput) -> Result<ChangeTripResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let view = staff_trip(app, viewer, &input.trip_id).await?;
        delay(app, viewer, &view, input.minutes, input.notify).await
    }
}

/// The use case, for one trip or for each of many.
pub async fn delay(
    app: &App,
    viewer: &Viewer,
    view: &TripView,
    minutes: i32,
    notify: bool,
) -> Result<ChangeTripResult> {
    let invalid = |path, code| Ok(ChangeTripResult::InvalidInput(InvalidInput::one(viewer.language, path, code)));
    if !(0..=MOST_MINUTES).contains(&minutes) {
        return invalid("minutes", "DELAY_RANGE");
    }
    if matches!(view.state, TripState::Cancelled | TripState::Arrived) {
        return invalid("tripId", "TRIP_OVER");
    }
    let tx = app.db.begin().await.map_err(Fault::from)?;
    let row = trip::ActiveModel { id: Set(view.id), delay_minutes: Set(minutes), ..Default::default() };
    trip::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
    let mut messages = 0;
    if notify && minutes != view.delay_minutes {
        let travellers = travellers(&*tx, view.id).await?;
        messages = trip_delayed(app, &tx, view, &travellers, minutes).await?;
    }
    let change = Change::of(json!({ "delayMinutes": view.delay_minutes }), json!({ "delayMinutes": minutes }));
    audit_change(app, &tx, viewer, "DELAY_TRIP", &format!("trip:{}", view.id), change).await?;
    tx.commit().await.map_err(Fault::from)?;
    app.jobs.wake();
    changed(app, view.id, messages, 0).await
}
