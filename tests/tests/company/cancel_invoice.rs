use tests::{TestApp, json};

use super::{bought, cancel, company, issue};

#[tokio::test]
async fn the_last_one_is_cancelled_first_and_once() {
    let app = TestApp::new().await;
    let (accountant, made) = company(&app, json!({ "credit": "50000" })).await;
    let passenger = app.passenger().await;
    bought(&app, &passenger, &made, "an-invoice-to-cancel-01").await;
    let first = issue(&accountant, &made, json!({ "endsOn": app.today() })).await["invoice"].clone();
    bought(&app, &passenger, &made, "an-invoice-to-cancel-02").await;
    let second = issue(&accountant, &made, json!({ "endsOn": app.today() })).await["invoice"].clone();
    assert_eq!(cancel(&accountant, &first).await["fields"][0]["code"], "LATER_INVOICE");
    let cancelled = cancel(&accountant, &second).await;
    assert_eq!((&cancelled["invoice"]["number"], &cancelled["invoice"]["due"]), (&json!(2), &second["due"]));
    assert_eq!(cancel(&accountant, &second).await["fields"][0]["code"], "INVOICE_CANCELLED");
    // Nothing goes on from an advance.
    let advance = issue(&accountant, &made, json!({ "advance": "100" })).await["invoice"].clone();
    assert_eq!(cancel(&accountant, &advance).await["__typename"], "InvoiceChanged");
    assert_eq!(cancel(&accountant, &first).await["__typename"], "InvoiceChanged");
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'CANCEL_INVOICE'").await, 3);
    app.done().await;
}
