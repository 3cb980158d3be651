use std::collections::{BTreeSet, HashMap};

use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{EntityTrait, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use ::entity::closure;

use crate::features::audit::{Change, audit_change};
use crate::features::network::ClosedSection;
use crate::features::refund::{OrderOnClosedRoad, ROAD_CLOSED};
use crate::graphql::{Can, InvalidInput, Permission, app, error, viewer};
use crate::platform::Fault;

use super::access::{find_closure, runs_network};
use super::impact::{Stopped, lines_of, stopped};
use super::types::ChangeClosureResult;

#[derive(InputObject)]
pub struct RefundClosureInput {
    pub id: ID,
    /// True: only orders with somebody who rides along the section; who gets off before it or on after it keeps the
    /// ticket.
    #[graphql(default)]
    pub only_on_section: bool,
}

#[derive(Default)]
pub struct RefundClosure;

#[Object]
impl RefundClosure {
    /// Staff: returns the tickets for the trips that a closure stops, all that was paid with fees included; holds on them
    /// end, and the passengers are told by mail and SMS why. By a job for each order: `returns` of the closure tells how
    /// far they are. Asked again, it returns what was left out before, and nothing twice.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "200 + child_complexity")]
    async fn refund_closure(&self, ctx: &Context<'_>, input: RefundClosureInput) -> Result<ChangeClosureResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        runs_network(viewer)?;
        let found = find_closure(app.db.read(), &input.id).await?;
        let network = app.network.get(app).await?;
        let trips = match ClosedSection::of(&network, &found) {
            Some(section) => stopped(app, &network, &section).await?,
            None => Vec::new(),
        };
        let of_trip: HashMap<Uuid, &Stopped> = trips.iter().map(|one| (one.trip.id, one)).collect();
        let tx = app.db.begin().await.map_err(Fault::from)?;
        // Whoever lifts it meanwhile comes before or after.
        let locked = closure::Entity::find_by_id(found.id).lock_exclusive().one(&*tx).await.map_err(Fault::from)?;
        let row = locked.ok_or_else(error::not_found)?;
        if row.lifted_at.is_some() {
            let answer = InvalidInput::one(viewer.language, "id", "CLOSURE_LIFTED");
            return Ok(tx.give_up(ChangeClosureResult::InvalidInput(answer)).await.map_err(Fault::from)?);
        }
        // The trips are off sale: what is sold or held of them is among these.
        let mut orders: BTreeSet<(Uuid, Uuid)> = BTreeSet::new();
        for line in lines_of(&*tx, &trips).await? {
            let Some(one) = of_trip.get(&line.space_id) else { continue };
            if !input.only_on_section || one.rides_along(&line) {
                orders.insert((line.space_id, line.order_id));
            }
        }
        let returned = orders.len();
        let mut jobs = Vec::with_capacity(returned);
        for (trip, order) in orders {
            let payload = serde_json::to_value(OrderOnClosedRoad { order, trip, closure: row.id });
            jobs.push((format!("{}:{trip}:{order}", row.id), payload.map_err(Fault::from)?));
        }
        while !jobs.is_empty() {
            // A statement takes only so many values.
            let rest = jobs.split_off(jobs.len().min(500));
            app.jobs.promise_all(&*tx, ROAD_CLOSED, jobs, app.clock.now()).await?;
            jobs = rest;
        }
        let change = Change::made(&json!({ "ordersReturned": returned, "onlyOnSection": input.only_on_section }));
        audit_change(app, &tx, viewer, "REFUND_CLOSURE", &format!("closure:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        Ok(ChangeClosureResult::changed(row, 0, returned))
    }
}
