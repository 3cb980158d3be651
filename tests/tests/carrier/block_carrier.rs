use tests::{TestApp, hold_input, json};

use super::{change, record};

#[tokio::test]
async fn a_blocked_carrier_leaves_sale_at_once_and_comes_back() {
    let app = TestApp::new().await;
    let replica = app.replica().await;
    let (manager, ana) = (app.staff("TRANSPORT_MANAGER").await, app.visitor());
    let ride = app.ride("501").await;
    let order = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    let carrier = record(&manager, "A").await;
    assert!(carrier["tripsAhead"].as_i64().unwrap() > 0 && carrier["vehicleCount"].as_i64().unwrap() > 0, "{carrier}");

    let input = json!({ "id": carrier["id"], "version": carrier["version"], "blocked": true });
    let why = change(&manager, "blockCarrier", input.clone()).await;
    assert_eq!(why["fields"], json!([{ "path": "reason", "code": "REQUIRED" }]));
    let mut input = input;
    input["reason"] = json!("Лицензия приостановлена");
    let blocked = change(&manager, "blockCarrier", input.clone()).await;
    assert_eq!(blocked["carrier"]["blocked"]["reason"], "Лицензия приостановлена");
    assert_eq!(change(&manager, "blockCarrier", input).await["code"], "CHANGED_MEANWHILE");

    let hold = hold_input(std::slice::from_ref(&ride), 1, None);
    let refused = app.visitor().try_hold(&hold).await;
    assert_eq!((&refused["__typename"], &refused["reason"]), (&json!("NotOnSale"), &json!("CLOSED")));
    if let Some(replica) = &replica {
        assert_eq!(replica.visitor().try_hold(&hold).await["reason"], "CLOSED");
    }
    let map = "query($t: ID!, $f: Int!, $u: Int!) { seatMap(tripId: $t, from: $f, to: $u) { notOnSaleReason } }";
    let map = app.visitor().send(map, json!({ "t": ride.id(), "f": ride.from, "u": ride.to })).await;
    assert_eq!(map.data("seatMap")["notOnSaleReason"], "CLOSED");
    // Another carrier's goes on, and who had begun may pay.
    let other = app.ride("505").await;
    app.visitor().hold(std::slice::from_ref(&other), 1, None).await;
    ana.name(&order).await;
    let order = ana.pay(&app, order).await;
    assert_eq!(ana.order(&order).await["status"], "PAID");

    let free =
        json!({ "id": carrier["id"], "version": blocked["carrier"]["version"], "blocked": false, "reason": "x" });
    assert_eq!(change(&manager, "blockCarrier", free).await["carrier"]["blocked"], json!(null));
    app.visitor().hold(std::slice::from_ref(&ride), 1, None).await;
    if let Some(replica) = replica {
        replica.stop_only().await;
    }
    app.done().await;
}

/// A replica that has not heard of it: the sale looks at the carrier's row.
#[tokio::test]
async fn the_row_decides_and_not_what_is_remembered() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    app.visitor().hold(std::slice::from_ref(&ride), 1, None).await;
    app.break_by_hand("UPDATE carrier SET blocked_at = '2026-12-01 00:00:00+00:00' WHERE code = 'A'").await;
    let refused = app.visitor().try_hold(&hold_input(std::slice::from_ref(&ride), 1, None)).await;
    assert_eq!((&refused["__typename"], &refused["reason"]), (&json!("NotOnSale"), &json!("CLOSED")));
    app.done().await;
}
