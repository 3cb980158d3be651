//! Beket: the ticket office of a station.

#![recursion_limit = "512"]

pub mod app;
pub mod check;
pub mod commands;
pub mod config;
pub mod demonstration;
pub mod features;
pub mod graphql;
pub mod http;
pub mod i18n;
pub mod jobs;
pub mod platform;

pub use app::App;
pub use config::{Config, Mode};
