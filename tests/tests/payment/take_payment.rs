use futures::future::join_all;
use tests::{Actor, Bought, Ride, TestApp, TimeDelta, Value, json};

use crate::exchange::{amount, confirm, offered, seats};
use crate::shift::{at_desk, close, mine};

pub async fn take(cashier: &Actor, order: &Bought, parts: Value, key: &str) -> Value {
    let query = "mutation($i: TakePaymentInput!) { takePayment(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code message } } ... on PaymentTaken { change { amount } ticketsPdfUrl \
        order { status channel total { amount } paid { amount } payments { method methodName state amount { amount } } } } } }";
    let mut input = json!({ "orderId": order.id, "idempotencyKey": key });
    input.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
    cashier.send(query, json!({ "i": input })).await.data("takePayment")
}

/// A walk-in customer's order, held and named by the cashier without mail or phone.
pub async fn walk_in(app: &TestApp, cashier: &Actor, adults: usize) -> Bought {
    walk_in_on(&app.ride("501").await, cashier, adults).await
}

async fn walk_in_on(ride: &Ride, cashier: &Actor, adults: usize) -> Bought {
    let order = cashier.hold(std::slice::from_ref(ride), adults, None).await;
    let passengers: Vec<Value> = (0..)
        .zip(&order.passengers)
        .map(|(n, id)| {
            let mut person = tests::person(id);
            person["documentNumber"] = json!(format!("ID{}", 7_000_000 + n));
            person
        })
        .collect();
    let query = "mutation($i: SetPassengersInput!) { setPassengers(input: $i) { __typename ... on InvalidInput { fields { path code } } } }";
    let input = json!({ "order": { "id": order.id }, "passengers": passengers, "consent": true });
    assert_eq!(cashier.send(query, json!({ "i": input })).await.data("setPassengers")["__typename"], "OrderChanged");
    order
}

pub async fn total(cashier: &Actor, order: &Bought) -> i64 {
    amount(&cashier.order(order).await["total"])
}

async fn due_now(cashier: &Actor, order: &Bought) -> i64 {
    let query = "query($id: ID!) { order(id: $id) { due { amount } } }";
    amount(&cashier.send(query, json!({ "id": order.id })).await.data("order")["due"])
}

/// Minor units as an input takes them.
pub fn words(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

#[tokio::test]
async fn a_walk_in_pays_in_cash_and_gets_change_and_tickets() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let order = walk_in(&app, &cashier, 2).await;
    let due = total(&cashier, &order).await;
    // What the site charges for its own sales is not charged here.
    let explained = async |actor: &Actor, order: &Bought| {
        let query = "query($id: ID!, $s: String) { order(id: $id, secret: $s) { explanation { title } } }";
        actor.send(query, json!({ "id": order.id, "s": order.secret })).await.data("order").to_string()
    };
    let visitor = app.visitor();
    let online = visitor.hold(&[app.ride("501").await], 1, None).await;
    assert!(explained(&visitor, &online).await.contains("Online sale fee"));
    assert!(!explained(&cashier, &order).await.contains("Online sale fee"));
    // Whom the site has sold to, nobody acts for here.
    let query = "mutation($i: ReleaseOrderInput!) { releaseOrder(input: $i) { __typename } }";
    let input = json!({ "order": { "id": online.id } });
    assert_eq!(cashier.send(query, json!({ "i": input })).await.code(), "NOT_FOUND");
    let parts = json!({ "cash": words(due), "received": words(due + 12_350) });
    let taken = take(&cashier, &order, parts.clone(), "take-payment-0001").await;
    assert_eq!(taken["__typename"], "PaymentTaken", "{taken}");
    assert_eq!(taken["change"]["amount"], "123.50");
    assert_eq!((&taken["order"]["status"], &taken["order"]["channel"]), (&json!("PAID"), &json!("DESK")));
    let payment = &taken["order"]["payments"][0];
    assert_eq!((&payment["methodName"], &payment["state"]), (&json!("Cash"), &json!("PAID")));
    let pdf = cashier.get(taken["ticketsPdfUrl"].as_str().unwrap()).await;
    assert_eq!(pdf.status().as_u16(), 200);
    // Again the same, and the money moved once.
    let again = take(&cashier, &order, parts, "take-payment-0001").await;
    assert_eq!(again["change"]["amount"], "123.50");
    let twice = take(&cashier, &order, json!({ "cash": words(due) }), "take-payment-0002").await;
    assert_eq!(twice["code"], "ORDER_CLOSED");
    let shift = mine(&cashier).await;
    let totals = &shift["totals"][0];
    assert_eq!(amount(&totals["inTill"]), 100_000 + due);
    assert_eq!((amount(&totals["soldForCash"]), &totals["saleCount"]), (due, &json!(1)));
    assert_eq!(shift["operations"]["nodes"][0]["orderNumber"], json!(order.number));
    app.run_jobs().await;
    assert_eq!(app.count("SELECT id FROM message").await, 0);
    app.done().await;
}

#[tokio::test]
async fn a_part_in_cash_and_the_rest_by_card() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let order = walk_in(&app, &cashier, 1).await;
    let due = total(&cashier, &order).await;
    let parts = json!({ "cash": words(20_000), "card": words(due - 20_000), "cardReference": "  118-0042 " });
    let taken = take(&cashier, &order, parts, "take-payment-0001").await;
    let payments = taken["order"]["payments"].as_array().unwrap();
    let mut methods: Vec<(&str, i64)> =
        payments.iter().map(|row| (row["method"].as_str().unwrap(), amount(&row["amount"]))).collect();
    methods.sort_unstable();
    assert_eq!(methods, [("cash", 20_000), ("desk_card", due - 20_000)], "{taken}");
    // Whoever comes with the slip of the card terminal is found by its number.
    let found = "{ orders(filter: { text: \"118-0042\" }) { nodes { number } } }";
    let found = cashier.send(found, json!({})).await.data("orders");
    assert_eq!(found["nodes"], json!([{ "number": order.number }]));
    let totals = mine(&cashier).await["totals"][0].clone();
    assert_eq!(amount(&totals["inTill"]), 120_000);
    assert_eq!((amount(&totals["soldForCash"]), amount(&totals["soldByCard"])), (20_000, due - 20_000));
    app.done().await;
}

#[tokio::test]
async fn an_order_reserved_on_the_site_is_paid_at_the_desk() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    let cashier = at_desk(&app).await;
    let early = take(&cashier, &order, json!({ "cash": "1" }), "take-payment-0000").await;
    assert_eq!(early["fields"][0]["code"], "NOT_READY_TO_PAY", "{early}");
    ana.name(&order).await;
    let due = total(&ana, &order).await;
    assert_eq!(
        take(&cashier, &order, json!({ "cash": words(due) }), "take-payment-0001").await["order"]["status"],
        "PAID"
    );
    app.run_jobs().await;
    assert!(app.messages().await.iter().any(|(_, to, _)| to == "aigul@example.com"));
    assert_eq!(ana.order(&order).await["status"], "PAID");
    app.done().await;
}

#[tokio::test]
async fn the_difference_of_an_exchange_is_paid_at_the_desk() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let order = walk_in_on(&app.ride("505").await, &cashier, 1).await;
    let due = total(&cashier, &order).await;
    take(&cashier, &order, json!({ "cash": words(due) }), "take-payment-0001").await;
    let admin = app.staff("ADMINISTRATOR").await;
    let dearer = app.ride("501").await;
    let offer = offered(&admin, &order, &seats(&cashier, &order).await, &dearer, None).await;
    let difference = amount(&offer["difference"]);
    assert!(difference > 0, "{offer}");
    assert_eq!(confirm(&admin, &order, &offer, "exchange-at-desk-01", json!({})).await["exchange"]["state"], "WAITING");
    assert_eq!(due_now(&cashier, &order).await, difference);
    let taken = take(&cashier, &order, json!({ "cash": words(difference) }), "take-payment-0002").await;
    assert_eq!(due_now(&cashier, &order).await, 0);
    assert_eq!(taken["__typename"], "PaymentTaken", "{taken}");
    assert_eq!(amount(&taken["order"]["paid"]), due + difference);
    app.run_jobs().await;
    app.done().await;
}

#[tokio::test]
async fn wrong_sums_are_told_and_nothing_is_taken() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let order = walk_in(&app, &cashier, 1).await;
    let due = total(&cashier, &order).await;
    for (n, (parts, path, code)) in [
        (json!({ "cash": words(due - 1) }), "cash", "SUM_DIFFERS"),
        (json!({ "cash": words(due), "card": "1" }), "cash", "SUM_DIFFERS"),
        (json!({}), "cash", "SUM_DIFFERS"),
        (json!({ "cash": words(due), "received": words(due - 100) }), "received", "RECEIVED_TOO_LITTLE"),
        (json!({ "cash": "-1", "card": words(due + 100) }), "card", "MORE_THAN_DUE"),
        (json!({ "cash": "-1" }), "cash", "AMOUNT"),
        (json!({ "cash": "0.005" }), "cash", "AMOUNT"),
        (json!({ "cash": words(due), "cardReference": "9".repeat(41) }), "cardReference", "TOO_LONG"),
    ]
    .into_iter()
    .enumerate()
    {
        let answer = take(&cashier, &order, parts, &format!("take-payment-wrong-{n}")).await;
        assert_eq!(
            (&answer["fields"][0]["path"], &answer["fields"][0]["code"]),
            (&json!(path), &json!(code)),
            "{answer}"
        );
    }
    assert_eq!(app.count("SELECT id FROM payment").await, 0);
    app.done().await;
}

#[tokio::test]
async fn nothing_is_taken_without_a_shift_nor_for_what_is_gone() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let order = walk_in(&app, &cashier, 1).await;
    let due = total(&cashier, &order).await;
    close(&cashier, &[("1000", "KGS")], None, "close-before-payment").await;
    let refused = take(&cashier, &order, json!({ "cash": words(due) }), "take-payment-0001").await;
    assert_eq!(refused["code"], "SHIFT_NEEDED");
    app.advance(TimeDelta::minutes(16));
    let cashier = app.staff("CASHIER").await;
    let late = take(&cashier, &order, json!({ "cash": words(due) }), "take-payment-0002").await;
    assert_eq!(late["code"], "HOLD_EXPIRED");
    let accountant = app.staff("ACCOUNTANT").await;
    let query = "mutation($i: TakePaymentInput!) { takePayment(input: $i) { __typename } }";
    let input = json!({ "orderId": order.id, "cash": "1", "idempotencyKey": "take-payment-0003" });
    assert_eq!(accountant.send(query, json!({ "i": input })).await.code(), "FORBIDDEN");
    app.done().await;
}

/// Two cashiers and the customer's own bank at once: the order is bought once, and whatever came too much goes back.
#[tokio::test]
async fn one_order_is_paid_once_whoever_takes_it() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    let due = total(&ana, &order).await;
    let started = ana.try_pay(&order).await;
    let redirect = started["payment"]["redirectUrl"].as_str().unwrap().to_owned();
    let keys: Vec<String> = (0..8).map(|n| format!("take-payment-race-{n}")).collect();
    let takes = join_all(keys.iter().map(|key| take(&cashier, &order, json!({ "cash": words(due) }), key)));
    let at_bank = async {
        ana.at_bank(&redirect, "pay").await;
        app.run_jobs().await;
    };
    let (taken, ()) = tokio::join!(takes, at_bank);
    app.run_jobs().await;
    let bought = taken.iter().filter(|one| one["__typename"] == "PaymentTaken").count();
    assert!(bought <= 1, "{taken:?}");
    assert!(taken.iter().all(|one| one["__typename"] == "PaymentTaken" || one["code"] == "ORDER_CLOSED"), "{taken:?}");
    let till = amount(&mine(&cashier).await["totals"][0]["inTill"]);
    assert_eq!(till, 100_000 + if bought == 1 { due } else { 0 });
    assert_eq!(ana.order(&order).await["status"], "PAID");
    app.done().await;
}

/// The site sells some lines not at all, and others until five minutes before departure; a desk sells them until they leave.
#[tokio::test]
async fn a_desk_sells_what_the_site_does_not_and_until_the_vehicle_leaves() {
    let app = TestApp::new().await;
    let (cashier, visitor) = (at_desk(&app).await, app.visitor());
    let refused = async |actor: &Actor, ride: &Ride| {
        actor.try_hold(&tests::hold_input(std::slice::from_ref(ride), 1, None)).await["reason"].clone()
    };
    let desk_only = app.ride("351").await;
    assert_eq!(refused(&visitor, &desk_only).await, "NOT_SOLD_ONLINE");
    let order = walk_in_on(&desk_only, &cashier, 1).await;
    let cash = json!({ "cash": words(total(&cashier, &order).await) });
    assert_eq!(take(&cashier, &order, cash, "desk-only-000001").await["__typename"], "PaymentTaken");

    let ride = app.ride("501").await;
    app.advance(ride.trip.calls[0].departure - app.now() - TimeDelta::minutes(3));
    let cashier = app.staff("CASHIER").await;
    assert_eq!(refused(&visitor, &ride).await, "SALE_ENDED");
    let order = walk_in_on(&ride, &cashier, 1).await;
    let cash = json!({ "cash": words(total(&cashier, &order).await) });
    assert_eq!(take(&cashier, &order, cash, "until-it-leaves-1").await["__typename"], "PaymentTaken");
    app.advance(TimeDelta::minutes(4));
    assert_eq!(refused(&cashier, &ride).await, "DEPARTED");
    app.done().await;
}
