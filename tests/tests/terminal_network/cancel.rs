use tests::{TestApp, TimeDelta, json};

use super::{Terminal, network, ready, ready_on, written};
use crate::shift::at_desk;

#[tokio::test]
async fn a_cancelled_payment_leaves_nothing_behind() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready_on(&app, &app.ride_after("501", TimeDelta::hours(24)).await, 2).await;
    // Some of it too much, which waits at a desk.
    let paid = terminal.pay("1", &one.order.number, &written(one.minor + 5_000)).await;
    assert_eq!(paid.result(), 0, "{}", paid.body);
    let refunds = one.order().await["refunds"].clone();
    assert_eq!((&refunds[0]["state"], &refunds[0]["amount"]["amount"]), (&json!("PENDING"), &json!("50.00")));
    assert_eq!(terminal.status("1").await.result(), 0);
    let other_sum = [("command", "cancel"), ("txn_id", "1"), ("sum", "1.00")];
    assert_eq!(terminal.get(&other_sum).await.result(), 300, "another sum than was paid");

    let cancelled = terminal.cancel("1").await;
    assert_eq!(cancelled.result(), 0, "{}", cancelled.body);
    assert_eq!(cancelled.part("prv_txn"), paid.part("prv_txn"));
    for _ in 0..3 {
        assert_eq!(terminal.cancel("1").await, cancelled, "once more the same");
    }
    assert_eq!(terminal.status("1").await.result(), 7);
    assert_eq!(
        terminal.pay("1", &one.order.number, &written(one.minor + 5_000)).await.result(),
        7,
        "not paid any more"
    );
    let order = one.order().await;
    assert_eq!((&order["status"], &order["payments"][0]["state"]), (&json!("REFUNDED"), &json!("REFUNDED")), "{order}");
    assert!(order["refunds"].as_array().unwrap().iter().all(|refund| refund["state"] == "DONE"), "{order}");
    assert_eq!(order["segments"][0]["lines"][0]["ticket"]["valid"], false);
    // The network owes nothing and is paid nothing; the seats are free.
    let left = "SELECT account FROM posting_line GROUP BY account HAVING SUM(amount_minor) <> 0";
    assert_eq!(app.count(left).await, 0);
    assert_eq!(app.count("SELECT account FROM posting_line WHERE account = 'GATEWAY:terminal:pay24'").await, 4);
    assert_eq!(app.claimed(app.ride_after("501", TimeDelta::hours(24)).await.trip.id).await, 0);
    app.run_jobs().await;
    let told = app.messages().await;
    assert!(told.iter().any(|(_, _, text)| text.contains("gives the money back")), "{told:?}");
    // There is nothing to pay out by hand.
    let cashier = at_desk(&app).await;
    let query = "mutation($i: PayOutRefundsInput!) { payOutRefunds(input: $i) { __typename ... on InvalidInput { fields { code } } } }";
    let input = json!({ "orderId": one.order.id, "tender": "CASH", "idempotencyKey": "pay-out-of-nothing" });
    let answer = cashier.send(query, json!({ "i": input })).await.data("payOutRefunds");
    assert_eq!(answer["fields"][0]["code"], "NOTHING_TO_PAY_OUT");
    app.done().await;
}

#[tokio::test]
async fn a_cancel_that_comes_first_makes_its_payment_be_refused() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    assert_eq!(terminal.status("1").await.result(), 300, "there is none");
    let first = terminal.cancel("1").await;
    assert_eq!(first.result(), 0, "{}", first.body);
    assert_eq!(terminal.cancel("1").await, first);
    let refused = terminal.pay("1", &one.order.number, &one.sum()).await;
    assert_eq!(refused.result(), 7, "{}", refused.body);
    assert_eq!(terminal.pay("1", &one.order.number, &one.sum()).await, refused);
    assert_eq!(terminal.status("1").await.result(), 7);
    assert_eq!(one.status().await, "HELD");
    // One that was refused needs nothing to be taken back, and stays refused.
    let short = terminal.pay("2", &one.order.number, "11.00").await;
    assert_eq!(short.result(), 241);
    assert_eq!(terminal.status("2").await.result(), 241);
    assert_eq!(terminal.cancel("2").await.result(), 0);
    assert_eq!(terminal.pay("2", &one.order.number, "11.00").await, short);
    assert_eq!(terminal.pay("3", &one.order.number, &one.sum()).await.result(), 0);
    app.done().await;
}

#[tokio::test]
async fn what_has_come_of_a_payment_cannot_be_cancelled() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let ride = app.ride_after("501", TimeDelta::hours(24)).await;
    let refused = async |txn: &str, why: &str| {
        let heard = terminal.cancel(txn).await;
        assert_eq!(heard.result(), 7, "{why}: {}", heard.body);
        assert_eq!(terminal.status(txn).await.result(), 0, "{why}: it is still paid");
    };
    // Given back in part.
    let returned = ready_on(&app, &ride, 2).await;
    assert_eq!(terminal.pay("1", &returned.order.number, &returned.sum()).await.result(), 0);
    let line = returned.order().await["segments"][0]["lines"][0]["id"].clone();
    let quote = returned.customer.quote(&returned.order, &[line.as_str().unwrap()]).await;
    let confirmed =
        returned.customer.confirm(&returned.order, quote["quote"]["id"].as_str().unwrap(), "key-of-a-refund-1").await;
    assert_eq!(confirmed["__typename"], "RefundConfirmed", "{confirmed}");
    refused("1", "given back").await;
    // Boarded with; taken for boarded by mistake, it can be.
    let boarded = ready_on(&app, &ride, 1).await;
    assert_eq!(terminal.pay("2", &boarded.order.number, &boarded.sum()).await.result(), 0);
    let inspector = app.staff("INSPECTOR").await;
    let line = boarded.order().await["segments"][0]["lines"][0]["id"].clone();
    let input = json!({ "lineId": line, "nonce": "nonce-of-a-passenger-1" });
    let passage = crate::passage::record(&inspector, &ride, input).await;
    assert_eq!(passage["__typename"], "PassageRecorded", "{passage}");
    refused("2", "boarded").await;
    // Left.
    let left = ready_on(&app, &ride, 1).await;
    assert_eq!(terminal.pay("3", &left.order.number, &left.sum()).await.result(), 0);
    app.advance(TimeDelta::hours(40));
    refused("3", "the trip has left").await;
    app.done().await;
}
