use tests::{TestApp, json};

const START: &str = "mutation($i: StartPaymentInput!) { startPayment(input: $i) { ... on PaymentStarted { payment { amount { amount } } } } }";

/// What this server keeps of an order between its steps is believed only at the order's version. Somebody else, here by
/// hand, lets one of two passengers go: with the version raised the payment is for one, and without it, as no use case
/// may do it, for two, which shows that something is kept at all.
#[tokio::test]
async fn what_is_kept_of_an_order_is_true_at_its_version_only() {
    for (raised, amount) in [(1, "628.00"), (0, "1256.00")] {
        let app = TestApp::new().await;
        let ana = app.visitor();
        let order = ana.hold(&[app.ride("501").await], 2, Some(&["1", "2"])).await;
        ana.name(&order).await;
        app.break_by_hand("UPDATE order_line SET state = 'RELEASED' WHERE seat_label = '2'").await;
        app.break_by_hand("DELETE FROM claim WHERE line_id IN (SELECT id FROM order_line WHERE seat_label = '2')")
            .await;
        app.break_by_hand(&format!("UPDATE \"order\" SET version = version + {raised}")).await;
        let input = json!({ "order": order.reference(), "idempotencyKey": "a-key-of-sixteen", "method": "sandbox" });
        let started = ana.send(START, json!({ "i": input })).await.data("startPayment");
        assert_eq!(started["payment"]["amount"]["amount"], amount, "{started}");
        app.discard().await;
    }
}

/// The same with a second server: each step of a purchase is on the other one.
#[tokio::test]
async fn the_steps_of_a_purchase_may_be_on_different_replicas() {
    let app = TestApp::new().await;
    let Some(other) = app.replica().await else {
        app.done().await;
        return;
    };
    let (here, ride) = (app.visitor(), app.ride("501").await);
    let there = other.visitor_like(&here);
    let mut order = here.hold(std::slice::from_ref(&ride), 3, Some(&["1", "2", "3"])).await;
    there.name(&order).await;
    let drop = "mutation($i: DropPassengerInput!) { dropPassenger(input: $i) { __typename } }";
    let dropped =
        there.send(drop, json!({ "i": { "order": order.reference(), "passengerId": order.passengers[2] } })).await;
    assert_eq!(dropped.data("dropPassenger")["__typename"], "OrderChanged");
    order.passengers.pop();
    let order = here.pay(&app, order).await;
    assert_eq!(there.order(&order).await["paid"]["amount"], "1256.00");
    assert_eq!(app.count("SELECT id FROM ticket").await, 2);
    other.stop_only().await;
    app.done().await;
}
