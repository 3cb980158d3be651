//! Seats that are kept for somebody, and seats that are closed: for all coming trips of a departure, or for one trip.
//!
//! Invariants: what a trip's row says of kept seats follows from the quotas of its departure and its own, and is written in
//! the transaction that changes them; a sale looks at that row as the last thing, so that it is before the change or keeps
//! to it; what is sold or held stays so.

mod access;
mod drop_quota;
mod keep;
mod query;
mod save_quota;
mod types;

pub use drop_quota::DropQuota;
pub use keep::{keep, keep_new};
pub use query::QuotaQuery;
pub use save_quota::SaveQuota;
pub use types::SalesChannel;
