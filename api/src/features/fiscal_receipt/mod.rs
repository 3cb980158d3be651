//! Fiscal receipts: what a cash register is to record of each sale and each return, in the order in which they happened
//! ([docs/fiscal.md], [ADR 0031](docs/adr/0031-a-receipt-is-promised-with-the-sale.md)).
//!
//! Invariants: a receipt is promised in the transaction that sells or gives back, once; a return is recorded when its money
//! moves; a register that did not answer is asked what it has done before it is told again, so that nothing is recorded
//! twice; what it refuses holds up nothing else, and somebody looks at it; no sale waits for a register.

mod correct_receipt;
mod drive;
mod items;
mod promise;
mod query;
mod retry_receipt;
mod slip;
mod types;

pub use correct_receipt::CorrectReceipt;
pub use drive::drive;
pub use promise::{exchanged, money_back, money_to_wallet, returned, sold, top_up_undone, topped_up};
pub use query::{FiscalReceiptFilterInput, FiscalReceiptQuery, FiscalReceiptSort, receipts_of};
pub use retry_receipt::RetryReceipt;
pub use slip::{receipt_slip, receipts_pdf};
pub use types::{FiscalReceipt, ReceiptLoader};
