use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{EntityTrait, IntoActiveModel, Set};

use ::entity::closure;

use crate::features::audit::{Change, audit_change};
use crate::features::network::{begin_change, finish_change, mark_trips};
use crate::graphql::{Can, ChangedMeanwhile, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;

use super::access::{find_closure, runs_network};
use super::types::{ChangeClosureResult, facts};

#[derive(InputObject)]
pub struct LiftClosureInput {
    pub id: ID,
    /// As it was read.
    pub version: i32,
}

#[derive(Default)]
pub struct LiftClosure;

#[Object]
impl LiftClosure {
    /// Staff: the road is open again. Trips that this closure alone has kept off sale are sold again at once; those that
    /// another closure stops, whose sale the dispatcher has closed, or that were cancelled are not. For good: a road that
    /// is closed anew is another closure.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "200 + child_complexity")]
    async fn lift_closure(&self, ctx: &Context<'_>, input: LiftClosureInput) -> Result<ChangeClosureResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        runs_network(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let before = find_closure(&*tx, &input.id).await?;
        if before.version != i64::from(input.version) {
            let answer = ChangeClosureResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        if before.lifted_at.is_some() {
            let answer = InvalidInput::one(viewer.language, "id", "CLOSURE_LIFTED");
            return Ok(tx.give_up(ChangeClosureResult::InvalidInput(answer)).await.map_err(Fault::from)?);
        }
        let mut row = before.clone().into_active_model();
        row.lifted_at = Set(Some(app.clock.now()));
        row.version = Set(before.version + 1);
        let row = closure::Entity::update(row).exec(&*tx).await.map_err(Fault::from)?;
        let trips = mark_trips(app, &tx).await?;
        let network = app.network.get(app).await?;
        let change = Change::of(facts(&network, &before), facts(&network, &row));
        audit_change(app, &tx, viewer, "LIFT_CLOSURE", &format!("closure:{}", row.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(ChangeClosureResult::changed(row, trips, 0))
    }
}
