//! What the suite stands on: an application with its own database and server, actors that speak the public API.

mod actors;
mod db;
mod test_app;

pub use actors::{Actor, Answer, Bought, bought, hold_input, person};
pub use test_app::{Ride, START, TestApp};

pub use chrono::TimeDelta;
pub use serde_json::{Value, json};
