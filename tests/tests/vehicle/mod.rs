mod drop_photo;
mod save_vehicle;

use tests::{Actor, Value, json};

const PARTS: &str = "id plate make year vehicleClass layoutId layoutName seatCount amenities baggagePlaces active version carrier { id code } photos { id url }";

/// Vehicles that a filter finds.
pub async fn list(staff: &Actor, filter: Value) -> Vec<Value> {
    let query =
        format!("query($f: VehicleFilterInput) {{ vehicles(filter: $f, first: 100) {{ nodes {{ {PARTS} }} }} }}");
    staff.send(&query, json!({ "f": filter })).await.data("vehicles")["nodes"].as_array().unwrap().clone()
}

pub async fn first_of(staff: &Actor, carrier: &str) -> Value {
    list(staff, json!({ "carrierId": carrier })).await[0].clone()
}

pub async fn save(staff: &Actor, input: Value) -> Value {
    let query = format!(
        "mutation($i: SaveVehicleInput!) {{ saveVehicle(input: $i) {{ __typename ... on UserError {{ code }} \
         ... on InvalidInput {{ fields {{ path code }} }} ... on VehicleSaved {{ vehicle {{ {PARTS} }} }} }} }}"
    );
    staff.send(&query, json!({ "i": input })).await.data("saveVehicle")
}

/// What begins as a JPEG does.
pub fn picture() -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xe0];
    bytes.resize(1_000, 7);
    bytes
}

pub async fn add_photo(staff: &Actor, vehicle: &Value) -> (u16, Value) {
    staff.put_file(&format!("/photos/{}", vehicle.as_str().unwrap()), picture()).await
}
