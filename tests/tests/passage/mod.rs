//! Boarding.

mod record_passage;
mod undo_passage;

use tests::{Actor, Ride, Value, json};

pub async fn record(staff: &Actor, ride: &Ride, input: Value) -> Value {
    let mut input = input;
    input["tripId"] = json!(ride.id());
    if input["nonce"].is_null() {
        input["nonce"] = json!(format!("nonce-{:x}", rand::random::<u64>()));
    }
    let query = "mutation($i: RecordPassageInput!) { recordPassage(input: $i) { __typename \
        ... on InvalidInput { fields { path code } } ... on PassageRecorded { outcome ticket lineId otherTrip { id number } otherCall { departure { local } } \
        boarding { boarded expected } } } }";
    staff.send(query, json!({ "i": input })).await.data("recordPassage")
}

pub async fn boarding(staff: &Actor, ride: &Ride) -> Value {
    let query = "query($t: ID!) { boarding(tripId: $t) { boarded expected passengers { lineId ticket seat lastName boardedAt } } }";
    staff.send(query, json!({ "t": ride.id() })).await.data("boarding")
}
