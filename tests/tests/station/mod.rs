mod save_place;
mod save_platform;
mod save_station;

use tests::{Actor, Value, json};

/// A station as the office keeps it, by a part of its name or code.
pub async fn record(staff: &Actor, text: &str) -> Value {
    let query = "query($t: String) { stationRecords(filter: { text: $t }, first: 1) { nodes { id code kind version names { ru ky en } \
                 place { id name } timeZone latitude longitude phone address { ru ky en } openingHours { weekday opens closes } \
                 active keptByOffice departures platforms { id sign active version departures } } } }";
    let records = staff.send(query, json!({ "t": text })).await.data("stationRecords");
    assert!(records["nodes"][0].is_object(), "no station {text}");
    records["nodes"][0].clone()
}

/// Sends one of the mutations that change towns, stations and platforms.
pub async fn change(staff: &Actor, mutation: &str, input: &Value) -> Value {
    let ty = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let saved = match mutation {
        "savePlace" => "PlaceSaved { place { id version names { ru ky en } stationCount } }",
        "saveStation" => "StationSaved { station { id code version names { ru ky en } active } }",
        _ => "PlatformSaved { platform { id code sign version active } }",
    };
    let query = format!(
        "mutation($i: {ty}!) {{ {mutation}(input: $i) {{ __typename ... on UserError {{ code }} \
         ... on InvalidInput {{ fields {{ path code message }} }} ... on {saved} }} }}"
    );
    staff.send(&query, json!({ "i": input })).await.data(mutation)
}

/// Paths and codes of what is wrong.
pub fn wrong(answer: &Value) -> Vec<(&str, &str)> {
    let fields = answer["fields"].as_array().unwrap_or_else(|| panic!("{answer}"));
    fields.iter().map(|field| (field["path"].as_str().unwrap(), field["code"].as_str().unwrap())).collect()
}

/// A town of the office's, in the steppe.
pub async fn make_town(staff: &Actor, name: &str) -> Value {
    let input = json!({ "names": { "ru": name }, "latitude": 46.1, "longitude": 77.2 });
    change(staff, "savePlace", &input).await["place"]["id"].clone()
}

/// What is good enough for a new station there.
pub fn input(place: &Value, code: &str, name: &str) -> Value {
    json!({
        "kind": "STATION", "placeId": place, "code": code, "names": { "ru": name }, "timeZone": "Asia/Bishkek",
        "latitude": 46.1, "longitude": 77.2,
    })
}

/// What a record needs to be saved again as it is.
pub fn again(record: &Value) -> Value {
    json!({
        "id": record["id"], "version": record["version"], "kind": record["kind"], "placeId": record["place"]["id"],
        "names": record["names"], "timeZone": record["timeZone"], "latitude": record["latitude"],
        "longitude": record["longitude"], "phone": record["phone"], "address": record["address"],
        "openingHours": record["openingHours"], "active": record["active"],
    })
}

/// What a passenger is suggested.
pub async fn suggested(visitor: &Actor, text: &str) -> Vec<(String, String)> {
    let found = visitor.send("query($q: String!) { places(query: $q) { name kind } }", json!({ "q": text })).await;
    let found = found.data("places");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    found.as_array().unwrap().iter().map(|one| (text(&one["name"]), text(&one["kind"]))).collect()
}
