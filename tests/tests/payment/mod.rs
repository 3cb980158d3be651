mod callbacks;
mod reserve_for_desk;
mod sell_ancillaries;
mod start_payment;
pub mod take_payment;
