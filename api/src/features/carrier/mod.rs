//! Carriers: who runs the vehicles, and what the station keeps of their fares.
//!
//! Invariants: a carrier has at most one contract on a day; nothing of a blocked carrier is on sale; what the office
//! has changed is not overwritten by an import.

mod access;
mod block_carrier;
mod change;
mod contract;
mod query;
mod record;
mod save_carrier;
mod save_contract;
mod types;

pub use access::{chosen_carrier, find_carrier, sees_carrier};
pub use block_carrier::BlockCarrier;
pub use query::{CarrierFilterInput, CarrierQuery, CarrierSort};
pub use record::CarrierRecord;
pub use save_carrier::SaveCarrier;
pub use save_contract::SaveContract;
pub use types::Carrier;
