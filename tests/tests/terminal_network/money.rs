//! Where terminals' money is seen, and how it goes back.

use tests::{TestApp, TimeDelta, json};

use super::{Terminal, network, ready, ready_on, written};
use crate::exchange::{amount, confirm, offered, seats};
use crate::shift::{at_desk, mine};

/// The network returns no part of a payment: it is paid out by hand.
#[tokio::test]
async fn a_ticket_given_back_is_paid_out_at_a_desk() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let one = ready(&app).await;
    assert_eq!(terminal.pay("1", &one.order.number, &written(one.minor + 3_000)).await.result(), 0);
    let line = one.order().await["segments"][0]["lines"][0]["id"].clone();
    let quote = one.customer.quote(&one.order, &[line.as_str().unwrap()]).await;
    let key = "key-of-a-refund-at-a-terminal";
    // Whoever asks for the way that it came gets it by hand too.
    let query = "mutation($i: ConfirmRefundInput!) { confirmRefund(input: $i) { __typename } }";
    let input = json!({
        "order": one.order.reference(), "quoteId": quote["quote"]["id"], "idempotencyKey": key, "way": "ORIGINAL",
    });
    let confirmed = one.customer.send(query, json!({ "i": input })).await.data("confirmRefund");
    assert_eq!(confirmed["__typename"], "RefundConfirmed", "{confirmed}");
    app.run_jobs().await;
    assert_eq!(app.count("SELECT id FROM job WHERE kind = 'send_refund'").await, 0);
    let refunds = one.order().await["refunds"].clone();
    let waiting: i64 = refunds.as_array().unwrap().iter().map(|refund| amount(&refund["amount"])).sum();
    assert!(refunds.as_array().unwrap().iter().all(|refund| refund["state"] == "PENDING"), "{refunds}");
    assert!(waiting > 3_000);
    let cashier = at_desk(&app).await;
    let pay_out =
        "mutation($i: PayOutRefundsInput!) { payOutRefunds(input: $i) { __typename ... on UserError { code } } }";
    let input = json!({ "orderId": one.order.id, "tender": "CASH", "idempotencyKey": "pay-out-at-the-desk-1" });
    let answer = cashier.send(pay_out, json!({ "i": input })).await.data("payOutRefunds");
    assert_eq!(answer["__typename"], "RefundsPaidOut", "{answer}");
    assert_eq!(amount(&mine(&cashier).await["totals"][0]["inTill"]), 100_000 - waiting);
    // The network owes all of it all the same.
    let owed = "SELECT 1 FROM posting_line WHERE account = 'GATEWAY:terminal:pay24' GROUP BY account \
        HAVING SUM(amount_minor) > 0 AND COUNT(*) = 1";
    assert_eq!(app.count(owed).await, 1);
    assert_eq!(terminal.cancel("1").await.result(), 7, "the money is out");
    app.done().await;
}

#[tokio::test]
async fn the_fee_is_the_network_s() {
    let app = TestApp::new().await;
    network(&app, json!({ "feePercent": "2.5" })).await;
    let one = ready(&app).await;
    assert_eq!(Terminal::at(&app).pay("1", &one.order.number, &one.sum()).await.result(), 0);
    // Half-even, as all shares are.
    let fee = domain::money::percent_of(one.minor, "2.5".parse().unwrap());
    let booked = format!("SELECT 1 FROM posting_line WHERE account = 'GATEWAY_FEE' AND amount_minor = {fee}");
    assert_eq!((fee > 0, app.count(&booked).await), (true, 1));
    let booked = format!(
        "SELECT 1 FROM posting_line WHERE account = 'GATEWAY:terminal:pay24' AND amount_minor = {}",
        one.minor - fee
    );
    assert_eq!(app.count(&booked).await, 1);
    app.done().await;
}

/// A dearer ticket is held for another until its difference is paid, at a terminal as elsewhere.
#[tokio::test]
async fn the_difference_of_an_exchange_is_paid_at_a_terminal() {
    let app = TestApp::new().await;
    network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let (_, dearer, ride) = crate::exchange::rides(&app).await;
    let one = ready_on(&app, &ride, 1).await;
    assert_eq!(terminal.pay("1", &one.order.number, &one.sum()).await.result(), 0);
    let staff = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&one.customer, &one.order).await;
    let exchange = offered(&staff, &one.order, &lines, &dearer, None).await;
    let difference = amount(&exchange["difference"]);
    assert!(difference > 0, "{exchange}");
    confirm(&staff, &one.order, &exchange, "key-of-an-exchange-1", json!({})).await;
    let due = terminal.check(&one.order.number, "0").await;
    assert_eq!((due.result(), due.part("sum")), (0, written(difference)), "{}", due.body);
    assert_eq!(terminal.cancel("1").await.result(), 7, "it waits for another payment");
    assert_eq!(terminal.pay("2", &one.order.number, &written(difference - 1)).await.result(), 241);
    let paid = terminal.pay("3", &one.order.number, &written(difference)).await;
    assert_eq!(paid.result(), 0, "{}", paid.body);
    assert_eq!(terminal.pay("3", &one.order.number, &written(difference)).await, paid);
    assert_eq!(terminal.check(&one.order.number, "0").await.result(), 79);
    assert_eq!(terminal.cancel("3").await.result(), 7, "an exchange is not undone");
    let order = one.order().await;
    assert_eq!(order["payments"].as_array().unwrap().len(), 2, "{order}");
    app.done().await;
}

#[tokio::test]
async fn terminals_are_seen_wherever_payments_are() {
    let app = TestApp::new().await;
    let (accountant, _) = network(&app, json!({})).await;
    let terminal = Terminal::at(&app);
    let ride = app.ride_after("501", TimeDelta::hours(24)).await;
    let one = ready_on(&app, &ride, 1).await;
    assert_eq!(terminal.pay("77001", &one.order.number, &one.sum()).await.result(), 0);
    let admin = app.staff("ADMINISTRATOR").await;
    // The order is found by the network's number of the transaction, and by its channel.
    for filter in [json!({ "text": "77001" }), json!({ "channel": "TERMINAL" })] {
        let query = "query($f: OrderFilterInput) { orders(filter: $f) { nodes { number paid { amount } payments { methodName } } } }";
        let nodes = admin.send(query, json!({ "f": filter })).await.data("orders")["nodes"].clone();
        assert_eq!(nodes[0]["number"], json!(one.order.number), "{filter}");
        assert_eq!(nodes[0]["payments"][0]["methodName"], "pay24 terminals");
        assert_eq!(nodes.as_array().unwrap().len(), 1);
    }
    let day = "{ salesByDay(days: 1) { orders channels { channel orders amounts { amount } } } }";
    let channels = admin.send(day, json!({})).await.data("salesByDay")[0]["channels"].clone();
    assert_eq!(channels, json!([{ "channel": "TERMINAL", "orders": 1, "amounts": [{ "amount": one.sum() }] }]));
    let query = "query($t: ID!) { tripPassengers(tripId: $t) { paidBy } }";
    let people = admin.send(query, json!({ "t": ride.id() })).await.data("tripPassengers");
    assert_eq!(people[0]["paidBy"], json!(["pay24 terminals"]));
    let query = "query($id: ID!) { orderTimeline(orderId: $id) { kind code text } }";
    let events = admin.send(query, json!({ "id": one.order.id })).await.data("orderTimeline");
    let paid = events.as_array().unwrap().iter().find(|event| event["kind"] == "PAID").unwrap().clone();
    assert_eq!(paid, json!({ "kind": "PAID", "code": "terminal:pay24", "text": "pay24 terminals" }));
    // A new name is the name at once; a network that is gone from memory is called by its code.
    let list = "{ terminalNetworks { nodes { id version } } }";
    let saved = accountant.send(list, json!({})).await.data("terminalNetworks")["nodes"][0].clone();
    let names = json!({ "ru": "Терминалы", "en": "Terminals" });
    let renamed =
        super::input(json!({ "id": saved["id"], "version": saved["version"], "names": names, "password": null }));
    assert_eq!(super::save(&accountant, renamed).await["__typename"], "TerminalNetworkSaved");
    assert_eq!(one.order().await["payments"][0]["methodName"], "Terminals");
    app.done().await;
}

/// `beket check` names each rule of terminals that is broken.
#[tokio::test]
async fn what_is_wrong_with_terminals_money_is_named() {
    let broken: [(u8, &str, &str); 6] = [
        (
            3,
            "a terminal's transaction was paid and has not its payment",
            "UPDATE terminal_payment SET sum_minor = sum_minor + 1 WHERE txn = '1'",
        ),
        (
            3,
            "a terminal's transaction was paid and has not its payment",
            "UPDATE terminal_payment SET fee_minor = fee_minor + 1 WHERE txn = '1'",
        ),
        (3, "money of a terminal has no transaction", "DELETE FROM terminal_payment WHERE txn = '1'"),
        (
            3,
            "a terminal's transaction that was not paid has money",
            "UPDATE terminal_payment SET state = 'REFUSED' WHERE txn = '1'",
        ),
        (
            5,
            "two transactions of terminals paid for one thing",
            "UPDATE terminal_payment SET state = 'PAID', \
            order_id = (SELECT order_id FROM terminal_payment WHERE txn = '1'), payment_id = (SELECT id FROM payment \
            WHERE id NOT IN (SELECT payment_id FROM terminal_payment WHERE payment_id IS NOT NULL)) WHERE txn = '3'",
        ),
        (
            5,
            "a terminal's transaction was cancelled and its money stays",
            "UPDATE terminal_payment SET state = 'CANCELLED' WHERE txn = '1'",
        ),
    ];
    for (rule, name, statement) in broken {
        let app = TestApp::new().await;
        network(&app, json!({})).await;
        let terminal = Terminal::at(&app);
        let (one, two) = (ready(&app).await, ready(&app).await);
        assert_eq!(terminal.pay("1", &one.order.number, &one.sum()).await.result(), 0);
        assert_eq!(terminal.pay("2", &two.order.number, &two.sum()).await.result(), 0);
        assert_eq!(terminal.cancel("2").await.result(), 0);
        assert_eq!(terminal.pay("3", &one.order.number, &one.sum()).await.result(), 79);
        app.visitor().buy(&app, &[app.ride("501").await], 1).await;
        assert_eq!(app.violations().await, []);
        app.break_by_hand(statement).await;
        let found = app.violations().await;
        let named = found.iter().any(|one| one.rule == rule && one.what.starts_with(name));
        assert!(named, "{name}: {found:?}");
        app.discard().await;
    }
}
