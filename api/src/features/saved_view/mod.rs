//! What somebody has set on a list of the office — filters, mostly — kept under a name, for oneself or for all with the
//! same role.
//!
//! Invariants: a view is changed and dropped by its owner alone; it holds settings and never rows, so who opens it sees
//! what they may see.

mod drop_view;
mod query;
mod save_view;
mod types;

pub use drop_view::DropView;
pub use query::SavedViewQuery;
pub use save_view::SaveView;
