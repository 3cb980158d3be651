//! Tickets: numbers, signed codes, the PDF, the calendar file, the public keys.

mod calendar;
mod files;
mod issue;
mod keys;
mod pdf;
mod types;

pub use calendar::calendar;
pub use files::{TicketSheet, file, sheets};
pub use issue::{issue, reissue};
pub use keys::{public_keys, well_known};
pub use pdf::pdf;
pub use types::{Ticket, qr_modules, qr_svg};
