//! Passengers of one trip who are carried by another one: two half-empty trips that become one, those of a closed road.
//!
//! Invariants: an order is moved whole or not at all; whoever has a seat on the other trip keeps it; nobody pays or gets
//! anything back, and where the carrier is another one, it is owed what the first one was.

mod choices;
mod move_passengers;
mod plan;
mod trip_move;

pub use choices::RebookingQuery;
pub use move_passengers::MovePassengers;
pub use trip_move::TripMoveQuery;
