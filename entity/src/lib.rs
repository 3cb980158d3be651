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
pub mod order;
pub mod order_segment;
pub mod order_passenger;
pub mod order_line;
pub mod claim;
pub mod payment;
pub mod payment_event;
pub mod refund;
pub mod ticket;
pub mod posting;
pub mod posting_line;
pub mod account;
pub mod session;
pub mod refresh_token;
pub mod one_time_code;
pub mod saved_passenger;
pub mod message;
pub mod job;
pub mod idempotency;
pub mod audit;
pub mod sandbox_charge;
pub mod sandbox_refund;
pub mod api_key;
