//! Words to customers by mail and SMS: written in the transaction that causes them, sent by a job.

mod compose;
mod query;
mod send;

pub use compose::{code, money_returns, refunded, tickets};
pub use query::{Message, MessageConnection, MessageEdge, NotificationQuery};
pub use send::{SEND_MESSAGE, send};
