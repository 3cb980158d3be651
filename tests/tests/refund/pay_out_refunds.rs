use futures::future::join_all;
use tests::{Actor, Bought, TestApp, Value, json};

use crate::exchange::{amount, seats};
use crate::payment::take_payment::{take, total, walk_in, words};
use crate::shift::{at_desk, mine, move_cash};

pub async fn pay_out(cashier: &Actor, order: &Bought, tender: &str, key: &str) -> Value {
    let query = "mutation($i: PayOutRefundsInput!) { payOutRefunds(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on RefundsPaidOut { operations { amount { amount } tender } \
        order { status refunds { state way waitsAtDesk } } } } }";
    let input = json!({ "orderId": order.id, "tender": tender, "idempotencyKey": key });
    cashier.send(query, json!({ "i": input })).await.data("payOutRefunds")
}

/// What an order's tickets would bring back, for the cashier, who does without its secret.
async fn quoted(cashier: &Actor, order: &Bought, lines: &[Value]) -> Value {
    let query = "mutation($i: QuoteRefundInput!) { quoteRefund(input: $i) { __typename ... on RefundQuoted { quote { id amount { amount } } } } }";
    let ids: Vec<&Value> = lines.iter().map(|line| &line["id"]).collect();
    let input = json!({ "order": { "id": order.id }, "lineIds": ids });
    cashier.send(query, json!({ "i": input })).await.data("quoteRefund")["quote"].clone()
}

async fn confirm(cashier: &Actor, order: &Bought, quote: &Value, way: Option<&str>, key: &str) -> Value {
    let query = "mutation($i: ConfirmRefundInput!) { confirmRefund(input: $i) { __typename ... on RefundConfirmed { \
        refund { way state waitsAtDesk amount { amount } } } } }";
    let input = json!({ "order": { "id": order.id }, "quoteId": quote["id"], "way": way, "idempotencyKey": key });
    cashier.send(query, json!({ "i": input })).await.data("confirmRefund")
}

/// The cashier gives all tickets of an order back without its secret; the refund's amount, minor units.
pub async fn give_back(cashier: &Actor, order: &Bought, lines: &[Value], way: Option<&str>, key: &str) -> i64 {
    let quote = quoted(cashier, order, lines).await;
    let confirmed = confirm(cashier, order, &quote, way, key).await;
    assert_eq!(confirmed["refund"]["waitsAtDesk"], true, "{confirmed}");
    amount(&confirmed["refund"]["amount"])
}

/// A walk-in's order, paid in cash.
pub async fn sold(app: &TestApp, cashier: &Actor, adults: usize) -> (Bought, i64) {
    let order = walk_in(app, cashier, adults).await;
    let due = total(cashier, &order).await;
    let taken = take(cashier, &order, json!({ "cash": words(due) }), &format!("sold-for-{}", order.number)).await;
    assert_eq!(taken["__typename"], "PaymentTaken", "{taken}");
    (order, due)
}

#[tokio::test]
async fn what_was_paid_in_cash_is_paid_out_in_cash() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let (order, due) = sold(&app, &cashier, 2).await;
    let lines = seats(&cashier, &order).await;
    let back = give_back(&cashier, &order, &lines[..1], None, "give-back-key-0001").await;
    assert!(back > 0 && back < due / 2);
    app.run_jobs().await;
    let paid = pay_out(&cashier, &order, "CASH", "pay-out-key-00001").await;
    assert_eq!(amount(&paid["operations"][0]["amount"]), -back, "{paid}");
    assert_eq!(paid["order"]["refunds"], json!([{ "state": "DONE", "way": "DESK", "waitsAtDesk": false }]));
    assert_eq!(pay_out(&cashier, &order, "CASH", "pay-out-key-00001").await["operations"].as_array().unwrap().len(), 1);
    let nothing = pay_out(&cashier, &order, "CASH", "pay-out-key-00002").await;
    assert_eq!(nothing["fields"], json!([{ "path": "orderId", "code": "NOTHING_TO_PAY_OUT" }]));
    let totals = mine(&cashier).await["totals"][0].clone();
    assert_eq!(amount(&totals["inTill"]), 100_000 + due - back);
    assert_eq!((amount(&totals["returnedInCash"]), &totals["returnCount"]), (back, &json!(1)));
    app.done().await;
}

#[tokio::test]
async fn what_was_bought_on_the_site_is_paid_out_in_cash_if_the_cashier_says_so() {
    let app = TestApp::new().await;
    let order = app.visitor().buy(&app, &[app.ride("501").await], 1).await;
    let cashier = at_desk(&app).await;
    let lines = seats(&app.visitor(), &order).await;
    let back = give_back(&cashier, &order, &lines, Some("DESK"), "give-back-key-0001").await;
    app.run_jobs().await;
    assert_eq!(app.count("SELECT reference FROM sandbox_refund").await, 0);
    let paid = pay_out(&cashier, &order, "CASH", "pay-out-key-00001").await;
    assert_eq!(amount(&paid["operations"][0]["amount"]), -back, "{paid}");
    assert_eq!(paid["order"]["status"], "REFUNDED");
    app.done().await;
}

/// The bank takes nothing back: the money waits at a desk, and is paid out once.
#[tokio::test]
async fn what_the_gateway_refuses_is_paid_out_at_the_desk() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 1).await;
    app.break_by_hand("UPDATE sandbox_charge SET refunded_minor = amount_minor").await;
    let lines = seats(&ana, &order).await;
    let quote = ana.quote(&order, &[lines[0]["id"].as_str().unwrap()]).await;
    ana.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "refused-by-bank-01").await;
    app.run_jobs().await;
    let failed = ana.order(&order).await;
    assert_eq!(failed["refunds"][0]["state"], "FAILED", "{failed}");
    let cashier = at_desk(&app).await;
    let paid = pay_out(&cashier, &order, "CARD", "pay-out-key-00001").await;
    assert_eq!(
        (&paid["operations"][0]["tender"], &paid["order"]["refunds"][0]["state"]),
        (&json!("CARD"), &json!("DONE"))
    );
    assert_eq!(mine(&cashier).await["totals"][0]["inTill"]["amount"], "1000.00");
    app.done().await;
}

/// A till and a card terminal give back what each has taken, and no more by the terminal.
#[tokio::test]
async fn what_was_paid_in_cash_goes_to_no_card() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let (order, _) = sold(&app, &cashier, 1).await;
    let lines = seats(&cashier, &order).await;
    give_back(&cashier, &order, &lines, None, "give-back-key-0001").await;
    let refused = pay_out(&cashier, &order, "CARD", "pay-out-key-00001").await;
    assert_eq!(refused["fields"], json!([{ "path": "tender", "code": "NOT_PAID_BY_CARD" }]));

    let order = walk_in(&app, &cashier, 1).await;
    let due = total(&cashier, &order).await;
    let parts = json!({ "cash": words(due - 20_000), "card": "200" });
    assert_eq!(take(&cashier, &order, parts, "in-two-ways-0000001").await["__typename"], "PaymentTaken");
    let lines = seats(&cashier, &order).await;
    let quote = quoted(&cashier, &order, &lines).await;
    confirm(&cashier, &order, &quote, None, "give-back-key-0002").await;
    let taken = |answer: &Value| -> i64 {
        answer["operations"].as_array().unwrap().iter().map(|one| amount(&one["amount"])).sum()
    };
    let by_card = taken(&pay_out(&cashier, &order, "CARD", "pay-out-key-00002").await);
    let in_cash = taken(&pay_out(&cashier, &order, "CASH", "pay-out-key-00003").await);
    assert!((-20_000..0).contains(&by_card) && in_cash < 0, "{by_card} {in_cash}");
    assert_eq!(-(by_card + in_cash), amount(&quote["amount"]));
    app.done().await;
}

#[tokio::test]
async fn a_till_without_the_cash_pays_nothing_out() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let (order, due) = sold(&app, &cashier, 1).await;
    let all = words(100_000 + due);
    move_cash(&cashier, "COLLECTION", &all, None, "collect-all-the-cash").await;
    let lines = seats(&cashier, &order).await;
    give_back(&cashier, &order, &lines, None, "give-back-key-0001").await;
    let short = pay_out(&cashier, &order, "CASH", "pay-out-key-00001").await;
    assert_eq!(short["fields"], json!([{ "path": "tender", "code": "NOT_ENOUGH_CASH" }]));
    assert_eq!(app.count("SELECT id FROM refund WHERE state = 'PENDING'").await, 1);
    app.done().await;
}

#[tokio::test]
async fn money_is_paid_out_once_however_often_it_is_asked_for() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let (order, due) = sold(&app, &cashier, 1).await;
    let lines = seats(&cashier, &order).await;
    let back = give_back(&cashier, &order, &lines, None, "give-back-key-0001").await;
    let keys: Vec<String> = (0..10).map(|n| format!("pay-out-race-key-{n}")).collect();
    let answers = join_all(keys.iter().map(|key| pay_out(&cashier, &order, "CASH", key))).await;
    assert_eq!(answers.iter().filter(|one| one["__typename"] == "RefundsPaidOut").count(), 1, "{answers:?}");
    assert_eq!(amount(&mine(&cashier).await["totals"][0]["inTill"]), 100_000 + due - back);
    app.done().await;
}

/// A customer gives back what was paid in cash: it waits for them at a desk. Who may not return tickets does not.
#[tokio::test]
async fn who_may_return_tickets() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let (order, _) = sold(&app, &cashier, 1).await;
    let lines = seats(&cashier, &order).await;
    let line = lines[0]["id"].as_str().unwrap();
    let query = "mutation($i: QuoteRefundInput!) { quoteRefund(input: $i) { __typename } }";
    let input = json!({ "i": { "order": { "id": order.id }, "lineIds": [line] } });
    for role in ["ACCOUNTANT", "DISPATCHER", "CARRIER_REPRESENTATIVE"] {
        assert_eq!(app.staff(role).await.send(query, input.clone()).await.code(), "NOT_FOUND", "{role}");
    }
    let customer = app.visitor();
    let quote = customer.quote(&order, &[line]).await;
    let by_hand = "mutation($i: ConfirmRefundInput!) { confirmRefund(input: $i) { __typename } }";
    let mut asked = json!({ "order": order.reference(), "quoteId": quote["quote"]["id"], "way": "DESK",
                            "idempotencyKey": "customer-by-hand" });
    assert_eq!(customer.send(by_hand, json!({ "i": asked })).await.code(), "FORBIDDEN");
    asked["way"] = Value::Null;
    assert_eq!(
        customer.send(by_hand, json!({ "i": asked })).await.data("confirmRefund")["__typename"],
        "RefundConfirmed"
    );
    app.run_jobs().await;
    assert_eq!(pay_out(&cashier, &order, "CASH", "pay-out-key-00001").await["__typename"], "RefundsPaidOut");
    app.done().await;
}
