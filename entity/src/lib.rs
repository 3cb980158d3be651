//! Rows of the tables, one file for each; no rules.

mod names;

pub use names::Names;

pub mod carrier;
pub mod fare;
pub mod holiday;
pub mod import_run;
pub mod layout;
pub mod pattern;
pub mod place;
pub mod route;
pub mod schedule;
pub mod seat_map;
pub mod service;
pub mod service_exception;
pub mod setting;
pub mod stop;
pub mod tariff_rule;
pub mod trip;
pub mod vehicle;
