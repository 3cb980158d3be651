//! What a dispatcher works with: a station's day, with what asks for somebody's attention.
//!
//! Invariant: it only reads; what is done to a trip is done by `trip`.

mod alarms;
mod board;
mod figures;

pub use board::{DispatchQuery, DispatchSubscription};
