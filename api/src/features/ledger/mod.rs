//! The ledger's rows, what they come to, and what accountants book by hand.
//!
//! Invariants: a posting is booked once by its source, sums to zero, and is never changed: the database itself refuses; a
//! mistake is taken back by another posting, once; nothing is booked into a period that is closed, nor on a carrier's account
//! into days that are settled.

mod account;
mod balance;
mod book_entry;
mod close_period;
mod closing;
mod days;
mod post;
mod query;
mod reopen_period;
mod reverse_posting;
mod save_ledger_account;
mod types;

pub use account::AccountLoader;
pub use book_entry::BookEntry;
pub use close_period::ClosePeriod;
pub use closing::closed_until;
pub use days::{day_to_book, first_day_of, is_over, lock_books};
pub use post::{Details, Entry, TicketPart, post};
pub use query::{LedgerPostingFilterInput, LedgerPostingSort, LedgerQuery};
pub use reopen_period::ReopenPeriod;
pub use reverse_posting::ReversePosting;
pub use save_ledger_account::SaveLedgerAccount;
pub use types::{LedgerPosting, PostingLoader};
