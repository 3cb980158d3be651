use async_graphql::{Context, Object, Result, SimpleObject, Union};
use domain::path::PathStop;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{departure, path, trip};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::{Network, TripState, begin_change, finish_change, forget_trip};
use crate::features::route::may_change;
use crate::features::trip::{cancel_in, ended};
use crate::graphql::{
    Can, ChangedMeanwhile, Form, InvalidInput, Objection, OverruleNeeded, Permission, Viewer, app, viewer, weekdays_of,
};
use crate::platform::Fault;
use crate::platform::rows::{MAX_IDS, upsert};

use super::clash::{VehicleClash, vehicle_clashes};
use super::follow::active_schedule;
use super::query::{KeptTrip, kept_trips};
use super::read::{SaveDepartureInput, SoldTrips, Typed, read};
use super::record::DepartureRecord;
use super::retime::follow;

/// The departure as it is now, and what became of its trips.
#[derive(SimpleObject)]
pub struct DepartureSaved {
    pub departure: DepartureRecord,
    /// Trips that were put on sale.
    pub made: i32,
    /// Trips without sales that no longer run.
    pub removed: i32,
    /// Trips without sales that run with other times, stops or seats.
    pub renewed: i32,
    /// Trips with sales, or with a crew, that no longer fit and stay as they were sold.
    pub kept: Vec<KeptTrip>,
    /// Of them, those that are given the new time, or are cancelled, as was asked; their passengers are being told.
    pub followed: i32,
    /// Coming trips of it that do not have its vehicle: one of its papers, or of its carrier, ends before their day. They get
    /// it when the paper is renewed.
    pub without_vehicle: i32,
    /// Other departures that its vehicle is on its way with at the same time.
    pub vehicle_clashes: Vec<VehicleClash>,
}

#[derive(Union)]
pub enum SaveDepartureResult {
    Saved(DepartureSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
    OverruleNeeded(OverruleNeeded),
}

#[derive(Default)]
pub struct SaveDeparture;

#[Object]
impl SaveDeparture {
    /// Staff: a new recurring departure of a line, or a change of one; its trips are on sale at once, as far ahead as
    /// the sale goes. Trips without sales follow a change; `soldTrips` says what becomes of those with sales. Where a paper
    /// of the vehicle has run out, a reason is needed, once for each such paper, and kept in the log; trips by whose day
    /// another one ends are made without it.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "30 + child_complexity")]
    async fn save_departure(&self, ctx: &Context<'_>, input: SaveDepartureInput) -> Result<SaveDepartureResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        may_change(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let mut form = Form::new(viewer.language);
        let (before, typed) = read(app, &*tx, viewer, &mut form, &input).await?;
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveDepartureResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let Some(typed) = typed else {
            return Ok(tx.give_up(SaveDepartureResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        };
        let said = speaks_against(viewer, &typed);
        if !said.is_empty() && typed.overrule.is_none() {
            let answer = SaveDepartureResult::OverruleNeeded(OverruleNeeded::new(viewer.language, said));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let overruled = typed.overrule.filter(|_| !said.is_empty());
        let row = typed.row;
        let network = app.network.get(app).await?;
        let old = match &typed.before {
            Some(before) => Some(facts(&*tx, &network, before).await?),
            None => None,
        };
        let mut new = facts(&*tx, &network, &row).await?;
        if let Some(reason) = overruled {
            new["overrule"] = json!(reason);
        }
        let change = Change::saved(old, new);
        upsert::<departure::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let effect = typed.planned.write(app, &tx).await?;
        let schedule = active_schedule(&*tx, row.id).await?;
        let followed = match (input.sold_trips, &schedule) {
            (SoldTrips::CloseSale, _) => {
                close(app, &tx, viewer, &effect.kept).await?;
                0
            }
            (SoldTrips::Cancel, _) => cancel_all(app, &tx, viewer, &effect.kept).await?,
            (SoldTrips::Follow, Some(schedule)) => {
                follow(app, &tx, schedule, &effect.kept, |date| typed.planned.calendar.runs_on(date)).await?
            }
            (SoldTrips::Keep, _) | (SoldTrips::Follow, None) => 0,
        };
        let schedule = schedule.map(Into::into);
        audit_change(app, &tx, viewer, "SAVE_DEPARTURE", &format!("route:{}", row.route_id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        app.jobs.wake();
        for trip in &effect.kept {
            forget_trip(app, *trip);
        }
        let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        Ok(SaveDepartureResult::Saved(DepartureSaved {
            departure: DepartureRecord { row, schedule },
            made: count(effect.made),
            removed: count(effect.removed),
            renewed: count(effect.renewed),
            kept: kept_trips(app, &effect.kept).await?,
            without_vehicle: count(effect.without_vehicle),
            vehicle_clashes: vehicle_clashes(app, app.db.read(), &typed.planned).await?,
            followed: count(followed),
        }))
    }
}

/// In words, what has run out when the vehicle begins to run.
fn speaks_against(viewer: &Viewer, typed: &Typed) -> Vec<Objection> {
    let carrier = typed.planned.route.carrier_id;
    typed.ended.iter().map(|paper| ended(viewer.language, paper, carrier)).collect()
}

async fn close(app: &App, tx: &DatabaseTransaction, viewer: &Viewer, trips: &[Uuid]) -> Result<(), Fault> {
    for chunk in trips.chunks(MAX_IDS) {
        trip::Entity::update_many()
            .col_expr(trip::Column::SaleClosed, true.into())
            .filter(trip::Column::Id.is_in(chunk.iter().copied()))
            .exec(tx)
            .await?;
    }
    for trip in trips {
        let change = Change::of(json!({ "saleClosed": false }), json!({ "saleClosed": true }));
        audit_change(app, tx, viewer, "CLOSE_SALE", &format!("trip:{trip}"), change).await?;
    }
    Ok(())
}

/// They do not run; whoever has a ticket gets all of it back.
async fn cancel_all(app: &App, tx: &DatabaseTransaction, viewer: &Viewer, trips: &[Uuid]) -> Result<usize, Fault> {
    let mut cancelled = 0;
    for trip in trips {
        let Some(returned) = cancel_in(app, tx, *trip).await? else { continue };
        let change = Change::made(&json!({ "state": TripState::Cancelled.as_str(), "ordersReturned": returned }));
        audit_change(app, tx, viewer, "CANCEL_TRIP", &format!("trip:{trip}"), change).await?;
        cancelled += 1;
    }
    Ok(cancelled)
}

async fn facts(db: &impl ConnectionTrait, network: &Network, row: &departure::Model) -> Result<Value, Fault> {
    let path = match row.path_id {
        Some(id) => path::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let stops: Vec<PathStop> = path.map(|path| serde_json::from_str(&path.stops)).transpose()?.unwrap_or_default();
    let name = |call: &PathStop| network.stop(call.stop).map(|stop| stop.names.ru.clone());
    let path = stops.first().and_then(name).zip(stops.last().and_then(name)).map(|(from, to)| format!("{from} → {to}"));
    let starts = format!("{:02}:{:02}", row.starts_at / 60, row.starts_at % 60);
    let platform = row.platform_id.and_then(|id| network.stop(id)).and_then(|stop| stop.platform.clone());
    let plate = row.vehicle_id.and_then(|id| network.vehicle(id)).map(|vehicle| vehicle.plate.clone());
    Ok(json!({
        "number": row.number, "starts": starts, "path": path, "weekdays": weekdays_of(row.weekdays),
        "firstDate": row.first_date, "lastDate": row.last_date, "exceptions": row.exceptions,
        "onHolidays": row.on_holidays, "platform": platform, "plate": plate,
        "saleOpensDays": row.sale_opens_days, "saleClosesMinutes": row.sale_closes_minutes, "active": row.active,
    }))
}
