//! What staff see of orders and passengers.

use tests::{TestApp, Value, json};

#[tokio::test]
async fn a_representative_sees_only_the_own_carriers_trips() {
    let app = TestApp::new().await;
    let staff = app.staff("CARRIER_REPRESENTATIVE").await;
    let trips = staff
        .send("{ trips(filter: { date: \"2026-12-02\" }, first: 100) { nodes { carrier { code } } } }", json!({}))
        .await
        .data("trips");
    let nodes = trips["nodes"].as_array().unwrap();
    assert!(!nodes.is_empty());
    assert!(nodes.iter().all(|trip| trip["carrier"]["code"] == "A"), "{trips}");
    let own = app.ride("501").await;
    let foreign = app.ride("505").await;
    let query = "query($t: ID!) { tripPassengers(tripId: $t) { orderNumber } }";
    staff.send(query, json!({ "t": own.id() })).await.data("tripPassengers");
    assert_eq!(staff.send(query, json!({ "t": foreign.id() })).await.code(), "NOT_FOUND");
    app.done().await;
}

#[tokio::test]
async fn each_reading_by_staff_is_in_the_audit_log() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride("501").await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let clerk = app.staff("SUPPORT_AGENT").await;
    let before = app.count("SELECT id FROM audit").await;
    let seen = clerk
        .send("query($n: String) { order(number: $n) { number link email } }", json!({ "n": order.number }))
        .await
        .data("order");
    assert_eq!(seen["email"], "aigul@example.com");
    assert!(!seen["link"].as_str().unwrap().contains('#'), "the customer's secret stays the customer's");
    clerk
        .send("query($t: ID!) { tripPassengers(tripId: $t) { passenger { lastName } } }", json!({ "t": ride.id() }))
        .await
        .data("tripPassengers");
    clerk.send("{ orders(filter: { text: \"Өмүралиева\" }) { nodes { number } } }", json!({})).await.data("orders");
    assert_eq!(app.count("SELECT id FROM audit").await - before, 3);
    app.done().await;
}

#[tokio::test]
async fn orders_are_found_by_what_people_know() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 1).await;
    ana.hold(&[app.ride("501").await], 1, None).await;
    let ticket = ana.order(&order).await["segments"][0]["lines"][0]["ticket"]["number"].clone();
    // Our id of the payment, and the bank's, which its page is called by.
    let clerk = app.staff("SUPPORT_AGENT").await;
    let paid = "query($id: ID!, $s: String) { order(id: $id, secret: $s) { payments { id } } }";
    let payment = ana.send(paid, json!({ "id": order.id, "s": order.secret })).await.data("order");
    let page = order.redirect.as_deref().unwrap().split('?').next().unwrap();
    let at_the_bank = page.rsplit('/').next().unwrap();
    let query = "query($f: OrderFilterInput) { orders(filter: $f) { nodes { number } } }";
    for text in [
        payment["payments"][0]["id"].as_str().unwrap(),
        at_the_bank,
        order.number.as_str(),
        &order.number[..7],
        "aigul@example.com",
        "0555123456",
        "Өмүралиева",
        "өмүралиева",
        "id 1234567",
        ticket.as_str().unwrap(),
    ] {
        let found = clerk.send(query, json!({ "f": { "text": text } })).await.data("orders");
        assert_eq!(found["nodes"], json!([{ "number": order.number }]), "{text}");
    }
    for (status, count) in
        [("PAID", 1), ("HELD", 1), ("EXPIRED", 0), ("REFUNDED", 0), ("CANCELLED", 0), ("PARTLY_REFUNDED", 0)]
    {
        let found = clerk.send(query, json!({ "f": { "status": status } })).await.data("orders");
        assert_eq!(found["nodes"].as_array().unwrap().len(), count, "{status}");
    }
    let today = clerk.send(query, json!({ "f": { "from": "2026-12-01", "to": "2026-12-01" } })).await.data("orders");
    assert_eq!(today["nodes"].as_array().unwrap().len(), 2);
    app.done().await;
}

#[tokio::test]
async fn who_paid_how_is_told_to_those_who_may_view_orders() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    app.visitor().hold(std::slice::from_ref(&ride), 1, None).await;
    let query = "query($t: ID!) { tripPassengers(tripId: $t) { line { state } paidBy price { amount } } }";
    let seen = app.staff("DISPATCHER").await.send(query, json!({ "t": ride.id() })).await.data("tripPassengers");
    let of = |state: &str| seen.as_array().unwrap().iter().find(|one| one["line"]["state"] == state).unwrap().clone();
    assert_eq!(of("ISSUED")["paidBy"].as_array().unwrap().len(), 1, "{seen}");
    assert_eq!(of("HELD")["paidBy"], json!([]));
    assert!(of("HELD")["price"]["amount"].is_string());
    let hidden = app.staff("INSPECTOR").await.send(query, json!({ "t": ride.id() })).await.data("tripPassengers");
    for one in hidden.as_array().unwrap() {
        assert_eq!((&one["paidBy"], &one["price"]), (&json!([]), &json!(null)), "an inspector sees no money");
    }
    app.done().await;
}

/// As people say a name, and as they read a number off a ticket.
#[tokio::test]
async fn an_order_is_found_by_whole_names_and_bare_numbers_and_listed_by_channel() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let order = app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    app.visitor().buy(&app, &[ride], 1).await;
    let clerk = app.staff("SUPPORT_AGENT").await;
    let found = async |filter: Value| {
        let query = "query($f: OrderFilterInput) { orders(filter: $f) { nodes { number channel } } }";
        clerk.send(query, json!({ "f": filter })).await.data("orders")["nodes"].as_array().unwrap().clone()
    };
    for text in ["Өмүралиева", "Өмүралиева Айгүл", "айгүл өмүралиева", "  Айг   Өмүр "]
    {
        assert_eq!(found(json!({ "text": text })).await.len(), 2, "{text}");
    }
    for text in ["Айгүл Айгүл", "Өмүралиева Тимур", "%", "Өмүр_лиева"] {
        assert_eq!(found(json!({ "text": text })).await.len(), 0, "{text}");
    }
    let bare = order.number.trim_start_matches("BK-");
    for text in
        [order.number.clone(), order.number.to_lowercase(), bare.to_owned(), bare.replace('-', "").to_lowercase()]
    {
        let orders = found(json!({ "text": text })).await;
        assert_eq!((orders.len(), &orders[0]["number"]), (1, &json!(order.number)), "{text}");
    }
    assert_eq!(found(json!({ "channel": "WEB" })).await.len(), 2);
    assert_eq!(found(json!({ "channel": "DESK" })).await.len(), 0);
    app.done().await;
}
