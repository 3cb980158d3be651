//! Prices that the office sets for a line from station to station, on certain dates.
//!
//! Invariants: on a date the list made last that holds decides alone, before a feed's tariff; orders keep the price
//! they were made with.

mod access;
mod query;
mod record;
mod save_price_list;

pub use query::PriceListQuery;
pub use record::PriceListRecord;
pub use save_price_list::SavePriceList;
