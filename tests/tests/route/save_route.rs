use std::sync::Arc;

use api::features::network::{ImportGtfs, import_gtfs};
use tests::{TestApp, json};

use super::{again, change, make_route, record};
use crate::network::repository;
use crate::station::wrong;

#[tokio::test]
async fn every_mistake_of_a_line_is_told_at_its_field() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let known = record(&manager, "501").await;
    let bad = json!({
        "number": " ", "names": { "ru": "" }, "carrierId": known["carrier"]["id"], "kind": "BUS",
        "serviceClass": "balloon", "units": 0, "amenities": ["sauna"],
    });
    let expected = [
        ("number", "REQUIRED"),
        ("names.ru", "REQUIRED"),
        ("serviceClass", "SERVICE_CLASS"),
        ("units", "BETWEEN"),
        ("amenities", "AMENITY"),
        ("layoutId", "REQUIRED"),
    ];
    assert_eq!(wrong(&change(&manager, "saveRoute", &bad).await), expected);
    make_route(&manager, "777").await;
    let mut same = again(&known);
    same["number"] = json!("777");
    assert_eq!(wrong(&change(&manager, "saveRoute", &same).await), [("number", "NUMBER_TAKEN")]);
    assert_eq!(app.count("SELECT id FROM route WHERE feed = 'office'").await, 1);
    app.done().await;
}

/// Two people at once, and an import afterwards: nobody's change is lost.
#[tokio::test]
async fn what_the_office_has_changed_of_a_line_stays() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let before = record(&manager, "501").await;
    assert_eq!(before["keptByOffice"], false);
    let mut input = again(&before);
    input["names"] =
        json!({ "ru": "Бишкек — Ош, экспресс", "ky": "Бишкек — Ош, экспресс", "en": "Bishkek — Osh express" });
    assert_eq!(change(&manager, "saveRoute", &input).await["route"]["version"], 2);
    assert_eq!(change(&manager, "saveRoute", &input).await["code"], "CHANGED_MEANWHILE");
    let import = ImportGtfs { path: repository("demo"), feed: Some("demo".into()), force: true };
    import_gtfs(&app.app, &import, Arc::new(|_: &str| {})).await.unwrap();
    let after = record(&manager, "501").await;
    assert_eq!((&after["names"], &after["keptByOffice"]), (&input["names"], &json!(true)));
    assert_eq!(after["departures"], before["departures"], "departures are the feed's as before");
    app.done().await;
}

/// A sold trip keeps the seats it was sold with; the others have the new ones at once, and the next import leaves that.
#[tokio::test]
async fn trips_without_sales_follow_a_change_of_layout() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ride = app.ride("501").await;
    app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    let next = app.ride_after("501", chrono::TimeDelta::days(2)).await;
    assert_ne!(ride.trip.id, next.trip.id);
    let route = record(&manager, "501").await;
    let layout = crate::layout::layout(&manager, "YT49").await;
    assert_ne!(route["layoutId"], layout["id"]);
    let mut input = again(&route);
    input["layoutId"] = layout["id"].clone();
    let saved = change(&manager, "saveRoute", &input).await;
    assert_eq!(saved["__typename"], "RouteSaved", "{saved}");
    assert_eq!(saved["keptTrips"], 1, "{saved}");
    let seats = async |id: String| {
        let query = "query($t: ID!) { trip(id: $t) { vehicle { seatCount } } }";
        app.visitor().send(query, json!({ "t": id })).await.data("trip")["vehicle"]["seatCount"].as_i64().unwrap()
    };
    let small = layout["seatCount"].as_i64().unwrap();
    assert_eq!(seats(ride.id()).await, i64::from(ride.trip.capacity));
    assert_eq!(seats(next.id()).await, small);

    let import = ImportGtfs { path: repository("demo"), feed: Some("demo".into()), force: true };
    import_gtfs(&app.app, &import, Arc::new(|_: &str| {})).await.unwrap();
    assert_eq!(seats(next.id()).await, small);
    assert_eq!(seats(ride.id()).await, i64::from(ride.trip.capacity));
    let departures = record(&manager, "501").await["departures"].clone();
    assert_eq!(departures.as_array().unwrap().len(), route["departures"].as_array().unwrap().len());

    // Out of the timetable: only what was sold still runs.
    input["version"] = json!(2);
    input["active"] = json!(false);
    assert_eq!(change(&manager, "saveRoute", &input).await["keptTrips"], 1);
    let unsold = "SELECT t.id FROM trip t JOIN route r ON r.id = t.route_id WHERE r.code = '501' AND t.service_date > '%' \
                  AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.space_id = t.id)";
    assert_eq!(app.count(&unsold.replace('%', &app.today().to_string())).await, 0);
    app.done().await;
}

/// Who represents a carrier and may keep its timetable keeps its lines alone.
#[tokio::test]
async fn representatives_keep_their_own_lines() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    app.break_by_hand("UPDATE role SET permissions = '[\"MANAGE_TIMETABLE\"]' WHERE code = 'CARRIER_REPRESENTATIVE'")
        .await;
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    let list = "{ routeRecords(first: 100) { nodes { id number carrier { id } } totalCount } }";
    let own = representative.send(list, json!({})).await.data("routeRecords");
    let all = manager.send(list, json!({})).await.data("routeRecords");
    let carrier = &own["nodes"][0]["carrier"]["id"];
    assert!(own["nodes"].as_array().unwrap().iter().all(|route| route["carrier"]["id"] == *carrier), "{own}");
    assert!(own["totalCount"].as_i64() < all["totalCount"].as_i64());
    let nodes = all["nodes"].as_array().unwrap();
    let other = nodes.iter().find(|route| route["carrier"]["id"] != *carrier).unwrap();
    let query = "query($i: ID!) { routeRecord(id: $i) { id } }";
    assert_eq!(representative.send(query, json!({ "i": other["id"] })).await.code(), "NOT_FOUND");
    assert!(
        representative.send(query, json!({ "i": own["nodes"][0]["id"] })).await.data("routeRecord")["id"].is_string()
    );
    let foreign = again(&record(&manager, other["number"].as_str().unwrap()).await);
    assert_ne!(foreign["carrierId"], *carrier);
    let save = "mutation($i: SaveRouteInput!) { saveRoute(input: $i) { __typename } }";
    assert_eq!(representative.send(save, json!({ "i": foreign })).await.code(), "NOT_FOUND");
    app.done().await;
}
