use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use ::entity::trip;

use crate::features::account::audit;
use crate::features::network::TripState;
use crate::graphql::{Can, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;

use super::change::{ChangeTripResult, changed, staff_trip};

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
        let invalid = |path, code| Ok(ChangeTripResult::InvalidInput(InvalidInput::one(viewer.language, path, code)));
        if input.state == TripState::Cancelled {
            return invalid("state", "CANCEL_APART");
        }
        let row = trip::ActiveModel { state: Set(input.state.as_str().into()), ..Default::default() };
        let told = trip::Entity::update_many()
            .set(row)
            .filter(trip::Column::Id.eq(view.id))
            .filter(trip::Column::State.ne(TripState::Cancelled.as_str()))
            .exec(&app.db.once())
            .await
            .map_err(Fault::from)?;
        if told.rows_affected == 0 {
            return invalid("tripId", "TRIP_OVER");
        }
        audit(app, viewer, "REPORT_TRIP", &format!("trip:{}", view.id)).await?;
        changed(app, view.id, 0, 0).await
    }
}
