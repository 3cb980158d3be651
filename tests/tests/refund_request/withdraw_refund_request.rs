use tests::{Actor, Bought, TestApp, Value, json};

use super::{ask, bought, pdf, requests, send_document};

async fn withdraw(customer: &Actor, order: &Bought, request: &Value) -> Value {
    let query = "mutation($o: OrderRefInput!, $r: ID!) { withdrawRefundRequest(order: $o, requestId: $r) { __typename \
        ... on InvalidInput { fields { path code } } ... on RefundRequestWithdrawn { order { refundRequests { state } } } } }";
    customer.send(query, json!({ "o": order.reference(), "r": request })).await.data("withdrawRefundRequest")
}

#[tokio::test]
async fn a_request_is_withdrawn_or_ends_when_the_ticket_is_given_back_by_the_rules() {
    let app = TestApp::new().await;
    let (ana, order, lines) = bought(&app, 2).await;
    let first = ask(&ana, &order, &lines[..1], "ask-for-refund-0001").await;
    let first = &first["request"]["id"];
    let withdrawn = withdraw(&ana, &order, first).await;
    assert_eq!(withdrawn["order"]["refundRequests"], json!([{ "state": "WITHDRAWN" }]), "{withdrawn}");
    // Again is nothing new; and nothing is added to it.
    assert_eq!(withdraw(&ana, &order, first).await, withdrawn);
    let closed = send_document(&ana, first, Some(order.secret.as_str()), "x", &pdf()).await;
    assert_eq!((closed.0, &closed.1["code"]), (409, &json!("CLOSED")));

    let second = ask(&ana, &order, &lines[..1], "ask-for-refund-0002").await;
    let quote = ana.quote(&order, &[lines[0]["id"].as_str().unwrap()]).await;
    ana.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "back-by-the-rules-1").await;
    let states: Vec<Value> = requests(&ana, &order).await.into_iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["WITHDRAWN", "WITHDRAWN"], "{second}");
    // Somebody else's is nothing at all.
    let (bob, theirs, more) = bought(&app, 1).await;
    let asked = ask(&bob, &theirs, &more, "ask-for-refund-0003").await;
    let query =
        "mutation($o: OrderRefInput!, $r: ID!) { withdrawRefundRequest(order: $o, requestId: $r) { __typename } }";
    let wrong = ana.send(query, json!({ "o": order.reference(), "r": asked["request"]["id"] })).await;
    assert_eq!(wrong.code(), "NOT_FOUND");
    app.done().await;
}
