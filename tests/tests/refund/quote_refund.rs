use tests::{TestApp, TimeDelta, Value, json};

fn line(order: &Value, n: usize) -> String {
    order["segments"][0]["lines"][n]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_offer_names_its_rule_and_what_is_withheld() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride_after("501", TimeDelta::hours(30)).await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let seen = ana.order(&order).await;
    let id = line(&seen, 0);
    let check = async |before: TimeDelta, want: Option<(&str, &str)>| {
        app.advance(ride.trip.calls[0].departure - before - app.app.clock.now());
        let quote = ana.quote(&order, &[&id]).await;
        match want {
            Some((rule, back)) => {
                assert_eq!(quote["quote"]["lines"][0]["rule"], rule, "{quote}");
                assert_eq!(quote["quote"]["amount"]["amount"], back, "{quote}");
            }
            None => assert_eq!(quote["reason"], "TOO_LATE", "{quote}"),
        }
    };
    // The demonstration tariff: 95 % of the fare of 600 a day before, 85 % until two hours, 50 % until departure,
    // 25 % for three hours after it; the fees stay.
    check(TimeDelta::hours(25), Some(("refund_24h", "570.00"))).await;
    check(TimeDelta::hours(3), Some(("refund_2h", "510.00"))).await;
    check(TimeDelta::minutes(30), Some(("refund_0h", "300.00"))).await;
    check(TimeDelta::minutes(-60), Some(("refund_after", "150.00"))).await;
    check(TimeDelta::minutes(-181), None).await;
    app.done().await;
}

#[tokio::test]
async fn a_cancelled_trip_returns_everything() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride("501").await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    app.break_by_hand("UPDATE trip SET state = 'CANCELLED'").await;
    api::features::network::forget_trip(&app.app, ride.trip.id);
    let seen = ana.order(&order).await;
    let quote = ana.quote(&order, &[&line(&seen, 0)]).await;
    assert_eq!(quote["quote"]["amount"], seen["total"], "{quote}");
    assert_eq!(quote["quote"]["lines"][0]["rule"], "trip_cancelled");
    app.done().await;
}

#[tokio::test]
async fn what_cannot_be_given_back_is_told_why() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    let seen = ana.order(&order).await;
    let held = ana.quote(&order, &[&line(&seen, 0)]).await;
    assert_eq!(held["reason"], "NOT_ISSUED");
    assert_eq!(ana.quote(&order, &[]).await["reason"], "NOTHING_CHOSEN");
    let ben = app.visitor();
    let other = ben.hold(&[app.ride("501").await], 1, None).await;
    let foreign = line(&ben.order(&other).await, 0);
    assert_eq!(ana.quote(&order, &[&foreign]).await["reason"], "NO_SUCH_LINE");
    assert_eq!(held["code"], json!("NOT_REFUNDABLE"));
    app.done().await;
}
