//! Giving back: an offer with its rule, its acceptance, and the money's way home.
//!
//! Invariants: the seat is free the moment the offer is accepted, the money follows by a job that gives it once; no
//! more goes back than was paid; fees come back only when the carrier failed. Staff may give more, with a reason; above
//! the station's amount a second person says yes, and nothing moves before (ADR 0027).

mod annul_sale;
mod approval;
mod approve_refund;
mod carry_out;
mod confirm_refund;
mod decline_refund;
mod overrule;
mod overrule_refund;
mod pay_out_refunds;
mod promise;
mod quote_refund;
mod rules;
mod send;
mod send_refund_again;
mod trip_gone;
mod types;
mod undo_payment;
mod waiting;

pub use annul_sale::{AnnulSale, can_annul};
pub use approve_refund::ApproveRefund;
pub use confirm_refund::ConfirmRefund;
pub use decline_refund::DeclineRefund;
pub use overrule::{OverruleFilterInput, OverruleLoader, OverruleQuery, OverruleSort};
pub use overrule_refund::OverruleRefund;
pub use pay_out_refunds::{PayOutRefunds, waits_at_desk};
pub use promise::{Reason, payments_for, promise_whole, return_in_full};
pub use quote_refund::QuoteRefund;
pub use rules::{Refused, can_refund, quote_line};
pub use send::send;
pub use send_refund_again::SendRefundAgain;
pub use trip_gone::{
    OrderAtStop, OrderOnClosedRoad, OrderOnTrip, ROAD_CLOSED, STOP_SKIPPED, TRIP_CANCELLED, return_cancelled,
    return_closed, return_skipped,
};
pub use types::{Refund, is_shown};
pub use undo_payment::{Undone, tell_undone, undo_payment};
pub use waiting::{WaitingRefundFilterInput, WaitingRefundQuery, WaitingRefundSort};

/// The job that sends money back.
pub const SEND_REFUND: &str = "send_refund";
