//! Towns, stations and stops: finding them by name, a station's board of departures and arrivals, and what the office
//! keeps of them.
//!
//! Invariants: a time is shown in the zone of the stop it belongs to; a platform is in the town and the zone of its
//! station; what the timetable uses is in use; what the office has changed is not overwritten by an import.

mod access;
mod board;
mod change;
mod query;
mod record;
mod save_place;
mod save_platform;
mod save_station;
mod staff;
mod types;

pub use access::{find_station, may_change, sees_station};
pub use board::{BoardQuery, StationSubscription, board_changes};
pub use query::StationQuery;
pub use save_place::SavePlace;
pub use save_platform::SavePlatform;
pub use save_station::SaveStation;
pub use staff::{StationFilterInput, StationSort, StationStaffQuery};
pub use types::{Place, PlaceSuggestion, Stop, SuggestionKind, find_target};
