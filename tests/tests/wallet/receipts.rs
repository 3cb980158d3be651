//! What cash registers record of internal accounts: money once.

use tests::{TestApp, TimeDelta, json};

use super::{filled, pay_from, top_up};
use crate::fiscal_receipt::receipts;
use crate::fiscal_register::recording;

#[tokio::test]
async fn money_is_recorded_when_it_comes_and_set_off_when_it_buys() {
    let app = TestApp::new().await;
    let _register = recording(&app).await;
    let passenger = app.passenger().await;
    let order = top_up(&passenger, "3000").await;
    let started = passenger.try_pay(&order).await;
    passenger.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    let advance = receipts(&passenger, &order).await;
    assert_eq!(advance.len(), 1, "{advance:?}");
    assert_eq!((&advance[0]["kind"], &advance[0]["cashless"]["amount"]), (&json!("SALE"), &json!("3000.00")));
    assert!(advance[0]["items"][0]["name"].as_str().unwrap().contains("ванс"), "{advance:?}");

    let order = passenger.hold(&[app.ride_after("501", TimeDelta::hours(30)).await], 1, None).await;
    passenger.name(&order).await;
    pay_from(&passenger, &order, "a-receipt-by-offset-1").await;
    let sale = receipts(&passenger, &order).await[0].clone();
    assert_eq!((&sale["offset"]["amount"], &sale["cashless"]["amount"]), (&sale["amount"]["amount"], &json!("0.00")));

    let line = passenger.order(&order).await["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned();
    let quote = passenger.quote(&order, &[&line]).await;
    passenger.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "a-return-by-offset-01").await;
    app.run_jobs().await;
    app.run_jobs().await;
    let back = receipts(&passenger, &order).await.pop().unwrap();
    assert_eq!((&back["kind"], &back["offset"]["amount"]), (&json!("RETURN"), &quote["quote"]["amount"]["amount"]));
    filled(&app, &passenger, "50").await;
    app.done().await;
}
