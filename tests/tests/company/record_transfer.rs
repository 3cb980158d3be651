use tests::{TestApp, json};

use super::{balance, company, transfer};

#[tokio::test]
async fn money_from_the_bank_is_on_the_account_once() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({})).await;
    let zero = transfer(&accountant, &made, "0", "a-transfer-of-nothing").await;
    assert_eq!(zero["fields"][0]["code"], "AMOUNT");
    // More than a person's account may hold: companies have no such bound.
    let taken = transfer(&accountant, &made, "120000", "a-transfer-of-a-company").await;
    assert_eq!(taken["company"]["wallet"]["balance"]["amount"], "120000.00", "{taken}");
    assert_eq!(transfer(&accountant, &made, "120000", "a-transfer-of-a-company").await, taken);
    let other = transfer(&accountant, &made, "1", "a-transfer-of-a-company").await;
    assert_eq!(other["code"], "IDEMPOTENCY_CONFLICT");
    assert_eq!(balance(&accountant, &made).await, "120000.00");
    app.done().await;
}
