mod save_driver;

use tests::{Actor, Value, json};

pub async fn save(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: SaveDriverInput!) { saveDriver(input: $i) { __typename ... on UserError { code } \
                 ... on InvalidInput { fields { path code } } ... on DriverSaved { driver { id name phone active version carrier { code } } } } }";
    staff.send(query, json!({ "i": input })).await.data("saveDriver")
}

/// A driver of a carrier.
pub async fn make(staff: &Actor, carrier: &str) -> Value {
    let input = json!({ "carrierId": carrier, "lastName": "Сыдыков", "firstName": "Таалай", "phone": "0555 000111" });
    save(staff, input).await["driver"].clone()
}
