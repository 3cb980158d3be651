//! A dated trip with everything about it: what search, seat maps, boards and orders look at.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::Enum;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::seat_map::SeatMap;
use domain::timetable::{CallTimes, instant};
use entity::Names;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::snapshot::{Carrier, Network, PatternStop, Route, SaleWindow, Stop, Vehicle};
use super::snapshot_load::pattern_stops;
use crate::app::App;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

/// Passengers get on board so long before departure.
const BOARDING: TimeDelta = TimeDelta::minutes(20);

/// How far a trip is.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TripState {
    Scheduled,
    /// Passengers are getting on at the first stop.
    Boarding,
    /// On its way.
    Departed,
    /// At its last stop.
    Arrived,
    /// Does not run; everything paid is returned.
    Cancelled,
}

impl TripState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scheduled => "SCHEDULED",
            Self::Boarding => "BOARDING",
            Self::Departed => "DEPARTED",
            Self::Arrived => "ARRIVED",
            Self::Cancelled => "CANCELLED",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        let all = [Self::Scheduled, Self::Boarding, Self::Departed, Self::Arrived, Self::Cancelled];
        all.into_iter().find(|state| state.as_str() == text)
    }
}

/// A stop of a trip, as planned; a delay comes on top.
#[derive(Debug, Clone)]
pub struct Call {
    /// From 0.
    pub sequence: i32,
    pub stop: Arc<Stop>,
    pub arrival: DateTime<Utc>,
    pub departure: DateTime<Utc>,
    pub boarding: bool,
    pub alighting: bool,
    /// The dispatcher has said that the trip does not stop here after all.
    pub skipped: bool,
    /// Metres from the first stop.
    pub distance_m: Option<i32>,
    /// On the platform's sign, as planned or as the dispatcher has said.
    pub platform: Option<String>,
    /// Between two calls with the same number nobody is carried.
    pub cabotage: Option<u8>,
}

#[derive(Debug)]
pub struct TripView {
    pub id: Uuid,
    pub schedule_id: Uuid,
    pub number: String,
    pub route: Arc<Route>,
    pub carrier: Arc<Carrier>,
    /// Headsign.
    pub destination: Arc<Names>,
    /// As stored; [`TripView::state_at`] tells what the clock makes of it.
    pub state: TripState,
    pub delay_minutes: i32,
    /// Date of departure from the first stop in the carrier's zone.
    pub service_date: NaiveDate,
    pub calls: Vec<Call>,
    /// None with open seating of an unknown vehicle.
    pub seat_map: Option<Arc<SeatMap>>,
    /// Another one after the vehicle was changed for one with other seats.
    pub seat_map_id: Option<Uuid>,
    /// Passengers on each leg.
    pub capacity: i32,
    /// False: open seating.
    pub reserved: bool,
    /// By the dispatcher.
    pub sale_closed: bool,
    /// A section of its road is closed: nothing of it is on sale.
    pub road_closed: bool,
    pub sale: SaleWindow,
    /// Once somebody has said which.
    pub vehicle: Option<Arc<Vehicle>>,
    /// Grows with each change of vehicle and drivers.
    pub crew_version: i64,
}

impl TripView {
    pub fn call(&self, sequence: i32) -> Option<&Call> {
        usize::try_from(sequence).ok().and_then(|index| self.calls.get(index))
    }

    /// The date on which the trip leaves a stop, on that stop's calendar.
    pub fn local_date(&self, sequence: i32) -> NaiveDate {
        self.call(sequence).map_or(self.service_date, |call| call.departure.with_timezone(&call.stop.zone).date_naive())
    }

    /// Of the seat with that label, where seats are numbered.
    pub fn class_of(&self, label: &str) -> Option<&str> {
        let map = self.seat_map.as_ref().filter(|_| self.reserved)?;
        Some(map.seat(map.ordinal(label)?)?.class.as_str())
    }

    pub fn delay(&self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.delay_minutes.max(0)))
    }

    /// The state that the clock implies where nobody has reported another.
    pub fn state_at(&self, now: DateTime<Utc>) -> TripState {
        if self.state != TripState::Scheduled {
            return self.state;
        }
        let (Some(first), Some(last)) = (self.calls.first(), self.calls.last()) else { return self.state };
        let (departs, arrives) = (first.departure + self.delay(), last.arrival + self.delay());
        match now {
            _ if now >= arrives => TripState::Arrived,
            _ if now >= departs => TripState::Departed,
            _ if now >= departs - BOARDING => TripState::Boarding,
            _ => TripState::Scheduled,
        }
    }
}

/// A schedule that only trips already made follow.
pub(super) struct OldSchedule {
    number: String,
    headsign: Arc<Names>,
    zone: Tz,
    stops: Vec<PatternStop>,
    times: Vec<CallTimes>,
    sale: SaleWindow,
}

/// One trip; `None` when there is none with that id.
pub async fn trip_view(app: &App, trip_id: Uuid) -> Result<Option<Arc<TripView>>, Fault> {
    if let Some(view) = app.network.trips.get(&trip_id) {
        return Ok(Some(view));
    }
    Ok(trip_views(app, &[trip_id]).await?.remove(&trip_id))
}

/// Many trips, by one query for those that were not looked at lately.
pub async fn trip_views(app: &App, ids: &[Uuid]) -> Result<HashMap<Uuid, Arc<TripView>>, Fault> {
    let mut views = HashMap::with_capacity(ids.len());
    let mut missing = Vec::new();
    for id in ids {
        match app.network.trips.get(id) {
            Some(view) => {
                views.insert(*id, view);
            }
            None => missing.push(*id),
        }
    }
    if missing.is_empty() {
        return Ok(views);
    }
    missing.sort_unstable();
    missing.dedup();
    let network = app.network.get(app).await?;
    for chunk in missing.chunks(MAX_IDS) {
        let rows = entity::trip::Entity::find()
            .filter(entity::trip::Column::Id.is_in(chunk.iter().copied()))
            .all(app.db.read())
            .await?;
        for view in views_of(app, &network, rows).await? {
            views.insert(view.id, view);
        }
    }
    Ok(views)
}

/// Trips of rows that somebody has read, in their order.
pub async fn views_of(
    app: &App,
    network: &Network,
    rows: Vec<entity::trip::Model>,
) -> Result<Vec<Arc<TripView>>, Fault> {
    load_old_schedules(app, network, &rows).await?;
    load_new_seat_maps(app, network, &rows).await?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let view = Arc::new(view(app, network, row)?);
        app.network.trips.insert(view.id, Arc::clone(&view));
        views.push(view);
    }
    Ok(views)
}

/// The trip has changed (state, delay, sale): it is read again next time, on every replica. Called after the commit.
pub fn forget_trip(app: &App, trip_id: Uuid) {
    app.network.trips.invalidate(&trip_id);
    app.bus.publish(&format!("trip:{trip_id}"), &trip_id.to_string());
}

/// Seat maps that trips were given after the timetable was read.
async fn load_new_seat_maps(app: &App, network: &Network, rows: &[entity::trip::Model]) -> Result<(), Fault> {
    let known = |id: &Uuid| network.seat_map(*id).is_some() || app.network.new_seat_maps.contains_key(id);
    let mut wanted: Vec<Uuid> = rows.iter().filter_map(|row| row.seat_map_id).filter(|id| !known(id)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok(());
    }
    let found = entity::seat_map::Entity::find().filter(entity::seat_map::Column::Id.is_in(wanted));
    for row in found.all(app.db.read()).await? {
        app.network.new_seat_maps.insert(row.id, Arc::new(serde_json::from_str(&row.content)?));
    }
    Ok(())
}

async fn load_old_schedules(app: &App, network: &Network, rows: &[entity::trip::Model]) -> Result<(), Fault> {
    let mut wanted: Vec<Uuid> = rows.iter().map(|row| row.schedule_id).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted.retain(|id| network.schedule(*id).is_none() && app.network.old_schedules.get(id).is_none());
    if wanted.is_empty() {
        return Ok(());
    }
    let found =
        entity::schedule::Entity::find().filter(entity::schedule::Column::Id.is_in(wanted)).all(app.db.read()).await?;
    let patterns = entity::pattern::Entity::find()
        .filter(entity::pattern::Column::Id.is_in(found.iter().map(|row| row.pattern_id)))
        .all(app.db.read())
        .await?;
    let patterns: HashMap<Uuid, String> = patterns.into_iter().map(|row| (row.id, row.stops)).collect();
    for row in found {
        let Some(stops) = patterns.get(&row.pattern_id) else { continue };
        let old = OldSchedule {
            number: row.number,
            headsign: Arc::new(row.headsign),
            zone: row.time_zone.parse().unwrap_or(Tz::UTC),
            stops: pattern_stops(stops, &network.stop_index)?,
            times: serde_json::from_str(&row.times)?,
            sale: SaleWindow { opens_days: row.sale_opens_days, closes_minutes: row.sale_closes_minutes },
        };
        app.network.old_schedules.insert(row.id, Arc::new(old));
    }
    Ok(())
}

fn view(app: &App, network: &Network, row: entity::trip::Model) -> Result<TripView, Fault> {
    let lost = |what: &str| Fault::new(format!("trip {} has lost its {what}", row.id));
    let old;
    let (number, headsign, zone, stops, times, sale) = match network.schedule(row.schedule_id) {
        Some(schedule) => {
            let pattern = &network.patterns[schedule.pattern as usize];
            (
                &schedule.number,
                &schedule.headsign,
                schedule.zone,
                &pattern.stops[..],
                &schedule.times[..],
                schedule.sale,
            )
        }
        None => {
            old = app.network.old_schedules.get(&row.schedule_id).ok_or_else(|| lost("schedule"))?;
            (&old.number, &old.headsign, old.zone, &old.stops[..], &old.times[..], old.sale)
        }
    };
    let midnight = instant(row.service_date, 0, zone);
    let at = |seconds: i32| midnight + TimeDelta::seconds(i64::from(seconds));
    let signs: HashMap<i32, String> = match &row.platforms {
        Some(signs) => serde_json::from_value(signs.clone())?,
        None => HashMap::new(),
    };
    let skipped: Vec<i32> = match &row.skipped {
        Some(skipped) => serde_json::from_value(skipped.clone())?,
        None => Vec::new(),
    };
    let calls = (0..)
        .zip(stops.iter().zip(times))
        .map(|(sequence, (stop, [arrival, departure]))| Call {
            sequence,
            stop: Arc::clone(&network.stops[stop.stop as usize]),
            arrival: at(*arrival),
            departure: at(*departure),
            boarding: stop.boarding,
            alighting: stop.alighting,
            skipped: skipped.contains(&sequence),
            distance_m: stop.metres,
            platform: signs.get(&sequence).or(network.stops[stop.stop as usize].platform.as_ref()).cloned(),
            cabotage: stop.cabotage,
        })
        .collect();
    let seat_map = match row.seat_map_id {
        Some(id) => {
            let known = network.seat_map(id).map(Arc::clone).or_else(|| app.network.new_seat_maps.get(&id));
            Some(known.ok_or_else(|| lost("seat map"))?)
        }
        None => None,
    };
    Ok(TripView {
        id: row.id,
        schedule_id: row.schedule_id,
        number: number.clone(),
        route: Arc::clone(network.route(row.route_id).ok_or_else(|| lost("route"))?),
        carrier: Arc::clone(network.carrier(row.carrier_id).ok_or_else(|| lost("carrier"))?),
        destination: Arc::clone(headsign),
        state: TripState::parse(&row.state).ok_or_else(|| lost("state"))?,
        delay_minutes: row.delay_minutes,
        service_date: row.service_date,
        calls,
        seat_map,
        seat_map_id: row.seat_map_id,
        capacity: row.capacity,
        reserved: row.reserved,
        sale_closed: row.sale_closed,
        road_closed: row.road_closed,
        sale,
        vehicle: row.vehicle_id.and_then(|id| network.vehicle(id)).map(Arc::clone),
        crew_version: row.crew_version,
    })
}
