mod confirm_refund;
mod pay_out_refunds;
mod quote_refund;
