//! A cashier's time at a desk, and every movement of the money there.
//!
//! Invariants: a desk and a cashier have at most one open shift, by the database itself; operations follow each other
//! without gaps and are never changed; a till never holds less than nothing; the ledger knows of each in the same
//! transaction; a closed shift has nothing in its till.

mod access;
mod close_shift;
mod money;
mod move_cash;
mod open_shift;
mod paper;
mod pending;
mod query;
mod report;
mod till;
mod types;

pub use access::{open_shift_of, own_open_desk, seen_shift};
pub use close_shift::CloseShift;
pub use money::tell_short;
pub use move_cash::MoveCash;
pub use open_shift::OpenShift;
pub use paper::report_slip;
pub use query::{ShiftFilterInput, ShiftQuery, ShiftSort};
pub use till::{AtDesk, Movement, NotEnoughCash, holder, lock_open_shift, record};
pub use types::{CashOperation, Shift, ShiftLoader, Tender};
