//! Requests of passengers for more than the rules of refunds give, with documents, and what staff answer.
//!
//! Invariants: a request moves no money; tickets are given back by `refund` alone, and a request whose tickets were is
//! closed in the same transaction. Documents are sealed with the row they belong to, opened for staff who answer and for
//! who has sent them, each time with an entry in the log, and forgotten some time after the answer (ADR 0036).

mod answer_refund_request;
mod ask_for_refund;
mod close;
mod document;
mod query;
mod types;
mod withdraw_refund_request;

pub use answer_refund_request::AnswerRefundRequest;
pub use ask_for_refund::AskForRefund;
pub use close::{By, close_given_back};
pub use document::{Added, MAX_BYTES, Opened, add_document, forget_documents, open_document};
pub use query::{RefundRequestFilterInput, RefundRequestQuery, RefundRequestSort};
pub use types::{RefundRequest, RefundRequestLoader};
pub use withdraw_refund_request::WithdrawRefundRequest;
