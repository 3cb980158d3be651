//! The ledger's rows. A posting is booked once by its source, sums to zero, and is never changed: the database itself
//! refuses.

mod post;

pub use post::{Entry, post};
