mod callbacks;
mod start_payment;
pub mod take_payment;
