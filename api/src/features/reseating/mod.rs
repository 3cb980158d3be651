//! Passengers who come to other seats, of another vehicle or of another trip, with all that belongs to them: claims, lines,
//! baggage, new tickets.
//!
//! Invariants: whoever does it has locked the orders first and the trips after them, as a sale does, so that a sale is
//! before it and carried over with it, or after it and finds other seats; who had a ticket has one good one afterwards.

mod carry_over;
mod lock;
mod seating;

pub use carry_over::{Carried, Move, carry_over};
pub use lock::{Locked, lock};
pub use seating::{Person, Reseated, Seating, Seats, claims_of, reseat};
