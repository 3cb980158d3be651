//! Payment gateways: the office's list of them, what speaks to each, and what they have said ([docs/gateways.md]).
//!
//! Invariants: a key is sealed for its row and is shown to nobody again; a gateway that is switched off takes nothing new,
//! and what was begun through it goes on; every message from outside is kept as it came, but for numbers of cards.

mod adapter;
mod bank;
mod demonstration;
mod in_use;
mod message;
mod query;
mod save_gateway;
mod switch_gateway;
mod test_gateway;
mod types;
mod wire;

pub use adapter::{BadCallback, Callback, Charge, Created, Gateway, GatewayError, Raw, Reply};
pub use demonstration::{SANDBOX, make_sandbox_gateway};
pub use in_use::{Gateways, InUse};
pub use message::{Made, keep_callback, mark_status};
pub use query::{GatewayMessageFilterInput, GatewayMessageSort, GatewayQuery, GatewaySort};
pub use save_gateway::SaveGateway;
pub use switch_gateway::SwitchGateway;
pub use test_gateway::TestGateway;
pub use types::GatewayLoader;
pub use wire::{MERCHANT, SIGNATURE, request_text, signature};
