//! Routes: lines with a number, a name and a way of being sold, and the ways they go.
//!
//! Invariants: what the office has changed is not overwritten by an import; a way in use has departures only at stops
//! in use.

mod access;
mod query;
mod record;
mod save_path;
mod save_route;
mod types;

pub use access::{find_path, find_route, may_change};
pub use query::{RouteFilterInput, RouteQuery, RouteSort};
pub use record::{PathCall, RouteRecord};
pub use save_path::SavePath;
pub use save_route::{SERVICE_CLASSES, SaveRoute};
pub use types::Route;
