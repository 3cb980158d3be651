//! Who has done or read what: an append-only log whose entries are chained.
//!
//! Invariants: a change and its entry are in one transaction; each entry is bound to everything before it; no personal
//! data is in it, except of staff.

mod chain;
mod query;
mod subject;
mod write;

pub use chain::broken_chain;
pub use query::{AuditFilterInput, AuditQuery, AuditSort};
pub use write::{Change, Done, audit, audit_all, audit_change};
