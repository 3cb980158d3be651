//! Reconciliation: files of gateways and of terminals' networks, matched against payments and refunds ([docs/gateways.md]).
//!
//! Invariants: a file is one registry however often it is loaded; nothing is changed by loading; every difference is settled
//! once, by somebody, with an entry in the log.

mod load;
mod ours;
mod query;
mod save_registry_format;
mod settle_difference;
mod table;
mod types;

pub use load::{Loaded, MAX_BYTES, RegistryAsked, load_registry};
pub use query::{RegistryDifferenceFilterInput, RegistryDifferenceSort, RegistryQuery, RegistrySort};
pub use save_registry_format::SaveRegistryFormat;
pub use settle_difference::SettleDifference;
pub use types::RegistryLoader;
