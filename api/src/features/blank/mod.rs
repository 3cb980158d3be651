//! Blanks of paper tickets: numbered forms of strict account, sold by hand when nothing else works and entered afterwards.
//!
//! Invariants: no two blanks have the same series and number; a blank has one sale at most, and each sale of a blank is in
//! a shift of the desk that has the block; a blank is never removed, and each change of its state has who, when and why.

mod enter_blank;
mod hand_sale;
mod issue_blanks;
mod mark_blank;
mod move_blanks;
mod of_shift;
mod query;
mod types;

pub use enter_blank::EnterBlank;
pub use hand_sale::PAPER;
pub use issue_blanks::{IssueBlanks, Keeper, block};
pub use mark_blank::MarkBlank;
pub use move_blanks::MoveBlanks;
pub use of_shift::{ShiftBlanks, blanks_of};
pub use query::{BlankBlockFilterInput, BlankBlockSort, BlankQuery};
pub use types::BlankLoader;
