use api::features::site::set_setting;
use futures::future::join_all;
use tests::{Actor, Bought, TestApp, TimeDelta, Value, json};

use super::pay_out_refunds::{give_back, sold};
use crate::exchange::{amount, seats};
use crate::payment::take_payment::{take, total, walk_in, words};
use crate::shift::{at_desk, close, mine, move_cash};

async fn annul(cashier: &Actor, order: &Bought, reason: &str, key: &str) -> Value {
    let query = "mutation($i: AnnulSaleInput!) { annulSale(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on SaleAnnulled { cash { amount } card { amount } \
        order { status paid { amount } refunds { state way reason waitsAtDesk } segments { lines { state } } } } } }";
    let input = json!({ "orderId": order.id, "reason": reason, "idempotencyKey": key });
    cashier.send(query, json!({ "i": input })).await.data("annulSale")
}

/// What the order's page is told.
async fn annullable(viewer: &Actor, order: &Bought) -> Value {
    let query = "query($id: ID!) { order(id: $id) { annullable } }";
    viewer.send(query, json!({ "id": order.id })).await.data("order")["annullable"].clone()
}

fn refused_with(answer: &Value) -> &str {
    assert_eq!(answer["__typename"], "InvalidInput", "{answer}");
    answer["fields"][0]["code"].as_str().unwrap()
}

#[tokio::test]
async fn a_sale_by_mistake_is_undone_whole_and_the_till_is_as_before() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let order = walk_in(&app, &cashier, 2).await;
    let due = total(&cashier, &order).await;
    let parts = json!({ "cash": words(20_000), "card": words(due - 20_000) });
    assert_eq!(take(&cashier, &order, parts, "annulled-sale-001").await["order"]["status"], "PAID");
    assert_eq!(refused_with(&annul(&cashier, &order, "   ", "annul-sale-key-00").await), "REQUIRED");
    assert_eq!(annullable(&cashier, &order).await, true);
    assert_eq!(annullable(&app.staff("ACCOUNTANT").await, &order).await, false);

    let annulled = annul(&cashier, &order, "Не тот день", "annul-sale-key-01").await;
    assert_eq!((amount(&annulled["cash"]), amount(&annulled["card"])), (20_000, due - 20_000), "{annulled}");
    assert_eq!(annulled["order"]["status"], "REFUNDED");
    assert_eq!(amount(&annulled["order"]["paid"]), 0);
    for row in annulled["order"]["refunds"].as_array().unwrap() {
        assert_eq!(
            row,
            &json!({ "state": "DONE", "way": "DESK", "reason": "The sale was annulled", "waitsAtDesk": false })
        );
    }
    // Again the same, and no money moves twice.
    assert_eq!(annul(&cashier, &order, "Не тот день", "annul-sale-key-01").await, annulled);
    assert_eq!(annul(&cashier, &order, "Другое", "annul-sale-key-01").await["code"], "IDEMPOTENCY_CONFLICT");
    assert_eq!(refused_with(&annul(&cashier, &order, "Не тот день", "annul-sale-key-02").await), "CHANGED_SINCE");
    assert_eq!(annullable(&cashier, &order).await, false);
    let totals = mine(&cashier).await["totals"][0].clone();
    assert_eq!(amount(&totals["inTill"]), 100_000);
    assert_eq!((amount(&totals["returnedInCash"]), amount(&totals["returnedByCard"])), (20_000, due - 20_000));
    // Nothing is left of it in the accounts of carrier, station and fees; the seats are on sale.
    assert_eq!(app.count("SELECT account FROM posting_line GROUP BY account HAVING SUM(amount_minor) <> 0 AND account LIKE 'carrier%'").await, 0);
    assert_eq!(app.count("SELECT seat FROM claim WHERE held_until IS NULL").await, 0);
    app.run_jobs().await;
    assert_eq!(close(&cashier, &[("1000", "KGS")], None, "annulled-close-01").await["__typename"], "ShiftClosed");
    app.done().await;
}

#[tokio::test]
async fn only_a_sale_of_the_own_open_shift_that_nobody_has_touched_is_undone() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    // What the site has sold, and what was returned in part.
    let online = app.visitor().buy(&app, &[app.ride("501").await], 1).await;
    assert_eq!(refused_with(&annul(&cashier, &online, "x", "annul-sale-key-01").await), "NOT_OF_THIS_SHIFT");
    assert_eq!(annullable(&cashier, &online).await, false);
    let (order, _) = sold(&app, &cashier, 2).await;
    let lines = seats(&cashier, &order).await;
    give_back(&cashier, &order, &lines[..1], None, "give-back-key-0001").await;
    assert_eq!(refused_with(&annul(&cashier, &order, "x", "annul-sale-key-02").await), "CHANGED_SINCE");

    // The cash has been collected: there is nothing to give back from.
    let (order, _) = sold(&app, &cashier, 1).await;
    let in_till = amount(&mine(&cashier).await["totals"][0]["inTill"]);
    move_cash(&cashier, "COLLECTION", &words(in_till), None, "collect-all-money1").await;
    let short = annul(&cashier, &order, "x", "annul-sale-key-03").await;
    assert_eq!(short["fields"][0]["code"], "NOT_ENOUGH_CASH", "{short}");
    assert_eq!(cashier.order(&order).await["status"], "PAID");

    // An hour later it is a return like any other; where the station allows none, at once.
    let (order, _) = sold(&app, &cashier, 1).await;
    app.advance(TimeDelta::minutes(61));
    let cashier = app.staff("CASHIER").await;
    assert_eq!(refused_with(&annul(&cashier, &order, "x", "annul-sale-key-04").await), "TOO_LATE_TO_ANNUL");
    assert_eq!(annullable(&cashier, &order).await, false);
    assert_eq!(set_setting(&app.app, "annul_minutes", 0).await.unwrap(), Ok(()));
    app.advance(TimeDelta::seconds(2));
    let (order, _) = sold(&app, &cashier, 1).await;
    assert_eq!(refused_with(&annul(&cashier, &order, "x", "annul-sale-key-05").await), "TOO_LATE_TO_ANNUL");

    // Another cashier, and who has no shift.
    assert_eq!(set_setting(&app.app, "annul_minutes", 60).await.unwrap(), Ok(()));
    app.advance(TimeDelta::seconds(2));
    let (order, _) = sold(&app, &cashier, 1).await;
    let admin = app.staff("ADMINISTRATOR").await;
    assert_eq!(annul(&admin, &order, "x", "annul-sale-key-06").await["code"], "SHIFT_NEEDED");
    assert_eq!((annullable(&admin, &order).await, annullable(&cashier, &order).await), (json!(false), json!(true)));
    app.run_jobs().await;
    app.done().await;
}

#[tokio::test]
async fn two_clicks_and_a_return_at_once_give_the_money_back_once() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let (order, due) = sold(&app, &cashier, 1).await;
    let keys: Vec<String> = (0..6).map(|n| format!("annul-sale-race-{n}")).collect();
    let answers = join_all(keys.iter().map(|key| annul(&cashier, &order, "twice", key))).await;
    let good = answers.iter().filter(|answer| answer["__typename"] == "SaleAnnulled").count();
    assert_eq!(good, 1, "{answers:?}");
    assert_eq!(answers.iter().filter(|answer| answer["__typename"] == "InvalidInput").count(), 5, "{answers:?}");
    let totals = mine(&cashier).await["totals"][0].clone();
    assert_eq!((amount(&totals["inTill"]), amount(&totals["returnedInCash"])), (100_000, due));
    app.run_jobs().await;
    app.done().await;
}
