use std::sync::Arc;

use api::features::network::{ImportGtfs, import_gtfs};
use tests::{TestApp, json};

use super::{change, make_town, suggested, wrong};
use crate::network::repository;

#[tokio::test]
async fn a_new_town_is_found_by_passengers_at_once_and_in_the_log() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    assert!(!suggested(&app.visitor(), "Жекенди").await.iter().any(|(name, _)| name == "Жекенди"));
    let input = json!({ "names": { "ru": " Жекенди ", "en": "Jekendi" }, "latitude": 46.1, "longitude": 77.2 });
    let made = change(&manager, "savePlace", &input).await;
    assert_eq!(made["place"]["names"], json!({ "ru": "Жекенди", "ky": "Жекенди", "en": "Jekendi" }), "{made}");
    assert_eq!(suggested(&app.visitor(), "Жекен").await[0], ("Jekendi".to_owned(), "PLACE".to_owned()));

    let log = "query($i: ID) { auditEntries(filter: { subjectKind: \"place\", subjectId: $i }, first: 5) { nodes { action subjectName after } } }";
    let admin = app.staff("ADMINISTRATOR").await;
    let entries = admin.send(log, json!({ "i": made["place"]["id"] })).await.data("auditEntries")["nodes"].clone();
    assert_eq!((&entries[0]["action"], &entries[0]["subjectName"]), (&json!("SAVE_PLACE"), &json!("Jekendi")));
    assert_eq!(entries[0]["after"]["latitude"], 46.1);
    app.done().await;
}

#[tokio::test]
async fn every_mistake_of_a_town_is_told_at_its_field() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let bad = json!({ "names": { "ru": "", "en": "x".repeat(121) }, "latitude": 90.1, "longitude": -181 });
    let answer = change(&manager, "savePlace", &bad).await;
    let expected =
        [("names.ru", "REQUIRED"), ("names.en", "TOO_LONG"), ("latitude", "COORDINATE"), ("longitude", "COORDINATE")];
    assert_eq!(wrong(&answer), expected);
    assert_eq!(answer["fields"][2]["message"], "From −90 to 90 degrees.");
    let nowhere = json!({ "names": { "ru": "Жекенди" }, "latitude": 0, "longitude": 0 });
    assert_eq!(wrong(&change(&manager, "savePlace", &nowhere).await), [("latitude", "COORDINATES_ZERO")]);

    make_town(&manager, "Жекенди").await;
    let near = json!({ "names": { "ru": "жекенди" }, "latitude": 46.2, "longitude": 77.2 });
    assert_eq!(wrong(&change(&manager, "savePlace", &near).await), [("names.ru", "PLACE_TAKEN")]);
    let far = json!({ "names": { "ru": "Жекенди" }, "latitude": 47.2, "longitude": 77.2 });
    assert_eq!(change(&manager, "savePlace", &far).await["__typename"], "PlaceSaved");
    app.done().await;
}

#[tokio::test]
async fn an_import_leaves_a_town_alone_that_the_office_has_changed() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let query = "query($t: String) { placeRecords(text: $t) { nodes { id version names { ru ky en } latitude longitude } totalCount } }";
    let ask = async |text: &str| manager.send(query, json!({ "t": text })).await.data("placeRecords");
    let before = ask("Талас").await["nodes"][0].clone();
    let names = json!({ "ru": "Талас-город", "ky": "Талас шаары", "en": "Talas Town" });
    let input = json!({ "id": before["id"], "version": before["version"], "names": names, "latitude": before["latitude"],
                        "longitude": before["longitude"] });
    assert_eq!(change(&manager, "savePlace", &input).await["place"]["version"], 2);
    assert_eq!(change(&manager, "savePlace", &input).await["code"], "CHANGED_MEANWHILE");

    let again = ImportGtfs { path: repository("demo"), feed: Some("demo".into()), force: true };
    import_gtfs(&app.app, &again, Arc::new(|_: &str| {})).await.unwrap();
    assert_eq!(ask("Talas Town").await["nodes"][0]["names"], names);
    assert_eq!(suggested(&app.visitor(), "Talas Town").await[0].0, "Talas Town");
    app.done().await;
}
