use tests::{Actor, TestApp, Value, json};

use super::{bought, company, issue, member};

async fn ask(who: &Actor, invoice: &Value, paper: &str) -> tests::Answer {
    let query = "mutation($i: ExportInvoiceInput!) { exportInvoice(input: $i) { __typename ... on ExportReady { url } \
        ... on InvalidInput { fields { path code } } } }";
    who.send(query, json!({ "i": { "id": invoice["id"], "paper": paper } })).await
}

#[tokio::test]
async fn staff_and_who_buys_for_the_company_get_its_papers() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({ "credit": "50000" })).await;
    let passenger = app.passenger().await;
    bought(&app, &passenger, &made, "an-invoice-on-paper-001").await;
    let invoice = issue(&accountant, &made, json!({ "endsOn": app.today() })).await["invoice"].clone();
    let mine = "{ me { companies { invoices { nodes { id number cancelledReason } } } } }";
    let seen = passenger.send(mine, json!({})).await.data("me")["companies"][0]["invoices"]["nodes"].clone();
    assert_eq!(seen[0]["id"], invoice["id"]);
    for (who, paper) in [(&accountant, "INVOICE"), (&accountant, "ACT"), (&passenger, "INVOICE"), (&passenger, "ACT")] {
        let ready = ask(who, &invoice, paper).await.data("exportInvoice");
        let response = who.get(ready["url"].as_str().unwrap_or_else(|| panic!("{ready}"))).await;
        assert_eq!(response.headers()["content-type"], "application/pdf");
        let name = response.headers()["content-disposition"].to_str().unwrap().to_owned();
        assert!(name.contains(&format!("{}-1.pdf", paper.to_lowercase())), "{name}");
        let bytes = response.bytes().await.unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 5_000, "{}", bytes.len());
    }
    let advance = issue(&accountant, &made, json!({ "advance": "100" })).await["invoice"].clone();
    let none = ask(&accountant, &advance, "ACT").await.data("exportInvoice");
    assert_eq!(none["fields"][0]["code"], "NO_ACT");
    // An address that was given out is worth nothing once its reader may not see the company.
    let ready = ask(&passenger, &invoice, "INVOICE").await.data("exportInvoice");
    member(&accountant, &made, json!({ "removed": true })).await;
    assert_eq!(passenger.get(ready["url"].as_str().unwrap()).await.status(), 404);
    assert_eq!(ask(&passenger, &invoice, "INVOICE").await.code(), "NOT_FOUND");
    assert_eq!(ask(&app.staff("CASHIER").await, &invoice, "ACT").await.code(), "NOT_FOUND");
    app.done().await;
}
