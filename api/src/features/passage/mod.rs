//! Boarding: tickets that are read or ticked on a list, who is on board and who did not come.
//!
//! Invariants: a ticket is accepted once until that is undone; a reading repeated with the same nonce counts once and
//! has the same answer; each reading is a row, refused ones too.

mod boarded_lines;
mod query;
mod record_passage;
mod types;
mod undo_passage;

pub use boarded_lines::boarded_lines;
pub use query::PassageQuery;
pub use record_passage::RecordPassage;
pub use types::PassageOutcome;
pub use undo_passage::UndoPassage;
