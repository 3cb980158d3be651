use tests::{TestApp, json};

#[tokio::test]
async fn tickets_are_sent_again_to_another_address() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let query =
        "mutation($i: ResendTicketsInput!) { resendTickets(input: $i) { __typename ... on UserError { code } } }";
    let held = ana.hold(&[app.ride("501").await], 1, None).await;
    let unpaid = ana.send(query, json!({ "i": { "order": held.reference() } })).await.data("resendTickets");
    assert_eq!(unpaid["code"], "ORDER_CLOSED");

    let order = ana.pay(&app, held).await;
    let wrong =
        ana.send(query, json!({ "i": { "order": order.reference(), "email": "nobody" } })).await.data("resendTickets");
    assert_eq!(wrong["code"], "INVALID_INPUT");
    for _ in 0..5 {
        let sent = ana.send(query, json!({ "i": { "order": order.reference(), "email": "office@example.com" } })).await;
        assert_eq!(sent.data("resendTickets")["__typename"], "OrderChanged");
    }
    let limited = ana.send(query, json!({ "i": { "order": order.reference() } })).await.data("resendTickets");
    assert_eq!(limited["code"], "TOO_MANY_ATTEMPTS");
    app.run_jobs().await;
    let sent = app.messages().await.into_iter().filter(|(_, to, _)| to == "office@example.com").count();
    assert_eq!(sent, 5);
    app.done().await;
}
