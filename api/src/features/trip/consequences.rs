use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use domain::order::LineState;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{order, order_line};

use crate::app::App;
use crate::features::network::{TripView, trip_views};
use crate::graphql::{Can, Gid, Kind, Money, Permission, app, error, viewer};
use crate::platform::Fault;

use super::access::{staff_trip, works_with};
use super::change::lines_on_all;
use super::change_trips::{MOST_TRIPS, call_at};
use super::types::Trip;

/// Whom a change of a trip concerns, counted before it is made.
#[derive(SimpleObject)]
pub struct TripConsequences {
    /// Orders with tickets.
    pub orders: i32,
    /// Seats and laps with a ticket.
    pub passengers: i32,
    /// Seats that somebody is choosing or paying now.
    pub held: i32,
    /// Orders that can be told by mail.
    pub with_email: i32,
    /// Orders that can be told by SMS.
    pub with_phone: i32,
    /// What goes back if the trip is cancelled, by currency.
    pub paid: Vec<Money>,
}

/// Whom a change of one of many trips concerns.
#[derive(SimpleObject)]
pub struct ConsequencesOfTrip {
    pub trip: Trip,
    pub consequences: TripConsequences,
}

/// Whom a change of many trips concerns.
#[derive(SimpleObject)]
pub struct TripsConsequences {
    /// All together; an order with tickets for several of them is counted once.
    pub total: TripConsequences,
    /// One by one, in the order in which they were named.
    pub trips: Vec<ConsequencesOfTrip>,
}

#[derive(Default)]
pub struct TripConsequencesQuery;

#[Object]
impl TripConsequencesQuery {
    /// Staff: what a delay or a cancellation would touch; with `boardingAt`, the sequence of a call, only those who get on
    /// there, with `stoppingAt` those who get on or off there.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "20 + child_complexity")]
    async fn trip_consequences(
        &self,
        ctx: &Context<'_>,
        trip_id: ID,
        boarding_at: Option<i32>,
        stopping_at: Option<i32>,
    ) -> Result<TripConsequences> {
        let app = app(ctx);
        let trip = staff_trip(app, viewer(ctx), &trip_id).await?;
        let of = |line: &order_line::Model| {
            boarding_at.is_none_or(|call| line.from_call == call)
                && stopping_at.is_none_or(|call| line.from_call == call || line.to_call == call)
        };
        Ok(Touched::read(app, &[trip.id], of).await?.count(&[trip.id]))
    }

    /// Staff: what `changeTrips` would touch, summed and by trip; with `stationId` only those who get on there. At most 200
    /// trips; those that are not there or are somebody else's are left out.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "200 + child_complexity")]
    async fn trips_consequences(
        &self,
        ctx: &Context<'_>,
        trip_ids: Vec<ID>,
        station_id: Option<ID>,
    ) -> Result<TripsConsequences> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        if trip_ids.len() > MOST_TRIPS {
            return Err(error::bad_input("tripIds: at most 200"));
        }
        let station = station_id.map(|id| Gid::find(Kind::Stop, &id)).transpose()?;
        let mut ids: Vec<Uuid> = Vec::with_capacity(trip_ids.len());
        for id in trip_ids.iter().filter_map(|id| Gid::read(Kind::Trip, id)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let views = trip_views(app, &ids).await?;
        let own: Vec<Arc<TripView>> =
            ids.iter().filter_map(|id| views.get(id)).filter(|view| works_with(viewer, view)).cloned().collect();
        let ids: Vec<Uuid> = own.iter().map(|view| view.id).collect();
        let of = |line: &order_line::Model| {
            station.is_none_or(|station| {
                views.get(&line.space_id).and_then(|view| call_at(view, station)) == Some(line.from_call)
            })
        };
        let touched = Touched::read(app, &ids, of).await?;
        let trips = own
            .into_iter()
            .map(|view| ConsequencesOfTrip { consequences: touched.count(&[view.id]), trip: Trip::from(view) });
        Ok(TripsConsequences { trips: trips.collect(), total: touched.count(&ids) })
    }
}

/// What is sold and held of some trips, read in as few statements for many as for one.
struct Touched {
    lines: HashMap<Uuid, Vec<order_line::Model>>,
    orders: HashMap<Uuid, order::Model>,
    held: HashMap<Uuid, i32>,
}

impl Touched {
    async fn read(app: &App, trips: &[Uuid], of: impl Fn(&order_line::Model) -> bool) -> Result<Self, Fault> {
        let mut lines: HashMap<Uuid, Vec<order_line::Model>> = HashMap::new();
        for line in lines_on_all(app.db.read(), trips, &[LineState::Issued]).await? {
            if of(&line) {
                lines.entry(line.space_id).or_default().push(line);
            }
        }
        let ids: HashSet<Uuid> = lines.values().flatten().map(|line| line.order_id).collect();
        let ids: Vec<Uuid> = ids.into_iter().collect();
        let mut orders = HashMap::with_capacity(ids.len());
        for chunk in ids.chunks(400) {
            let rows = order::Entity::find().filter(order::Column::Id.is_in(chunk.iter().copied()));
            orders.extend(rows.all(app.db.read()).await?.into_iter().map(|row| (row.id, row)));
        }
        let now = app.clock.now();
        let states = crate::features::inventory::states(app, trips).await?;
        let held = states.into_iter().map(|(id, state)| (id, state.held(now))).collect();
        Ok(Touched { lines, orders, held })
    }

    fn count(&self, trips: &[Uuid]) -> TripConsequences {
        let lines = || trips.iter().filter_map(|trip| self.lines.get(trip)).flatten();
        let orders: HashSet<Uuid> = lines().map(|line| line.order_id).collect();
        let mut paid: BTreeMap<&str, i64> = BTreeMap::new();
        for line in lines() {
            *paid.entry(&line.currency).or_default() += line.price_minor;
        }
        let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        let with = |has: fn(&order::Model) -> bool| {
            count(orders.iter().filter_map(|id| self.orders.get(id)).filter(|row| has(row)).count())
        };
        TripConsequences {
            orders: count(orders.len()),
            passengers: count(lines().filter(|line| line.code.is_none()).count()),
            held: trips.iter().filter_map(|trip| self.held.get(trip)).sum(),
            with_email: with(|row| row.email.is_some()),
            with_phone: with(|row| row.phone.is_some()),
            paid: paid.into_iter().map(|(currency, minor)| Money::of(minor, currency)).collect(),
        }
    }
}
