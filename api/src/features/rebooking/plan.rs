//! Who would sit where on the other trip: asked before it and done with it by the same rule.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use async_graphql::Enum;
use chrono::{DateTime, Utc};
use domain::order::LineState;
use domain::quota::{Kept, Purpose};
use domain::rebooking::{Halt, counterpart};
use domain::reseating::{Sitter, Unfixed, propose};
use domain::seat_map::SeatMap;
use uuid::Uuid;

use ::entity::order_line;

use crate::features::inventory::Claim;
use crate::features::network::{Call, TripView};
use crate::features::order::Bundle;
use crate::features::reseating::{Move, Person, Seating};
use crate::platform::Fault;

/// Why somebody stays behind.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum StaysBehind {
    /// The other trip does not call where they get on or off, or may not carry them between.
    NoStop,
    /// The other trip has left where they get on.
    Departed,
    /// There is no seat of their class.
    NoSeat,
    /// Somebody of their order stays behind.
    Company,
}

/// A seat that somebody moves to.
pub struct Moved {
    /// Calls of the other trip.
    pub from: i32,
    pub to: i32,
    /// A seat or place on each leg.
    pub by_leg: Vec<i32>,
    /// What is written on it, where seats are numbered.
    pub label: Option<String>,
    pub other_class: bool,
}

/// One who has a seat on the first trip and has paid.
pub struct Mover<'a> {
    pub person: Person<'a>,
    pub fate: Result<Moved, StaysBehind>,
}

pub struct MovePlan<'a> {
    pub movers: Vec<Mover<'a>>,
}

/// The two trips and when they are looked at.
pub struct Trips<'a> {
    pub from: &'a TripView,
    pub to: &'a TripView,
    /// Seats of the other trip that somebody has, with the leg.
    pub taken: &'a [(i32, i32)],
    /// Seats of it that not everybody may take.
    pub kept: Option<&'a Kept>,
    pub now: DateTime<Utc>,
}

fn halt(call: &Call) -> Halt {
    Halt {
        stop: call.stop.id,
        station: call.stop.parent.unwrap_or(call.stop.id),
        town: call.stop.place.as_ref().map(|place| place.id),
        boarding: call.boarding && !call.skipped,
        alighting: call.alighting && !call.skipped,
        cabotage: call.cabotage,
    }
}

/// Where one who rides between these calls of the one trip gets on and off the other.
pub fn way(
    from: &TripView,
    to: &TripView,
    (from_call, to_call): (i32, i32),
    now: DateTime<Utc>,
) -> Result<(i32, i32), StaysBehind> {
    let (Some(boards), Some(alights)) = (from.call(from_call), from.call(to_call)) else {
        return Err(StaysBehind::NoStop);
    };
    let halts: Vec<Halt> = to.calls.iter().map(halt).collect();
    let (on, off) = counterpart(&halt(boards), &halt(alights), &halts).ok_or(StaysBehind::NoStop)?;
    if to.calls[on].departure + to.delay() <= now {
        return Err(StaysBehind::Departed);
    }
    Ok((to.calls[on].sequence, to.calls[off].sequence))
}

/// Whether that way on the other trip begins and ends at the very stations of the ride on the first.
pub fn same_stations(from: &TripView, to: &TripView, ride: (i32, i32), way: (i32, i32)) -> bool {
    let station = |trip: &TripView, sequence| trip.call(sequence).map(|call| halt(call).station);
    station(from, ride.0) == station(to, way.0) && station(from, ride.1) == station(to, way.1)
}

impl Trips<'_> {
    pub fn way(&self, line: &order_line::Model) -> Result<(i32, i32), StaysBehind> {
        way(self.from, self.to, (line.from_call, line.to_call), self.now)
    }

    /// Seats of the other trip that are taken or closed, by leg.
    pub fn occupied(&self, map: &SeatMap) -> BTreeSet<(u16, i32)> {
        let rules = self.kept.iter().flat_map(|kept| &kept.0);
        let labels = rules.filter(|rule| rule.purpose == Purpose::Closed).flat_map(|rule| &rule.seats);
        let legs = i32::try_from(self.to.calls.len()).unwrap_or(1) - 1;
        let closed =
            labels.filter_map(|label| map.ordinal(label)).flat_map(|seat| (0..legs).map(move |leg| (seat, leg)));
        let taken = self.taken.iter().filter_map(|(seat, leg)| Some((u16::try_from(*seat).ok()?, *leg)));
        closed.chain(taken).collect()
    }
}

impl<'a> MovePlan<'a> {
    /// Of the orders, or of all. `fixed` are seats that the dispatcher has decided, by line; what can't be is answered with
    /// the line.
    pub fn of(
        trips: &Trips<'a>,
        seating: &'a Seating,
        orders: Option<&HashSet<Uuid>>,
        fixed: &HashMap<Uuid, String>,
        other_class: bool,
    ) -> Result<Result<Self, Vec<(Uuid, Unfixed)>>, Fault> {
        let wanted = |one: &Person<'_>| one.sold() && orders.is_none_or(|orders| orders.contains(&one.order.order.id));
        let people = seating.people(trips.from.id, trips.from.seat_map.as_deref(), trips.now);
        let people: Vec<Person<'a>> = people.into_iter().filter(wanted).collect();
        let mut fates: Vec<Result<(i32, i32), StaysBehind>> = people.iter().map(|one| trips.way(one.line)).collect();
        loop {
            // An order goes whole.
            let staying: HashSet<Uuid> = people
                .iter()
                .zip(&fates)
                .filter(|(_, fate)| fate.is_err())
                .map(|(one, _)| one.order.order.id)
                .collect();
            for (one, fate) in people.iter().zip(&mut fates) {
                if fate.is_ok() && staying.contains(&one.order.order.id) {
                    *fate = Err(StaysBehind::Company);
                }
            }
            let going: Vec<(usize, (i32, i32))> =
                fates.iter().enumerate().filter_map(|(at, fate)| Some((at, (*fate).ok()?))).collect();
            let placed = match place(trips, &people, &going, fixed, other_class)? {
                Ok(placed) => placed,
                Err(wrong) => return Ok(Err(wrong)),
            };
            let unseated: Vec<usize> =
                going.iter().zip(&placed).filter(|(_, moved)| moved.is_none()).map(|((at, _), _)| *at).collect();
            if unseated.is_empty() {
                let mut placed: HashMap<usize, Moved> =
                    going.iter().map(|(at, _)| *at).zip(placed.into_iter().flatten()).collect();
                let fate = |(at, fate): (usize, Result<(i32, i32), StaysBehind>)| match fate {
                    Ok(_) => placed.remove(&at).ok_or(StaysBehind::NoSeat),
                    Err(why) => Err(why),
                };
                let fates = fates.into_iter().enumerate().map(fate);
                let movers = people.iter().copied().zip(fates).map(|(person, fate)| Mover { person, fate }).collect();
                return Ok(Ok(MovePlan { movers }));
            }
            // One order at a time, the biggest first: its places may be enough for the others.
            let order = |at: usize| people[at].order.order.id;
            let size = |at: usize| people.iter().filter(|one| one.order.order.id == order(at)).count();
            let behind = unseated.iter().copied().max_by_key(|at| (size(*at), *at)).map(order);
            unseated
                .into_iter()
                .filter(|at| Some(order(*at)) == behind)
                .for_each(|at| fates[at] = Err(StaysBehind::NoSeat));
        }
    }

    /// Those who go, with where.
    pub fn moved(&self) -> impl Iterator<Item = (Person<'a>, &Moved)> {
        self.movers.iter().filter_map(|mover| Some((mover.person, mover.fate.as_ref().ok()?)))
    }

    /// What is written down: seats, and the laps of those who go.
    pub fn moves(&self, trips: &Trips<'_>) -> Vec<Move> {
        let space = trips.to.id;
        let mut moves: Vec<Move> = Vec::new();
        let mut orders: BTreeMap<Uuid, &Bundle> = BTreeMap::new();
        for (person, moved) in self.moved() {
            orders.insert(person.order.order.id, person.order);
            moves.push(Move {
                line: person.line.id,
                space,
                from_call: moved.from,
                to_call: moved.to,
                seat: moved.by_leg.first().copied(),
                label: moved.label.clone(),
            });
        }
        for lap in orders.values().flat_map(|order| laps(order, trips.from.id)) {
            let Ok((from_call, to_call)) = trips.way(lap) else { continue };
            moves.push(Move { line: lap.id, space, from_call, to_call, seat: None, label: None });
        }
        moves
    }

    /// Their claims on the other trip.
    pub fn claims(&self, trips: &Trips<'_>) -> Vec<Claim> {
        let of = |(person, moved): (Person<'_>, &Moved)| {
            let (space, line) = (trips.to.id, person.line.id);
            let legs = (moved.from..).zip(moved.by_leg.clone());
            legs.map(move |(leg, seat)| Claim { space, seat, leg, line }).collect::<Vec<_>>()
        };
        self.moved().flat_map(of).collect()
    }
}

/// Children on laps with tickets for the trip.
fn laps(order: &Bundle, trip: Uuid) -> impl Iterator<Item = &order_line::Model> {
    let sold = |line: &order_line::Model| LineState::parse(&line.state).is_some_and(LineState::is_sold);
    order
        .lines
        .iter()
        .filter(move |line| line.space_id == trip && line.code.is_none() && line.seat.is_none() && sold(line))
}

type Placed = Vec<Option<Moved>>;

/// Seats for those who go, in their order; those who are there keep theirs.
fn place(
    trips: &Trips<'_>,
    people: &[Person<'_>],
    going: &[(usize, (i32, i32))],
    fixed: &HashMap<Uuid, String>,
    other_class: bool,
) -> Result<Result<Placed, Vec<(Uuid, Unfixed)>>, Fault> {
    if !trips.to.reserved {
        return Ok(Ok(count(trips, going)));
    }
    let map = trips.to.seat_map.as_deref().ok_or_else(|| Fault::new("numbered seats without a plan"))?;
    let mut seats: HashMap<Uuid, u16> = HashMap::new();
    let mut sitters: Vec<Sitter<'_>> = Vec::with_capacity(going.len());
    for (at, (from, to)) in going {
        let Person { order, line, map: own } = people[*at];
        let known = own.zip(line.seat.and_then(|seat| u16::try_from(seat).ok()));
        sitters.push(Sitter {
            id: line.id,
            company: order.order.id,
            from: *from,
            to: *to,
            sold: true,
            seat: known.filter(|_| trips.from.reserved).unwrap_or((map, 0)),
        });
        if let Some(label) = fixed.get(&line.id) {
            seats.insert(line.id, map.ordinal(label).unwrap_or(u16::MAX));
        }
    }
    // Whoever is there already keeps the seat, and nobody sits on one that is closed.
    for (seat, leg) in trips.occupied(map) {
        let id = Uuid::from_u128((u128::from(seat) << 32) | u128::try_from(leg).unwrap_or(0));
        seats.insert(id, seat);
        sitters.push(Sitter { id, company: id, from: leg, to: leg + 1, sold: true, seat: (map, seat) });
    }
    let placed = match propose(map, &sitters, &seats, other_class) {
        Ok(placed) => placed,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let moved = |((_, (from, to)), placed): (&(usize, (i32, i32)), domain::reseating::Placed)| {
        let seat = placed.seat?;
        Some(Moved {
            from: *from,
            to: *to,
            by_leg: vec![i32::from(seat); usize::try_from(to - from).unwrap_or(0)],
            label: map.label(seat).map(str::to_owned),
            other_class: placed.other_class,
        })
    };
    Ok(Ok(going.iter().zip(placed).map(moved).collect()))
}

/// Places without numbers: whichever are free on each leg.
fn count(trips: &Trips<'_>, going: &[(usize, (i32, i32))]) -> Placed {
    let mut used: HashSet<(i32, i32)> = trips.taken.iter().copied().collect();
    let mut placed = Vec::with_capacity(going.len());
    for (_, (from, to)) in going {
        let free = |leg: i32| (1..=trips.to.capacity).find(|seat| !used.contains(&(*seat, leg)));
        let by_leg: Option<Vec<i32>> = (*from..*to).map(free).collect();
        if let Some(by_leg) = &by_leg {
            used.extend(by_leg.iter().copied().zip(*from..));
        }
        placed.push(by_leg.map(|by_leg| Moved { from: *from, to: *to, by_leg, label: None, other_class: false }));
    }
    placed
}
