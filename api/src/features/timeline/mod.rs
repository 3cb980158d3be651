//! Everything that has happened to an order, in the order of time, for those who answer questions about it.
//!
//! Invariants: nothing is written for it: it is read from what each step has left behind; each reading is in the audit log.

mod query;
mod read;
mod types;

pub use query::TimelineQuery;
