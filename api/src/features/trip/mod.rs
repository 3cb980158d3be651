//! Dated trips as passengers and staff see them.
//!
//! Invariant: planned times never change; a delay comes on top of them.

mod query;
mod staff;
mod types;

pub use query::TripQuery;
pub use staff::TripStaffQuery;
pub use types::{StopCall, Trip, TripVehicle};
