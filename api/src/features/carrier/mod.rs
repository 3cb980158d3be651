//! Carriers: who runs the vehicles.

mod query;
mod types;

pub use query::CarrierQuery;
pub use types::Carrier;
