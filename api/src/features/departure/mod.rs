//! Recurring departures of a line, as the office keeps them, and what a change of one does to its trips.
//!
//! Invariants: one schedule of a series is active at a time; trips with sales stay as they were sold, unless somebody says
//! that they follow or do not run; a departure that
//! the office has saved, or whose line it has changed, is left alone by imports.

mod add_trip;
mod clash;
mod follow;
mod query;
mod read;
mod record;
mod retime;
mod save_departure;

pub use add_trip::{AddTrip, TripAdditionQuery};
pub use follow::{RoutesTrips, follow_holidays, follow_path, follow_route, runs_along};
pub use query::{DepartureQuery, KeptTrip, kept_trips};
pub use record::DepartureRecord;
pub use retime::{RETIME_TRIP, retime};
pub use save_departure::SaveDeparture;
