use chrono::TimeDelta;
use tests::{TestApp, Value, json};

use super::{PARTS, cell, faults, input, layout, layouts, save, small};
use crate::network::feed::FeedWriter;
use crate::network::{generate, repository};

#[tokio::test]
async fn the_trip_that_was_sold_keeps_its_seats_and_the_next_one_has_the_new() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ana = app.visitor();
    let ride = app.ride("501").await;
    let sold = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let map = ride.trip.seat_map.clone().unwrap();
    let before = layout(&manager, map.layout()).await;
    assert!(before["routeCount"].as_i64().unwrap() > 0, "{before}");
    assert!(before["vehicleCount"].as_i64().unwrap() > 0);

    // The last seat makes room for luggage, and the first is called otherwise.
    let mut change = input(&before);
    let last = map.seat_count().to_string();
    cell(&mut change, "1")["seat"]["number"] = json!("1A");
    *cell(&mut change, &last) = {
        let old = cell(&mut change, &last).clone();
        json!({ "row": old["row"], "col": old["col"], "kind": "LUGGAGE" })
    };
    let saved = save(&manager, &change).await;
    assert_eq!(saved["layout"]["version"], 2, "{saved}");
    assert_eq!(saved["layout"]["seatCount"].as_u64().unwrap() as usize, map.seat_count() - 1);
    assert_eq!(saved["layout"]["edited"], true);

    let labels = "query($t: ID!) { seatMap(tripId: $t, from: 0, to: 1) { capacity states { label } } }";
    let seats = async |id: &str| ana.send(labels, json!({ "t": id })).await.data("seatMap");
    let old = seats(&ride.id()).await;
    assert_eq!(old["capacity"].as_u64().unwrap() as usize, map.seat_count());
    assert_eq!(old["states"][0]["label"], "1");
    let ticket = ana.order(&sold).await["segments"][0]["lines"][0]["seat"].clone();
    assert!(map.ordinal(ticket.as_str().unwrap()).is_some(), "the ticket's seat is on the trip's map: {ticket}");

    // A day that nobody has made trips of yet.
    app.advance(TimeDelta::days(1));
    assert!(generate(&app.app, 3).await > 0);
    let late = app.ride_after("501", TimeDelta::hours(3 * 24)).await;
    assert_ne!(late.trip.seat_map, ride.trip.seat_map);
    let new = seats(&late.id()).await;
    assert_eq!(new["capacity"].as_u64().unwrap() as usize, map.seat_count() - 1);
    assert_eq!(new["states"][0]["label"], "1A");
    assert_eq!(generate(&app.app, 3).await, 0, "nothing is made twice");
    // And it can be bought.
    let order = ana.hold(std::slice::from_ref(&late), 1, Some(&["1A"])).await;
    let order = ana.pay(&app, order).await;
    assert_eq!(ana.order(&order).await["segments"][0]["lines"][0]["seat"], "1A");
    app.done().await;
}

#[tokio::test]
async fn an_import_leaves_what_the_office_has_drawn() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let before = layout(&manager, "YT53").await;
    let mut change = input(&before);
    change["notes"] = json!("Seat 1 has a number of its own now");
    cell(&mut change, "1")["seat"]["number"] = json!("1A");
    save(&manager, &change).await;

    let demo = async |path: &std::path::Path| {
        let input =
            api::features::network::ImportGtfs { path: path.to_owned(), feed: Some("demo".into()), force: true };
        api::features::network::import_gtfs(&app.app, &input, std::sync::Arc::new(|_| {})).await.unwrap()
    };
    let report = demo(&repository("demo")).await;
    assert_eq!(report.issues.iter().filter(|issue| issue.reason.contains("YT53")).count(), 0, "{:?}", report.issues);
    let kept = layout(&manager, "YT53").await;
    assert_eq!((&kept["version"], &kept["notes"]), (&json!(2), &change["notes"]));
    assert_eq!(layout(&manager, "YT49").await["version"], 1, "nothing has changed in the others");

    // The feed draws both anew: the office's stays, and the report says so; the other gets a version.
    let mut layouts: Value =
        serde_json::from_str(&std::fs::read_to_string(repository("demo/seat_layouts.json")).unwrap()).unwrap();
    for layout in layouts["layouts"].as_array_mut().unwrap() {
        if ["YT49", "YT53"].contains(&layout["layout_id"].as_str().unwrap()) {
            layout["decks"][0]["cells"].as_array_mut().unwrap().iter_mut().for_each(|cell| {
                if cell["number"] == "1" {
                    cell["number"] = json!("1B");
                }
            });
        }
    }
    let folder = FeedWriter::demo().file("seat_layouts.json", &layouts.to_string()).folder();
    let report = demo(folder.path()).await;
    let told: Vec<&str> = report.issues.iter().map(|issue| issue.reason.as_str()).collect();
    assert_eq!(told, ["layout \"YT53\" was changed in the office and stays as it is"]);
    assert_eq!(layout(&manager, "YT53").await["version"], 2);
    assert_eq!(layout(&manager, "YT49").await["version"], 2);
    // Trips of both lines that nobody has bought on are made anew: with the feed's seats, and with the office's.
    let first = |ride: tests::Ride| ride.trip.seat_map.as_ref().unwrap().label(1).unwrap().to_owned();
    let with = async |code: &str| {
        let query = route_with(&app, code).await;
        first(app.ride(&query).await)
    };
    assert_eq!((with("YT49").await, with("YT53").await), ("1B".to_owned(), "1A".to_owned()));
    app.done().await;
}

/// A reserved route that is run with that layout.
async fn route_with(app: &TestApp, layout: &str) -> String {
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    let db = app.app.db.read();
    let row = entity::layout::Entity::find().filter(entity::layout::Column::Code.eq(layout)).one(db).await.unwrap();
    let routes = entity::route::Entity::find()
        .filter(entity::route::Column::LayoutId.eq(row.unwrap().id))
        .filter(entity::route::Column::Reserved.eq(true))
        .one(db);
    routes.await.unwrap().expect("a route").code
}

#[tokio::test]
async fn a_new_layout_is_made_and_every_version_stays() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let made = save(&admin, &small("TAXI4")).await["layout"].clone();
    assert_eq!((&made["version"], &made["seatCount"], &made["pattern"]), (&json!(1), &json!(4), &json!("1+1")));
    assert_eq!(faults(&save(&admin, &small("TAXI4")).await), [("code".to_owned(), "LAYOUT_CODE_TAKEN".to_owned())]);

    let mut change = input(&made);
    assert_eq!(save(&admin, &change).await["layout"]["version"], 1, "the same again is no version");
    change["nameEn"] = json!("Cab");
    cell(&mut change, "4")["seat"]["number"] = json!("5");
    let saved = save(&admin, &change).await;
    assert_eq!(saved["layout"]["version"], 2, "{saved}");
    assert_eq!(save(&admin, &change).await["code"], "CHANGED_MEANWHILE");

    let query = "query($id: ID!) { layoutVersions(id: $id) { version name seatCount madeAt madeBy { email } decks { cells { seat { number } } } } }";
    let versions = admin.send(query, json!({ "id": made["id"] })).await.data("layoutVersions");
    let numbers = |version: &Value| -> Vec<String> {
        let cells = version["decks"][0]["cells"].as_array().unwrap().clone();
        cells.iter().filter_map(|cell| Some(cell["seat"]["number"].as_str()?.to_owned())).collect()
    };
    assert_eq!(
        (numbers(&versions[0]), numbers(&versions[1])),
        (vec!["1".into(), "2".into(), "3".into(), "5".into()], vec!["1".into(), "2".into(), "3".into(), "4".into()])
    );
    assert_eq!(versions[0]["madeBy"]["email"], "administrator@demo.beket.example.com");
    let old = layout(&admin, "YT49").await;
    let versions = admin.send(query, json!({ "id": old["id"] })).await.data("layoutVersions");
    assert_eq!(versions[0]["madeBy"], Value::Null, "it came with the timetable");

    let log = "query($s: ID!) { auditEntries(filter: { subjectKind: \"layout\", subjectId: $s }, first: 9) { nodes { action before after } } }";
    let log = admin.send(log, json!({ "s": made["id"] })).await.data("auditEntries");
    assert_eq!(log["nodes"][0]["action"], "SAVE_LAYOUT");
    assert_eq!(log["nodes"][0]["before"], json!({ "nameEn": "Taxi", "version": 1 }));
    assert_eq!(log["nodes"][0]["after"], json!({ "nameEn": "Cab", "version": 2 }));
    assert_eq!(log["nodes"].as_array().unwrap().len(), 2);
    assert_eq!(app.count("SELECT layout_id FROM layout_version WHERE version > 1").await, 1);
    for change in ["UPDATE layout_version SET seat_count = 1", "DELETE FROM layout_version"] {
        use sea_orm::ConnectionTrait;
        assert!(app.app.db.writer().execute_unprepared(change).await.is_err(), "{change}");
    }
    app.done().await;
}

#[tokio::test]
async fn everything_wrong_is_told_at_its_place() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let mut bad = small("taxi");
    bad["nameKy"] = json!(" ");
    bad["vehicleClass"] = json!("Такси");
    bad["standingPlaces"] = json!(-1);
    cell(&mut bad, "2")["seat"]["number"] = json!("1");
    cell(&mut bad, "3")["seat"]["number"] = json!(" ");
    // A wall of luggage before the last row.
    bad["decks"][0]["cells"][7]["kind"] = json!("TOILET");
    cell(&mut bad, "4")["seat"]["features"] = json!(["USB port"]);
    bad["decks"][0]["cells"].as_array_mut().unwrap().push(json!({ "row": 9, "col": 1, "kind": "TABLE" }));
    bad["decks"].as_array_mut().unwrap().push(json!({ "level": 7, "rows": 1, "cols": 1, "cells": [] }));
    let answer = save(&admin, &bad).await;
    let at = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    let mut found = faults(&answer);
    found.sort();
    let mut expected = vec![
        at("code", "LAYOUT_CODE"),
        at("nameKy", "REQUIRED"),
        at("vehicleClass", "VEHICLE_CLASS"),
        at("standingPlaces", "STANDING_PLACES"),
        at("decks.1.2.3.number", "SEAT_NUMBER_TWICE"),
        at("decks.1.3.1.number", "SEAT_NUMBER"),
        at("decks.1.3.3", "SEAT_WORDS"),
        at("decks.1.9.1", "CELL_OUTSIDE"),
        at("decks.7", "DECK_SIZE"),
    ];
    expected.sort();
    // The row behind the luggage is reached from nowhere but along its own seats: both seats of it.
    let (ways, rest): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, code)| code == "SEAT_NO_WAY");
    assert_eq!(rest, expected);
    assert_eq!(ways, [at("decks.1.3.1", "SEAT_NO_WAY"), at("decks.1.3.3", "SEAT_NO_WAY")]);
    let words = answer["fields"].as_array().unwrap().iter().find(|field| field["code"] == "SEAT_NUMBER_TWICE").unwrap();
    assert!(words["message"].as_str().unwrap().contains("row 2"), "{words}");

    let mut doorless = small("TAXI4");
    doorless["decks"][0]["cells"][2]["kind"] = json!("AISLE");
    assert_eq!(faults(&save(&admin, &doorless).await), [at("decks", "NO_DOOR")]);
    assert_eq!(layouts(&admin).await.len(), 9, "nothing was made");
    let unknown = format!("query {{ layout(id: \"x\") {{ {PARTS} }} }}");
    assert_eq!(admin.send(&unknown, json!({})).await.code(), "NOT_FOUND");
    app.done().await;
}
