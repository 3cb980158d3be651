//! The list of a day's trips, as the office sees it.

use tests::{TestApp, json};

use super::change;

/// How full each is, at the cost of one statement, and those that are late.
#[tokio::test]
async fn a_list_tells_what_is_sold_and_finds_those_that_are_late() {
    let app = TestApp::new().await;
    let (staff, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    app.visitor().buy(&app, std::slice::from_ref(&ride), 3).await;
    app.visitor().hold(std::slice::from_ref(&ride), 1, None).await;
    let date = ride.trip.service_date.to_string();
    let list = async |filter: tests::Value, first: i32| {
        let before = app.app.db.queries();
        let query =
            "query($f: TripFilterInput!, $n: Int!) { trips(filter: $f, first: $n) { nodes { id soldPlaces } } }";
        let found = staff.send(query, json!({ "f": filter, "n": first })).await.data("trips");
        (found["nodes"].as_array().unwrap().clone(), app.app.db.queries() - before)
    };
    let day = json!({ "date": date, "text": "501" });
    list(day.clone(), 100).await;
    let ((all, many), (_, one)) = (list(day.clone(), 100).await, list(day.clone(), 1).await);
    assert_eq!(many, one, "a page costs as much as a row");
    let ours = all.iter().find(|trip| trip["id"] == ride.id()).unwrap();
    assert_eq!(ours["soldPlaces"], 3, "what is only held is not sold");
    change(&staff, "delayTrip", json!({ "tripId": ride.id(), "minutes": 20 })).await;
    let (late, _) = list(json!({ "date": date, "late": true }), 100).await;
    assert_eq!(late.iter().map(|trip| &trip["id"]).collect::<Vec<_>>(), [&json!(ride.id())]);
    let (in_time, _) = list(json!({ "date": date, "text": "501", "late": false }), 100).await;
    assert_eq!(in_time.len(), all.len() - 1);
    let visitor = "query($t: ID!) { trip(id: $t) { soldPlaces } }";
    assert_eq!(app.visitor().send(visitor, json!({ "t": ride.id() })).await.code(), "UNAUTHENTICATED");
    app.done().await;
}
