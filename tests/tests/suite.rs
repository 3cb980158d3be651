//! The whole suite in one binary: one link, one template database.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod access;
mod account;
mod check;
mod http;
mod job;
mod network;
mod order;
mod payment;
mod refund;
mod search;
mod supply;
mod ticket;
mod tidy;
