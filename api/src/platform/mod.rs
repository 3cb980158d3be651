//! What the rules and use cases need from the world, each behind a small door that a test can replace:
//! database, clock, identifiers, bus, jobs, mail and SMS, secrets, limits.
//!
//! Nothing here knows a feature or the GraphQL schema.

pub mod bus;
pub mod clock;
pub mod db;
pub mod escpos;
pub mod fault;
mod group_commit;
pub mod idempotency;
pub mod ids;
pub mod jobs;
pub mod limit;
pub mod mail;
pub mod memory;
pub mod paper;
pub mod rows;
pub mod secrets;
pub mod sheet;
pub mod slip;

pub use fault::Fault;
