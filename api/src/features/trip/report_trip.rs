use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use ::entity::trip;

use crate::features::audit::{Change, audit_change};
use crate::features::manifest::departed;
use crate::features::network::TripState;
use crate::graphql::{Can, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;

use super::access::staff_trip;
use super::change::{ChangeTripResult, changed};

#[derive(InputObject)]
pub struct ReportTripInput {
    pub trip_id: ID,
    /// SCHEDULED takes a report back: the clock decides again. For CANCELLED see `cancelTrip`.
    pub state: TripState,
}

#[derive(Default)]
pub struct ReportTrip;

#[Object]
impl ReportTrip {
    /// Staff: how far the trip is, whatever the clock says.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "20 + child_complexity")]
    async fn report_trip(&self, ctx: &Context<'_>, input: ReportTripInput) -> Result<ChangeTripResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let view = staff_trip(app, viewer, &input.trip_id).await?;
        if input.state == TripState::Cancelled {
            let apart = InvalidInput::one(viewer.language, "state", "CANCEL_APART");
            return Ok(ChangeTripResult::InvalidInput(apart));
        }
        let row = trip::ActiveModel { state: Set(input.state.as_str().into()), ..Default::default() };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let told = trip::Entity::update_many()
            .set(row)
            .filter(trip::Column::Id.eq(view.id))
            .filter(trip::Column::State.ne(TripState::Cancelled.as_str()))
            .exec(&tx)
            .await
            .map_err(Fault::from)?;
        if told.rows_affected == 0 {
            let over = InvalidInput::one(viewer.language, "tripId", "TRIP_OVER");
            return Ok(tx.give_up(ChangeTripResult::InvalidInput(over)).await.map_err(Fault::from)?);
        }
        if input.state == TripState::Departed && view.state != TripState::Departed {
            departed(app, &tx, view.id).await?;
        }
        let change = Change::of(json!({ "state": view.state.as_str() }), json!({ "state": input.state.as_str() }));
        audit_change(app, &tx, viewer, "REPORT_TRIP", &format!("trip:{}", view.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        changed(app, view.id, 0, 0).await
    }
}
