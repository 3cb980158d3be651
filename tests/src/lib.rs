//! What the suite stands on: an application with its own database and server, actors that speak the public API.

mod actors;
mod bank;
pub mod db;
pub mod post_office;
#[expect(clippy::unwrap_used, reason = "whatever it is sent that is no command fails the test")]
pub mod printer;
pub mod register;
mod test_app;
pub mod wire;

pub use actors::{Actor, Answer, Bought, bought, hold_input, person};
pub use bank::{BANK_KEY, BANK_MERCHANT, Bank, Charge, Habit};
pub use test_app::{Ride, START, TestApp, config};

pub use chrono::TimeDelta;
pub use serde_json::{Value, json};
