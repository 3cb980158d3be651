//! What becomes of trips with sales when their departure changes, if the office says so.

use tests::{Actor, Bought, TestApp, TimeDelta, Value, json};

use super::save_departure::{in_days, ride};
use crate::exchange::amount;
use crate::route::{change, departure, on_sale};

/// A departure on sale with two tickets of one customer in two days, and a held seat.
async fn sold(app: &TestApp, manager: &Actor) -> (Value, Actor, Bought, Bought) {
    let (route, stations, path, id) = on_sale(app, manager).await;
    let day = in_days(app, 2);
    let ana = app.visitor();
    let on_day = ride(app, &stations, &day).await;
    let order = ana.buy(app, std::slice::from_ref(&on_day), 2).await;
    let held = app.visitor().hold(&[on_day], 1, None).await;
    let mut input = departure(app, &route, &path);
    input["id"] = id;
    input["version"] = json!(1);
    (input, ana, order, held)
}

async fn ride_of(customer: &Actor, order: &Bought) -> Value {
    let query = "query($id: ID!, $s: String) { order(id: $id, secret: $s) { status total { amount } segments { \
        from { departure { local } } lines { id ticket { number valid } } } } }";
    customer.send(query, json!({ "id": order.id, "s": order.secret })).await.data("order")
}

#[tokio::test]
async fn sold_trips_follow_to_the_new_time_with_new_tickets_and_everything_back_for_who_does_not_like_it() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (mut input, ana, order, held) = sold(&app, &manager).await;
    let before = ride_of(&ana, &order).await;
    let messages = app.messages().await.len();
    input["startsAt"] = json!("09:10");
    input["soldTrips"] = json!("FOLLOW");
    let saved = change(&manager, "saveDeparture", &input).await;
    assert_eq!((&saved["kept"].as_array().unwrap().len(), &saved["followed"]), (&1, &json!(1)), "{saved}");
    app.run_jobs().await;
    let after = ride_of(&ana, &order).await;
    let at = |seen: &Value| seen["segments"][0]["from"]["departure"]["local"].as_str().unwrap()[11..16].to_owned();
    assert_eq!((at(&before), at(&after)), ("08:30".into(), "09:10".into()));
    assert_eq!(at(&ride_of(&app.visitor(), &held).await), "09:10");
    // New tickets; the old ones say so.
    let tickets = |seen: &Value| seen["segments"][0]["lines"][0]["ticket"]["number"].clone();
    assert_ne!(tickets(&before), tickets(&after));
    assert_eq!(app.count("SELECT id FROM ticket WHERE void_at IS NOT NULL").await, 2);
    let told = app.messages().await.split_off(messages);
    assert_eq!(told.len(), 2, "mail and SMS: {told:?}");
    assert!(told.iter().all(|(.., text)| text.contains("09:10")), "{told:?}");
    // All of it comes back, fees included.
    let lines: Vec<String> = after["segments"][0]["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["id"].as_str().unwrap().to_owned())
        .collect();
    let quote = ana.quote(&order, &lines.iter().map(String::as_str).collect::<Vec<_>>()).await;
    assert_eq!(amount(&quote["quote"]["amount"]), amount(&after["total"]), "{quote}");
    // Run once more, nothing happens.
    app.break_by_hand("UPDATE job SET state = 'WAITING' WHERE kind = 'retime_trip'").await;
    app.run_jobs().await;
    assert_eq!(app.messages().await.len(), messages + 2);
    assert_eq!(tickets(&ride_of(&ana, &order).await), tickets(&after));
    app.done().await;
}

#[tokio::test]
async fn trips_that_no_longer_run_that_day_stay_as_they_were_sold() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (mut input, ana, order, _) = sold(&app, &manager).await;
    input["startsAt"] = json!("09:10");
    input["exceptions"] = json!([{ "date": in_days(&app, 2), "runs": false }]);
    input["soldTrips"] = json!("FOLLOW");
    let saved = change(&manager, "saveDeparture", &input).await;
    assert_eq!(saved["followed"], 0, "{saved}");
    app.run_jobs().await;
    let seen = ride_of(&ana, &order).await;
    assert!(seen["segments"][0]["from"]["departure"]["local"].as_str().unwrap().ends_with("08:30:00"), "{seen}");
    app.done().await;
}

#[tokio::test]
async fn sold_trips_are_cancelled_and_everybody_gets_all_back() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (mut input, ana, order, held) = sold(&app, &manager).await;
    input["active"] = json!(false);
    input["soldTrips"] = json!("CANCEL");
    let saved = change(&manager, "saveDeparture", &input).await;
    assert_eq!(saved["followed"], 1, "{saved}");
    app.advance(TimeDelta::minutes(2));
    app.run_jobs().await;
    assert_eq!(ride_of(&ana, &order).await["status"], "REFUNDED");
    assert_eq!(ride_of(&app.visitor(), &held).await["status"], "CANCELLED");
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'CANCEL_TRIP'").await, 1);
    app.done().await;
}

/// Who follows into the hours of a closed road is off sale there, and who follows out of them is sold again.
#[tokio::test]
async fn a_trip_that_follows_is_on_a_closed_road_by_its_new_time() {
    let app = TestApp::new().await;
    let (manager, dispatcher) = (app.staff("TRANSPORT_MANAGER").await, app.staff("DISPATCHER").await);
    let (mut input, ..) = sold(&app, &manager).await;
    let town = async |name: &str| crate::closure::town(&dispatcher, name).await;
    let at = |time: &str| format!("{}T{time}", in_days(&app, 2));
    let section = json!({
        "from": town("Токсонбай").await, "to": town("Аркалык").await, "bothWays": false,
        "startsAt": at("15:00:00"), "endsAt": at("23:00:00"),
    });
    let made = crate::closure::change(&dispatcher, "saveClosure", crate::closure::input(&section)).await;
    assert_eq!(made["tripsChanged"], 0, "{made}");
    let closed = async |starts: &str, version: i32| {
        input["startsAt"] = json!(starts);
        input["soldTrips"] = json!("FOLLOW");
        input["version"] = json!(version);
        assert_eq!(change(&manager, "saveDeparture", &input).await["followed"], 1);
        app.run_jobs().await;
        app.count("SELECT t.id FROM trip t JOIN order_segment s ON s.trip_id = t.id WHERE t.road_closed = TRUE").await
    };
    let mut closed = closed;
    assert_eq!(closed("16:00", 1).await, 2, "two orders ride on the one trip");
    assert_eq!(closed("09:00", 2).await, 0);
    app.done().await;
}
