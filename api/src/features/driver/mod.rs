//! Who drives.

mod query;
mod save_driver;
mod types;

pub use query::{DriverFilterInput, DriverQuery, DriverSort};
pub use save_driver::SaveDriver;
pub use types::Driver;
