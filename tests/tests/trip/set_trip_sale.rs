use tests::{TestApp, hold_input, json};

use super::change;

#[tokio::test]
async fn a_closed_sale_lets_those_finish_who_have_begun() {
    let app = TestApp::new().await;
    let (ana, ride) = (app.visitor(), app.ride("501").await);
    let order = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let closed = change(&dispatcher, "setTripSale", json!({ "tripId": ride.id(), "closed": true })).await;
    assert_eq!(closed["trip"]["saleClosed"], true);

    let refused = app.visitor().try_hold(&hold_input(std::slice::from_ref(&ride), 1, None)).await;
    assert_eq!((&refused["__typename"], &refused["reason"]), (&json!("NotOnSale"), &json!("CLOSED")));
    // Even a server that has not heard of it yet: the row itself is looked at.
    ana.name(&order).await;
    ana.pay(&app, order.clone()).await;
    assert_eq!(ana.order(&order).await["status"], "PAID");

    change(&dispatcher, "setTripSale", json!({ "tripId": ride.id(), "closed": false })).await;
    let held = app.visitor().try_hold(&hold_input(std::slice::from_ref(&ride), 1, None)).await;
    assert_eq!(held["__typename"], "HeldSeats");
    app.done().await;
}

/// A replica that has not heard of the closing: what it remembers says on sale, the trip's row says closed.
#[tokio::test]
async fn the_row_decides_and_not_what_is_remembered() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    for (change, reason) in [("sale_closed = true", "CLOSED"), ("state = 'CANCELLED'", "CANCELLED")] {
        app.visitor().hold(std::slice::from_ref(&ride), 1, None).await;
        app.break_by_hand(&format!("UPDATE trip SET {change}")).await;
        let refused = app.visitor().try_hold(&hold_input(std::slice::from_ref(&ride), 1, None)).await;
        assert_eq!((&refused["__typename"], &refused["reason"]), (&json!("NotOnSale"), &json!(reason)));
        app.break_by_hand("UPDATE trip SET sale_closed = false, state = 'SCHEDULED'").await;
    }
    app.done().await;
}
