use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use async_graphql::{Result, SimpleObject};
use chrono::NaiveDate;
use domain::closure::rides_along;
use domain::order::LineState;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{closure, order, order_line};

use crate::app::App;
use crate::features::network::{ClosedSection, Network, TripState, TripView};
use crate::features::trip::Trip;
use crate::graphql::{Date, Money};
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

/// What a closure touches on one day.
#[derive(SimpleObject)]
pub struct ClosureDay {
    /// Date of departure from the first stop, in the zone of the carrier's timetable.
    pub date: Date,
    pub trips: i32,
    /// Seats and laps with a ticket.
    pub tickets: i32,
}

/// A trip that a closure stops.
#[derive(SimpleObject)]
pub struct StoppedTrip {
    pub trip: Trip,
    /// Seats and laps with a ticket.
    pub tickets: i32,
}

/// What a closure touches: trips that have not been reported as gone, and who has tickets for them now.
#[derive(SimpleObject)]
pub struct ClosureImpact {
    pub trips: i32,
    /// By day, the first 62; days without trips are left out.
    pub days: Vec<ClosureDay>,
    /// Trips with tickets in order of departure, the first 100: whose passengers other trips may carry (see
    /// `movePassengers`), or who get their money back.
    pub with_tickets: Vec<StoppedTrip>,
    /// Orders with tickets.
    pub orders: i32,
    /// Seats and laps with a ticket.
    pub tickets: i32,
    /// Of these, those who get on or off between the section's ends or ride all along.
    pub tickets_on_section: i32,
    /// Seats that somebody is choosing or paying now.
    pub held: i32,
    /// Orders that can be told by mail.
    pub with_email: i32,
    /// Orders that can be told by SMS.
    pub with_phone: i32,
    /// What was paid for these tickets, by currency.
    pub paid: Vec<Money>,
}

/// A trip along the section, and between which calls.
pub struct Stopped {
    pub trip: Arc<TripView>,
    pub crossing: (usize, usize),
}

impl Stopped {
    /// Whether who has this line rides along the section.
    pub fn rides_along(&self, line: &order_line::Model) -> bool {
        let call = |n: i32| usize::try_from(n).unwrap_or(0);
        rides_along(self.crossing, call(line.from_call), call(line.to_call))
    }
}

/// Trips that the section stops, in order of departure: not those that run no more, or have been reported as gone.
pub async fn stopped(app: &App, network: &Network, section: &ClosedSection) -> Result<Vec<Stopped>, Fault> {
    // Those of the last days too: their passengers may not have had their money back.
    let trips = section.trips(app, network, chrono::DateTime::UNIX_EPOCH).await?;
    let waits = |trip: &Arc<TripView>| matches!(trip.state, TripState::Scheduled | TripState::Boarding);
    let stopped = trips.into_iter().filter(waits);
    Ok(stopped.filter_map(|trip| Some(Stopped { crossing: section.crossing(&trip)?, trip })).collect())
}

/// Lines on these trips that were sold or are held.
pub async fn lines_of(db: &impl ConnectionTrait, stopped: &[Stopped]) -> Result<Vec<order_line::Model>, Fault> {
    use order_line::Column;
    let states = [LineState::Issued, LineState::Held].map(LineState::code);
    let ids: Vec<Uuid> = stopped.iter().map(|one| one.trip.id).collect();
    let mut lines = Vec::new();
    for chunk in ids.chunks(MAX_IDS) {
        let those = order_line::Entity::find().filter(Column::SpaceId.is_in(chunk.iter().copied()));
        lines.extend(those.filter(Column::State.is_in(states)).all(db).await?);
    }
    Ok(lines)
}

pub async fn of_closure(app: &App, network: &Network, row: &closure::Model) -> Result<ClosureImpact> {
    let stopped = match ClosedSection::of(network, row) {
        Some(section) => stopped(app, network, &section).await?,
        None => Vec::new(),
    };
    Ok(impact(app, &stopped).await?)
}

pub async fn impact(app: &App, stopped: &[Stopped]) -> Result<ClosureImpact, Fault> {
    let lines = lines_of(app.db.read(), stopped).await?;
    let of_trip: HashMap<Uuid, &Stopped> = stopped.iter().map(|one| (one.trip.id, one)).collect();
    let mut days: BTreeMap<NaiveDate, (usize, usize)> = BTreeMap::new();
    for one in stopped {
        days.entry(one.trip.service_date).or_default().0 += 1;
    }
    let (mut tickets, mut on_section, mut held) = (0, 0, 0);
    let mut by_trip: HashMap<Uuid, usize> = HashMap::new();
    let mut paid: BTreeMap<&str, i64> = BTreeMap::new();
    let mut orders: HashSet<Uuid> = HashSet::new();
    for line in &lines {
        let Some(one) = of_trip.get(&line.space_id) else { continue };
        let seat = usize::from(line.code.is_none());
        if line.state == LineState::Held.code() {
            held += seat;
            continue;
        }
        orders.insert(line.order_id);
        *paid.entry(&line.currency).or_default() += line.price_minor;
        tickets += seat;
        *by_trip.entry(line.space_id).or_default() += seat;
        on_section += if one.rides_along(line) { seat } else { 0 };
        days.entry(one.trip.service_date).or_default().1 += seat;
    }
    let (mut with_email, mut with_phone) = (0, 0);
    for chunk in orders.iter().copied().collect::<Vec<_>>().chunks(MAX_IDS) {
        let rows = order::Entity::find().filter(order::Column::Id.is_in(chunk.iter().copied()));
        for row in rows.all(app.db.read()).await? {
            with_email += usize::from(row.email.is_some());
            with_phone += usize::from(row.phone.is_some());
        }
    }
    let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
    let day = |(date, (trips, tickets))| ClosureDay { date: Date(date), trips: count(trips), tickets: count(tickets) };
    Ok(ClosureImpact {
        trips: count(stopped.len()),
        days: days.into_iter().map(day).take(62).collect(),
        with_tickets: stopped
            .iter()
            .filter_map(|one| Some((&one.trip, *by_trip.get(&one.trip.id)?)))
            .map(|(trip, tickets)| StoppedTrip { trip: Trip::from(Arc::clone(trip)), tickets: count(tickets) })
            .take(100)
            .collect(),
        orders: count(orders.len()),
        tickets: count(tickets),
        tickets_on_section: count(on_section),
        held: count(held),
        with_email: count(with_email),
        with_phone: count(with_phone),
        paid: paid.into_iter().map(|(currency, minor)| Money::of(minor, currency)).collect(),
    })
}
