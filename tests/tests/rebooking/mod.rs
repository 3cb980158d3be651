//! Passengers who are carried by another trip.

mod move_passengers;

use tests::{Actor, Bought, Ride, TestApp, TimeDelta, Value, json};

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

/// The next trip of the line the same way.
pub async fn next(app: &TestApp, ride: &Ride) -> Ride {
    let mut later = ride.clone();
    loop {
        later = app.ride_after("501", later.trip.calls[0].departure - app.now() + TimeDelta::minutes(1)).await;
        if later.trip.calls[0].stop.id == ride.trip.calls[0].stop.id {
            return later;
        }
    }
}

pub async fn buy(app: &TestApp, ride: &Ride, seats: &[&str]) -> (Actor, Bought) {
    let buyer = app.visitor();
    let order = buyer.hold(std::slice::from_ref(ride), seats.len(), Some(seats)).await;
    let order = buyer.pay(app, order).await;
    (buyer, order)
}

pub async fn lines(buyer: &Actor, order: &Bought) -> Vec<Value> {
    buyer.order(order).await["segments"][0]["lines"].as_array().unwrap().clone()
}
