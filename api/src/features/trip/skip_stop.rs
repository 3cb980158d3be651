use async_graphql::{Context, ID, InputObject, Object, Result};
use domain::order::LineState;
use sea_orm::{EntityTrait, QuerySelect, Set};
use serde_json::json;

use ::entity::trip;

use crate::features::audit::{Change, audit_change};
use crate::features::inventory;
use crate::features::network::TripState;
use crate::features::refund::{OrderAtStop, STOP_SKIPPED};
use crate::graphql::{Can, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;

use super::access::{staff_trip, works_at};
use super::change::{ChangeTripResult, changed, lines_on};

#[derive(InputObject)]
pub struct SkipStopInput {
    pub trip_id: ID,
    /// Sequence of the call: neither the first of the trip nor its last.
    pub call: i32,
    /// False: it stops there after all.
    #[graphql(default = true)]
    pub skip: bool,
}

#[derive(Default)]
pub struct SkipStop;

#[Object]
impl SkipStop {
    /// Staff: the trip does not stop at one of its stops. From this moment nothing is sold to it or from it; who gets on or
    /// off there gets back all that was paid for that ride, fees included, holds of such rides end, and these passengers are
    /// told by mail and SMS. See `tripConsequences` with `stoppingAt` before. Taken back, it is sold again; what was returned
    /// stays returned.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "20 + child_complexity")]
    async fn skip_stop(&self, ctx: &Context<'_>, input: SkipStopInput) -> Result<ChangeTripResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let view = staff_trip(app, viewer, &input.trip_id).await?;
        let invalid = |path, code| Ok(ChangeTripResult::InvalidInput(InvalidInput::one(viewer.language, path, code)));
        let Some(call) = view.call(input.call) else { return invalid("call", "NO_SUCH_CALL") };
        if !works_at(viewer, call) {
            return invalid("call", "OTHER_STATION");
        }
        if call.sequence == 0 || view.call(call.sequence + 1).is_none() {
            return invalid("call", "FIRST_OR_LAST");
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = trip::Entity::find_by_id(view.id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
        let row = row.ok_or_else(|| Fault::new("a trip vanished"))?;
        let over = [TripState::Cancelled, TripState::Arrived].map(TripState::as_str).contains(&row.state.as_str());
        if over || call.departure + view.delay() <= app.clock.now() {
            let code = if over { "TRIP_OVER" } else { "STOP_PASSED" };
            let wrong = InvalidInput::one(viewer.language, if over { "tripId" } else { "call" }, code);
            return Ok(tx.give_up(ChangeTripResult::InvalidInput(wrong)).await.map_err(Fault::from)?);
        }
        let mut skipped: Vec<i32> = match row.skipped {
            Some(skipped) => serde_json::from_value(skipped).map_err(Fault::from)?,
            None => Vec::new(),
        };
        let before = skipped.contains(&call.sequence);
        skipped.retain(|sequence| *sequence != call.sequence);
        if input.skip {
            skipped.push(call.sequence);
        }
        let set = trip::ActiveModel {
            id: Set(view.id),
            skipped: Set((!skipped.is_empty()).then(|| json!(skipped))),
            ..Default::default()
        };
        trip::Entity::update(set).exec(&tx).await.map_err(Fault::from)?;
        let raised = inventory::bump(&tx, vec![view.id]).await?;
        // Whoever sells on this trip changes the same row: sold before this moment is among these, later nothing is.
        let mut returned = 0;
        if input.skip && !before {
            let mut lines = lines_on(&*tx, view.id, &[LineState::Issued, LineState::Held]).await?;
            lines.retain(|line| line.from_call == call.sequence || line.to_call == call.sequence);
            lines.dedup_by_key(|line| line.order_id);
            let version = raised.first().map_or(0, |raised| raised.version);
            let mut jobs = Vec::with_capacity(lines.len());
            for line in &lines {
                let payload = OrderAtStop { order: line.order_id, trip: view.id, call: call.sequence };
                let payload = serde_json::to_value(payload).map_err(Fault::from)?;
                jobs.push((format!("{}:{version}:{}", view.id, line.order_id), payload));
            }
            returned = jobs.len();
            if returned > 0 {
                app.jobs.promise_all(&*tx, STOP_SKIPPED, jobs, app.clock.now()).await?;
            }
        }
        let stop = &call.stop.names.ru;
        let change = Change::of(
            json!({ "stop": null, "stopSkipped": before }),
            json!({ "stop": stop, "stopSkipped": input.skip, "ordersReturned": returned }),
        );
        audit_change(app, &tx, viewer, "SKIP_STOP", &format!("trip:{}", view.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        let answer = changed(app, view.id, 0, returned).await?;
        inventory::changed(app, &raised);
        Ok(answer)
    }
}
