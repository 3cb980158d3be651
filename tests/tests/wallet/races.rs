//! Many at once on one account.

use futures::future::join_all;
use tests::{TestApp, TimeDelta};

use super::{balance, filled, pay_from};
use crate::exchange::amount;
use crate::payment::take_payment::words;

#[tokio::test]
async fn of_twenty_purchases_at_once_so_many_succeed_as_there_is_money_for() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    let mut orders = Vec::new();
    for n in 0..20 {
        let ride = app.ride_after("501", TimeDelta::hours(4 + n % 2 * 24)).await;
        let order = passenger.hold(&[ride], 1, None).await;
        passenger.name(&order).await;
        orders.push(order);
    }
    let price = amount(&passenger.order(&orders[0]).await["total"]);
    for order in &orders {
        assert_eq!(amount(&passenger.order(order).await["total"]), price);
    }
    filled(&app, &passenger, &words(price * 3 + price / 2)).await;
    let keys: Vec<String> = (0..20).map(|n| format!("one-of-twenty-at-once-{n}")).collect();
    let answers = join_all(orders.iter().zip(&keys).map(|(order, key)| pay_from(&passenger, order, key))).await;
    let paid = answers.iter().filter(|answer| answer["__typename"] == "PaidFromWallet").count();
    let short = answers.iter().filter(|answer| answer["fields"][0]["code"] == "WALLET_NOT_ENOUGH").count();
    assert_eq!((paid, short), (3, 17), "{answers:?}");
    assert_eq!(balance(&passenger).await, words(price / 2));
    app.done().await;
}

#[tokio::test]
async fn one_order_is_paid_once_by_two_keys_at_once() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    filled(&app, &passenger, "9000").await;
    let order = passenger.hold(&[app.ride("501").await], 1, None).await;
    passenger.name(&order).await;
    let price = amount(&passenger.order(&order).await["total"]);
    let keys = ["one-order-the-first-key", "one-order-another-key-"];
    let answers = join_all(keys.iter().map(|key| pay_from(&passenger, &order, key))).await;
    let codes: Vec<_> = answers.iter().filter(|answer| answer["code"] == "ORDER_CLOSED").collect();
    assert_eq!(codes.len(), 1, "{answers:?}");
    assert_eq!(balance(&passenger).await, words(900_000 - price));
    app.done().await;
}

#[tokio::test]
async fn the_table_itself_admits_no_debt() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    filled(&app, &passenger, "100").await;
    let statement = "UPDATE wallet SET balance_minor = -1";
    let refused = sea_orm::ConnectionTrait::execute_unprepared(app.app.db.writer(), statement).await;
    assert!(refused.is_err());
    app.done().await;
}
