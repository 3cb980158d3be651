//! Who drives.

mod query;
mod save_driver;
mod types;

pub use query::DriverQuery;
pub use save_driver::SaveDriver;
pub use types::Driver;
