//! Tickets given for others: another seat, date or trip, with the difference in price.
//!
//! Invariants: the old ticket is good until the new one is paid, and not a moment longer; one seat is freed and the other
//! taken in one transaction; every tyiyn of the old ticket counts or is withheld by a rule that is told before; what is
//! given back never exceeds what was paid (ADR 0017).

mod arrivals;
mod carry_out;
mod confirm_exchange;
mod drop_exchange;
mod offer;
mod quote_exchange;
mod types;

pub use carry_out::{carry_out, payable};
pub use confirm_exchange::ConfirmExchange;
pub use drop_exchange::DropExchange;
pub use offer::used_lines;
pub use quote_exchange::QuoteExchange;
pub use types::Exchange;

/// Stands open: nobody has taken it.
const QUOTED: &str = "QUOTED";
/// For the difference.
const WAITING: &str = "WAITING";
const DONE: &str = "DONE";
/// Given up before it was paid.
const DROPPED: &str = "DROPPED";
