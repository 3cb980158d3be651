//! Recurring departures as the office wants them: the rows that trips are made of, and what they do to trips that are
//! there already.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use domain::path::PathStop;
use domain::timetable::{Calendar, CallTimes, ServiceDays, days_later};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use ::entity::{layout, pattern, route, schedule, seat_map, service, service_exception, trip};

use super::OFFICE;
use super::closed_sections::mark_schedule;
use super::generate_trips::{Departure, calendars, insert_trips};
use super::layouts::{NewestMaps, layout_of, seat_map_row};
use super::plan::{StoredStop, UNKNOWN_VEHICLE_CAPACITY, pattern_id};
use super::planned_vehicle::{put_on, waiting, without_vehicle};
use super::renew_trips::{Renewal, touched};
use crate::app::App;
use crate::features::permit::EndedPaper;
use crate::platform::Fault;
use crate::platform::rows::{insert_missing, upsert};

/// A recurring departure with all that its trips need.
pub struct Planned {
    pub series: Uuid,
    pub route: route::Model,
    pub number: String,
    pub stops: Vec<StoredStop>,
    /// Seconds since noon minus 12 hours of the service date, in the zone of the first stop.
    pub times: Vec<CallTimes>,
    pub calendar: Calendar,
    /// Which vehicle is to run it, and its layout.
    pub vehicle: Option<(Uuid, Option<Uuid>)>,
    pub sale_opens_days: Option<i32>,
    pub sale_closes_minutes: Option<i32>,
    pub active: bool,
}

/// What a change of a departure does to its trips from now on.
#[derive(Default, Debug)]
pub struct DepartureEffect {
    /// Trips that are made anew, as far ahead as the sale goes.
    pub made: usize,
    /// Trips that nobody has to do with: they no longer run.
    pub removed: usize,
    /// Such trips that run on with other times, stops or seats.
    pub renewed: usize,
    /// Trips that stay as they were sold.
    pub kept: Vec<Uuid>,
    /// Of those made and renewed, the ones without the planned vehicle: a paper ends before their day.
    pub without_vehicle: usize,
}

struct Rows {
    schedule: schedule::Model,
    pattern: pattern::Model,
    service: service::Model,
    exceptions: Vec<service_exception::Model>,
    seat_map: Option<seat_map::Model>,
}

/// The departure's own part of the timetable.
struct Timetable {
    schedules: HashMap<Uuid, schedule::Model>,
    carriers: HashMap<Uuid, Uuid>,
    days: HashMap<Uuid, ServiceDays>,
}

impl Timetable {
    fn renewal(&self, app: &App) -> Renewal<'_> {
        Renewal { schedules: &self.schedules, carriers: &self.carriers, days: &self.days, now: app.clock.now() }
    }
}

/// A way of the office as calls at times of the day.
pub fn calls(stops: &[PathStop], starts_at: i32) -> (Vec<StoredStop>, Vec<CallTimes>) {
    let stored =
        |stop: &PathStop| StoredStop::new(stop.stop, stop.boarding, stop.alighting, stop.metres, stop.cabotage);
    let times = stops.iter().map(|stop| [(starts_at + stop.arrives) * 60, (starts_at + stop.departs) * 60]);
    (stops.iter().map(stored).collect(), times.collect())
}

/// A departure as a feed has brought it, in the hands of the office.
pub async fn taken_over(
    db: &impl ConnectionTrait,
    schedule: &schedule::Model,
    route: &route::Model,
) -> Result<Planned, Fault> {
    let lost = |what: &str| Fault::new(format!("schedule {} has lost its {what}", schedule.id));
    let pattern = pattern::Entity::find_by_id(schedule.pattern_id).one(db).await?.ok_or_else(|| lost("pattern"))?;
    let service = service::Entity::find_by_id(schedule.service_id).one(db).await?.ok_or_else(|| lost("service"))?;
    let exceptions =
        service_exception::Entity::find().filter(service_exception::Column::ServiceId.eq(service.id)).all(db).await?;
    let calendar = calendars(&[service], &exceptions).into_values().next().unwrap_or_default();
    let layout = match schedule.vehicle_id {
        Some(id) => ::entity::vehicle::Entity::find_by_id(id).one(db).await?.map(|row| (id, row.layout_id)),
        None => None,
    };
    Ok(Planned {
        series: schedule.series_id,
        route: route.clone(),
        number: schedule.number.clone(),
        stops: serde_json::from_str(&pattern.stops)?,
        times: serde_json::from_str(&schedule.times)?,
        calendar,
        vehicle: layout,
        sale_opens_days: schedule.sale_opens_days,
        sale_closes_minutes: schedule.sale_closes_minutes,
        active: schedule.active,
    })
}

impl Planned {
    /// What writing it would do, with those papers overruled; nothing is written.
    pub async fn effect(
        &self,
        app: &App,
        db: &impl ConnectionTrait,
        overruled: &[EndedPaper],
    ) -> Result<DepartureEffect, Fault> {
        let rows = self.rows(app, db).await?;
        let timetable = self.timetable(&rows);
        let stale = timetable.renewal(app).stale(db, self.trips()).await?;
        let ids: Vec<Uuid> = stale.iter().map(|(id, ..)| *id).collect();
        let kept = touched(db, &ids).await?;
        let free = stale.iter().filter(|(id, ..)| !kept.contains(id));
        let renewed = free.clone().filter(|(_, _, date)| self.active && self.calendar.runs_on(*date));
        let removed = free.count() - renewed.clone().count();
        let made = self.missing(app, db, &rows).await?;
        let dates = made.iter().map(|trip| trip.service_date).chain(renewed.clone().map(|(_, _, date)| *date));
        let without_vehicle = match self.vehicle {
            Some((vehicle, _)) => without_vehicle(db, (self.route.carrier_id, vehicle), overruled, dates).await?,
            None => 0,
        };
        Ok(DepartureEffect {
            made: made.len(),
            removed,
            renewed: renewed.count(),
            kept: ids.into_iter().filter(|id| kept.contains(id)).collect(),
            without_vehicle,
        })
    }

    /// Writes it, within a change of the network; its trips follow.
    pub async fn write(&self, app: &App, tx: &DatabaseTransaction) -> Result<DepartureEffect, Fault> {
        let rows = self.rows(app, tx).await?;
        let timetable = self.timetable(&rows);
        insert_missing::<seat_map::Entity>(tx, rows.seat_map.iter().cloned().collect()).await?;
        insert_missing::<pattern::Entity>(tx, vec![rows.pattern.clone()]).await?;
        upsert::<service::Entity>(tx, vec![rows.service.clone()]).await?;
        service_exception::Entity::delete_many()
            .filter(service_exception::Column::ServiceId.eq(rows.service.id))
            .exec(tx)
            .await?;
        insert_missing::<service_exception::Entity>(tx, rows.exceptions.clone()).await?;
        schedule::Entity::update_many()
            .col_expr(schedule::Column::Active, false.into())
            .filter(schedule::Column::SeriesId.eq(self.series))
            .exec(tx)
            .await?;
        upsert::<schedule::Entity>(tx, vec![rows.schedule.clone()]).await?;
        let renewed = timetable.renewal(app).renew(tx, self.trips()).await?;
        let missing = self.missing(app, tx, &rows).await?;
        let made = missing.len();
        insert_trips(tx, missing).await?;
        let stops: Vec<Uuid> = self.stops.iter().map(StoredStop::stop).collect();
        mark_schedule(app, tx, &rows.schedule, &stops, &self.times).await?;
        let of_it = || Condition::all().add(trip::Column::ScheduleId.eq(rows.schedule.id));
        let now = app.clock.now();
        put_on(tx, of_it(), now).await?;
        let without_vehicle = usize::try_from(waiting(of_it(), now).count(tx).await?).unwrap_or(usize::MAX);
        let (removed, renewed, kept) = (renewed.removed, renewed.renewed, renewed.kept);
        Ok(DepartureEffect { made, removed, renewed, kept, without_vehicle })
    }

    fn trips(&self) -> Condition {
        Condition::all().add(trip::Column::SeriesId.eq(self.series))
    }

    fn timetable(&self, rows: &Rows) -> Timetable {
        let schedules = self.active.then(|| (rows.schedule.id, rows.schedule.clone()));
        Timetable {
            schedules: schedules.into_iter().collect(),
            carriers: HashMap::from([(self.route.id, self.route.carrier_id)]),
            days: HashMap::from([(rows.service.id, self.calendar.to_days())]),
        }
    }

    /// Trips that are to be there and are not.
    async fn missing(&self, app: &App, db: &impl ConnectionTrait, rows: &Rows) -> Result<Vec<trip::Model>, Fault> {
        if !self.active {
            return Ok(Vec::new());
        }
        let now = app.clock.now();
        let network = app.network.get(app).await?;
        let departure = NewestMaps::load(db).await?.seated(rows.schedule.clone());
        let zone: Tz = departure.time_zone.parse().unwrap_or(Tz::UTC);
        let departure = Departure::new(departure, self.route.carrier_id).map_err(Fault::new)?;
        let today = now.with_timezone(&zone).date_naive();
        let there: HashSet<NaiveDate> = trip::Entity::find()
            .select_only()
            .column(trip::Column::ServiceDate)
            .filter(trip::Column::SeriesId.eq(self.series))
            .filter(trip::Column::ServiceDate.gte(today - TimeDelta::days(1)))
            .into_tuple::<NaiveDate>()
            .all(db)
            .await?
            .into_iter()
            .collect();
        let last = days_later(today, u64::from(network.settings.sale_days_ahead));
        let dates = self.calendar.dates(today, last).filter(|date| !there.contains(date));
        Ok(dates.map(|date| departure.trip(date)).filter(|trip| trip.departs_at > now).collect())
    }

    async fn rows(&self, app: &App, db: &impl ConnectionTrait) -> Result<Rows, Fault> {
        let network = app.network.get(app).await?;
        let at = |stop: Option<&StoredStop>| {
            stop.and_then(|stop| network.stop(stop.stop())).ok_or_else(|| Fault::new("a departure has lost its stops"))
        };
        let (first, last) = (at(self.stops.first())?, at(self.stops.last())?);
        let service = service::Model {
            id: Uuid::new_v5(&self.series, b"service"),
            feed: OFFICE.to_owned(),
            code: self.series.to_string(),
            weekdays: self.calendar.weekdays.into(),
            start_date: self.calendar.period.map(|period| period.0),
            end_date: self.calendar.period.map(|period| period.1),
        };
        let exceptions = self.calendar.exceptions.iter();
        let exceptions = exceptions.map(|(date, added)| service_exception::Model {
            service_id: service.id,
            date: *date,
            added: *added,
        });
        let stops = serde_json::to_string(&self.stops)?;
        let pattern = pattern::Model { id: pattern_id(self.route.id, &stops), route_id: self.route.id, stops };
        let layout = self.vehicle.map_or(self.route.layout_id, |(_, layout)| layout);
        let seat_map = match layout {
            Some(id) => layout::Entity::find_by_id(id).one(db).await?,
            None => None,
        };
        let units = if self.vehicle.is_some() { 1 } else { u16::try_from(self.route.units).unwrap_or(1) };
        let seat_map =
            seat_map.map(|row| Ok::<_, Fault>(seat_map_row(&layout_of(&row)?.seat_map(units)?))).transpose()?;
        let reserved = self.route.reserved && seat_map.is_some();
        let capacity = seat_map
            .as_ref()
            .map_or(UNKNOWN_VEHICLE_CAPACITY, |map| if reserved { map.seat_count } else { map.capacity });
        let mut schedule = schedule::Model {
            id: Uuid::nil(),
            series_id: self.series,
            feed: OFFICE.to_owned(),
            code: self.series.to_string(),
            route_id: self.route.id,
            pattern_id: pattern.id,
            service_id: service.id,
            seat_map_id: seat_map.as_ref().map(|map| map.id),
            capacity,
            reserved,
            number: self.number.clone(),
            headsign: last.place.as_ref().map_or(&last.names, |place| &place.names).clone(),
            time_zone: first.zone.name().to_owned(),
            times: serde_json::to_string(&self.times)?,
            vehicle_id: self.vehicle.map(|(id, _)| id),
            sale_opens_days: self.sale_opens_days,
            sale_closes_minutes: self.sale_closes_minutes,
            active: self.active,
        };
        let content = serde_json::to_string(&(
            (schedule.pattern_id, schedule.seat_map_id, schedule.capacity, schedule.reserved, self.route.carrier_id),
            (&schedule.number, &schedule.headsign, &schedule.time_zone, &schedule.times),
            (schedule.vehicle_id, schedule.sale_opens_days, schedule.sale_closes_minutes),
        ))?;
        schedule.id = Uuid::new_v5(&self.series, content.as_bytes());
        Ok(Rows { schedule, exceptions: exceptions.collect(), service, pattern, seat_map })
    }
}
