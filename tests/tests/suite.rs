//! The whole suite in one binary: one link, one template database.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "tests are the world outside: clients and clocks of their own")]

mod access;
mod account;
mod announcement;
mod audit;
mod carrier;
mod check;
mod closure;
mod demonstration;
mod departure;
mod desk;
mod dispatch;
mod driver;
mod exchange;
mod export;
mod feed;
mod gateway;
mod holiday;
mod http;
mod job;
mod layout;
mod manifest;
mod network;
mod note;
mod notification;
mod order;
mod partner;
mod passage;
mod payment;
mod permit;
mod platform;
mod price_list;
mod printout;
mod promotion;
mod quota;
mod rebooking;
mod refund;
mod registry;
mod report;
mod route;
mod saved_view;
mod search;
mod second_factor;
mod shift;
mod staff;
mod station;
mod supply;
mod tariff_rule;
mod terminal_network;
mod ticket;
mod tidy;
mod timeline;
mod trip;
mod vehicle;
