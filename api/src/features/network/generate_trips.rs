//! Dated trips from the timetable, some days ahead.
//!
//! A series has at most one trip for each date, kept by a unique index, so that running twice at once or again makes
//! no duplicates. Each trip keeps the seat map that its schedule had when it was made, in the
//! version that its layout had then.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::timetable::{Calendar, CallTimes, ServiceDays, days_later, instant};
use sea_orm::{ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::closed_sections::{mark_new, renew_marks};
use super::layouts::NewestMaps;
use super::plan::trip_id;
use super::planned_vehicle::{leave_out, put_on};
use super::trip_view::forget_trip;
use super::version::{lock_network, network_version};
use crate::app::App;
use crate::features::quota::keep_new;
use crate::platform::Fault;
use crate::platform::rows::insert_missing;

/// Rows written in one transaction: sales wait no longer than for that.
const CHUNK: usize = 5_000;

/// A schedule ready to make trips.
pub struct Departure {
    schedule: entity::schedule::Model,
    carrier_id: Uuid,
    zone: Tz,
    first: i32,
    last: i32,
}

impl Departure {
    /// Fails with words when the stored schedule cannot be read.
    pub fn new(schedule: entity::schedule::Model, carrier_id: Uuid) -> Result<Self, String> {
        let zone: Tz = schedule.time_zone.parse().map_err(|_| format!("schedule {} has no zone", schedule.id))?;
        let times: Vec<CallTimes> = serde_json::from_str(&schedule.times).map_err(|error| error.to_string())?;
        let (first, last) = (times.first().map_or(0, |call| call[1]), times.last().map_or(0, |call| call[0]));
        Ok(Self { schedule, carrier_id, zone, first, last })
    }

    pub fn trip(&self, service_date: NaiveDate) -> entity::trip::Model {
        let schedule = &self.schedule;
        entity::trip::Model {
            id: trip_id(schedule.series_id, service_date),
            series_id: schedule.series_id,
            schedule_id: schedule.id,
            route_id: schedule.route_id,
            carrier_id: self.carrier_id,
            service_date,
            departs_at: instant(service_date, self.first, self.zone),
            arrives_at: instant(service_date, self.last, self.zone),
            state: "SCHEDULED".to_owned(),
            delay_minutes: 0,
            seat_map_id: schedule.seat_map_id,
            capacity: schedule.capacity,
            reserved: schedule.reserved,
            sale_closed: false,
            road_closed: false,
            vehicle_id: schedule.vehicle_id,
            crew_version: 0,
            platforms: None,
            kept: None,
            skipped: None,
            version: 0,
        }
    }
}

/// Dates of each service, in the form that is quick to ask.
pub fn service_days(
    services: &[entity::service::Model],
    exceptions: &[entity::service_exception::Model],
) -> HashMap<Uuid, ServiceDays> {
    calendars(services, exceptions).into_iter().map(|(id, calendar)| (id, calendar.to_days())).collect()
}

/// Weekdays, period and exceptions of each service.
pub fn calendars(
    services: &[entity::service::Model],
    exceptions: &[entity::service_exception::Model],
) -> HashMap<Uuid, Calendar> {
    let mut calendars: HashMap<Uuid, Calendar> = services
        .iter()
        .map(|service| {
            let calendar = Calendar {
                weekdays: u8::try_from(service.weekdays).unwrap_or(0),
                period: service.start_date.zip(service.end_date),
                exceptions: Default::default(),
            };
            (service.id, calendar)
        })
        .collect();
    for exception in exceptions {
        if let Some(calendar) = calendars.get_mut(&exception.service_id) {
            calendar.exceptions.insert(exception.date, exception.added);
        }
    }
    calendars
}

/// The timetable at a version.
struct Timetable {
    version: i64,
    departures: Vec<Departure>,
    days: HashMap<Uuid, ServiceDays>,
}

async fn load(app: &App) -> Result<Timetable, Fault> {
    let db = app.db.read();
    let version = network_version(db).await?;
    let carriers: HashMap<Uuid, Uuid> = entity::route::Entity::find()
        .select_only()
        .columns([entity::route::Column::Id, entity::route::Column::CarrierId])
        .into_tuple::<(Uuid, Uuid)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let schedules = entity::schedule::Entity::find().filter(entity::schedule::Column::Active.eq(true)).all(db).await?;
    let newest = NewestMaps::load(db).await?;
    let departures = schedules
        .into_iter()
        .map(|schedule| {
            let carrier = carriers.get(&schedule.route_id).copied().unwrap_or_default();
            Departure::new(newest.seated(schedule), carrier).map_err(Fault::new)
        })
        .collect::<Result<Vec<_>, _>>()?;
    let services = entity::service::Entity::find().all(db).await?;
    let exceptions = entity::service_exception::Entity::find().all(db).await?;
    Ok(Timetable { version, departures, days: service_days(&services, &exceptions) })
}

/// Makes the missing trips of today (those under way too) and of `days_ahead` days more; tells after each date how
/// many are done. Returns how many trips were made.
pub async fn generate_trips(app: &App, days_ahead: u32, progress: &(dyn Fn(&str) + Send + Sync)) -> Result<u64, Fault> {
    let mut made = 0;
    'again: loop {
        let now = app.clock.now();
        let timetable = load(app).await?;
        let today = now.date_naive();
        let longest = timetable.departures.iter().map(|departure| departure.last).max().unwrap_or(0);
        // One date more at each end: "today" differs by zone.
        let first = today - TimeDelta::days(i64::from(longest / 86_400) + 1);
        let last = days_later(today, u64::from(days_ahead) + 1);
        for date in first.iter_days().take_while(|date| *date <= last) {
            let mut trips = missing(app, &timetable, date, now, days_ahead).await?;
            mark_new(app, timetable.version, &mut trips).await?;
            let mut trips = trips.into_iter().peekable();
            while trips.peek().is_some() {
                let chunk: Vec<_> = trips.by_ref().take(CHUNK).collect();
                let count = chunk.len() as u64;
                let tx = app.db.begin().await?;
                if lock_network(&tx, now).await? != timetable.version {
                    // The timetable was imported anew meanwhile.
                    tx.give_up(()).await?;
                    continue 'again;
                }
                insert_trips(&tx, chunk).await?;
                tx.commit().await?;
                made += count;
            }
            if made > 0 {
                progress(&format!("trips up to {date}: {made}"));
            }
        }
        // Trips that an import has renewed.
        renew_marks(app).await?;
        // Whose paper was renewed while its trips were being made.
        let tx = app.db.begin().await?;
        let put = put_on(&tx, Condition::all(), now).await?;
        tx.commit().await?;
        put.into_iter().for_each(|(trip, _)| forget_trip(app, trip));
        return Ok(made);
    }
}

/// The timetable as the demonstration makes trips of past dates of it, as they would have been made then.
pub struct PastTrips(Timetable);

impl PastTrips {
    pub async fn load(app: &App) -> Result<Self, Fault> {
        load(app).await.map(Self)
    }

    /// Those of a date that are not there.
    pub async fn missing(&self, app: &App, date: NaiveDate) -> Result<Vec<entity::trip::Model>, Fault> {
        let there = series_on(app, date).await?;
        let runs = |departure: &&Departure| {
            self.0.days.get(&departure.schedule.service_id).is_some_and(|days| days.contains(date))
                && !there.contains(&departure.schedule.series_id)
        };
        Ok(self.0.departures.iter().filter(runs).map(|departure| departure.trip(date)).collect())
    }

    /// Makes whoever changes the timetable wait until the transaction ends.
    pub async fn lock(&self, app: &App, tx: &DatabaseTransaction) -> Result<(), Fault> {
        if lock_network(tx, app.clock.now()).await? == self.0.version {
            return Ok(());
        }
        Err(Fault::new("the timetable was changed meanwhile: begin again"))
    }

    /// Writes them as they are, with the seats that are kept on them, after [`PastTrips::lock`].
    pub async fn insert(&self, tx: &DatabaseTransaction, trips: Vec<entity::trip::Model>) -> Result<(), Fault> {
        write_trips(tx, trips).await
    }
}

/// Series that have a trip on that date.
async fn series_on(app: &App, date: NaiveDate) -> Result<HashSet<Uuid>, Fault> {
    use entity::trip::{Column, Entity};
    let series = Entity::find().select_only().column(Column::SeriesId).filter(Column::ServiceDate.eq(date));
    Ok(series.into_tuple::<Uuid>().all(app.db.read()).await?.into_iter().collect())
}

/// Writes new trips with the vehicles that may run them, under the lock of the network.
pub(super) async fn insert_trips(tx: &DatabaseTransaction, mut trips: Vec<entity::trip::Model>) -> Result<(), Fault> {
    leave_out(tx, &mut trips).await?;
    write_trips(tx, trips).await
}

async fn write_trips(tx: &DatabaseTransaction, mut trips: Vec<entity::trip::Model>) -> Result<(), Fault> {
    keep_new(tx, &mut trips).await?;
    Ok(insert_missing::<entity::trip::Entity>(tx, trips).await?)
}

/// Trips of that date that are not there and not over before today.
async fn missing(
    app: &App,
    timetable: &Timetable,
    date: NaiveDate,
    now: DateTime<Utc>,
    days_ahead: u32,
) -> Result<Vec<entity::trip::Model>, Fault> {
    let there = series_on(app, date).await?;
    let wanted = timetable.departures.iter().filter(|departure| {
        let today = now.with_timezone(&departure.zone).date_naive();
        let runs = timetable.days.get(&departure.schedule.service_id).is_some_and(|days| days.contains(date));
        runs && date <= days_later(today, u64::from(days_ahead))
            && !there.contains(&departure.schedule.series_id)
            && (date >= today || instant(date, departure.last, departure.zone) > now)
    });
    Ok(wanted.map(|departure| departure.trip(date)).collect())
}
