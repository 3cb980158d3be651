mod drop_permit;
mod remind;
mod save_permit;

use tests::{Actor, Value, json};

pub async fn save(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: SavePermitInput!) { savePermit(input: $i) { __typename ... on UserError { code } \
                 ... on InvalidInput { fields { path code } } ... on PermitSaved { tripsWithoutIt permit { id kind number expiresOn daysLeft holderName version } } } }";
    staff.send(query, json!({ "i": input })).await.data("savePermit")
}

/// A paper of a holder that ends on a day.
pub async fn make(staff: &Actor, holder: &str, id: &Value, kind: &str, expires_on: &str) -> Value {
    let input = json!({ "holder": holder, "holderId": id, "kind": kind, "number": "АА 1234", "expiresOn": expires_on });
    save(staff, input).await["permit"].clone()
}

/// Numbers of days left, the first to end first.
pub async fn list(staff: &Actor, filter: Value) -> Vec<i64> {
    let query = "query($f: PermitFilterInput) { permits(filter: $f, first: 100) { nodes { daysLeft } } }";
    let found = staff.send(query, json!({ "f": filter })).await.data("permits");
    found["nodes"].as_array().unwrap().iter().map(|one| one["daysLeft"].as_i64().unwrap()).collect()
}
