//! Words to customers by mail and SMS: written in the transaction that causes them, sent by a job.

mod compose;
mod papers;
mod query;
mod refund_request;
mod report;
mod send;
mod trip_news;

pub use compose::{
    SecurityNews, code, exchange_waits, invitation, money_returns, payment_undone, refunded, reserved, security,
    split_off, tickets, tickets_again, tickets_as_sent,
};
pub use papers::{EndingPaper, papers_end};
pub use query::{Message, MessageConnection, MessageEdge, MessageSort, NotificationQuery};
pub use refund_request::{refund_asked, refund_request_answered};
pub use report::{AttachedReport, report};
pub use send::{SEND_MESSAGE, send};
pub use trip_news::{
    Traveller, WhyNot, hold_ended, no_seat, platform_changed, seats_changed, trip_delayed, trip_gone, trip_moved,
    trip_name, trip_retimed,
};
