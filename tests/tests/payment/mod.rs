mod callbacks;
mod start_payment;
