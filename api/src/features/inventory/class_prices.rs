//! What seats of each class of a ride cost now.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use domain::dynamic::Look;
use domain::price::{Part, total};
use domain::quota::Buyer;
use uuid::Uuid;

use crate::features::network::{FarePrice, Network, Sale, TripView};
use crate::features::order::{HeldFare, Sitter, shown};

use super::space::{SeatStatus, SpaceState};

/// How full a ride is and how long it is until it leaves: only where prices follow from it.
pub fn look(
    network: &Network,
    sale: &Sale<'_>,
    trip: &TripView,
    state: &SpaceState,
    (from, to): (i32, i32),
    now: DateTime<Utc>,
) -> Look {
    if network.rules().dynamic(sale).is_none() {
        return Look::default();
    }
    let leaves = trip.call(from).map_or(now, |call| call.departure);
    Look { occupied: state.occupied(trip, from, to), hours_ahead: (leaves - now).num_hours().max(0) }
}

/// A class of seats with what one adult pays there, without fees.
pub struct ClassPrice {
    /// None: of all seats, or where they are not numbered.
    pub class: Option<String>,
    /// Free from stop to stop for who asks.
    pub left: i32,
    pub supplements: Vec<Part>,
    pub parts: Vec<Part>,
    /// Without the campaign, minor units.
    pub before_minor: i64,
    /// Which is taken off.
    pub campaign: Option<Uuid>,
}

impl ClassPrice {
    pub fn minor(&self) -> i64 {
        total(&self.parts)
    }
}

/// A ride that somebody looks at.
pub struct Looked<'a> {
    pub trip: &'a TripView,
    pub state: &'a SpaceState,
    pub buyer: &'a Buyer,
    pub from: i32,
    pub to: i32,
}

/// The classes of a ride's seats with their prices, in the order of the seats; one for all where they cost the same.
pub fn class_prices(
    network: &Network,
    ride: &Looked<'_>,
    fare: &FarePrice,
    used_up: &HashSet<Uuid>,
    now: DateTime<Utc>,
) -> Vec<ClassPrice> {
    let Looked { trip, state, buyer, from, to } = *ride;
    let sale = Sale::of(&trip.route, now, buyer.channel);
    let look = look(network, &sale, trip, state, (from, to), now);
    let price = |class: Option<&str>, left: i32| {
        let supplements = network.rules().supplements(&sale, fare, class, look);
        let held = HeldFare::new(fare, supplements);
        let shown = shown(network, &sale, &fare.currency, &held, &Sitter::adult(trip.local_date(from)), used_up);
        let (parts, before_minor) = (shown.parts, shown.before_minor);
        let campaign = shown.campaign.map(|rule| rule.id);
        ClassPrice {
            class: class.map(str::to_owned),
            left,
            supplements: held.supplements,
            parts,
            before_minor,
            campaign,
        }
    };
    let map = trip.seat_map.as_ref().filter(|_| trip.reserved && network.rules().has_classes(&sale, fare));
    let Some(map) = map else { return vec![price(None, state.seats_left(trip, buyer, from, to, now))] };
    let refused = state.refused(trip, buyer, from, now);
    let mut classes: Vec<(&str, i32)> = Vec::new();
    for (ordinal, seat) in map.seats() {
        let free = i32::from(state.seat_for(&refused, ordinal.into(), from, to, now) == SeatStatus::Free);
        match classes.iter_mut().find(|(class, _)| *class == seat.class) {
            Some((_, left)) => *left += free,
            None => classes.push((&seat.class, free)),
        }
    }
    classes.into_iter().map(|(class, left)| price(Some(class), left)).collect()
}

/// Of the classes that have a free seat the cheapest; of all where none has.
pub fn cheapest(prices: &[ClassPrice]) -> Option<&ClassPrice> {
    prices
        .iter()
        .filter(|one| one.left > 0)
        .min_by_key(|one| one.minor())
        .or(prices.iter().min_by_key(|one| one.minor()))
}
