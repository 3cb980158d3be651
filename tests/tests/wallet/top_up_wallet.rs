use futures::future::join_all;
use tests::{TestApp, json};

use super::{balance, begun_order, entry, filled, opened, statement, top_up, try_top_up};
use crate::payment::take_payment::{take, words};
use crate::shift::at_desk;

#[tokio::test]
async fn money_from_the_bank_is_on_the_account_once() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    let order = top_up(&passenger, "1500").await;
    let started = passenger.try_pay(&order).await;
    let redirect = started["payment"]["redirectUrl"].as_str().unwrap();
    assert_eq!(balance(&passenger).await, "0.00");
    join_all((0..3).map(|_| passenger.at_bank(redirect, "pay"))).await;
    app.run_jobs().await;
    assert_eq!(balance(&passenger).await, "1500.00");
    assert_eq!(statement(&passenger).await, [entry("TOP_UP", "1500.00", "1500.00")]);
    assert_eq!(passenger.order(&order).await["status"], "PAID");
    // It is no trip.
    let trips = passenger.send("{ me { trips(period: ALL) { nodes { id } } } }", json!({})).await.data("me");
    assert_eq!(trips["trips"]["nodes"], json!([]));
    app.done().await;
}

#[tokio::test]
async fn a_second_payment_of_one_top_up_goes_back() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    let order = top_up(&passenger, "200").await;
    let one = passenger.try_pay(&order).await["payment"]["redirectUrl"].as_str().unwrap().to_owned();
    let other = passenger.try_pay(&order).await["payment"]["redirectUrl"].as_str().unwrap().to_owned();
    passenger.at_bank(&one, "pay").await;
    passenger.at_bank(&other, "pay").await;
    app.run_jobs().await;
    assert_eq!(balance(&passenger).await, "200.00");
    let refunds = passenger.order(&order).await["refunds"].clone();
    assert_eq!((refunds.as_array().unwrap().len(), &refunds[0]["state"]), (1, &json!("DONE")), "{refunds}");
    app.done().await;
}

#[tokio::test]
async fn a_sum_has_bounds() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    let wallet = opened(&passenger).await;
    let code = async |amount: &str| {
        let answer = try_top_up(&passenger, json!({ "walletId": wallet["id"], "amount": amount })).await;
        (answer["fields"][0]["path"].clone(), answer["fields"][0]["code"].clone())
    };
    assert_eq!(code("9.99").await, (json!("amount"), json!("TOP_UP_SMALLEST")));
    assert_eq!(code("15000.01").await, (json!("amount"), json!("TOP_UP_LARGEST")));
    assert_eq!(code("10.001").await, (json!("amount"), json!("AMOUNT")));
    for _ in 0..3 {
        filled(&app, &passenger, "15000").await;
    }
    assert_eq!(code("5000.01").await, (json!("amount"), json!("WALLET_FULL")));
    // Two that fit alone and not together: one's money goes back.
    let (one, other) = (top_up(&passenger, "3000").await, top_up(&passenger, "3000").await);
    let pages = [passenger.try_pay(&one).await, passenger.try_pay(&other).await];
    for page in &pages {
        passenger.at_bank(page["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    }
    app.run_jobs().await;
    assert_eq!(balance(&passenger).await, "48000.00");
    // Whichever came second.
    let (one, other) = (passenger.order(&one).await, passenger.order(&other).await);
    let refunds = if one["status"] == "PAID" { &other["refunds"] } else { &one["refunds"] };
    assert_eq!((&refunds[0]["state"], &refunds[0]["amount"]["amount"]), (&json!("DONE"), &json!("3000.00")));
    app.done().await;
}

#[tokio::test]
async fn a_cashier_takes_money_for_an_account() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    let number = opened(&passenger).await["number"].as_str().unwrap().to_owned();
    let cashier = at_desk(&app).await;
    let mistyped = format!("{}{}", &number[..9], (number.as_bytes()[9] - b'0' + 1) % 10);
    let answer = try_top_up(&cashier, json!({ "number": mistyped, "amount": "500" })).await;
    assert_eq!(answer["fields"][0]["code"], "NO_WALLET");
    let query = "query($n: String!) { deskWallet(number: $n) { number holder blocked } }";
    let found = cashier.send(query, json!({ "n": number })).await.data("deskWallet");
    assert_eq!(found["number"], number);
    let begun = try_top_up(&cashier, json!({ "number": number, "amount": "500.50" })).await;
    let order = begun_order(&begun);
    let parts = json!({ "cash": "300.50", "card": "200", "cardReference": "17" });
    let taken = take(&cashier, &order, parts.clone(), "top-up-at-a-desk-01").await;
    assert_eq!(taken["order"]["status"], "PAID", "{taken}");
    assert_eq!(take(&cashier, &order, parts, "top-up-at-a-desk-01").await, taken);
    let again = take(&cashier, &order, json!({ "cash": words(50_050) }), "top-up-at-a-desk-02").await;
    assert_eq!(again["code"], "ORDER_CLOSED");
    assert_eq!(balance(&passenger).await, "500.50");
    app.done().await;
}
