//! What is going on today, in numbers that lead to the lists behind them.
//!
//! Invariant: each number counts what its reader may see, and nothing is stored.

mod query;

pub use query::ReportQuery;
