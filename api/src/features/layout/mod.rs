//! Layouts of vehicles and coaches, as the office draws them.
//!
//! Invariants: each saving is a version that is never changed; trips keep the seat map they were made with, those made
//! later get the newest; what the office has drawn no import overwrites (`docs/adr/0009-layouts-have-versions.md`).

mod archive_layout;
mod draft;
mod import_layouts;
mod query;
mod save_layout;
mod store;
mod types;

pub use archive_layout::ArchiveLayout;
pub use import_layouts::ImportLayouts;
pub use query::{LayoutQuery, LayoutSort};
pub use save_layout::SaveLayout;
