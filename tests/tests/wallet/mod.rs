//! Internal accounts of customers.

mod block_wallet;
mod open_wallet;
mod pay_from_wallet;
mod races;
mod receipts;
mod request_wallet_code;
mod statement;
mod terminal;
mod top_up_wallet;

use tests::{Actor, Bought, TestApp, Value, json};

pub const WALLET: &str =
    "id number holder version blocked balance { amount currency } credit { amount } available { amount }";

/// The passenger's own account, opened.
pub async fn opened(passenger: &Actor) -> Value {
    let query = format!("mutation {{ openWallet {{ wallet {{ {WALLET} }} }} }}");
    passenger.send(&query, json!({})).await.data("openWallet")["wallet"].clone()
}

pub async fn balance(passenger: &Actor) -> String {
    let seen = passenger.send("{ me { wallet { balance { amount } } } }", json!({})).await.data("me");
    seen["wallet"]["balance"]["amount"].as_str().unwrap_or("none").to_owned()
}

pub async fn try_top_up(actor: &Actor, input: Value) -> Value {
    let query = "mutation($i: TopUpWalletInput!) { topUpWallet(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code message } } ... on TopUpBegun { order { id number link status \
        total { amount } due { amount } } } } }";
    actor.send(query, json!({ "i": input })).await.data("topUpWallet")
}

/// The order of a top-up that the passenger has begun.
pub async fn top_up(passenger: &Actor, amount: &str) -> Bought {
    let wallet = opened(passenger).await;
    let begun = try_top_up(passenger, json!({ "walletId": wallet["id"], "amount": amount })).await;
    assert_eq!(begun["__typename"], "TopUpBegun", "{begun}");
    begun_order(&begun)
}

pub fn begun_order(begun: &Value) -> Bought {
    let order = &begun["order"];
    let secret = order["link"].as_str().unwrap().split_once('#').map_or("", |(_, secret)| secret);
    Bought {
        id: order["id"].as_str().unwrap().to_owned(),
        secret: secret.to_owned(),
        number: order["number"].as_str().unwrap().to_owned(),
        passengers: Vec::new(),
        seats: Vec::new(),
        redirect: None,
    }
}

/// Puts money on the passenger's account through the sandbox bank.
pub async fn filled(app: &TestApp, passenger: &Actor, amount: &str) {
    let order = top_up(passenger, amount).await;
    let started = passenger.try_pay(&order).await;
    let redirect = started["payment"]["redirectUrl"].as_str().unwrap_or_else(|| panic!("{started}"));
    passenger.at_bank(redirect, "pay").await;
    app.run_jobs().await;
}

pub async fn pay_from(actor: &Actor, order: &Bought, key: &str) -> Value {
    let query = "mutation($i: PayFromWalletInput!) { payFromWallet(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code message } } ... on PaidFromWallet { order { status paid { amount } \
        payments { method methodName state amount { amount } } } } } }";
    let input = json!({ "order": order.reference(), "idempotencyKey": key });
    actor.send(query, json!({ "i": input })).await.data("payFromWallet")
}

/// The lines of a statement, newest first: kind, amount, balance after it.
pub async fn statement(passenger: &Actor) -> Vec<(String, String, String)> {
    let query = "{ me { wallet { entries(first: 100) { nodes { kind amount { amount } balance { amount } } } } } }";
    let seen = passenger.send(query, json!({})).await.data("me");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let nodes = seen["wallet"]["entries"]["nodes"].as_array().unwrap().clone();
    nodes
        .iter()
        .map(|one| (text(&one["kind"]), text(&one["amount"]["amount"]), text(&one["balance"]["amount"])))
        .collect()
}

pub fn entry(kind: &str, amount: &str, balance: &str) -> (String, String, String) {
    (kind.into(), amount.into(), balance.into())
}
