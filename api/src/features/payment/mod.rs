//! Money in through gateways.
//!
//! Invariants: what a gateway says is heard once for each event, in whatever order it comes; money that has come buys
//! what was held, or goes back at once; nothing leaves the process inside a transaction.

mod callback;
mod capture;
mod payable;
mod poll;
mod query;
mod received;
mod reserve_for_desk;
mod sandbox;
mod sandbox_bank;
mod sandbox_page;
mod sell_ancillaries;
mod settle;
mod start_payment;
mod take_payment;
mod types;

pub use callback::{MAX_CALLBACK, callback};
pub use capture::{TAKE_AUTHORISED, take_authorised};
pub use payable::{NotPayable, buyable, payable};
pub use poll::poll;
pub use query::PaymentQuery;
pub use received::received;
pub use reserve_for_desk::ReserveForDesk;
pub use sandbox::{Sandbox, signature as sign_as_bank};
pub use sandbox_bank::{SANDBOX_CALLBACK, router as sandbox_router, send_callback};
pub use sell_ancillaries::SellAncillaries;
pub use settle::{Heard, NotSold, Settled, hear, sell, sell_by_hand, tell_settled};
pub use start_payment::StartPayment;
pub use take_payment::{TakePayment, Tendered, movements, payments};
pub use types::{Payment, PaymentConnection, PaymentEdge, method_name};
