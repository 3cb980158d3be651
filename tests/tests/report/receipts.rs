use tests::{TestApp, Value, json};

use super::{report, rows, sum};
use crate::fiscal_receipt::one_of_two_goes;
use crate::fiscal_register::recording;

/// What registers have recorded, returns below zero, with the tax within, and the receipts behind a figure.
#[tokio::test]
async fn receipts_add_up_with_returns_below_zero_and_their_tax() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let (_, due, back) = one_of_two_goes(&app, &app.visitor()).await;
    app.run_jobs().await;
    let clerk = app.staff("ACCOUNTANT").await;
    let measures =
        json!([{ "kind": "COUNT" }, { "kind": "SUM", "column": "recorded" }, { "kind": "SUM", "column": "tax" }]);
    let asked = json!({ "dataSet": "receipts", "period": { "kind": "TODAY" }, "columns": ["issued", "receiptKind", "recorded"],
        "groups": [{ "column": "register" }, { "column": "receiptKind" }], "measures": measures });
    let table = report(&clerk, &asked).await;
    let recorded = sum(&table["rows"], 1, 1);
    assert!((recorded - (due - back) as f64 / 100.0).abs() < 0.001, "{table}");
    let tax: i64 = register
        .sandbox
        .recorded(|order| {
            let tax: i64 = order.items.iter().map(|item| item.tax_minor).sum();
            if order.kind == domain::fiscal::ReceiptKind::Sale { tax } else { -tax }
        })
        .iter()
        .sum();
    assert!(tax > 0 && (sum(&table["rows"], 1, 2) - tax as f64 / 100.0).abs() < 0.001, "{table}");
    let behind = rows(&clerk, &asked, Value::Array(Vec::new()), json!("KGS")).await;
    assert_eq!(behind["totalCount"], 2, "{behind}");
    app.done().await;
}
