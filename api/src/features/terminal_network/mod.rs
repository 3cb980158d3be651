//! Payment terminals: networks of them, and the protocol of the OSMP family that they ask in ([docs/terminals.md]).
//!
//! Invariants: a transaction of a network buys once and is answered once, to the byte, however often and at how many places
//! at once it is asked for; what is refused books nothing, so that the network gives the cash back; a payment is cancelled
//! whole or not at all; every request is kept, of strangers' so many that they cannot fill the disk.

mod addresses;
mod cancel;
mod check;
mod demonstration;
mod door;
mod names;
mod pay;
mod query;
mod reply;
mod request;
mod save_terminal_network;
mod settings;
mod status;
mod switch_terminal_network;
mod test_terminal_network;
mod top_up;
mod transaction;
mod types;

pub use demonstration::{DEMONSTRATION_TERMINALS, make_demonstration_network};
pub use door::{Told, ask};
pub use names::{NetworkNames, name_of};
pub use query::{TerminalNetworkQuery, TerminalNetworkSort, TerminalRequestFilterInput, TerminalRequestSort};
pub use request::Call;
pub use save_terminal_network::SaveTerminalNetwork;
pub use switch_terminal_network::SwitchTerminalNetwork;
pub use test_terminal_network::TestTerminalNetwork;
pub use types::TerminalLoader;
