use futures::future::join_all;
use tests::{Actor, Bought, TestApp, TimeDelta, Value, json, person};

use crate::exchange::amount;
use crate::fiscal_receipt::receipts;
use crate::fiscal_register::recording;
use crate::payment::take_payment::{take, total, walk_in, words};
use crate::shift::{at_desk, close, mine};

/// What the order's passengers may still add.
async fn offered(cashier: &Actor, order: &Bought) -> Vec<Value> {
    let query = "query($id: ID!) { order(id: $id) { laterAncillaries { kind passengerId segmentIndex code name price { amount } most } } }";
    let answer = cashier.send(query, json!({ "id": order.id })).await.data("order");
    answer["laterAncillaries"].as_array().unwrap().clone()
}

/// The first of a kind that costs something.
async fn first_of(kind: &str, cashier: &Actor, order: &Bought) -> Value {
    let fits = |one: &Value| one["kind"] == kind && amount(&one["price"]) > 0;
    offered(cashier, order).await.into_iter().find(fits).unwrap()
}

/// The first baggage that costs something.
async fn paid_kind(cashier: &Actor, order: &Bought) -> Value {
    first_of("BAGGAGE", cashier, order).await
}

async fn sell(cashier: &Actor, order: &Bought, pieces: &[(&Value, i64)], handed: Value, key: &str) -> Value {
    let query = "mutation($i: SellAncillariesInput!) { sellAncillaries(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code message } } ... on AncillariesSold { change { amount } ticketsPdfUrl \
        order { status total { amount } paid { amount } due { amount } segments { lines { id kind state title price { amount } } } } } } }";
    let pieces: Vec<Value> = pieces
        .iter()
        .map(|(one, count)| {
            json!({ "passengerId": one["passengerId"], "segmentIndex": one["segmentIndex"], "code": one["code"], "count": count })
        })
        .collect();
    let mut input = json!({ "orderId": order.id, "pieces": pieces, "idempotencyKey": key });
    input.as_object_mut().unwrap().extend(handed.as_object().unwrap().clone());
    cashier.send(query, json!({ "i": input })).await.data("sellAncillaries")
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
    assert_eq!(sold["__typename"], "AncillariesSold", "{sold}");
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
    assert_eq!(field(&many), ("pieces.0".into(), "ANCILLARY".into()));
    let twice = sell(&cashier, &order, &[(&bag, most), (&bag, 1)], pays(price * (most + 1)), "sell-baggage-0002").await;
    assert_eq!(field(&twice), ("pieces.1".into(), "ANCILLARY".into()));
    let none = sell(&cashier, &order, &[], pays(0), "sell-baggage-0003").await;
    assert_eq!(field(&none), ("pieces".into(), "REQUIRED".into()));
    let little = sell(&cashier, &order, &[(&bag, 1)], pays(price - 1), "sell-baggage-0004").await;
    assert_eq!(field(&little), ("cash".into(), "SUM_DIFFERS".into()));
    // By card, with the slip's number.
    let card = json!({ "card": words(price), "cardReference": "77-0042" });
    let sold = sell(&cashier, &order, &[(&bag, 1)], card, "sell-baggage-0005").await;
    assert_eq!(sold["__typename"], "AncillariesSold", "{sold}");
    let changed = sell(&cashier, &order, &[(&bag, 1)], pays(price), "sell-baggage-0005").await;
    assert_eq!(changed["code"], "IDEMPOTENCY_CONFLICT");
    let totals = mine(&cashier).await["totals"][0].clone();
    assert_eq!((amount(&totals["soldForCash"]), amount(&totals["soldByCard"])), (due, price));
    // When the vehicle has left, nothing is added.
    app.advance(TimeDelta::days(5));
    let cashier = app.staff("CASHIER").await;
    assert_eq!(offered(&cashier, &order).await, Vec::<Value>::new());
    let late = sell(&cashier, &order, &[(&bag, 1)], pays(price), "sell-baggage-0006").await;
    assert_eq!(field(&late), ("pieces.0".into(), "ANCILLARY".into()));
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
    let sold = answers.iter().filter(|answer| answer["__typename"] == "AncillariesSold").count();
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
    assert_eq!(sold["__typename"], "AncillariesSold", "{sold}");
    app.run_jobs().await;
    assert_eq!(app.count("SELECT id FROM message WHERE channel = 'EMAIL'").await, before + 1);
    // Whoever sells at a desk prints the tickets anew; the accountant does not get the order's secret.
    let query = "query($id: ID!) { order(id: $id) { ticketsPdfUrl calendarUrl } }";
    let seen = cashier.send(query, json!({ "id": order.id })).await.data("order");
    assert_eq!(cashier.get(seen["ticketsPdfUrl"].as_str().unwrap()).await.status().as_u16(), 200, "{seen}");
    let accountant = app.staff("ACCOUNTANT").await;
    let seen = accountant.send(query, json!({ "id": order.id })).await.data("order");
    assert_eq!((&seen["ticketsPdfUrl"], &seen["calendarUrl"]), (&Value::Null, &Value::Null));
    // Nobody else is told what may be added.
    let query = "query($id: ID!, $s: String) { order(id: $id, secret: $s) { laterAncillaries { code } } }";
    let seen = visitor.send(query, json!({ "id": order.id, "s": order.secret })).await.data("order");
    assert_eq!(seen["laterAncillaries"], json!([]));
    app.done().await;
}

#[tokio::test]
async fn an_extra_is_the_stations_own_and_goes_back_by_the_conditions_of_its_ticket() {
    let app = TestApp::new().await;
    recording(&app).await;
    let cashier = at_desk(&app).await;
    let (order, due) = paid(&app, &cashier, 1).await;
    let plaid = first_of("EXTRA", &cashier, &order).await;
    let price = amount(&plaid["price"]);
    let handed = json!({ "cash": words(price * 2) });
    let sold = sell(&cashier, &order, &[(&plaid, 2)], handed, "sell-extras-00001").await;
    assert_eq!(sold["__typename"], "AncillariesSold", "{sold}");
    let lines = sold["order"]["segments"][0]["lines"].as_array().unwrap();
    let extras: Vec<&Value> = lines.iter().filter(|line| line["kind"] == "EXTRA").collect();
    assert!(extras.iter().all(|line| line["state"] == "ISSUED" && line["title"] == plaid["name"]), "{lines:?}");
    assert_eq!((extras.len(), amount(&sold["order"]["total"])), (2, due + price * 2));
    let booked =
        |minor: i64| format!("SELECT account FROM posting_line WHERE account = 'EXTRAS' AND amount_minor = {minor}");
    assert_eq!(app.count(&booked(-price * 2)).await, 1);
    // The carrier gets nothing of it, and it stands on the receipt as the station's own.
    app.run_jobs().await;
    let receipts = receipts(&cashier, &order).await;
    let items = receipts.last().unwrap()["items"].as_array().unwrap();
    assert_eq!((items.len(), amount(&items[0]["sum"]), &items[0]["principal"]), (2, price, &Value::Null), "{items:?}");
    assert!(items[0]["name"].as_str().unwrap().starts_with("Плед в дорогу. "), "{items:?}");
    let carriers = "SELECT line_id FROM carrier_ticket c JOIN order_line l ON l.id = c.line_id WHERE l.kind = 'EXTRA'";
    assert_eq!(app.count(&format!("{carriers} AND c.amount_minor <> 0")).await, 0);
    // Of each, the tariff withholds as much as of the fare.
    let seat = lines.iter().find(|line| line["kind"] == "SEAT").unwrap()["id"].as_str().unwrap();
    let quoted = cashier.quote(&order, &[seat]).await["quote"].clone();
    let lines = quoted["lines"].as_array().unwrap();
    let percent = if lines[0]["rule"] == "refund_24h" { 95 } else { 85 };
    let (of_extras, others): (Vec<&Value>, Vec<&Value>) =
        lines.iter().partition(|line| amount(&line["refunded"]) == price * percent / 100);
    assert!(
        of_extras.len() == 2 && others.len() == 1 && lines.iter().all(|line| line["rule"] == lines[0]["rule"]),
        "{quoted}"
    );
    let confirmed = cashier.confirm(&order, quoted["id"].as_str().unwrap(), "confirm-with-extras-01").await;
    assert_eq!(confirmed["__typename"], "RefundConfirmed", "{confirmed}");
    assert_eq!(app.count(&booked(price * 2 * percent / 100)).await, 1);
    assert_eq!(cashier.order(&order).await["status"], "REFUNDED");
    assert_eq!(app.violations().await, []);
    app.done().await;
}

#[tokio::test]
async fn extras_are_chosen_with_the_ticket_too_where_the_channel_has_them() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let order = visitor.hold(&[app.ride("501").await], 1, None).await;
    let mut passenger = person(&order.passengers[0]);
    // A porter is called at the desk alone.
    passenger["ancillaries"] = json!([{ "code": "porter", "count": 1 }]);
    let refused = visitor.set_passengers(&order, json!([passenger])).await;
    assert_eq!(refused["fields"][0], json!({ "path": "passengers.0.ancillaries.0", "code": "ANCILLARY" }), "{refused}");
    passenger["ancillaries"] = json!([{ "code": "blanket", "count": 1 }]);
    let named = visitor.set_passengers(&order, json!([passenger])).await;
    assert_eq!(named["order"]["total"]["amount"], "708.00", "{named}");
    app.done().await;
}
