//! What staff show beside the password: a code of an authenticator app that changes every 30 seconds (RFC 6238).
//!
//! Invariants: it is asked for from when its owner has shown a first code; each code is good once; the secret leaves the
//! server once, sealed in the database; a recovery code stands for a lost device, once. A role may demand it: without
//! it, a session of that role may do nothing but set it up.

mod begin_second_factor;
mod change;
mod check;
mod confirm_second_factor;
mod drop_second_factor;
mod recovery;
mod renew_recovery_codes;
mod types;

pub use begin_second_factor::BeginSecondFactor;
pub use check::{Answer, check, forget, is_on};
pub use confirm_second_factor::ConfirmSecondFactor;
pub use drop_second_factor::DropSecondFactor;
pub use renew_recovery_codes::RenewRecoveryCodes;
pub use types::SecondFactor;
