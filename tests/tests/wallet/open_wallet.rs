use futures::future::join_all;
use tests::{TestApp, json};

use super::{opened, pay_from, top_up};

#[tokio::test]
async fn an_account_is_opened_once_however_often_it_is_asked_for() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    let seen = passenger.send("{ me { wallet { id } } }", json!({})).await.data("me");
    assert!(seen["wallet"].is_null());
    let all = join_all((0..5).map(|_| opened(&passenger))).await;
    assert!(all.iter().all(|one| one == &all[0]), "{all:?}");
    let number = all[0]["number"].as_str().unwrap();
    assert_eq!(domain::wallet::parse(number).as_deref(), Some(number));
    assert_eq!((&all[0]["balance"]["amount"], &all[0]["balance"]["currency"]), (&json!("0.00"), &json!("KGS")));
    // Neither visitors nor staff have one.
    let open = "mutation { openWallet { wallet { id } } }";
    assert_eq!(app.visitor().send(open, json!({})).await.code(), "UNAUTHENTICATED");
    assert_eq!(app.staff("CASHIER").await.send(open, json!({})).await.code(), "FORBIDDEN");
    app.done().await;
}

#[tokio::test]
async fn nobody_sees_another_s_account() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    let wallet = opened(&passenger).await;
    let query = "query($id: ID!) { wallet(id: $id) { number } }";
    let variables = json!({ "id": wallet["id"] });
    assert_eq!(passenger.send(query, variables.clone()).await.data("wallet")["number"], wallet["number"]);
    assert_eq!(app.staff("CASHIER").await.send(query, variables.clone()).await.code(), "NOT_FOUND");
    assert_eq!(app.staff("ACCOUNTANT").await.send(query, variables).await.data("wallet")["number"], wallet["number"]);
    let order = top_up(&passenger, "100").await;
    assert_eq!(pay_from(&passenger, &order, "an-account-pays-no-account").await["fields"][0]["code"], "NO_WALLET");
    app.done().await;
}
