//! Desks of stations, and who works at them.

mod save_desk;
mod staff;

use tests::{Actor, Value, json};

pub async fn save(staff: &Actor, input: &Value) -> Value {
    let query = "mutation($i: SaveDeskInput!) { saveDesk(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } \
        ... on DeskSaved { desk { id version sign note active station { id } } } } }";
    staff.send(query, json!({ "i": input })).await.data("saveDesk")
}

pub async fn desks(staff: &Actor, station: Option<&Value>) -> Value {
    let query = "query($s: ID) { desks(stationId: $s) { sign active } }";
    staff.send(query, json!({ "s": station })).await.data("desks")
}

pub async fn desks_with_ids(staff: &Actor) -> Value {
    staff.send("{ desks { id sign } }", json!({})).await.data("desks")
}
