use tests::{Actor, Bought, TestApp, Value, json};

async fn send(staff: &Actor, order: &Bought, to: Value) -> Value {
    let query = "mutation($i: SendTicketsInput!) { sendTickets(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } } }";
    let mut input = to;
    input["orderId"] = json!(order.id);
    staff.send(query, json!({ "i": input })).await.data("sendTickets")
}

#[tokio::test]
async fn tickets_go_to_a_chosen_contact() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let held = ana.hold(&[app.ride("501").await], 1, None).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    assert_eq!(send(&agent, &held, json!({ "email": "x@example.com" })).await["code"], "ORDER_CLOSED");
    let order = ana.pay(&app, held).await;
    let nobody = send(&agent, &order, json!({})).await;
    assert_eq!(nobody["fields"], json!([{ "path": "email", "code": "REQUIRED" }]));
    let sent = send(&agent, &order, json!({ "email": "desk@example.com", "phone": "0700111222" })).await;
    assert_eq!(sent["__typename"], "OrderChanged");
    app.run_jobs().await;
    let messages = app.messages().await;
    for to in ["desk@example.com", "+996700111222"] {
        assert_eq!(messages.iter().filter(|message| message.1 == to).count(), 1, "{to}");
    }
    // The order's own contact stays.
    assert_eq!(super::staffs(&agent, &order).await["email"], "aigul@example.com");
    let dispatcher = app.staff("DISPATCHER").await;
    let query = "mutation($i: SendTicketsInput!) { sendTickets(input: $i) { __typename } }";
    let denied = dispatcher.send(query, json!({ "i": { "orderId": order.id, "email": "x@example.com" } })).await;
    assert_eq!(denied.code(), "FORBIDDEN");
    app.done().await;
}
