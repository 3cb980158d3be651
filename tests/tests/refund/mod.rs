mod annul_sale;
mod confirm_refund;
pub mod pay_out_refunds;
mod quote_refund;
