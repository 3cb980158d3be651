use tests::{TestApp, json};

use crate::http::socket::Socket;

#[tokio::test]
async fn the_order_is_told_as_it_is_and_then_as_it_changes() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    let mut socket = Socket::open(&app.url, json!({ "language": "en" })).await;
    let query = "subscription($o: OrderRefInput!) { orderChanged(order: $o) { status readyToPay } }";
    socket.subscribe("1", query, json!({ "o": order.reference() })).await;

    assert_eq!(socket.next_data("1").await["orderChanged"], json!({ "status": "HELD", "readyToPay": false }));
    ana.name(&order).await;
    assert_eq!(socket.next_data("1").await["orderChanged"], json!({ "status": "HELD", "readyToPay": true }));
    ana.pay(&app, order).await;
    loop {
        if socket.next_data("1").await["orderChanged"]["status"] == "PAID" {
            break;
        }
    }
    app.done().await;
}

#[tokio::test]
async fn the_right_is_checked_again_before_each_event() {
    let app = TestApp::new().await;
    let ana = crate::account::register(&app, "ana@example.com").await;
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    let mut socket = Socket::open(&app.url, json!({ "accessToken": ana.token })).await;
    let query = "subscription($o: OrderRefInput!) { orderChanged(order: $o) { status } }";
    socket.subscribe("1", query, json!({ "o": { "id": order.id } })).await;
    assert_eq!(socket.next_data("1").await["orderChanged"]["status"], "HELD");

    ana.send("mutation { signOutEverywhere { ok } }", json!({})).await.data("signOutEverywhere");
    app.visitor().name(&order).await;

    assert_eq!(socket.next_error("1").await[0]["extensions"]["code"], "UNAUTHENTICATED");
    app.done().await;
}

#[tokio::test]
async fn a_wrong_secret_hears_nothing() {
    let app = TestApp::new().await;
    let order = app.visitor().hold(&[app.ride("501").await], 1, None).await;
    let mut socket = Socket::open(&app.url, json!({})).await;
    let query = "subscription($o: OrderRefInput!) { orderChanged(order: $o) { status } }";
    socket.subscribe("1", query, json!({ "o": { "id": order.id, "secret": "wrong" } })).await;
    let error = socket.next_error("1").await;
    assert_eq!(error[0]["extensions"]["code"], "NOT_FOUND", "{error}");
    app.done().await;
}
