//! Partners and their keys.

mod make_key;
mod renew_key;
mod revoke_key;

use tests::{Actor, Value, hold_input, json};

pub async fn make(admin: &Actor, name: &str) -> Value {
    let query = "mutation($i: MakeKeyInput!) { makeKey(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on KeyMade { key partner { id name keyTail introspection contact usedAt revokedAt } } } }";
    let input = json!({ "name": name, "contact": "ops@example.com" });
    admin.send(query, json!({ "i": input })).await.data("makeKey")
}

pub async fn partners(admin: &Actor) -> Vec<Value> {
    let query = "{ partners(first: 50) { nodes { id name keyTail usedAt revokedAt ordersLately } } }";
    admin.send(query, json!({})).await.data("partners")["nodes"].as_array().unwrap().clone()
}

/// What a request with this key is answered with: the channel of a hold, or the code of the error.
pub async fn hold_with(app: &tests::TestApp, visitor: &Actor, key: &Value) -> Value {
    let ride = app.ride("501").await;
    let query =
        "mutation($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename ... on HeldSeats { order { id } } } }";
    let body = json!({ "query": query, "variables": { "i": hold_input(&[ride], 1, None) } });
    let answer = visitor.raw(|request| request.header("x-api-key", key.as_str().unwrap()).json(&body)).await;
    let answer: Value = answer.json().await.unwrap();
    match answer["errors"][0]["extensions"]["code"].as_str() {
        Some(code) => json!(code),
        None => answer["data"]["holdSeats"]["__typename"].clone(),
    }
}
