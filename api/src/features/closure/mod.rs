//! Closed sections of road: which trips they stop, who has tickets for those, and what is done about it.
//!
//! Invariants: while a section is closed nothing is sold of a trip that goes along it, on any part of the trip: it is
//! not known whether it runs at all; a closure opens nothing that somebody else has closed; a ticket is returned in
//! full, once, by a job for each order and trip; who is carried by another trip is not among those any more.

mod access;
mod impact;
mod lift_closure;
mod query;
mod rebook_closure;
mod rebooking_plan;
mod refund_closure;
mod save_closure;
mod tickets;
mod types;

pub use impact::ClosureImpact;
pub use lift_closure::LiftClosure;
pub use query::{ClosureQuery, ClosureSort};
pub use rebook_closure::RebookClosure;
pub use rebooking_plan::RebookingPlanQuery;
pub use refund_closure::RefundClosure;
pub use save_closure::SaveClosure;
pub use tickets::ClosureTicketSort;
pub use types::Closure;
