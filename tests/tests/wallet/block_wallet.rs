use tests::{Actor, TestApp, Value, json};

use super::{filled, opened, pay_from, try_top_up};

async fn block(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: BlockWalletInput!) { blockWallet(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on WalletChanged { wallet { version blocked blockedReason } } } }";
    staff.send(query, json!({ "i": input })).await.data("blockWallet")
}

#[tokio::test]
async fn from_a_blocked_account_nothing_is_paid() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    filled(&app, &passenger, "3000").await;
    let order = passenger.hold(&[app.ride("501").await], 1, None).await;
    passenger.name(&order).await;
    let accountant = app.staff("ACCOUNTANT").await;
    let wallet = opened(&passenger).await;
    let (id, version) = (&wallet["id"], &wallet["version"]);
    let unsaid = block(&accountant, json!({ "id": id, "version": version, "blocked": true })).await;
    assert_eq!(unsaid["fields"][0]["code"], "REQUIRED");
    let input = json!({ "id": id, "version": version, "blocked": true, "reason": "Lost phone" });
    let blocked = block(&accountant, input.clone()).await;
    assert_eq!(blocked["wallet"]["blockedReason"], "Lost phone", "{blocked}");
    assert_eq!(block(&accountant, input).await["__typename"], "ChangedMeanwhile");
    assert_eq!(pay_from(&passenger, &order, "from-a-blocked-account").await["fields"][0]["code"], "WALLET_BLOCKED");
    let answer = try_top_up(&passenger, json!({ "walletId": id, "amount": "100" })).await;
    assert_eq!(answer["fields"][0]["code"], "WALLET_BLOCKED");
    let version = &blocked["wallet"]["version"];
    block(&accountant, json!({ "id": id, "version": version, "blocked": false })).await;
    assert_eq!(pay_from(&passenger, &order, "from-a-blocked-account").await["order"]["status"], "PAID");
    app.done().await;
}
