//! Trips that were sold follow their departure to another time of the day.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::order::LineState;
use domain::timetable::{CallTimes, instant};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{order, order_line, order_segment, schedule, trip};

use crate::app::App;
use crate::features::inventory;
use crate::features::network::{TripState, forget_trip, road_is_closed, trip_view};
use crate::features::notification;
use crate::features::order::{Bundle, raise_versions};
use crate::features::ticket;
use crate::platform::Fault;
use crate::platform::jobs::JobError;

/// The job that gives a trip its new times.
pub const RETIME_TRIP: &str = "retime_trip";

/// What the job is about.
#[derive(Serialize, Deserialize, Clone, Copy)]
pub struct Retiming {
    pub trip: Uuid,
    /// The schedule by which it is to run.
    pub schedule: Uuid,
}

/// Gives a trip with sales the times of its changed departure: rides of its orders have them, tickets are issued anew, and
/// whoever has one is told and may have everything back until departure. What has gone another way meanwhile stays as it is;
/// run twice, it does it once.
pub async fn retime(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let what: Retiming = serde_json::from_value(payload.clone()).map_err(|error| JobError::Fatal(error.to_string()))?;
    while !attempt(app, what).await? {}
    Ok(())
}

/// False: somebody has bought meanwhile; once more.
async fn attempt(app: &App, what: Retiming) -> Result<bool, Fault> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let orders = orders_on(&tx, what.trip).await?;
    raise_versions(&tx, &orders).await?;
    let row = trip::Entity::find_by_id(what.trip).lock_exclusive().one(&tx).await?;
    let planned = schedule::Entity::find_by_id(what.schedule).one(&tx).await?;
    let (Some(row), Some(planned)) = (row, planned) else { return Ok(tx.give_up(true).await?) };
    if orders_on(&tx, what.trip).await? != orders {
        return Ok(tx.give_up(false).await?);
    }
    let before = schedule::Entity::find_by_id(row.schedule_id).one(&tx).await?;
    let same_way = before.is_some_and(|before| before.pattern_id == planned.pattern_id);
    let times = Times::read(&planned, &row)?;
    let open = [TripState::Scheduled, TripState::Boarding].map(TripState::as_str).contains(&row.state.as_str());
    if row.schedule_id == planned.id || !planned.active || !same_way || !open || times.departs(0) <= now {
        return Ok(tx.give_up(true).await?);
    }
    let old = trip_view(app, row.id).await?.ok_or_else(|| Fault::new("a trip vanished"))?;
    let (departs_at, arrives_at) = (times.departs(0), times.arrives(times.last()));
    let moved = trip::Model { schedule_id: planned.id, departs_at, arrives_at, ..row.clone() };
    let set = trip::ActiveModel {
        id: Set(row.id),
        schedule_id: Set(planned.id),
        departs_at: Set(departs_at),
        arrives_at: Set(arrives_at),
        road_closed: Set(road_is_closed(app, &tx, &moved).await?),
        ..Default::default()
    };
    trip::Entity::update(set).exec(&tx).await?;
    let mut bundles = Bundle::read(&*tx, &orders).await?;
    for id in &orders {
        let Some(bundle) = bundles.get_mut(id) else { continue };
        ride_at(app, &tx, bundle, row.id, &times).await?;
        let sold = |line: &&order_line::Model| line.space_id == row.id && line.state == LineState::Issued.code();
        let lines: Vec<&order_line::Model> = bundle.lines.iter().filter(sold).collect();
        let Some(first) = lines.first() else { continue };
        ticket::reissue(app, &tx, bundle, &lines).await?;
        notification::trip_retimed(app, &tx, bundle, &old, times.departs(first.from_call)).await?;
    }
    let raised = inventory::bump(&tx, vec![row.id]).await?;
    tx.commit().await?;
    app.jobs.wake();
    forget_trip(app, row.id);
    inventory::changed(app, &raised);
    orders.iter().for_each(|id| crate::features::order::changed(app, *id));
    Ok(true)
}

/// When a trip calls where, by a schedule.
struct Times {
    calls: Vec<(DateTime<Utc>, DateTime<Utc>)>,
}

impl Times {
    fn read(schedule: &schedule::Model, trip: &trip::Model) -> Result<Self, Fault> {
        let zone: Tz = schedule.time_zone.parse().map_err(|_| Fault::new("a schedule without its zone"))?;
        let times: Vec<CallTimes> = serde_json::from_str(&schedule.times)?;
        let at = |seconds| instant(trip.service_date, seconds, zone);
        Ok(Times { calls: times.iter().map(|[arrives, departs]| (at(*arrives), at(*departs))).collect() })
    }

    fn last(&self) -> i32 {
        i32::try_from(self.calls.len()).unwrap_or(1) - 1
    }

    fn at(&self, call: i32) -> (DateTime<Utc>, DateTime<Utc>) {
        usize::try_from(call).ok().and_then(|call| self.calls.get(call)).copied().unwrap_or_default()
    }

    fn arrives(&self, call: i32) -> DateTime<Utc> {
        self.at(call).0
    }

    fn departs(&self, call: i32) -> DateTime<Utc> {
        self.at(call).1
    }
}

async fn orders_on(tx: &DatabaseTransaction, trip: Uuid) -> Result<Vec<Uuid>, Fault> {
    let rides = order_segment::Entity::find()
        .select_only()
        .column(order_segment::Column::OrderId)
        .filter(order_segment::Column::TripId.eq(trip));
    let mut orders: Vec<Uuid> = rides.into_tuple().all(tx).await?;
    orders.sort_unstable();
    orders.dedup();
    Ok(orders)
}

/// The order's rides on the trip are at the new times; what is held or bought on it was not bought so.
async fn ride_at(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &mut Bundle,
    trip: Uuid,
    times: &Times,
) -> Result<(), Fault> {
    for ride in bundle.segments.iter_mut().filter(|ride| ride.trip_id == trip) {
        (ride.departs_at, ride.arrives_at) = (times.departs(ride.from_call), times.arrives(ride.to_call));
        let row = order_segment::ActiveModel {
            order_id: Set(ride.order_id),
            position: Set(ride.position),
            departs_at: Set(ride.departs_at),
            arrives_at: Set(ride.arrives_at),
            ..Default::default()
        };
        order_segment::Entity::update(row).exec(tx).await?;
    }
    let moved = order_line::ActiveModel { moved_at: Set(Some(app.clock.now())), ..Default::default() };
    order_line::Entity::update_many()
        .set(moved)
        .filter(order_line::Column::OrderId.eq(bundle.order.id))
        .filter(order_line::Column::SpaceId.eq(trip))
        .exec(tx)
        .await?;
    if let Some(first) = bundle.segments.iter().map(|ride| ride.departs_at).min() {
        let row = order::ActiveModel { id: Set(bundle.order.id), first_departure_at: Set(first), ..Default::default() };
        order::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}

/// Of trips that stay as they were sold, those that still run on their day, only at other times.
pub async fn follow(
    app: &App,
    tx: &DatabaseTransaction,
    schedule: &schedule::Model,
    trips: &[Uuid],
    runs: impl Fn(chrono::NaiveDate) -> bool,
) -> Result<usize, Fault> {
    let rows = trip::Entity::find().filter(trip::Column::Id.is_in(trips.iter().copied())).all(tx).await?;
    let of: Vec<Uuid> = rows.iter().map(|row| row.schedule_id).collect();
    let old = schedule::Entity::find().filter(schedule::Column::Id.is_in(of)).all(tx).await?;
    let old: HashMap<Uuid, Uuid> = old.into_iter().map(|row| (row.id, row.pattern_id)).collect();
    let follows =
        rows.iter().filter(|row| runs(row.service_date) && old.get(&row.schedule_id) == Some(&schedule.pattern_id));
    let jobs = follows.map(|row| {
        let payload = serde_json::to_value(Retiming { trip: row.id, schedule: schedule.id })?;
        Ok((format!("{}:{}", row.id, schedule.id), payload))
    });
    let jobs = jobs.collect::<Result<Vec<_>, Fault>>()?;
    let count = jobs.len();
    if count > 0 {
        app.jobs.promise_all(tx, RETIME_TRIP, jobs, app.clock.now()).await?;
    }
    Ok(count)
}
