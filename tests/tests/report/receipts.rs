use tests::{TestApp, Value, json};

use super::{report, rows, sum};
use crate::exchange::{amount, seats};
use crate::fiscal_register::recording;

/// What registers have recorded, returns below zero, with the tax within, and the receipts behind a figure.
#[tokio::test]
async fn receipts_add_up_with_returns_below_zero_and_their_tax() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 2).await;
    let due = amount(&ana.order(&order).await["total"]);
    let lines = seats(&ana, &order).await;
    let quote = ana.quote(&order, &[lines[0]["id"].as_str().unwrap()]).await["quote"].clone();
    let back = amount(&quote["amount"]);
    ana.confirm(&order, quote["id"].as_str().unwrap(), "report-receipts-01").await;
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
