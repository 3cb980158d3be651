use tests::{Actor, TestApp, TimeDelta, Value, json};

use super::{balance, entry, filled, opened, pay_from, statement};
use crate::exchange::amount;
use crate::payment::take_payment::words;

async fn order_line(passenger: &Actor, order: &tests::Bought) -> String {
    passenger.order(order).await["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_order_is_paid_at_once_and_a_refund_comes_back_there() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    filled(&app, &passenger, "5000").await;
    let order = passenger.hold(&[app.ride_after("501", TimeDelta::hours(30)).await], 1, None).await;
    assert_eq!(pay_from(&passenger, &order, "too-early-to-be-paid").await["fields"][0]["code"], "NOT_READY_TO_PAY");
    passenger.name(&order).await;
    let offer = "query($o: OrderRefInput!) { walletOffer(order: $o) { enough due { amount } wallet { number } } }";
    let offer = passenger.send(offer, json!({ "o": order.reference() })).await.data("walletOffer");
    let due = amount(&offer["due"]);
    assert_eq!(offer["enough"], true);
    let paid = pay_from(&passenger, &order, "paid-from-the-account").await;
    assert_eq!(paid["order"]["status"], "PAID", "{paid}");
    let payment = &paid["order"]["payments"][0];
    assert_eq!((&payment["method"], &payment["methodName"]), (&json!("wallet"), &json!("Internal account")));
    assert_eq!(pay_from(&passenger, &order, "paid-from-the-account").await, paid);
    assert_eq!(pay_from(&passenger, &order, "paid-from-it-once-more").await["code"], "ORDER_CLOSED");
    let left = words(500_000 - due);
    assert_eq!(balance(&passenger).await, left);
    let quote = passenger.quote(&order, &[&order_line(&passenger, &order).await]).await;
    let back = amount(&quote["quote"]["amount"]);
    passenger.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "back-to-the-account").await;
    app.run_jobs().await;
    app.run_jobs().await;
    let after = words(500_000 - due + back);
    assert_eq!(
        statement(&passenger).await,
        [
            entry("REFUND", &words(back), &after),
            entry("PURCHASE", &format!("-{}", words(due)), &left),
            entry("TOP_UP", "5000.00", "5000.00"),
        ]
    );
    app.done().await;
}

#[tokio::test]
async fn there_has_to_be_enough() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    let order = passenger.hold(&[app.ride("501").await], 1, None).await;
    passenger.name(&order).await;
    assert_eq!(pay_from(&passenger, &order, "there-is-no-account").await["fields"][0]["code"], "NO_WALLET");
    filled(&app, &passenger, "20").await;
    let refused = pay_from(&passenger, &order, "there-is-not-enough-1").await;
    assert_eq!(
        refused["fields"][0],
        json!({
            "path": "order", "code": "WALLET_NOT_ENOUGH", "message": "There is not enough money on the account",
        })
    );
    assert_eq!(
        (balance(&passenger).await, passenger.order(&order).await["status"].clone()),
        ("20.00".into(), json!("HELD"))
    );
    app.done().await;
}

async fn confirm_to(passenger: &Actor, order: &tests::Bought, quote: &str, way: &str) -> Value {
    let query = "mutation($i: ConfirmRefundInput!) { confirmRefund(input: $i) { __typename ... on NotRefundable { reason message } \
        ... on RefundConfirmed { refund { way state amount { amount } } } } }";
    let key = format!("refund-of-{quote}");
    let input = json!({ "order": order.reference(), "quoteId": quote, "way": way, "idempotencyKey": key });
    passenger.send(query, json!({ "i": input })).await.data("confirmRefund")
}

#[tokio::test]
async fn money_from_the_bank_may_go_back_to_the_account() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    let order = passenger.buy(&app, &[app.ride_after("501", TimeDelta::hours(30)).await], 1).await;
    let quote = passenger.quote(&order, &[&order_line(&passenger, &order).await]).await;
    let id = quote["quote"]["id"].as_str().unwrap();
    assert_eq!(confirm_to(&passenger, &order, id, "WALLET").await["__typename"], "NotRefundable");
    opened(&passenger).await;
    let quote = passenger.quote(&order, &[&order_line(&passenger, &order).await]).await;
    let confirmed = confirm_to(&passenger, &order, quote["quote"]["id"].as_str().unwrap(), "WALLET").await;
    assert_eq!(confirmed["refund"]["way"], "WALLET", "{confirmed}");
    app.run_jobs().await;
    let back = quote["quote"]["amount"]["amount"].as_str().unwrap();
    assert_eq!(statement(&passenger).await, [entry("REFUND", back, back)]);
    app.done().await;
}

#[tokio::test]
async fn what_came_from_an_account_is_not_paid_out_in_cash() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    filled(&app, &passenger, "5000").await;
    let order = passenger.hold(&[app.ride_after("501", TimeDelta::hours(30)).await], 1, None).await;
    passenger.name(&order).await;
    pay_from(&passenger, &order, "from-the-account-first").await;
    let quote = passenger.quote(&order, &[&order_line(&passenger, &order).await]).await;
    let cashier = app.staff("CASHIER").await;
    let confirmed = confirm_to(&cashier, &order, quote["quote"]["id"].as_str().unwrap(), "DESK").await;
    assert_eq!(confirmed["refund"]["way"], "ORIGINAL", "{confirmed}");
    app.run_jobs().await;
    assert_eq!(statement(&passenger).await[0].0, "REFUND");
    app.done().await;
}
