mod confirm_refund;
mod quote_refund;
