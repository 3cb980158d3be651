//! Journeys from a town or station to another on a date: direct, or with one change where nothing direct is sold.
//!
//! Invariants: dates are those of the boarding stop; only what the timetable in memory says is searched, trips
//! themselves (state, delay, free seats) are read for the asked date alone, by one query each.

mod answer;
mod popular;
mod price;
mod query;
mod ride;
mod types;

pub use popular::PopularQuery;
pub use query::SearchQuery;
pub use types::{Journey, JourneySegment, JourneyState, PassengerCountInput, SearchInput, SearchResult};
