mod best_seats;
mod change_contact;
mod change_passenger;
mod drop_passenger;
mod hold_seats;
mod linearizable;
mod memory;
mod order_changed;
pub mod races;
mod release_order;
mod resend_tickets;
mod seat_map;
mod send_tickets;
mod set_passengers;
mod settings;
pub mod split_order;
mod staff;

use tests::{Actor, Bought, Value, json};

/// The order as staff see it.
pub async fn staffs(staff: &Actor, order: &Bought) -> Value {
    let query = "query($id: ID!) { order(id: $id) { version status email phone total { amount } paid { amount } \
        passengers { id lastName firstName documentNumber } \
        segments { index lines { id state seat price { amount } ticket { number valid } } } } }";
    staff.send(query, json!({ "id": order.id })).await.data("order")
}
