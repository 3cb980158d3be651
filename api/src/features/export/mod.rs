//! Lists as files: what a list shows to somebody, with their filter and order and the columns they have chosen.
//!
//! Invariants: a file's rows are read through the list's own field with the rights that its reader has at that moment,
//! so that nobody gets a row or a value that the list would not show; each file is in the audit log with the number of
//! its rows before its first byte leaves; memory does not grow with the rows.

mod cells;
mod columns;
mod export_list;
mod inputs;
mod lists;
mod order;
mod write;

pub use export_list::{ExportFormat, ExportList, ExportReady, limited};
pub use order::Order;
pub use write::{Refused, Written, write};
