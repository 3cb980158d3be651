//! The passengers of a trip for the driver, the control post and the ministry: versions with what has changed, on
//! screen, as PDF and CSV, and sent at departure to whoever is to have them.
//!
//! Invariants: a version is never changed; its contents are sealed, and each reading is in the log; a version goes to
//! each destination once, under an id that stays the same through all attempts.

mod access;
mod changes;
mod content;
mod delivery;
mod departure;
mod destination;
mod destinations;
mod exchange;
mod file;
mod make_manifest;
mod pdf;
mod query;
mod resend_manifest;
mod save_destination;
mod types;

pub use delivery::{SEND_MANIFEST, deliver};
pub use departure::{TRIP_DEPARTED, depart, departed, promise_departures};
pub use destination::ExchangeFormat;
pub use destinations::{DestinationFilterInput, DestinationQuery, DestinationSort};
pub use make_manifest::MakeManifest;
pub use query::ManifestQuery;
pub use resend_manifest::ResendManifest;
pub use save_destination::SaveDestination;
