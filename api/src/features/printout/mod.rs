//! What a desk's receipt printer prints: tickets and the reports of a shift.
//!
//! Invariants: nothing is printed twice by itself, since paper cannot be taken back: the cashier, who sees it, asks again, and
//! a ticket that was printed before says that it is a copy; the answer says what the printer says, no more.

mod print_receipts;
mod print_shift_report;
mod print_tickets;
mod send;
mod test_printer;
mod ticket_slip;
mod types;

pub use print_receipts::PrintReceipts;
pub use print_shift_report::PrintShiftReport;
pub use print_tickets::PrintTickets;
pub use test_printer::TestPrinter;
