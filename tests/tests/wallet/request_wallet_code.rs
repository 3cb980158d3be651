use tests::{Actor, Bought, TestApp, TimeDelta, Value, json};

use super::{balance, filled, opened};
use crate::payment::take_payment::{take, total, walk_in, words};
use crate::shift::at_desk;

async fn ask(cashier: &Actor, order: &Bought, number: &str) -> Value {
    let query = "mutation($i: RequestWalletCodeInput!) { requestWalletCode(input: $i) { __typename \
        ... on InvalidInput { fields { path code } } ... on WalletCodeSent { to } } }";
    let input = json!({ "orderId": order.id, "number": number });
    cashier.send(query, json!({ "i": input })).await.data("requestWalletCode")
}

/// The code in the last message.
async fn code(app: &TestApp) -> String {
    app.run_jobs().await;
    let messages = app.messages().await;
    let text = messages.iter().rev().find_map(|(_, _, text)| {
        let digits: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).collect();
        digits.into_iter().find(|word| word.len() == 6).map(ToOwned::to_owned)
    });
    text.unwrap_or_else(|| panic!("no code in {messages:?}"))
}

#[tokio::test]
async fn at_a_desk_the_owner_says_a_code() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    filled(&app, &passenger, "5000").await;
    let number = opened(&passenger).await["number"].as_str().unwrap().to_owned();
    let cashier = at_desk(&app).await;
    let (order, other) = (walk_in(&app, &cashier, 1).await, walk_in(&app, &cashier, 2).await);
    let due = total(&cashier, &order).await;
    let mixed = |code: Option<&str>| json!({ "cash": "100", "wallet": words(due - 10_000), "walletNumber": number, "walletCode": code });
    let refused = take(&cashier, &order, mixed(None), "pay-from-an-account-1").await;
    assert_eq!(refused["fields"][0]["code"], "WALLET_CODE", "{refused}");
    assert_eq!(ask(&cashier, &order, "8000000000").await["fields"][0]["code"], "NO_WALLET");
    assert_eq!(ask(&cashier, &other, &number).await["__typename"], "WalletCodeSent");
    let of_other = code(&app).await;
    let refused = take(&cashier, &order, mixed(Some(&of_other)), "pay-from-an-account-1").await;
    assert_eq!(refused["fields"][0]["code"], "WALLET_CODE", "a code is good for its order alone");
    app.advance(TimeDelta::seconds(1));
    ask(&cashier, &order, &number).await;
    let good = code(&app).await;
    let taken = take(&cashier, &order, mixed(Some(&good)), "pay-from-an-account-1").await;
    assert_eq!(taken["order"]["status"], "PAID", "{taken}");
    // The same key again answers the same, although the code is used up.
    assert_eq!(take(&cashier, &order, mixed(Some(&good)), "pay-from-an-account-1").await, taken);
    assert_eq!(balance(&passenger).await, words(500_000 - due + 10_000));
    let methods: Vec<&str> =
        taken["order"]["payments"].as_array().unwrap().iter().map(|one| one["method"].as_str().unwrap()).collect();
    assert_eq!(methods, ["cash", "wallet"]);
    app.done().await;
}
