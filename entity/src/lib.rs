//! Rows of the tables, one file for each; no rules.

mod names;

pub use names::Names;

pub mod account;
pub mod api_key;
pub mod audit;
pub mod audit_head;
pub mod carrier;
pub mod claim;
pub mod fare;
pub mod holiday;
pub mod idempotency;
pub mod import_run;
pub mod job;
pub mod layout;
pub mod message;
pub mod one_time_code;
pub mod order;
pub mod order_line;
pub mod order_passenger;
pub mod order_segment;
pub mod pattern;
pub mod payment;
pub mod payment_event;
pub mod place;
pub mod posting;
pub mod posting_line;
pub mod refresh_token;
pub mod refund;
pub mod role;
pub mod route;
pub mod sandbox_charge;
pub mod sandbox_refund;
pub mod saved_passenger;
pub mod schedule;
pub mod seat_map;
pub mod service;
pub mod service_exception;
pub mod session;
pub mod setting;
pub mod stop;
pub mod tariff_rule;
pub mod ticket;
pub mod trip;
pub mod vehicle;
