//! Public holidays, and what a change of one does to departures.
//!
//! Invariants: departures of the office that holidays concern, and their trips, follow in the transaction that changes one;
//! a day that the office has changed or taken away is left alone by imports.

mod drop_holiday;
mod query;
mod save_holiday;
mod types;

pub use drop_holiday::DropHoliday;
pub use query::{HolidayFilterInput, HolidayQuery, HolidaySort};
pub use save_holiday::SaveHoliday;
