//! What the station publishes for others: the timetable with its prices as GTFS, and what the dispatcher reports as
//! GTFS-Realtime.
//!
//! Invariants: a dated trip has the same `trip_id` and `start_date` in both, given by [`Naming`] alone; the same
//! timetable gives the same bytes on every replica.

mod archive;
mod export;
mod fares;
mod message;
mod naming;
mod realtime;
mod rows;
mod serve;
mod services;
mod store;

pub use serve::router;
pub use store::{Feeds, StaticFeed};
