//! Seats of a space, leg by leg: who has claimed what until when.
//!
//! Invariants: a (space, seat, leg) has at most one claim, kept by the table's primary key; a claim with a past
//! `held_until` is free for whoever comes next, whether or not a job has swept it; every change of a space's claims
//! raises the version of its trip in the same transaction and is told on the bus after it; who claims seats of a map that
//! the trip has no more, because its vehicle was changed, or seats that are kept for others, is told so by that version's
//! row.

mod claims;
mod class_prices;
mod on_sale;
mod query;
mod seat_map_changed;
mod sold;
mod space;
mod types;

pub use claims::{Claim, ClaimsLost, Raised, bump, confirm, extend, release, reseat, sold_places, take, taken_now};
pub use class_prices::{ClassPrice, Looked, cheapest, class_prices, look};
pub use on_sale::on_sale;
pub use query::InventoryQuery;
pub use seat_map_changed::InventorySubscription;
pub use sold::{SoldLoader, SoldOn};
pub use space::{
    Inventory, Refused, SeatStatus, SpaceState, changed, changed_to, forget, known, look_again, read_kept, refused,
    seated, seats_left, state, states,
};
pub use types::{CellKind, Deck, SeatFacing, SeatMapUnit, plan_id};
