mod block_carrier;
mod save_carrier;
mod save_contract;

use tests::{Actor, Value, json};

/// A carrier as the office keeps it, by its code.
pub async fn record(staff: &Actor, code: &str) -> Value {
    let query = "{ carrierRecords(first: 100) { nodes { id code version names { ru ky en } phone email url inn: legal { name inn } \
                 blocked { reason } active vehicleCount tripsAhead routes { id number } \
                 contracts { id number version state startsOn endsOn } } } }";
    let records = staff.send(query, json!({})).await.data("carrierRecords");
    let nodes = records["nodes"].as_array().unwrap();
    nodes.iter().find(|one| one["code"] == code).unwrap_or_else(|| panic!("no carrier {code}: {records}")).clone()
}

/// Sends one of the mutations that change carriers.
pub async fn change(staff: &Actor, mutation: &str, input: Value) -> Value {
    let ty = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let query = format!(
        "mutation($i: {ty}!) {{ {mutation}(input: $i) {{ __typename ... on UserError {{ code }} \
         ... on InvalidInput {{ fields {{ path code }} }} \
         ... on CarrierChanged {{ carrier {{ id code version names {{ ru ky en }} blocked {{ reason }} }} }} }} }}"
    );
    staff.send(&query, json!({ "i": input })).await.data(mutation)
}
