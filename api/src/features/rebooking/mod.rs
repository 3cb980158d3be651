//! Passengers of one trip who are carried by another one: two half-empty trips that become one, those of a closed road.
//!
//! Invariants: an order is moved whole or not at all; whoever has a seat on the other trip keeps it; nobody pays or gets
//! anything back, and where the carrier is another one, it is owed what the first one was. What is planned for many trips at
//! once gives no seat to two; what was promised is done by a job for each pair of trips, by the rows of that moment.

mod carry;
mod carry_out;
mod choices;
mod move_passengers;
mod plan;
mod sharing;
mod trip_move;

pub use carry_out::{REBOOK_TRIP, Rebooking, carry_out};
pub use choices::RebookingQuery;
pub use move_passengers::MovePassengers;
pub use plan::StaysBehind;
pub use sharing::{Choice, Share, Shared, Wish, share};
pub use trip_move::TripMoveQuery;
