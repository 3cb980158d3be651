//! Routes: lines with a number, a name and a way of being sold.

mod types;

pub use types::Route;
