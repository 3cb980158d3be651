use tests::{TestApp, json};

use super::change;

#[tokio::test]
async fn what_the_dispatcher_reports_stands_before_the_clock() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let dispatcher = app.staff("DISPATCHER").await;
    for state in ["BOARDING", "DEPARTED", "ARRIVED", "SCHEDULED"] {
        let told = change(&dispatcher, "reportTrip", json!({ "tripId": ride.id(), "state": state })).await;
        assert_eq!(told["trip"]["state"], state);
        let seen = app.visitor().send("query($t: ID!) { trip(id: $t) { state } }", json!({ "t": ride.id() })).await;
        assert_eq!(seen.data("trip")["state"], state);
    }
    let wrong = change(&dispatcher, "reportTrip", json!({ "tripId": ride.id(), "state": "CANCELLED" })).await;
    assert_eq!(wrong["fields"][0]["code"], "CANCEL_APART");
    change(&dispatcher, "cancelTrip", json!({ "tripId": ride.id() })).await;
    let over = change(&dispatcher, "reportTrip", json!({ "tripId": ride.id(), "state": "DEPARTED" })).await;
    assert_eq!(over["fields"][0]["code"], "TRIP_OVER");
    app.done().await;
}
