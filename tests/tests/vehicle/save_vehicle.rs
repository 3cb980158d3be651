use std::sync::Arc;

use api::features::network::{ImportGtfs, import_gtfs};
use tests::{TestApp, Value, json};

use super::{list, save};
use crate::carrier::record;
use crate::network::repository;

fn input(of: &Value) -> Value {
    json!({
        "id": of["id"], "version": of["version"], "carrierId": of["carrier"]["id"], "plate": of["plate"], "make": of["make"],
        "year": of["year"], "layoutId": of["layoutId"], "amenities": of["amenities"], "baggagePlaces": of["baggagePlaces"],
    })
}

#[tokio::test]
async fn a_vehicle_takes_its_seats_from_its_layout_and_stays_through_an_import() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let carrier = record(&manager, "A").await;
    let mine = list(&manager, json!({ "carrierId": carrier["id"] })).await;
    let sprinter = mine.iter().find(|one| one["seatCount"] == 16).unwrap();
    let bigger = mine.iter().find(|one| one["seatCount"] == 19).unwrap();
    assert!(!sprinter["layoutName"].as_str().unwrap().is_empty(), "{sprinter}");

    let mut changed = input(sprinter);
    changed["plate"] = json!(" 01 kg  123 abc ");
    changed["layoutId"] = bigger["layoutId"].clone();
    changed["amenities"] = json!(["wifi", "ac"]);
    let saved = save(&manager, changed.clone()).await["vehicle"].clone();
    assert_eq!(
        (&saved["plate"], &saved["seatCount"], &saved["amenities"]),
        (&json!("01 KG 123 ABC"), &json!(19), &json!(["ac", "wifi"])),
        "{saved}"
    );
    assert_eq!(save(&manager, changed).await["code"], "CHANGED_MEANWHILE");

    let again = ImportGtfs { path: repository("demo"), feed: Some("demo".into()), force: true };
    import_gtfs(&app.app, &again, Arc::new(|_: &str| {})).await.unwrap();
    let after = list(&manager, json!({ "text": "123 abc" })).await;
    assert_eq!((after.len(), &after[0]), (1, &saved));
    assert_eq!(list(&manager, json!({ "carrierId": carrier["id"] })).await.len(), mine.len());
    app.done().await;
}

#[tokio::test]
async fn mistakes_are_told_and_a_plate_is_one_vehicles() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let carrier = record(&manager, "A").await;
    let mine = list(&manager, json!({ "carrierId": carrier["id"] })).await;
    let wrong = json!({
        "carrierId": carrier["id"], "plate": "", "make": "", "year": 1800, "layoutId": "x", "amenities": ["pool"], "baggagePlaces": -1,
    });
    let told = save(&manager, wrong).await["fields"].clone();
    let expected = [
        ("plate", "REQUIRED"),
        ("make", "REQUIRED"),
        ("year", "YEAR"),
        ("baggagePlaces", "PLACES"),
        ("amenities", "AMENITY"),
        ("layoutId", "NO_SUCH_LAYOUT"),
    ];
    let expected: Vec<_> = expected.iter().map(|(path, code)| json!({ "path": path, "code": code })).collect();
    assert_eq!(told, json!(expected));

    let mut twin = input(&mine[0]);
    twin["id"] = json!(null);
    assert_eq!(save(&manager, twin.clone()).await["fields"], json!([{ "path": "plate", "code": "PLATE_TAKEN" }]));
    // Out of service, its plate is free.
    let mut retired = input(&mine[0]);
    retired["active"] = json!(false);
    assert_eq!(save(&manager, retired).await["vehicle"]["active"], false);
    let made = save(&manager, twin).await;
    assert_eq!(made["__typename"], "VehicleSaved", "{made}");
    assert_eq!(list(&manager, json!({ "active": false })).await.len(), 1);
    app.done().await;
}

#[tokio::test]
async fn a_representative_works_with_the_own_fleet_alone() {
    let app = TestApp::new().await;
    let own = app.staff("CARRIER_REPRESENTATIVE").await;
    let mine = list(&own, json!({})).await;
    assert!(!mine.is_empty() && mine.iter().all(|one| one["carrier"]["code"] == "A"));
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let foreign = list(&manager, json!({ "carrierId": record(&manager, "B").await["id"] })).await[0].clone();
    let one = "query($i: ID!) { vehicle(id: $i) { plate } }";
    assert_eq!(own.send(one, json!({ "i": foreign["id"] })).await.code(), "NOT_FOUND");
    // By plate, page by page, each once.
    let query =
        "query($a: String) { vehicles(first: 100, after: $a) { nodes { plate } pageInfo { hasNextPage endCursor } } }";
    let (mut plates, mut after) = (Vec::new(), json!(null));
    loop {
        let page = manager.send(query, json!({ "a": after })).await.data("vehicles");
        plates.extend(page["nodes"].as_array().unwrap().iter().map(|one| one["plate"].as_str().unwrap().to_owned()));
        after = page["pageInfo"]["endCursor"].clone();
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }
    let mut sorted = plates.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((plates.len(), &plates), (256, &sorted));
    app.done().await;
}
