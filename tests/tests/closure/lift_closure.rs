use tests::{TestApp, Value, json};

use super::{change, input, off_sale, section};

/// What is closed for other reasons stays closed.
#[tokio::test]
async fn a_lifted_closure_opens_what_it_alone_has_closed() {
    let app = TestApp::new().await;
    let (dispatcher, ana) = (app.staff("DISPATCHER").await, app.visitor());
    let ride = app.ride("501").await;
    let way = section(&app, &dispatcher, &ride, Some(2)).await;
    let first = change(&dispatcher, "saveClosure", input(&way)).await["closure"].clone();
    let longer = section(&app, &dispatcher, &ride, None).await;
    let second = change(&dispatcher, "saveClosure", input(&longer)).await["closure"].clone();
    let lift = |closure: &Value| json!({ "id": closure["id"], "version": closure["version"] });

    let lifted = change(&dispatcher, "liftClosure", lift(&first)).await;
    assert_eq!((&lifted["closure"]["state"], &lifted["tripsChanged"]), (&json!("LIFTED"), &json!(0)), "{lifted}");
    assert_eq!(off_sale(&ana, &ride).await, "ROAD_CLOSED", "the other closure stands");
    assert_eq!(change(&dispatcher, "liftClosure", lift(&first)).await["code"], "CHANGED_MEANWHILE");
    let again = change(&dispatcher, "liftClosure", lift(&lifted["closure"])).await;
    assert_eq!(again["fields"], json!([{ "path": "id", "code": "CLOSURE_LIFTED" }]));

    crate::trip::change(&dispatcher, "setTripSale", json!({ "tripId": ride.id(), "closed": true })).await;
    let lifted = change(&dispatcher, "liftClosure", lift(&second)).await;
    assert!(lifted["tripsChanged"].as_i64().unwrap() > 0, "{lifted}");
    assert_eq!(off_sale(&ana, &ride).await, "CLOSED", "the dispatcher's own stands");
    crate::trip::change(&dispatcher, "setTripSale", json!({ "tripId": ride.id(), "closed": false })).await;
    ana.hold(std::slice::from_ref(&ride), 1, None).await;

    let past = dispatcher.send("{ closures(past: true) { nodes { state } } }", json!({})).await.data("closures");
    assert_eq!(past["nodes"], json!([{ "state": "LIFTED" }, { "state": "LIFTED" }]));
    app.done().await;
}
