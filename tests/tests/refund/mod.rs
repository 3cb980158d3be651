mod annul_sale;
pub mod approve_refund;
mod confirm_refund;
pub mod decline_refund;
pub mod overrule_refund;
mod overrules;
pub mod pay_out_refunds;
mod quote_refund;
pub mod send_refund_again;
