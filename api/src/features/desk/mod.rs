//! Places of a station where tickets are sold by hand.
//!
//! Invariants: a desk stays with its station; two desks of a station in use never have the same sign; nobody is tied to a
//! desk of a station where they do not work.

mod query;
mod save_desk;
mod types;

pub use query::DeskQuery;
pub use save_desk::SaveDesk;
pub use types::{Desk, DeskLoader, DesksOfStaff};
