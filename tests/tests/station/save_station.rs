use std::sync::Arc;

use api::features::network::{ImportGtfs, import_gtfs};
use tests::{TestApp, json};

use super::{again, change, input, make_town, record, suggested, wrong};
use crate::network::repository;

#[tokio::test]
async fn a_new_station_is_there_for_passengers_at_once() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let town = make_town(&manager, "Жекенди").await;
    let mut station = input(&town, "JEK", "Жекенди, автовокзал");
    station["phone"] = json!("0555 12 34 56");
    station["address"] = json!({ "ru": "ул. Ленина, 1", "en": "1 Lenin St" });
    station["openingHours"] =
        json!([{ "weekday": 7, "opens": 360, "closes": 60 }, { "weekday": 1, "opens": 0, "closes": 1440 }]);
    let made = change(&manager, "saveStation", &station).await;
    assert_eq!(made["__typename"], "StationSaved", "{made}");
    let mut stop = input(&town, "JEK2", "Остановка у рынка Жекенди");
    stop["kind"] = json!("STOP");
    assert_eq!(change(&manager, "saveStation", &stop).await["__typename"], "StationSaved");

    let query = "query($i: ID!) { station(id: $i) { code kind phone address openingHours { weekday opens closes } \
                 place { name stations { code } } timeZone } }";
    let seen = app.visitor().send(query, json!({ "i": made["station"]["id"] })).await.data("station");
    let expected = json!({
        "code": "JEK", "kind": "STATION", "phone": "+996555123456", "address": "1 Lenin St", "timeZone": "Asia/Bishkek",
        "openingHours": [{ "weekday": 1, "opens": 0, "closes": 1440 }, { "weekday": 7, "opens": 360, "closes": 60 }],
        "place": { "name": "Жекенди", "stations": [{ "code": "JEK" }, { "code": "JEK2" }] },
    });
    assert_eq!(seen, expected);
    let found = suggested(&app.visitor(), "Жекенди").await;
    assert_eq!(found[0], ("Жекенди".to_owned(), "PLACE".to_owned()));
    assert!(found.contains(&("Жекенди, автовокзал".to_owned(), "STATION".to_owned())), "{found:?}");

    // On the map, and in the log.
    let map = "{ mapPoints(south: 46, west: 77, north: 46.2, east: 77.5) { name kind } }";
    let points = manager.send(map, json!({})).await.data("mapPoints");
    assert_eq!(points[0], json!({ "name": "Жекенди", "kind": "PLACE" }));
    assert_eq!(points.as_array().unwrap().len(), 3, "{points}");
    let log = "query($i: ID) { auditEntries(filter: { subjectKind: \"station\", subjectId: $i }, first: 5) { nodes { action subjectName after } } }";
    let admin = app.staff("ADMINISTRATOR").await;
    let entries = admin.send(log, json!({ "i": made["station"]["id"] })).await.data("auditEntries")["nodes"].clone();
    assert_eq!(
        (
            &entries[0]["action"],
            &entries[0]["subjectName"],
            &entries[0]["after"]["addressRu"],
            &entries[0]["after"]["town"]
        ),
        (&json!("SAVE_STATION"), &json!("Жекенди, автовокзал"), &json!("ул. Ленина, 1"), &json!("Жекенди"))
    );

    // Out of use it is no longer suggested.
    let mut gone = again(&record(&manager, "JEK2").await);
    gone["active"] = json!(false);
    assert_eq!(change(&manager, "saveStation", &gone).await["station"]["active"], false);
    assert_eq!(suggested(&app.visitor(), "Остановка у рынка Жекенди").await.len(), 0);
    app.done().await;
}

#[tokio::test]
async fn every_mistake_of_a_station_is_told_at_its_field() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let bad = json!({
        "kind": "STATION", "code": "J K", "names": { "ru": "" }, "timeZone": "Asia/Nowhere", "latitude": -91, "longitude": 1,
        "phone": "12", "address": { "ru": "", "en": "1 Lenin St" },
        "openingHours": [{ "weekday": 1, "opens": 0, "closes": 1440 }, { "weekday": 1, "opens": 60, "closes": 60 },
                         { "weekday": 8, "opens": 0, "closes": 1 }],
    });
    let answer = change(&manager, "saveStation", &bad).await;
    let expected = [
        ("placeId", "NO_SUCH_PLACE"),
        ("code", "CODE_FORM"),
        ("names.ru", "REQUIRED"),
        ("timeZone", "TIME_ZONE"),
        ("latitude", "COORDINATE"),
        ("phone", "PHONE"),
        ("address.ru", "REQUIRED"),
        ("openingHours.1.weekday", "WEEKDAY_TWICE"),
        ("openingHours.1.closes", "OPENING"),
        ("openingHours.2.weekday", "WEEKDAY"),
    ];
    assert_eq!(wrong(&answer), expected);

    let town = make_town(&manager, "Жекенди").await;
    let mut platform = input(&town, "JEK", "Жекенди");
    platform["kind"] = json!("PLATFORM");
    assert_eq!(wrong(&change(&manager, "saveStation", &platform).await), [("kind", "STATION_KIND")]);
    let good = input(&town, "JEK", "Жекенди");
    assert_eq!(change(&manager, "saveStation", &good).await["__typename"], "StationSaved");
    assert_eq!(wrong(&change(&manager, "saveStation", &good).await), [("code", "CODE_TAKEN")]);
    assert_eq!(app.count("SELECT id FROM stop WHERE feed = 'office'").await, 1);
    app.done().await;
}

/// Trips call there: it can neither be put out of use nor become a place where nobody boards.
#[tokio::test]
async fn a_station_of_the_timetable_stays_in_use() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let station = record(&manager, "BISNEW").await;
    assert!(station["departures"].as_i64().unwrap() > 0, "{station}");
    let mut gone = again(&station);
    gone["active"] = json!(false);
    let answer = change(&manager, "saveStation", &gone).await;
    assert_eq!(wrong(&answer), [("active", "STOP_IN_USE")]);
    assert!(answer["fields"][0]["message"].as_str().unwrap().contains(&station["departures"].to_string()), "{answer}");
    for (kind, code) in [("BORDER", "STOP_IN_USE"), ("STOP", "HAS_PLATFORMS")] {
        let mut other = again(&station);
        other["kind"] = json!(kind);
        assert_eq!(wrong(&change(&manager, "saveStation", &other).await), [("kind", code)]);
    }
    app.done().await;
}

#[tokio::test]
async fn an_import_leaves_a_station_alone_that_the_office_has_changed_and_platforms_follow_it() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let before = record(&manager, "BISNEW").await;
    assert_eq!(before["keptByOffice"], false);
    let mut input = again(&before);
    input["names"] = json!({ "ru": "Бишкек-Новый", "ky": "Бишкек-Жаңы", "en": "Bishkek New" });
    input["phone"] = json!("+996 312 123456");
    input["timeZone"] = json!("Asia/Almaty");
    assert_eq!(change(&manager, "saveStation", &input).await["station"]["version"], 2);
    assert_eq!(change(&manager, "saveStation", &input).await["code"], "CHANGED_MEANWHILE");

    let import = ImportGtfs { path: repository("demo"), feed: Some("demo".into()), force: true };
    import_gtfs(&app.app, &import, Arc::new(|_: &str| {})).await.unwrap();
    let after = record(&manager, "BISNEW").await;
    assert_eq!(
        (&after["names"], &after["phone"], &after["active"], &after["keptByOffice"]),
        (&input["names"], &json!("+996312123456"), &json!(true), &json!(true))
    );
    let zone = "query($i: ID!) { station(id: $i) { timeZone } }";
    for platform in after["platforms"].as_array().unwrap() {
        let seen = app.visitor().send(zone, json!({ "i": platform["id"] })).await.data("station");
        assert_eq!((&seen["timeZone"], &platform["version"]), (&json!("Asia/Almaty"), &json!(2)));
    }
    let other = record(&manager, "BISAKK").await;
    assert_eq!((&other["keptByOffice"], &other["phone"]), (&json!(false), &json!(null)));
    app.done().await;
}

/// Who is tied to stations keeps those alone; who represents a carrier keeps none.
#[tokio::test]
async fn staff_of_one_station_keep_that_one() {
    let app = TestApp::new().await;
    let (admin, manager) = (app.staff("ADMINISTRATOR").await, app.staff("TRANSPORT_MANAGER").await);
    let (own, other) = (record(&manager, "BISNEW").await, record(&manager, "BISAKK").await);
    app.break_by_hand(
        "UPDATE role SET permissions = '[\"MANAGE_TIMETABLE\"]' WHERE code IN ('DISPATCHER', 'CARRIER_REPRESENTATIVE')",
    )
    .await;
    crate::staff::stations::tie(&admin, &[&own["id"]]).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let list =
        dispatcher.send("{ stationRecords { nodes { code } totalCount } }", json!({})).await.data("stationRecords");
    assert_eq!(list, json!({ "nodes": [{ "code": "BISNEW" }], "totalCount": 1 }));
    let save = "mutation($i: SaveStationInput!) { saveStation(input: $i) { __typename } }";
    assert_eq!(dispatcher.send(save, json!({ "i": again(&other) })).await.code(), "NOT_FOUND");
    assert_eq!(dispatcher.send(save, json!({ "i": input(&own["place"]["id"], "X", "X") })).await.code(), "FORBIDDEN");
    assert_eq!(change(&dispatcher, "saveStation", &again(&own)).await["__typename"], "StationSaved");
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    assert_eq!(representative.send(save, json!({ "i": again(&other) })).await.code(), "FORBIDDEN");
    app.done().await;
}

#[tokio::test]
async fn stations_are_found_by_name_town_and_code_page_by_page() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let query = "query($f: StationFilterInput, $n: Int!, $a: String) { stationRecords(filter: $f, first: $n, after: $a) \
                 { nodes { code kind name } totalCount pageInfo { hasNextPage endCursor } } }";
    let total = async |filter: tests::Value| {
        manager.send(query, json!({ "f": filter, "n": 1 })).await.data("stationRecords")["totalCount"].as_i64().unwrap()
    };
    let all = total(json!({})).await;
    assert!(total(json!({ "text": "бишкек" })).await > 1);
    assert_eq!(total(json!({ "text": "bisnew" })).await, 1);
    assert_eq!(total(json!({ "active": false })).await, 0);
    let kinds = [
        total(json!({ "kind": "STATION" })).await,
        total(json!({ "kind": "STOP" })).await,
        total(json!({ "kind": "BORDER" })).await,
    ];
    assert_eq!((kinds.iter().sum::<i64>(), kinds.iter().all(|count| *count > 0)), (all, true), "{kinds:?}");
    let (mut seen, mut after) = (Vec::new(), json!(null));
    loop {
        let page = manager.send(query, json!({ "n": 40, "a": after })).await.data("stationRecords");
        seen.extend(page["nodes"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_lowercase()));
        after = page["pageInfo"]["endCursor"].clone();
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }
    assert_eq!((i64::try_from(seen.len()).unwrap(), seen.is_sorted()), (all, true));
    app.done().await;
}
