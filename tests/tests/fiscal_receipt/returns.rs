use tests::{TestApp, json};

use super::{one_of_two_goes, receipts};
use crate::exchange::{amount, seats};
use crate::fiscal_register::recording;
use crate::payment::take_payment::{take, total, walk_in, words};
use crate::refund::pay_out_refunds::{give_back, pay_out};
use crate::shift::at_desk;

/// What is given back on the site is recorded when the bank has taken the money back, less what is withheld.
#[tokio::test]
async fn a_return_is_recorded_when_its_money_moves() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let ana = app.visitor();
    let (order, due, back) = one_of_two_goes(&app, &ana).await;
    assert_eq!(register.sums(), [("SALE".to_owned(), due, 0, due, 0)]);
    assert_eq!(receipts(&ana, &order).await.len(), 1, "nothing is shown before the money has moved");
    app.run_jobs().await;
    assert_eq!(register.sums(), [("SALE".to_owned(), due, 0, due, 0), ("RETURN".to_owned(), back, 0, back, 0)]);
    let found = receipts(&ana, &order).await;
    assert!(found[1]["marks"]["link"].as_str().unwrap().contains("&operation_type=2&"), "{found:?}");
    app.done().await;
}

/// Of an order that was paid in two ways each share has a receipt of its own, by the way it is paid out.
#[tokio::test]
async fn shares_of_a_return_have_a_receipt_each() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let cashier = at_desk(&app).await;
    let order = walk_in(&app, &cashier, 2).await;
    let due = total(&cashier, &order).await;
    let parts = json!({ "cash": words(due / 2), "card": words(due - due / 2) });
    assert_eq!(take(&cashier, &order, parts, "fiscal-two-ways-01").await["__typename"], "PaymentTaken");
    let lines = seats(&cashier, &order).await;
    give_back(&cashier, &order, &lines, None, "fiscal-two-ways-02").await;
    app.run_jobs().await;
    assert_eq!(register.sums().len(), 1);
    let paid = pay_out(&cashier, &order, "CASH", "fiscal-two-ways-03").await;
    assert_eq!(paid["__typename"], "RefundsPaidOut", "{paid}");
    app.run_jobs().await;
    let returned: i64 =
        paid["operations"].as_array().unwrap().iter().map(|operation| -amount(&operation["amount"])).sum();
    let sums = register.sums();
    assert_eq!(sums.len(), 3, "{sums:?}");
    assert!(sums[1..].iter().all(|(kind, sum, cash, ..)| kind == "RETURN" && sum == cash), "{sums:?}");
    assert_eq!(sums[1].1 + sums[2].1, returned);
    let found = receipts(&cashier, &order).await;
    let items: i64 = found[1..]
        .iter()
        .flat_map(|receipt| receipt["items"].as_array().unwrap())
        .map(|item| amount(&item["sum"]))
        .sum();
    assert_eq!(items, returned);
    app.done().await;
}

/// A sale that is annulled is recorded as a return at once, and a trip that is cancelled for everybody on it.
#[tokio::test]
async fn an_annulled_sale_and_a_cancelled_trip_are_returns() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let cashier = at_desk(&app).await;
    let (order, due) = crate::refund::pay_out_refunds::sold(&app, &cashier, 1).await;
    let query = "mutation($i: AnnulSaleInput!) { annulSale(input: $i) { __typename } }";
    let input = json!({ "orderId": order.id, "reason": "Не тот день", "idempotencyKey": "fiscal-annul-0001" });
    assert_eq!(cashier.send(query, json!({ "i": input })).await.data("annulSale")["__typename"], "SaleAnnulled");
    app.run_jobs().await;
    assert_eq!(register.sums(), [("SALE".to_owned(), due, due, 0, 0), ("RETURN".to_owned(), due, due, 0, 0)]);

    let ana = app.visitor();
    let ride = app.ride_after("501", tests::TimeDelta::hours(27)).await;
    let first = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let second = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let sums = [amount(&ana.order(&first).await["total"]), amount(&ana.order(&second).await["total"])];
    let dispatcher = app.staff("DISPATCHER").await;
    crate::trip::change(&dispatcher, "cancelTrip", json!({ "tripId": ride.id() })).await;
    app.run_jobs().await;
    let mut returned: Vec<i64> = register.sums()[4..].iter().map(|(_, sum, ..)| *sum).collect();
    returned.sort_unstable();
    assert_eq!(returned, sums);
    app.done().await;
}
