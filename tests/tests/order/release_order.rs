use tests::{TestApp, json};

const RELEASE: &str = "mutation($i: ReleaseOrderInput!) { releaseOrder(input: $i) { __typename ... on UserError { code } \
    ... on OrderChanged { order { status } } } }";

#[tokio::test]
async fn an_order_given_up_frees_its_seats_at_once() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let (ana, ben) = (app.visitor(), app.visitor());
    let order = ana.hold(std::slice::from_ref(&ride), 2, Some(&["1", "2"])).await;

    let released = ana.send(RELEASE, json!({ "i": { "order": order.reference() } })).await.data("releaseOrder");
    assert_eq!(released["order"]["status"], "CANCELLED");
    ben.hold(std::slice::from_ref(&ride), 2, Some(&["1", "2"])).await;
    let again = ana.send(RELEASE, json!({ "i": { "order": order.reference() } })).await.data("releaseOrder");
    assert_eq!(again["order"]["status"], "CANCELLED");
    app.done().await;
}

#[tokio::test]
async fn a_paid_order_is_refunded_not_released() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 1).await;
    let answer = ana.send(RELEASE, json!({ "i": { "order": order.reference() } })).await.data("releaseOrder");
    assert_eq!(answer["code"], "ORDER_CLOSED");
    app.done().await;
}

#[tokio::test]
async fn money_for_an_order_given_up_goes_back() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    let started = ana.try_pay(&order).await;
    ana.send(RELEASE, json!({ "i": { "order": order.reference() } })).await;
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    let order = ana.order(&order).await;
    assert_eq!(order["refunds"][0]["state"], "DONE");
    assert_eq!(order["paid"]["amount"], "0.00");
    assert_eq!(order["status"], "CANCELLED");
    app.done().await;
}
