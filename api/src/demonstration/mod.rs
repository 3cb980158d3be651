//! `beket demo --days`: a past for the demonstration, so that lists and charts have a real size.
//!
//! The office is furnished once (`office`). Then day by day, from the last one back, each in one transaction: trips get
//! their crews and their fate (`fleet`, `operations`), and rows are written as a sale, a refund and a boarding write them
//! (`sales`): `beket check` finds nothing.

mod fleet;
mod log;
mod offers;
mod office;
mod operations;
mod people;
mod rows;
mod sales;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use domain::gateway::Terms;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{api_key, claim, trip, trip_driver};

use crate::app::App;
use crate::features::gateway::{SANDBOX, make_sandbox_gateway};
use crate::features::inventory;
use crate::features::network::{Network, PastTrips, TripState, TripView, forget_trip, views_of};
use crate::features::site::local_today;
use crate::platform::Fault;
use crate::platform::rows::{MAX_IDS, insert_missing, upsert};

use fleet::Fleet;
use log::{Log, Staff};
use sales::Sales;

/// Sales reach so many days ahead, fewer with each.
const AHEAD: i64 = 14;
/// Orders for today and the days to come, where nobody says how many there shall be: these trips are looked at first.
const NOW: u32 = 26_000;
/// The last month sold more with each day.
const SEASON: i64 = 30;
/// A place with a number is sold so many times as often as one without.
const NUMBERED: usize = 3;
/// Passengers of an order, about.
const PARTY: u64 = 2;
/// A trip may be full, or the piece that was drawn not sold.
const TRIES: usize = 3;

pub struct Growth {
    /// So many days back from today.
    pub days: u32,
    /// In all.
    pub orders: u32,
}

impl Growth {
    /// As many sales as make the lists of so many days, and the trips of the next ones, look alive.
    pub fn of(days: u32) -> Self {
        Growth { days, orders: days.saturating_mul(250).saturating_add(NOW) }
    }
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Grown {
    pub trips: u64,
    pub orders: u64,
    pub tickets: u64,
}

/// What all days have in common.
pub struct World<'a> {
    app: &'a App,
    network: Arc<Network>,
    now: DateTime<Utc>,
    today: NaiveDate,
    staff: Staff,
    /// Who sells with a key of their own.
    partners: Vec<Uuid>,
    /// What the sandbox keeps.
    gateway: Terms,
}

/// Furnishes the office, makes the trips of past days, and sales on them and on those to come. A second call adds as many
/// sales again.
pub async fn grow(app: &App, growth: &Growth, progress: &(dyn Fn(&str) + Send + Sync)) -> Result<Grown, Fault> {
    if app.config.is_production() {
        return Err(Fault::new("production mode makes no sales up"));
    }
    let now = app.clock.now();
    let today = local_today(now);
    let first = today - TimeDelta::days(i64::from(growth.days));
    let (staff, mut log) = (Staff::find(app).await?, Log::default());
    office::furnish(app, &staff, first, &mut log).await?;
    let partners =
        api_key::Entity::find().filter(api_key::Column::RevokedAt.is_null()).order_by_asc(api_key::Column::Id);
    let partners = partners.all(app.db.read()).await?.into_iter().map(|row| row.id).collect();
    make_sandbox_gateway(app).await?;
    let gateway = app.gateways.find(app, SANDBOX).await?.map(|gateway| gateway.terms.clone());
    let gateway = gateway.ok_or_else(|| Fault::new("the sandbox is not among the gateways"))?;
    let world = World { app, network: app.network.get(app).await?, now, today, staff, partners, gateway };
    let (past, mut fleet) = (PastTrips::load(app).await?, Fleet::read(app).await?);
    // From the last day back, so that what a day has no trips or places for is sold on those before it.
    let mut dates: Vec<NaiveDate> =
        first.iter_days().take_while(|date| *date <= today + TimeDelta::days(AHEAD)).collect();
    dates.reverse();
    let weights: Vec<u64> = dates.iter().map(|date| weight(*date, today)).collect();
    let all: u64 = weights.iter().sum();
    let (mut grown, mut so_far) = (Grown::default(), 0);
    for (date, weight) in dates.into_iter().zip(weights) {
        so_far += weight;
        let due = so_far * u64::from(growth.orders) / all.max(1);
        let day = make_day(&world, &past, &mut fleet, &mut log, date, due - grown.orders).await?;
        grown.trips += day.trips;
        grown.orders += day.orders;
        grown.tickets += day.tickets;
        progress(&format!("back to {date}: {} past trips, {} orders", grown.trips, grown.orders));
    }
    log.write(app).await?;
    Ok(grown)
}

/// More people travel before and after a weekend and in summer; of days to come fewer have bought yet.
fn weight(date: NaiveDate, today: NaiveDate) -> u64 {
    let week = match date.weekday() {
        Weekday::Fri | Weekday::Sun => 14,
        Weekday::Sat => 12,
        Weekday::Tue | Weekday::Wed => 9,
        _ => 10,
    };
    let season = match date.month() {
        7 | 8 => 15,
        1 | 2 | 11 => 8,
        _ => 10,
    };
    let away = (date - today).num_days();
    let busy = if away < 0 {
        let near = u64::try_from((SEASON + away).max(0)).unwrap_or(0);
        100 + near * near
    } else {
        (0..away).fold(2_300, |busy, _| busy * 4 / 5)
    };
    (week * season * busy).max(1)
}

/// Places of a trip that are taken, by leg.
type Taken = HashMap<Uuid, HashSet<(i32, i32)>>;

async fn make_day(
    world: &World<'_>,
    past: &PastTrips,
    fleet: &mut Fleet,
    log: &mut Log,
    date: NaiveDate,
    orders: u64,
) -> Result<Grown, Fault> {
    let app = world.app;
    let new = if date < world.today { past.missing(app, date).await? } else { Vec::new() };
    let there = trip::Entity::find().filter(trip::Column::ServiceDate.eq(date));
    let ids = there.clone().select_only().column(trip::Column::Id).into_tuple::<Uuid>().all(app.db.read()).await?;
    let tx = app.db.begin().await?;
    past.lock(app, &tx).await?;
    // The trips are ours until the commit, so that nobody takes a place that is seen free here.
    let raised = inventory::bump(&tx, ids.clone()).await?;
    let mut taken = Taken::new();
    for some in ids.chunks(MAX_IDS) {
        for row in claim::Entity::find().filter(claim::Column::SpaceId.is_in(some.iter().copied())).all(&tx).await? {
            taken.entry(row.space_id).or_default().insert((row.seat, row.leg));
        }
    }
    let before: HashMap<Uuid, trip::Model> =
        there.all(&tx).await?.into_iter().filter(|row| ids.contains(&row.id)).map(|row| (row.id, row)).collect();
    let mut trips: Vec<trip::Model> = before.values().cloned().chain(new).collect();
    trips.retain(|trip| trip.state != TripState::Cancelled.as_str());
    trips.sort_by_key(|trip| (trip.departs_at, trip.id));
    for trip in &mut trips {
        operations::report(world, trip, taken.contains_key(&trip.id), log);
    }
    let drivers = match date > world.today + TimeDelta::days(1) {
        true => Vec::new(),
        false => fleet.assign(&world.network, &mut trips)?,
    };
    let mut sales = Sales::new(world, taken);
    sell_day(world, &mut sales, &trips, orders).await?;
    for trip in trips.iter().filter(|trip| trip.state == TripState::Cancelled.as_str()) {
        operations::told_cancelled(world, trip, sales.returned(trip.id), log);
    }
    let (made, sold) = sales.finish(log);
    let (known, mut new): (Vec<_>, Vec<_>) = trips.into_iter().partition(|trip| before.contains_key(&trip.id));
    for trip in &mut new {
        // As after a sale.
        trip.version = 1;
    }
    let changed: Vec<trip::Model> = known.into_iter().filter(|trip| before.get(&trip.id) != Some(trip)).collect();
    let changed_ids: Vec<Uuid> = changed.iter().map(|trip| trip.id).collect();
    let grown = Grown { trips: new.len() as u64, ..sold };
    past.insert(&tx, new).await?;
    upsert::<trip::Entity>(&tx, changed).await?;
    insert_missing::<trip_driver::Entity>(&tx, drivers).await?;
    made.write(&tx).await?;
    tx.commit().await?;
    inventory::changed(app, &raised);
    changed_ids.into_iter().for_each(|id| forget_trip(app, id));
    Ok(grown)
}

/// Sells so many orders on some of a day's trips.
async fn sell_day(world: &World<'_>, sales: &mut Sales<'_>, trips: &[trip::Model], orders: u64) -> Result<(), Fault> {
    let ids = &world.app.ids;
    let mut lots: Vec<usize> = Vec::new();
    for (n, trip) in trips.iter().enumerate().filter(|(_, trip)| !trip.sale_closed && !trip.road_closed) {
        let size = usize::try_from(trip.capacity / 8).unwrap_or(0).max(1);
        let popular = popular(trip);
        // Of suburban departures few are full and many nearly empty.
        lots.extend(std::iter::repeat_n(n, size * popular * if trip.reserved { NUMBERED * 5 } else { popular }));
    }
    if lots.is_empty() || orders == 0 {
        return Ok(());
    }
    // Some trips a third full look alive, all of them with a passenger each do not.
    let (mut chosen, mut room) = (HashSet::new(), 0);
    for _ in 0..lots.len() {
        if room >= orders * PARTY * 3 {
            break;
        }
        let n = lots[ids.below(lots.len())];
        if chosen.insert(n) {
            room += u64::try_from(trips[n].capacity).unwrap_or(0);
        }
    }
    lots.retain(|n| chosen.contains(n));
    let rows = trips.iter().enumerate().filter(|(n, _)| chosen.contains(n)).map(|(_, trip)| trip.clone()).collect();
    let views = views_of(world.app, &world.network, rows).await?;
    let views: HashMap<Uuid, Arc<TripView>> = views.into_iter().map(|view| (view.id, view)).collect();
    for trip in trips.iter().filter(|trip| trip.kept.is_some()) {
        if let Some(view) = views.get(&trip.id) {
            sales.keep(view, trip)?;
        }
    }
    let wanted = usize::try_from(orders)?;
    for _ in 0..wanted * TRIES {
        if sales.orders() == wanted {
            break;
        }
        if let Some(view) = views.get(&trips[lots[ids.below(lots.len())]].id) {
            sales.sell(view)?;
        }
    }
    Ok(())
}

/// Some departures are always fuller than others.
fn popular(trip: &trip::Model) -> usize {
    [2, 3, 3, 4, 4, 5, 6, 8][usize::from(trip.series_id.as_bytes()[15]) % 8]
}
