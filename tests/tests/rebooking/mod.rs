//! Passengers who are carried by another trip.

mod move_passengers;

use tests::{Actor, Ride, Value, json};

pub async fn look(staff: &Actor, from: &Ride, to: &Ride, seats: Value) -> Value {
    let query = "query($f: ID!, $t: ID!, $s: [SeatForInput!]!) { tripMove(tripId: $f, toTripId: $t, seats: $s) { messages \
        otherCarrier occupied { seat from to } passengers { lineId orderId orderNumber seat newSeat staysBehind otherClass \
        newFrom { sequence } newTo { sequence } } } }";
    staff.send(query, json!({ "f": from.id(), "t": to.id(), "s": seats })).await.data("tripMove")
}

pub async fn send(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: MovePassengersInput!) { movePassengers(input: $i) { __typename ... on UserError { code message } \
        ... on InvalidInput { fields { path code } } ... on PassengersUnseated { lineIds } \
        ... on PassengersMoved { passengers orders messages ordersReturned trip { state } to { id } } } }";
    staff.send(query, json!({ "i": input })).await.data("movePassengers")
}
