use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use domain::order::LineState;
use domain::reseating::{Sitter, Unfixed, count_places, propose};
use domain::seat_map::SeatMap;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use ::entity::order_line;

use crate::features::inventory::Claim;
use crate::features::order::Bundle;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

use super::lock::orders_on;

/// The orders of those who sit on trips.
pub struct Seating {
    pub orders: BTreeMap<Uuid, Bundle>,
}

/// One with a seat, or a counted place.
#[derive(Clone, Copy)]
pub struct Person<'a> {
    pub order: &'a Bundle,
    pub line: &'a order_line::Model,
    /// Whose seats the line names; `None` where they are not numbered.
    pub map: Option<&'a SeatMap>,
}

impl Person<'_> {
    /// Has paid; the others are buying.
    pub fn sold(&self) -> bool {
        LineState::parse(&self.line.state).is_some_and(LineState::is_sold)
    }
}

impl Seating {
    /// As it is now, for who only looks.
    pub async fn read(db: &impl ConnectionTrait, trip: Uuid) -> Result<Self, Fault> {
        Self::of_orders(db, &orders_on(db, &[trip]).await?).await
    }

    /// Of many trips at once.
    pub async fn of_trips(db: &impl ConnectionTrait, trips: &[Uuid]) -> Result<Self, Fault> {
        let mut orders = Vec::new();
        for some in trips.chunks(MAX_IDS) {
            orders.extend(orders_on(db, some).await?);
        }
        orders.sort_unstable();
        orders.dedup();
        Self::of_orders(db, &orders).await
    }

    pub(super) async fn of_orders(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Self, Fault> {
        let mut orders = BTreeMap::new();
        for chunk in ids.chunks(400) {
            orders.extend(Bundle::read(db, chunk).await?);
        }
        Ok(Seating { orders })
    }

    fn lines(&self, trip: Uuid) -> impl Iterator<Item = (&Bundle, &order_line::Model)> {
        let of = move |order| -> std::vec::IntoIter<_> { seats_of(order, trip).into_iter() };
        self.orders.values().flat_map(of)
    }

    /// Everybody with a seat on the trip, sold or held at this moment, by seat.
    pub fn people<'a>(&'a self, trip: Uuid, map: Option<&'a SeatMap>, now: DateTime<Utc>) -> Vec<Person<'a>> {
        let sits = |(order, line): &(&Bundle, &order_line::Model)| order.line_state(line, now).takes_seat();
        let mut people: Vec<Person<'_>> =
            self.lines(trip).filter(sits).map(|(order, line)| Person { order, line, map }).collect();
        people.sort_by_key(|one| (one.line.seat, one.line.from_call, one.line.id));
        people
    }

    /// Seats that were held and not paid in time: free for others, and taken again if money comes while they are.
    pub fn ended(&self, trip: Uuid, now: DateTime<Utc>) -> Vec<&order_line::Model> {
        let ended = |(order, line): &(&Bundle, &order_line::Model)| order.line_state(line, now) == LineState::Expired;
        self.lines(trip).filter(ended).map(|(_, line)| line).collect()
    }
}

fn seats_of(order: &Bundle, trip: Uuid) -> Vec<(&Bundle, &order_line::Model)> {
    let seats = order.lines.iter().filter(|line| line.space_id == trip && line.code.is_none() && line.seat.is_some());
    seats.map(|line| (order, line)).collect()
}

/// The seats that people come to.
pub struct Seats<'a> {
    pub map: &'a SeatMap,
    /// False: places are counted.
    pub reserved: bool,
    pub capacity: i32,
}

/// Where a person is to sit.
pub struct Reseated<'a> {
    pub person: Person<'a>,
    /// A seat or place on each leg; `None`: there is none for them.
    pub by_leg: Option<Vec<i32>>,
    /// What is written on it, where seats are numbered.
    pub label: Option<String>,
    pub other_class: bool,
}

impl Reseated<'_> {
    /// To a seat with another number.
    pub fn moves(&self) -> bool {
        self.by_leg.is_some() && self.label != self.person.line.seat_label
    }
}

/// Asks the rule for seats for people, in their order. `fixed` are lines whose seat somebody has decided, by its ordinal.
pub fn reseat<'a>(
    people: &[Person<'a>],
    seats: &Seats<'_>,
    fixed: &HashMap<Uuid, u16>,
    other_class: bool,
) -> Result<Vec<Reseated<'a>>, Vec<(Uuid, Unfixed)>> {
    if !seats.reserved {
        let ways: Vec<_> = people.iter().map(|one| (one.line.from_call, one.line.to_call, one.sold())).collect();
        let places = count_places(u16::try_from(seats.capacity).unwrap_or(0), &ways);
        let counted = people.iter().zip(places).map(|(person, places)| Reseated {
            person: *person,
            by_leg: places.map(|places| places.into_iter().map(i32::from).collect()),
            label: None,
            other_class: false,
        });
        return Ok(counted.collect());
    }
    let sitter = |one: &Person<'a>| Sitter {
        id: one.line.id,
        company: one.order.order.id,
        from: one.line.from_call,
        to: one.line.to_call,
        sold: one.sold(),
        seat: (one.map.unwrap_or(seats.map), one.line.seat.and_then(|seat| u16::try_from(seat).ok()).unwrap_or(0)),
    };
    let sitters: Vec<Sitter<'_>> = people.iter().map(sitter).collect();
    let placed = propose(seats.map, &sitters, fixed, other_class)?;
    let answer = people.iter().zip(placed).map(|(person, placed)| {
        let legs = usize::try_from(person.line.to_call - person.line.from_call).unwrap_or(0);
        Reseated {
            person: *person,
            by_leg: placed.seat.map(|seat| vec![i32::from(seat); legs]),
            label: placed.seat.and_then(|seat| seats.map.label(seat)).map(str::to_owned),
            other_class: placed.other_class,
        }
    });
    Ok(answer.collect())
}

/// The claims of those who have found a seat in this space, each with the end of its hold.
pub fn claims_of<'a>(
    space: Uuid,
    reseated: impl IntoIterator<Item = &'a Reseated<'a>>,
) -> Vec<(Claim, Option<DateTime<Utc>>)> {
    let mut claims = Vec::new();
    for Reseated { person, by_leg, .. } in reseated {
        let held_until = (!person.sold()).then_some(person.order.order.hold_until);
        let legs = (person.line.from_call..).zip(by_leg.iter().flatten());
        claims.extend(legs.map(|(leg, seat)| (Claim { space, seat: *seat, leg, line: person.line.id }, held_until)));
    }
    claims
}
