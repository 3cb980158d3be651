//! What has happened to an order, as staff see it.

use chrono::TimeDelta;
use tests::{Actor, Bought, TestApp, Value, json};

pub async fn timeline(staff: &Actor, order: &Bought) -> Vec<Value> {
    let query = "query($id: ID!) { orderTimeline(orderId: $id) { kind at { local timeZone } code text amount { amount } staff { email } } }";
    staff.send(query, json!({ "id": order.id })).await.data("orderTimeline").as_array().unwrap().clone()
}

fn kinds(events: &[Value]) -> Vec<&str> {
    events.iter().map(|event| event["kind"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn everything_stands_in_the_order_of_time() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride("501").await;
    let order = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    app.advance(TimeDelta::minutes(1));
    ana.name(&order).await;
    app.advance(TimeDelta::minutes(1));
    let refused = ana.try_pay(&order).await;
    app.advance(TimeDelta::minutes(1));
    ana.at_bank(refused["payment"]["redirectUrl"].as_str().unwrap(), "refuse").await;
    app.run_jobs().await;
    app.advance(TimeDelta::minutes(1));
    let order = ana.pay(&app, order).await;
    app.advance(TimeDelta::minutes(1));
    let dispatcher = app.staff("DISPATCHER").await;
    let delay = json!({ "tripId": ride.id(), "minutes": 20, "notify": false });
    crate::trip::change(&dispatcher, "delayTrip", delay).await;
    app.advance(TimeDelta::minutes(1));
    let inspector = app.staff("INSPECTOR").await;
    let line = ana.order(&order).await["segments"][0]["lines"][0].clone();
    crate::passage::record(&inspector, &ride, json!({ "lineId": line["id"] })).await;
    app.advance(TimeDelta::minutes(1));

    let agent = app.staff("SUPPORT_AGENT").await;
    let before = app.count("SELECT id FROM audit WHERE action = 'READ_TIMELINE'").await;
    let events = timeline(&agent, &order).await;
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'READ_TIMELINE'").await, before + 1);
    assert_eq!(
        kinds(&events),
        [
            "PASSAGE",
            "TRIP_CHANGE",
            "MESSAGE_SENT",
            "MESSAGE_SENT",
            "TICKETS_ISSUED",
            "PAID",
            "PAYMENT_STARTED",
            "PAYMENT_FAILED",
            "PAYMENT_STARTED",
            "PASSENGERS_NAMED",
            "CREATED",
        ],
        "{events:#?}"
    );
    assert_eq!(events[0]["staff"]["email"], "inspector@demo.beket.example.com");
    assert_eq!(events[0]["code"], "ACCEPTED");
    assert_eq!(events[1]["code"], "DELAY_TRIP");
    assert_eq!(events[4]["text"], line["ticket"]["number"]);
    assert_eq!(events[10]["code"], "WEB");
    // Noon, six in the morning UTC.
    assert_eq!(events[10]["at"], json!({ "local": "2026-12-01T12:00:00", "timeZone": "Asia/Bishkek" }));
    app.done().await;
}

#[tokio::test]
async fn money_that_went_back_and_holds_that_ended_are_told() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride("501").await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let line = ana.order(&order).await["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned();
    let quote = ana.quote(&order, &[&line]).await["quote"].clone();
    app.advance(TimeDelta::minutes(1));
    ana.confirm(&order, quote["id"].as_str().unwrap(), "timeline-refund-0001").await;
    app.advance(TimeDelta::minutes(1));
    app.run_jobs().await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let events = timeline(&agent, &order).await;
    let told = kinds(&events);
    assert_eq!(told[..3], ["MONEY_RETURNED", "REFUND_ACCEPTED", "MESSAGE_SENT"], "{told:?}");
    assert!(told.contains(&"TICKETS_VOID"), "{told:?}");
    assert_eq!(events[0]["amount"], quote["amount"]);

    let lost = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    app.advance(TimeDelta::hours(1));
    let agent = app.staff("SUPPORT_AGENT").await;
    assert_eq!(kinds(&timeline(&agent, &lost).await), ["HOLD_ENDED", "CREATED"]);
    // A representative of a carrier does not look into orders.
    let foreign = app.staff("CARRIER_REPRESENTATIVE").await;
    let query = "query($id: ID!) { orderTimeline(orderId: $id) { kind } }";
    assert_eq!(foreign.send(query, json!({ "id": order.id })).await.code(), "FORBIDDEN");
    app.done().await;
}
