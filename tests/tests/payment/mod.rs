mod callbacks;
mod reserve_for_desk;
mod start_payment;
pub mod take_payment;
