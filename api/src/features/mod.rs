//! One folder for each noun. Features use each other only by the door of their `mod.rs`.

pub mod account;
pub mod announcement;
pub mod audit;
pub mod carrier;
pub mod driver;
pub mod feed;
pub mod inventory;
pub mod job;
pub mod layout;
pub mod ledger;
pub mod manifest;
pub mod network;
pub mod notification;
pub mod order;
pub mod payment;
pub mod permit;
pub mod refund;
pub mod route;
pub mod search;
pub mod second_factor;
pub mod site;
pub mod staff;
pub mod station;
pub mod ticket;
pub mod trip;
pub mod vehicle;
