mod drop_passenger;
mod hold_seats;
mod order_changed;
mod races;
mod release_order;
mod resend_tickets;
mod seat_map;
mod set_passengers;
