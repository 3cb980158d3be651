//! Which seats an order takes: those asked for, the best ones, or counted places where seats are not numbered.

use chrono::{DateTime, Utc};
use domain::quota::Buyer;
use domain::seat_choice;

use crate::features::inventory::{Refused, SeatStatus, SpaceState};
use crate::features::network::TripView;

/// For each passenger with a seat, the places on each leg: one seat all the way, or with open seating any free place
/// of each leg.
#[derive(Debug, PartialEq, Eq)]
pub struct Places {
    /// Seat by leg, for each passenger.
    pub by_leg: Vec<Vec<i32>>,
    /// What the passenger reads; empty with open seating.
    pub labels: Vec<Option<String>>,
}

#[derive(Debug, PartialEq, Eq)]
pub enum NoPlaces {
    /// Labels that are taken.
    Taken(Vec<String>),
    /// Labels that this vehicle does not have.
    Unknown(Vec<String>),
    /// A label twice.
    Twice(String),
    TooFew {
        left: i32,
    },
}

/// Chooses places for `count` passengers on the legs `from..to`.
pub fn choose(
    trip: &TripView,
    state: &SpaceState,
    buyer: &Buyer,
    wanted: Option<&[String]>,
    count: usize,
    (from, to): (i32, i32),
    now: DateTime<Utc>,
) -> Result<Places, NoPlaces> {
    let left = state.seats_left(trip, buyer, from, to, now);
    let refused = state.refused(trip, buyer, from, now);
    let free = |seat: u16| state.seat_for(&refused, seat.into(), from, to, now) == SeatStatus::Free;
    if usize::try_from(left).unwrap_or(0) < count && wanted.is_none() {
        return Err(NoPlaces::TooFew { left });
    }
    let Some(map) = trip.seat_map.as_ref().filter(|_| trip.reserved) else {
        return open_places(trip, state, &refused, count, (from, to), now, left);
    };
    let ordinals: Vec<u16> = match wanted {
        Some(labels) => {
            let unknown: Vec<String> = labels.iter().filter(|label| map.ordinal(label).is_none()).cloned().collect();
            if !unknown.is_empty() {
                return Err(NoPlaces::Unknown(unknown));
            }
            if let Some(twice) = labels.iter().enumerate().find(|(n, label)| labels[..*n].contains(label)) {
                return Err(NoPlaces::Twice(twice.1.clone()));
            }
            let taken: Vec<String> =
                labels.iter().filter(|label| map.ordinal(label).is_some_and(|seat| !free(seat))).cloned().collect();
            if !taken.is_empty() {
                return Err(NoPlaces::Taken(taken));
            }
            labels.iter().filter_map(|label| map.ordinal(label)).collect()
        }
        None => {
            let free: Vec<bool> = map.seats().map(|(seat, _)| free(seat)).collect();
            seat_choice::choose(map, &free, count, None).ok_or(NoPlaces::TooFew { left })?
        }
    };
    let legs = usize::try_from(to - from).unwrap_or(0);
    Ok(Places {
        by_leg: ordinals.iter().map(|seat| vec![i32::from(*seat); legs]).collect(),
        labels: ordinals.iter().map(|seat| map.label(*seat).map(str::to_owned)).collect(),
    })
}

fn open_places(
    trip: &TripView,
    state: &SpaceState,
    refused: &Refused,
    count: usize,
    (from, to): (i32, i32),
    now: DateTime<Utc>,
    left: i32,
) -> Result<Places, NoPlaces> {
    let mut by_leg: Vec<Vec<i32>> = vec![Vec::new(); count];
    for leg in from..to {
        let mut free = (1..=trip.capacity).filter(|place| !refused.contains(place) && state.is_free(*place, leg, now));
        for places in &mut by_leg {
            places.push(free.next().ok_or(NoPlaces::TooFew { left })?);
        }
    }
    Ok(Places { by_leg, labels: vec![None; count] })
}
