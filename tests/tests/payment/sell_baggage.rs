use futures::future::join_all;
use tests::{Actor, Bought, TestApp, TimeDelta, Value, json};

use crate::exchange::amount;
use crate::payment::take_payment::{take, total, walk_in, words};
use crate::shift::{at_desk, close, mine};

/// What the order's passengers may still add.
async fn offered(cashier: &Actor, order: &Bought) -> Vec<Value> {
    let query = "query($id: ID!) { order(id: $id) { laterBaggage { passengerId segmentIndex code name price { amount } most } } }";
    let answer = cashier.send(query, json!({ "id": order.id })).await.data("order");
    answer["laterBaggage"].as_array().unwrap().clone()
}

/// The first that costs something.
async fn paid_kind(cashier: &Actor, order: &Bought) -> Value {
    offered(cashier, order).await.into_iter().find(|one| amount(&one["price"]) > 0).unwrap()
}

async fn sell(cashier: &Actor, order: &Bought, pieces: &[(&Value, i64)], handed: Value, key: &str) -> Value {
    let query = "mutation($i: SellBaggageInput!) { sellBaggage(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code message } } ... on BaggageSold { change { amount } ticketsPdfUrl \
        order { status total { amount } paid { amount } due { amount } segments { lines { id kind state title price { amount } } } } } } }";
    let pieces: Vec<Value> = pieces
        .iter()
        .map(|(one, count)| {
            json!({ "passengerId": one["passengerId"], "segmentIndex": one["segmentIndex"], "code": one["code"], "count": count })
        })
        .collect();
    let mut input = json!({ "orderId": order.id, "pieces": pieces, "idempotencyKey": key });
    input.as_object_mut().unwrap().extend(handed.as_object().unwrap().clone());
    cashier.send(query, json!({ "i": input })).await.data("sellBaggage")
}

/// A walk-in's order that is paid in cash, with what it has cost.
async fn paid(app: &TestApp, cashier: &Actor, adults: usize) -> (Bought, i64) {
    let order = walk_in(app, cashier, adults).await;
    let due = total(cashier, &order).await;
    let taken = take(cashier, &order, json!({ "cash": words(due) }), "take-payment-before-baggage").await;
    assert_eq!(taken["__typename"], "PaymentTaken", "{taken}");
    (order, due)
}

#[tokio::test]
async fn baggage_is_sold_to_who_has_a_ticket_and_goes_back_with_it() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let (order, due) = paid(&app, &cashier, 1).await;
    let bag = paid_kind(&cashier, &order).await;
    let (price, most) = (amount(&bag["price"]), bag["most"].as_i64().unwrap());
    let handed = json!({ "cash": words(price), "received": words(price + 5000) });
    let sold = sell(&cashier, &order, &[(&bag, 1)], handed.clone(), "sell-baggage-0001").await;
    assert_eq!(sold["__typename"], "BaggageSold", "{sold}");
    assert_eq!(sold["change"]["amount"], "50.00");
    let after = &sold["order"];
    assert_eq!((&after["status"], amount(&after["total"])), (&json!("PAID"), due + price));
    assert_eq!((amount(&after["paid"]), amount(&after["due"])), (due + price, 0));
    let line = after["segments"][0]["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["kind"] == "BAGGAGE")
        .unwrap()
        .clone();
    assert_eq!((&line["state"], amount(&line["price"])), (&json!("ISSUED"), price));
    assert_eq!(cashier.get(sold["ticketsPdfUrl"].as_str().unwrap()).await.status().as_u16(), 200);
    // The same again moved nothing, and there is one piece less to be had.
    let again = sell(&cashier, &order, &[(&bag, 1)], handed, "sell-baggage-0001").await;
    assert_eq!(again["change"]["amount"], "50.00");
    let left = offered(&cashier, &order).await.into_iter().find(|one| one["code"] == bag["code"]);
    assert_eq!(left.map_or(0, |one| one["most"].as_i64().unwrap()), most - 1);
    let totals = mine(&cashier).await["totals"][0].clone();
    assert_eq!((amount(&totals["soldForCash"]), &totals["saleCount"]), (due + price, &json!(2)));
    assert_eq!(app.violations().await, []);
    // It goes back with its ticket, by the rules.
    let seat =
        after["segments"][0]["lines"].as_array().unwrap().iter().find(|line| line["kind"] == "SEAT").unwrap()["id"]
            .clone();
    let query = "mutation($i: QuoteRefundInput!) { quoteRefund(input: $i) { __typename ... on RefundQuoted { quote { id \
        lines { refunded { amount } } } } } }";
    let input = json!({ "order": { "id": order.id }, "lineIds": [seat] });
    let quoted = cashier.send(query, json!({ "i": input })).await.data("quoteRefund");
    assert_eq!(quoted["quote"]["lines"].as_array().map(Vec::len), Some(2), "{quoted}");
    let confirmed = cashier.confirm(&order, quoted["quote"]["id"].as_str().unwrap(), "confirm-with-baggage-01").await;
    assert_eq!(confirmed["__typename"], "RefundConfirmed", "{confirmed}");
    assert_eq!(cashier.order(&order).await["status"], "REFUNDED");
    assert_eq!(app.violations().await, []);
    app.done().await;
}

#[tokio::test]
async fn no_more_than_the_tariff_has_and_only_for_what_it_costs() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let held = walk_in(&app, &cashier, 1).await;
    // Who has no ticket yet chooses baggage with the ticket.
    assert_eq!(offered(&cashier, &held).await, Vec::<Value>::new());
    let due = total(&cashier, &held).await;
    take(&cashier, &held, json!({ "cash": words(due) }), "take-payment-0001").await;
    let order = held;
    let bag = paid_kind(&cashier, &order).await;
    let (price, most) = (amount(&bag["price"]), bag["most"].as_i64().unwrap());
    let field = |answer: &Value| {
        let one = answer["fields"][0].clone();
        (one["path"].as_str().unwrap_or_default().to_owned(), one["code"].as_str().unwrap_or_default().to_owned())
    };
    let pays = |minor: i64| json!({ "cash": words(minor) });
    let many = sell(&cashier, &order, &[(&bag, most + 1)], pays(price * (most + 1)), "sell-baggage-0001").await;
    assert_eq!(field(&many), ("pieces.0".into(), "BAGGAGE".into()));
    let twice = sell(&cashier, &order, &[(&bag, most), (&bag, 1)], pays(price * (most + 1)), "sell-baggage-0002").await;
    assert_eq!(field(&twice), ("pieces.1".into(), "BAGGAGE".into()));
    let none = sell(&cashier, &order, &[], pays(0), "sell-baggage-0003").await;
    assert_eq!(field(&none), ("pieces".into(), "REQUIRED".into()));
    let little = sell(&cashier, &order, &[(&bag, 1)], pays(price - 1), "sell-baggage-0004").await;
    assert_eq!(field(&little), ("cash".into(), "SUM_DIFFERS".into()));
    // By card, with the slip's number.
    let card = json!({ "card": words(price), "cardReference": "77-0042" });
    let sold = sell(&cashier, &order, &[(&bag, 1)], card, "sell-baggage-0005").await;
    assert_eq!(sold["__typename"], "BaggageSold", "{sold}");
    let changed = sell(&cashier, &order, &[(&bag, 1)], pays(price), "sell-baggage-0005").await;
    assert_eq!(changed["code"], "IDEMPOTENCY_CONFLICT");
    let totals = mine(&cashier).await["totals"][0].clone();
    assert_eq!((amount(&totals["soldForCash"]), amount(&totals["soldByCard"])), (due, price));
    // When the vehicle has left, nothing is added.
    app.advance(TimeDelta::days(5));
    let cashier = app.staff("CASHIER").await;
    assert_eq!(offered(&cashier, &order).await, Vec::<Value>::new());
    let late = sell(&cashier, &order, &[(&bag, 1)], pays(price), "sell-baggage-0006").await;
    assert_eq!(field(&late), ("pieces.0".into(), "BAGGAGE".into()));
    let cash = words(100_000 + due);
    close(&cashier, &[(&cash, "KGS")], None, "close-shift-of-the-baggage").await;
    app.done().await;
}

#[tokio::test]
async fn two_at_once_sell_no_more_than_there_may_be() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let (order, due) = paid(&app, &cashier, 1).await;
    let bag = paid_kind(&cashier, &order).await;
    let (price, most) = (amount(&bag["price"]), bag["most"].as_i64().unwrap());
    let keys: Vec<String> = (0..6).map(|n| format!("sell-baggage-at-once-{n}")).collect();
    let wanted = [(&bag, most)];
    let attempts = keys.iter().map(|key| sell(&cashier, &order, &wanted, json!({ "cash": words(price * most) }), key));
    let answers = join_all(attempts).await;
    let sold = answers.iter().filter(|answer| answer["__typename"] == "BaggageSold").count();
    assert_eq!(sold, 1, "{answers:?}");
    let totals = mine(&cashier).await["totals"][0].clone();
    assert_eq!(amount(&totals["inTill"]), 100_000 + due + price * most);
    app.done().await;
}

#[tokio::test]
async fn an_order_of_the_site_gets_baggage_at_the_desk_and_its_tickets_by_mail() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let order = visitor.buy(&app, &[app.ride("501").await], 1).await;
    let cashier = at_desk(&app).await;
    app.run_jobs().await;
    let before = app.count("SELECT id FROM message WHERE channel = 'EMAIL'").await;
    let bag = paid_kind(&cashier, &order).await;
    let handed = json!({ "cash": words(amount(&bag["price"])) });
    let sold = sell(&cashier, &order, &[(&bag, 1)], handed, "sell-baggage-0001").await;
    assert_eq!(sold["__typename"], "BaggageSold", "{sold}");
    app.run_jobs().await;
    assert_eq!(app.count("SELECT id FROM message WHERE channel = 'EMAIL'").await, before + 1);
    // Nobody else is told what may be added.
    let query = "query($id: ID!, $s: String) { order(id: $id, secret: $s) { laterBaggage { code } } }";
    let seen = visitor.send(query, json!({ "id": order.id, "s": order.secret })).await.data("order");
    assert_eq!(seen["laterBaggage"], json!([]));
    app.done().await;
}
