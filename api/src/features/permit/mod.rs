//! Papers with a term of carriers, vehicles and drivers.
//!
//! Invariants: a paper belongs to one holder and is of a kind that it may have; whoever keeps the fleet is reminded before
//! its end, once each time.

mod drop_permit;
mod ended;
mod holder;
mod query;
mod remind;
mod save_permit;
mod types;

pub use drop_permit::DropPermit;
pub use ended::{EndedPaper, Papers, ended_papers};
pub use query::{PermitFilterInput, PermitQuery, PermitSort};
pub use remind::remind;
pub use save_permit::SavePermit;
pub use types::{Permit, PermitLoader};
