use tests::{TestApp, json};

use super::{balance, company, transfer};

#[tokio::test]
async fn money_from_the_bank_is_on_the_account_once() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({})).await;
    let zero = transfer(&accountant, &made, "0", "a-transfer-of-nothing").await;
    assert_eq!(zero["fields"][0]["code"], "ABOVE_ZERO");
    // More than a person's account may hold: companies have no such bound.
    let taken = transfer(&accountant, &made, "120000", "a-transfer-of-a-company").await;
    assert_eq!(taken["company"]["wallet"]["balance"]["amount"], "120000.00", "{taken}");
    assert_eq!(transfer(&accountant, &made, "120000", "a-transfer-of-a-company").await, taken);
    let other = transfer(&accountant, &made, "1", "a-transfer-of-a-company").await;
    assert_eq!(other["code"], "IDEMPOTENCY_CONFLICT");
    let huge = transfer(&accountant, &made, "99999999999", "a-transfer-of-all-money").await;
    assert_eq!(huge["fields"][0]["code"], "TOO_MUCH_MONEY");
    assert_eq!(balance(&accountant, &made).await, "120000.00");
    // The statement names the payment order, and the ledger finds the account and all of its kind.
    let wallet = &made["wallet"]["id"];
    let query =
        "query($id: ID!) { wallet(id: $id) { ledgerAccount entries(first: 5) { nodes { reference methodName } } } }";
    let seen = accountant.send(query, json!({ "id": wallet })).await.data("wallet");
    assert_eq!(seen["entries"]["nodes"][0]["reference"], "П/п 118", "{seen}");
    for account in [seen["ledgerAccount"].as_str().unwrap(), "WALLET"] {
        let query = "query($f: LedgerPostingFilterInput) { ledgerPostings(filter: $f) { nodes { kind } } }";
        let found = accountant.send(query, json!({ "f": { "account": account } })).await.data("ledgerPostings");
        assert_eq!(found["nodes"], json!([{ "kind": "TOP_UP" }]), "{account}");
    }
    app.done().await;
}
