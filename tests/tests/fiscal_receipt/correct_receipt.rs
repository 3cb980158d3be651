use tests::{Actor, TestApp, Value, json};

use super::listed;
use crate::fiscal_register::{recording, switch};

async fn correct(staff: &Actor, register: &Value, key: &str, more: Value) -> Value {
    let query = "mutation($i: CorrectReceiptInput!) { correctReceipt(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on FiscalReceiptSaved { receipt { id kind state amount { amount } basis settledOn } } } }";
    let mut input = json!({ "registerId": register, "kind": "SALE", "name": "Билет Бишкек – Ош", "cash": "500", "cashless": "0",
        "taxPercent": "2", "basis": "Продажа по бумажному бланку 123", "settledOn": "2026-11-30", "idempotencyKey": key });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    staff.send(query, json!({ "i": input })).await.data("correctReceipt")
}

fn codes(answer: &Value) -> Vec<(&str, &str)> {
    let fields = answer["fields"].as_array().unwrap_or_else(|| panic!("{answer}"));
    fields.iter().map(|field| (field["path"].as_str().unwrap(), field["code"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn what_was_not_recorded_in_its_time_is_recorded_with_its_reason_once() {
    let app = TestApp::new().await;
    let (register, id) = recording(&app).await;
    let accountant = app.staff("ACCOUNTANT").await;
    let made = correct(&accountant, &id, "fiscal-correct-001", json!({})).await;
    assert_eq!(made["receipt"]["kind"], "SALE_CORRECTION", "{made}");
    let again = correct(&accountant, &id, "fiscal-correct-001", json!({})).await;
    assert_eq!(again["receipt"]["id"], made["receipt"]["id"]);
    let other = correct(&accountant, &id, "fiscal-correct-001", json!({ "cash": "501" })).await;
    assert_eq!(codes(&other), [("idempotencyKey", "KEY_USED")]);
    correct(&accountant, &id, "fiscal-correct-002", json!({ "kind": "RETURN", "cash": "0", "cashless": "10.50" }))
        .await;
    app.run_jobs().await;
    assert_eq!(
        register.sums(),
        [("SALE_CORRECTION".to_owned(), 50_000, 50_000, 0, 0), ("RETURN_CORRECTION".to_owned(), 1_050, 0, 1_050, 0)]
    );
    let told = register.sandbox.recorded(|order| order.correction.as_ref().map(|one| one.basis.clone()));
    assert_eq!(told[0].as_deref(), Some("Продажа по бумажному бланку 123"));
    let rows = listed(&accountant, json!({ "kinds": ["SALE_CORRECTION"] })).await;
    assert_eq!((rows.len(), &rows[0]["settledOn"]), (1, &json!("2026-11-30")));
    app.done().await;
}

#[tokio::test]
async fn a_correction_of_nothing_or_of_tomorrow_is_refused_by_field() {
    let app = TestApp::new().await;
    let (_, id) = recording(&app).await;
    let accountant = app.staff("ACCOUNTANT").await;
    let wrong = json!({ "name": "", "basis": " ", "settledOn": "2026-12-02", "taxPercent": "-1" });
    let answer = correct(&accountant, &id, "short", wrong).await;
    let mut told = codes(&answer);
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("basis", "REQUIRED"),
            ("idempotencyKey", "KEY_FORM"),
            ("name", "REQUIRED"),
            ("settledOn", "IN_FUTURE"),
            ("taxPercent", "SHARE"),
        ]
    );
    let nothing = correct(&accountant, &id, "fiscal-correct-003", json!({ "cash": "0" })).await;
    assert_eq!(codes(&nothing), [("cash", "ABOVE_ZERO")]);
    switch(&accountant, &id, false).await;
    let off = correct(&accountant, &id, "fiscal-correct-004", json!({})).await;
    assert_eq!(codes(&off), [("registerId", "REGISTER_OFF")]);
    app.done().await;
}
