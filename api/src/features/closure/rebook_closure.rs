use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{EntityTrait, QuerySelect};
use serde_json::json;

use ::entity::{closure, rebooking};

use crate::features::audit::{Change, audit_change};
use crate::features::rebooking::{REBOOK_TRIP, Rebooking};
use crate::graphql::{Can, InvalidInput, Permission, app, error, viewer};
use crate::platform::Fault;

use super::access::{find_closure, runs_network};
use super::rebooking_plan::{RebookingChoiceInput, plan};
use super::types::Closure;

#[derive(InputObject)]
pub struct RebookClosureInput {
    pub id: ID,
    /// How many days before or after its own another trip may leave, 0 to 3.
    #[graphql(default)]
    pub days: i32,
    /// Who finds no seat of their class is given one of another.
    #[graphql(default)]
    pub other_class: bool,
    /// What was decided for some of the trips; for the others as `rebookingPlan` proposes.
    #[graphql(default)]
    pub choices: Vec<RebookingChoiceInput>,
}

/// The passengers are being carried over from now on.
#[derive(SimpleObject)]
pub struct ClosureRebooked {
    pub closure: Closure,
    /// Stopped trips whose passengers go.
    pub trips: i32,
    /// Passengers who are to go.
    pub passengers: i32,
    /// Passengers who keep their tickets for the stopped trips.
    pub behind: i32,
}

#[derive(Union)]
pub enum RebookClosureResult {
    Rebooked(ClosureRebooked),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct RebookClosure;

#[Object]
impl RebookClosure {
    /// Staff: other trips carry the passengers of those that a closure stops, for the same money, as `movePassengers` does for
    /// one trip: new tickets by mail, an SMS, and why. Who goes where is planned anew as `rebookingPlan` tells it, and done
    /// by a job for each pair of trips: `rebookings` of the closure tells how far they are. Who finds no seat when their turn
    /// comes keeps the ticket; asked again, it plans for those who are left. `refundClosure` returns what is left.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "300 + child_complexity")]
    async fn rebook_closure(&self, ctx: &Context<'_>, input: RebookClosureInput) -> Result<RebookClosureResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        runs_network(viewer)?;
        let refused = |path, code| RebookClosureResult::InvalidInput(InvalidInput::one(viewer.language, path, code));
        let found = find_closure(app.db.read(), &input.id).await?;
        let asked = (input.days, input.other_class, input.choices);
        // Only whom to promise what: the jobs look at the rows again.
        let shared = match plan(app, viewer.language, &found, &asked).await? {
            Ok(shared) => shared,
            Err(problem) => return Ok(RebookClosureResult::InvalidInput(problem)),
        };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        // Whoever lifts it meanwhile comes before or after.
        let locked = closure::Entity::find_by_id(found.id).lock_exclusive().one(&*tx).await.map_err(Fault::from)?;
        let row = locked.ok_or_else(error::not_found)?;
        if row.lifted_at.is_some() {
            return Ok(tx.give_up(refused("id", "CLOSURE_LIFTED")).await.map_err(Fault::from)?);
        }
        let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        let (mut rows, mut jobs) = (Vec::new(), Vec::new());
        for (one, share) in shared.iter().flat_map(|one| one.shares.iter().map(move |share| (one, share))) {
            let id = app.ids.new();
            rows.push(rebooking::ActiveModel::from(rebooking::Model {
                id,
                closure_id: row.id,
                from_trip_id: one.from.id,
                to_trip_id: share.to.id,
                orders: json!(share.orders),
                other_class: input.other_class,
                account_id: viewer.account_id(),
                address: viewer.address.clone(),
                passengers: count(share.passengers),
                moved: 0,
                left_behind: 0,
                created_at: app.clock.now(),
                done_at: None,
            }));
            let payload = serde_json::to_value(Rebooking { rebooking: id }).map_err(Fault::from)?;
            jobs.push((format!("{}:{id}", row.id), payload));
        }
        if rows.is_empty() {
            return Ok(tx.give_up(refused("choices", "NOBODY_REBOOKED")).await.map_err(Fault::from)?);
        }
        let going = |one: &&crate::features::rebooking::Shared| !one.shares.is_empty();
        let trips = shared.iter().filter(going).count();
        let passengers: usize = shared.iter().flat_map(|one| &one.shares).map(|share| share.passengers).sum();
        let behind = shared.iter().map(|one| one.passengers).sum::<usize>() - passengers;
        rebooking::Entity::insert_many(rows).exec_without_returning(&*tx).await.map_err(Fault::from)?;
        app.jobs.promise_all(&*tx, REBOOK_TRIP, jobs, app.clock.now()).await?;
        let change = Change::made(&json!({ "trips": trips, "passengers": passengers, "behind": behind }));
        audit_change(app, &tx, viewer, "REBOOK_CLOSURE", &format!("closure:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        Ok(RebookClosureResult::Rebooked(ClosureRebooked {
            closure: Closure(row),
            trips: count(trips),
            passengers: count(passengers),
            behind: count(behind),
        }))
    }
}
