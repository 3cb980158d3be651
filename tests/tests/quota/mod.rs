//! Seats that are kept or closed.

mod drop_quota;
mod save_quota;

use tests::{Actor, Ride, Value, json};

const ANSWER: &str = "{ __typename ... on UserError { code } ... on InvalidInput { fields { path code } } \
    ... on QuotaSaved { trips quota { id version purpose seats places channels partner { name } stop { id } reason \
    releaseMinutes ofTrip } } }";

pub async fn save(staff: &Actor, input: Value) -> Value {
    let query = format!("mutation($i: SaveQuotaInput!) {{ saveQuota(input: $i) {ANSWER} }}");
    staff.send(&query, json!({ "i": input })).await.data("saveQuota")
}

pub async fn drop_quota(staff: &Actor, quota: &Value) -> Value {
    let query = format!("mutation($i: DropQuotaInput!) {{ dropQuota(input: $i) {ANSWER} }}");
    let input = json!({ "id": quota["id"], "version": quota["version"] });
    staff.send(&query, json!({ "i": input })).await.data("dropQuota")
}

/// What is kept, and what there is to keep.
pub async fn quotas(staff: &Actor, of: Value) -> Value {
    let query = "query($t: ID, $d: ID) { seatQuotas(tripId: $t, departureId: $d) { number capacity openSeating taken departureId \
        units { decks { cells { seat { label } } } } stops { id name } partners { id name } \
        quotas { id version purpose seats ofTrip } } }";
    staff.send(query, of).await.data("seatQuotas")
}

pub async fn of_trip(staff: &Actor, ride: &Ride) -> Value {
    quotas(staff, json!({ "t": ride.id() })).await
}

/// Seats that are free for somebody on a piece, and how many are said to be left.
pub async fn free(who: &Actor, ride: &Ride) -> (Vec<String>, i64) {
    let query = "query($t: ID!, $f: Int!, $o: Int!) { seatMap(tripId: $t, from: $f, to: $o) { seatsLeft states { label status } } }";
    let map = who.send(query, json!({ "t": ride.id(), "f": ride.from, "o": ride.to })).await.data("seatMap");
    let states = map["states"].as_array().unwrap().iter().filter(|seat| seat["status"] == "FREE");
    let labels = states.map(|seat| seat["label"].as_str().unwrap().to_owned()).collect();
    (labels, map["seatsLeft"].as_i64().unwrap())
}

/// Seats on the map that are somebody else's to sell.
pub async fn kept(who: &Actor, ride: &Ride) -> Vec<String> {
    let query =
        "query($t: ID!, $f: Int!, $o: Int!) { seatMap(tripId: $t, from: $f, to: $o) { states { label status } } }";
    let map = who.send(query, json!({ "t": ride.id(), "f": ride.from, "o": ride.to })).await.data("seatMap");
    let states = map["states"].as_array().unwrap().iter().filter(|seat| seat["status"] == "BLOCKED");
    states.map(|seat| seat["label"].as_str().unwrap().to_owned()).collect()
}
