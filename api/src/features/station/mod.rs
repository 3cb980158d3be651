//! Towns, stations and stops: finding them by name, and a station's board of departures and arrivals.
//!
//! Invariant: a time is shown in the zone of the stop it belongs to.

mod board;
mod query;
mod types;

pub use board::{BoardQuery, StationSubscription};
pub use query::StationQuery;
pub use types::{Names, Place, PlaceSuggestion, Stop, SuggestionKind, find_target};
