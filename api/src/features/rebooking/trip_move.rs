use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use async_graphql::{Context, Error, ID, Object, Result, SimpleObject};
use domain::reseating::Unfixed;
use uuid::Uuid;

use crate::app::App;
use crate::features::audit::audit;
use crate::features::inventory::{self, SeatMapUnit, SpaceState};
use crate::features::network::{TripState, TripView, trip_view};
use crate::features::reseating::{Person, Seating};
use crate::features::trip::{SeatForInput, StopCall, Trip, staff_trip};
use crate::graphql::{Can, Gid, Kind, Permission, Viewer, app, error, viewer};
use crate::platform::Fault;

use super::plan::{MovePlan, Mover, StaysBehind, Trips, same_stations};

/// A passenger of a trip who is to be carried by another one.
#[derive(SimpleObject)]
pub struct MovedPassenger {
    /// Of the order's line: what `seats` names.
    pub line_id: ID,
    /// Those with the same order are moved together.
    pub order_id: ID,
    pub order_number: String,
    /// Null for who may not see passengers.
    pub name: Option<String>,
    /// Boarding the trip they have a ticket for.
    pub from: StopCall,
    /// Alighting from it.
    pub to: StopCall,
    /// Boarding the other trip; null for who stays behind.
    pub new_from: Option<StopCall>,
    /// Alighting from the other trip; null for who stays behind.
    pub new_to: Option<StopCall>,
    /// Gets on or off at another station of the same town than the ticket says.
    pub other_station: bool,
    /// Label of the seat now; null where seats are not numbered.
    pub seat: Option<String>,
    /// Label of the seat on the other trip; null for who stays behind, and where seats are not numbered.
    pub new_seat: Option<String>,
    /// Gets a seat of another class than the one that was bought.
    pub other_class: bool,
    /// Why they stay behind; null for who goes.
    pub stays_behind: Option<StaysBehind>,
}

/// A seat of the other trip that somebody has, or that is closed.
#[derive(SimpleObject)]
pub struct OccupiedSeat {
    pub seat: String,
    /// Call from which on.
    pub from: i32,
    /// Call up to which.
    pub to: i32,
}

/// What would become of the passengers of a trip on another one.
#[derive(SimpleObject)]
pub struct TripMove {
    pub to: Trip,
    /// Everybody with a ticket of those who were asked for, by seat.
    pub passengers: Vec<MovedPassenger>,
    /// Vehicles or coaches of the other trip; empty with open seating.
    pub units: Vec<SeatMapUnit>,
    /// Its seats that are not to be had.
    pub occupied: Vec<OccupiedSeat>,
    /// Mails and SMS that would be written.
    pub messages: i32,
    /// The other trip is another carrier's: it will be owed what the first one was.
    pub other_carrier: bool,
}

#[derive(Default)]
pub struct TripMoveQuery;

#[Object]
impl TripMoveQuery {
    /// Staff: who would sit where if the passengers of one trip were carried by another; of some orders, or of all. `seats`
    /// are those that were decided by hand, the others are proposed around them; with `otherClass`, who finds no seat of
    /// their class is given another. BAD_INPUT: trips that are over or the same, a seat that is not to be had. Where names
    /// are told, the reading is in the audit log.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "100 + child_complexity")]
    async fn trip_move(
        &self,
        ctx: &Context<'_>,
        trip_id: ID,
        to_trip_id: ID,
        order_ids: Option<Vec<ID>>,
        #[graphql(default)] seats: Vec<SeatForInput>,
        #[graphql(default)] other_class: bool,
    ) -> Result<TripMove> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let both = Both::read(app, viewer, &trip_id, &to_trip_id).await?;
        if let Some((path, code)) = both.wrong() {
            return Err(error::bad_input(format!("{path}: {code}")));
        }
        let seating = Seating::read(app.db.read(), both.from.id).await?;
        let now = app.clock.now();
        let taken: Vec<(i32, i32)> = both.state.taken(now).collect();
        let kept = both.state.kept.as_deref();
        let trips = Trips { from: &both.from, to: &both.to, taken: &taken, kept, now };
        let plan = MovePlan::of(&trips, &seating, orders_of(order_ids)?.as_ref(), &fixed_of(&seats)?, other_class)?;
        let plan = plan.map_err(|wrong| match wrong.first() {
            Some((_, Unfixed::Twice)) => error::bad_input("seats: one seat for two"),
            _ => error::bad_input("seats: no such seat"),
        })?;
        let named = viewer.can(Permission::ViewPassengers);
        if named && !plan.movers.is_empty() {
            audit(app, viewer, "READ_PASSENGERS", &format!("trip:{}", both.from.id)).await?;
        }
        let orders: BTreeMap<Uuid, &Person<'_>> = plan
            .movers
            .iter()
            .filter(|one| one.fate.is_ok())
            .map(|one| (one.person.order.order.id, &one.person))
            .collect();
        let map = both.to.seat_map.as_deref().filter(|_| both.to.reserved);
        Ok(TripMove {
            passengers: plan.movers.iter().filter_map(|one| passenger(&both, one, named)).collect(),
            units: map.map(|map| map.units().iter().map(SeatMapUnit::from).collect()).unwrap_or_default(),
            occupied: map.map(|map| spans(&trips.occupied(map), |seat| map.label(seat))).unwrap_or_default(),
            messages: i32::try_from(orders.values().map(|one| one.order.ways_to_tell()).sum::<usize>())
                .unwrap_or(i32::MAX),
            other_carrier: both.from.carrier.id != both.to.carrier.id,
            to: Trip::from(Arc::clone(&both.to)),
        })
    }
}

/// Both trips as they are now, with the seats of the second.
pub struct Both {
    pub from: Arc<TripView>,
    pub to: Arc<TripView>,
    pub state: Arc<SpaceState>,
}

impl Both {
    pub async fn read(app: &App, viewer: &Viewer, from: &ID, to: &ID) -> Result<Self, Error> {
        let (from, to) = (staff_trip(app, viewer, from).await?, staff_trip(app, viewer, to).await?);
        let (to, state) = inventory::seated(app, to.id).await?.ok_or_else(error::not_found)?;
        Ok(Both { from, to, state })
    }

    /// The same by the rows' ids, for a job; `None`: there is no such trip.
    pub async fn of(app: &App, from: Uuid, to: Uuid) -> Result<Option<Self>, Fault> {
        let (Some(from), Some((to, state))) = (trip_view(app, from).await?, inventory::seated(app, to).await?) else {
            return Ok(None);
        };
        Ok(Some(Both { from, to, state }))
    }

    /// The field and the code of what speaks against it.
    pub fn wrong(&self) -> Option<(&'static str, &'static str)> {
        let over = |trip: &TripView| matches!(trip.state, TripState::Cancelled | TripState::Arrived);
        if self.from.id == self.to.id {
            Some(("toTripId", "SAME_TRIP"))
        } else if over(&self.from) {
            Some(("tripId", "TRIP_OVER"))
        } else if over(&self.to) {
            Some(("toTripId", "TRIP_OVER"))
        } else {
            self.to.road_closed.then_some(("toTripId", "ROAD_CLOSED"))
        }
    }
}

pub fn orders_of(ids: Option<Vec<ID>>) -> Result<Option<HashSet<Uuid>>, Error> {
    ids.map(|ids| ids.iter().map(|id| Gid::find(Kind::Order, id)).collect()).transpose()
}

pub fn fixed_of(seats: &[SeatForInput]) -> Result<HashMap<Uuid, String>, Error> {
    seats.iter().map(|one| Ok((Gid::find(Kind::Line, &one.line_id)?, one.seat.clone()))).collect()
}

fn passenger(both: &Both, one: &Mover<'_>, named: bool) -> Option<MovedPassenger> {
    let Person { order, line, .. } = one.person;
    let who = order.passengers.iter().find(|row| row.id == line.passenger_id);
    let names = who.into_iter().flat_map(|who| [&who.last_name, &who.first_name]).flatten();
    let name = names.map(String::as_str).collect::<Vec<_>>().join(" ");
    let at = |call: i32| Some(StopCall::new(&both.from, both.from.call(call)?));
    let there = |call: i32| Some(StopCall::new(&both.to, both.to.call(call)?));
    let moved = one.fate.as_ref().ok();
    Some(MovedPassenger {
        line_id: Gid::of(Kind::Line, line.id),
        order_id: Gid::of(Kind::Order, order.order.id),
        order_number: order.order.number.clone(),
        name: Some(name).filter(|name| named && !name.is_empty()),
        from: at(line.from_call)?,
        to: at(line.to_call)?,
        new_from: moved.and_then(|moved| there(moved.from)),
        new_to: moved.and_then(|moved| there(moved.to)),
        other_station: moved.is_some_and(|moved| {
            let ride = (line.from_call, line.to_call);
            !same_stations(&both.from, &both.to, ride, (moved.from, moved.to))
        }),
        seat: line.seat_label.clone(),
        new_seat: moved.and_then(|moved| moved.label.clone()),
        other_class: moved.is_some_and(|moved| moved.other_class),
        stays_behind: one.fate.as_ref().err().copied(),
    })
}

/// Neighbouring legs of one seat together.
fn spans<'a>(occupied: &BTreeSet<(u16, i32)>, label: impl Fn(u16) -> Option<&'a str>) -> Vec<OccupiedSeat> {
    let mut spans: Vec<(u16, i32, i32)> = Vec::new();
    for (seat, leg) in occupied {
        match spans.last_mut().filter(|(known, _, to)| known == seat && to == leg) {
            Some((.., to)) => *to += 1,
            None => spans.push((*seat, *leg, leg + 1)),
        }
    }
    let told = |(seat, from, to)| Some(OccupiedSeat { seat: label(seat)?.to_owned(), from, to });
    spans.into_iter().filter_map(told).collect()
}
