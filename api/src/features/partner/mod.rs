//! Who sells with a key of their own: aggregators, agencies, other stations.
//!
//! Invariants: of a key only its keyed hash is kept, and it is shown once; a partner stays the same with a new key, so their
//! orders and the seats kept for them do too; a revoked key opens nothing, at once.

mod key;
mod make_key;
mod query;
mod renew_key;
mod revoke_key;
mod types;

pub use key::{INTROSPECTION, partner_of, take_in};
pub use make_key::MakeKey;
pub use query::{PartnerFilterInput, PartnerQuery, PartnerSort};
pub use renew_key::RenewKey;
pub use revoke_key::RevokeKey;
pub use types::{Partner, PartnerLoader};
