//! What staff write down about an order, for those who take it up after them.
//!
//! Invariants: a note has an author and an instant, and is never changed; only staff read it, in the order's timeline.

mod add_note;

pub use add_note::AddNote;
