//! Closed sections of road as the timetable sees them: which trips go along, and the mark that takes those off sale.
//!
//! The mark is on the trip's row, which every sale changes: a sale is before the mark or is refused, on any replica. It
//! is set under the lock that imports, the generation of trips and changes of closures take, so that it always follows
//! from the closures and the timetable of one moment.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::closure::{Passing, Period, crossing};
use domain::timetable::{CallTimes, instant};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use uuid::Uuid;

use ::entity::{closure, schedule, trip};

use super::snapshot::{Network, PatternStop, Target};
use super::trip_view::{TripView, views_of};
use super::version::{begin_change, finish_change};
use crate::app::App;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

/// The town or station at an end of a section.
pub fn end_of_section(network: &Network, id: Uuid) -> Option<Target> {
    let place = network.place(id).map(|place| Target::Place(place.index));
    place.or_else(|| network.stop(id).map(|stop| Target::Station(stop.index)))
}

/// A section, its ends as stops of the timetable.
pub struct ClosedSection {
    from: HashSet<u32>,
    to: HashSet<u32>,
    period: Period,
}

impl ClosedSection {
    pub fn new(network: &Network, from: Target, to: Target, period: Period) -> Self {
        let stops = |end| network.stops_of_target(end).into_iter().collect();
        ClosedSection { from: stops(from), to: stops(to), period }
    }

    /// None where an end is no longer known.
    pub fn of(network: &Network, row: &closure::Model) -> Option<Self> {
        let period = Period { both_ways: row.both_ways, starts_at: row.starts_at, ends_at: row.ends_at };
        Some(Self::new(network, end_of_section(network, row.from_id)?, end_of_section(network, row.to_id)?, period))
    }

    /// The calls between which a trip goes along while the section is closed, by the plan.
    pub fn crossing(&self, trip: &TripView) -> Option<(usize, usize)> {
        let calls = trip.calls.iter().map(|call| self.passing(call.stop.index, call.arrival, call.departure));
        crossing(&calls.collect::<Vec<_>>(), self.period)
    }

    fn passing(&self, stop: u32, arrival: DateTime<Utc>, departure: DateTime<Utc>) -> Passing {
        Passing { arrival, departure, at_from: self.from.contains(&stop), at_to: self.to.contains(&stop) }
    }

    /// Whether who follows these stops may go along at some time.
    fn may_cross(&self, stops: &[PatternStop]) -> bool {
        let at = |ends: &HashSet<u32>| stops.iter().any(|stop| ends.contains(&stop.stop));
        at(&self.from) && at(&self.to)
    }

    /// A trip as it is about to be written.
    fn crosses_new(&self, network: &Network, row: &trip::Model) -> bool {
        let Some(schedule) = network.schedule(row.schedule_id) else { return false };
        let stops = &network.patterns[schedule.pattern as usize].stops;
        let midnight = instant(row.service_date, 0, schedule.zone);
        let at = |seconds: i32| midnight + TimeDelta::seconds(i64::from(seconds));
        let calls = stops.iter().zip(&schedule.times[..]);
        let calls = calls.map(|(stop, [arrival, departure])| self.passing(stop.stop, at(*arrival), at(*departure)));
        self.may_cross(stops) && crossing(&calls.collect::<Vec<_>>(), self.period).is_some()
    }

    /// Trips along the section while it is closed that are not over at `since`, in order of departure.
    pub async fn trips(&self, app: &App, network: &Network, since: DateTime<Utc>) -> Result<Vec<Arc<TripView>>, Fault> {
        use trip::Column;
        let mut period = Condition::all().add(Column::ArrivesAt.gt(self.period.starts_at.max(since)));
        if let Some(ends_at) = self.period.ends_at {
            period = period.add(Column::DepartsAt.lt(ends_at));
        }
        let keys: Vec<(Uuid, Uuid)> = trip::Entity::find()
            .select_only()
            .columns([Column::Id, Column::ScheduleId])
            .filter(period)
            .order_by_asc(Column::DepartsAt)
            .order_by_asc(Column::Id)
            .into_tuple()
            .all(app.db.read())
            .await?;
        // What is no longer in the timetable, but was sold, is looked at as a whole.
        let wanted = keys.into_iter().filter(|(_, schedule)| {
            let schedule = network.schedule(*schedule);
            schedule.is_none_or(|one| self.may_cross(&network.patterns[one.pattern as usize].stops))
        });
        let wanted: Vec<Uuid> = wanted.map(|(id, _)| id).collect();
        let mut trips = Vec::new();
        for chunk in wanted.chunks(MAX_IDS) {
            let rows = trip::Entity::find().filter(Column::Id.is_in(chunk.iter().copied()));
            let rows = rows.order_by_asc(Column::DepartsAt).order_by_asc(Column::Id).all(app.db.read()).await?;
            let views = views_of(app, network, rows).await?;
            trips.extend(views.into_iter().filter(|view| self.crossing(view).is_some()));
        }
        Ok(trips)
    }
}

/// The closures that hold now or later.
async fn standing(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<closure::Model>, Fault> {
    use closure::Column;
    let not_over = Condition::any().add(Column::EndsAt.is_null()).add(Column::EndsAt.gt(now));
    Ok(closure::Entity::find().filter(Column::LiftedAt.is_null()).filter(not_over).all(db).await?)
}

/// Marks trips that are made now where a section they go along is closed.
pub(super) async fn mark_new(app: &App, version: i64, trips: &mut [trip::Model]) -> Result<(), Fault> {
    let rows = standing(app.db.read(), app.clock.now()).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let mut network = app.network.get(app).await?;
    if network.version != version {
        // Another replica's change that this one has not heard of.
        app.network.forget();
        network = app.network.get(app).await?;
    }
    let sections: Vec<ClosedSection> = rows.iter().filter_map(|row| ClosedSection::of(&network, row)).collect();
    for trip in trips {
        trip.road_closed = sections.iter().any(|section| section.crosses_new(&network, trip));
    }
    Ok(())
}

/// Whether a road that a trip goes along by its schedule is closed then.
pub async fn road_is_closed(app: &App, db: &impl ConnectionTrait, row: &trip::Model) -> Result<bool, Fault> {
    let closed = standing(db, app.clock.now()).await?;
    if closed.is_empty() {
        return Ok(false);
    }
    let network = app.network.get(app).await?;
    let mut sections = closed.iter().filter_map(|closed| ClosedSection::of(&network, closed));
    Ok(sections.any(|section| section.crosses_new(&network, row)))
}

/// The same for the coming trips of one schedule, inside the change that has made it.
pub(super) async fn mark_schedule(
    app: &App,
    tx: &DatabaseTransaction,
    schedule: &schedule::Model,
    stops: &[Uuid],
    times: &[CallTimes],
) -> Result<(), Fault> {
    use trip::Column;
    let now = app.clock.now();
    let rows = standing(tx, now).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let network = app.network.get(app).await?;
    let zone: Tz = schedule.time_zone.parse().unwrap_or(Tz::UTC);
    let stops: Vec<u32> = stops.iter().filter_map(|id| network.stop(*id)).map(|stop| stop.index).collect();
    let sections: Vec<ClosedSection> = rows.iter().filter_map(|row| ClosedSection::of(&network, row)).collect();
    let trips = trip::Entity::find().filter(Column::ScheduleId.eq(schedule.id)).filter(Column::ArrivesAt.gt(now));
    for trip in trips.all(tx).await? {
        let midnight = instant(trip.service_date, 0, zone);
        let at = |seconds: i32| midnight + TimeDelta::seconds(i64::from(seconds));
        let road_closed = sections.iter().any(|section| {
            let calls = stops.iter().zip(times);
            let calls = calls.map(|(stop, [arrival, departure])| section.passing(*stop, at(*arrival), at(*departure)));
            crossing(&calls.collect::<Vec<_>>(), section.period).is_some()
        });
        if road_closed != trip.road_closed {
            let mark = trip::ActiveModel { id: Set(trip.id), road_closed: Set(road_closed), ..Default::default() };
            trip::Entity::update(mark).exec(tx).await?;
        }
    }
    Ok(())
}

/// Sets the mark on the trips that standing closures stop, and takes it from the others. Inside a change of the
/// timetable; returns how many trips have changed.
pub async fn mark_trips(app: &App, tx: &DatabaseTransaction) -> Result<usize, Fault> {
    use trip::Column;
    let now = app.clock.now();
    let network = app.network.get(app).await?;
    let mut closed: BTreeSet<Uuid> = BTreeSet::new();
    for row in standing(tx, now).await? {
        let Some(section) = ClosedSection::of(&network, &row) else { continue };
        closed.extend(section.trips(app, &network, now).await?.iter().map(|trip| trip.id));
    }
    let marked = trip::Entity::find().select_only().column(Column::Id).filter(Column::RoadClosed.eq(true));
    let marked: BTreeSet<Uuid> = marked.into_tuple::<Uuid>().all(tx).await?.into_iter().collect();
    let mut changed = 0;
    for (ids, road_closed) in [(&closed - &marked, true), (&marked - &closed, false)] {
        let ids: Vec<Uuid> = ids.into_iter().collect();
        changed += ids.len();
        for chunk in ids.chunks(MAX_IDS) {
            if tx.get_database_backend() == DbBackend::Postgres {
                // In the order in which sales lock them.
                let lock = trip::Entity::find().select_only().column(Column::Id).lock_exclusive();
                let lock = lock.filter(Column::Id.is_in(chunk.iter().copied())).order_by_asc(Column::Id);
                lock.into_tuple::<Uuid>().all(tx).await?;
            }
            let mark = trip::ActiveModel { road_closed: Set(road_closed), ..Default::default() };
            let mark = trip::Entity::update_many().set(mark).filter(Column::Id.is_in(chunk.iter().copied()));
            mark.exec(tx).await?;
        }
    }
    Ok(changed)
}

/// After trips were made or renewed: whatever went past the marks is marked.
pub async fn renew_marks(app: &App) -> Result<(), Fault> {
    if standing(app.db.read(), app.clock.now()).await?.is_empty() {
        return Ok(());
    }
    let tx = begin_change(app).await?;
    if mark_trips(app, &tx).await? == 0 {
        return Ok(tx.give_up(()).await?);
    }
    Ok(finish_change(app, tx).await?)
}
