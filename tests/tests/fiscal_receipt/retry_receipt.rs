use api::features::fiscal_register::Mood;
use tests::register::Register;
use tests::{Actor, TestApp, TimeDelta, Value, json};

use super::listed;
use crate::fiscal_register::{input, recording, save, switch};

async fn retry(staff: &Actor, receipt: &Value, register: Option<&Value>) -> Value {
    let query = "mutation($i: RetryReceiptInput!) { retryReceipt(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on FiscalReceiptSaved { receipt { state } } } }";
    staff.send(query, json!({ "i": { "id": receipt["id"], "registerId": register } })).await.data("retryReceipt")
}

/// What a register refuses holds up nothing else; somebody looks at it, and lets it be recorded.
#[tokio::test]
async fn what_is_refused_holds_up_nothing_and_is_recorded_when_somebody_says_so() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let ana = app.visitor();
    register.is(Mood::Refuses);
    ana.buy(&app, &[app.ride("501").await], 1).await;
    register.is(Mood::Good);
    ana.buy(&app, &[app.ride("501").await], 2).await;
    let accountant = app.staff("ACCOUNTANT").await;
    let failed = listed(&accountant, json!({ "states": ["FAILED"] })).await;
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0]["problem"], "REFUSED: the taxpayer's data are being checked");
    assert_eq!(register.sums().len(), 1);
    let done = listed(&accountant, json!({ "states": ["DONE"] })).await;
    assert_eq!(retry(&accountant, &done[0], None).await["fields"], json!([{ "path": "id", "code": "NOT_FAILED" }]));
    assert_eq!(retry(&accountant, &failed[0], None).await["receipt"]["state"], "SENDING");
    app.run_jobs().await;
    assert_eq!(register.sums().len(), 2);
    assert_eq!(listed(&accountant, json!({ "states": ["FAILED"] })).await.len(), 0);
    app.done().await;
}

/// A register that says again and again that it has recorded another sum is believed: somebody looks at it, and the queue
/// goes on.
#[tokio::test]
async fn a_receipt_of_another_sum_is_shown_and_holds_up_nothing() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let ana = app.visitor();
    register.is(Mood::WrongSum);
    ana.buy(&app, &[app.ride("501").await], 1).await;
    for _ in 0..5 {
        app.advance(TimeDelta::minutes(6));
        app.run_jobs().await;
    }
    let accountant = app.staff("ACCOUNTANT").await;
    let failed = listed(&accountant, json!({ "states": ["FAILED"] })).await;
    assert!(failed[0]["problem"].as_str().unwrap().starts_with("recorded "), "{failed:?}");
    register.is(Mood::Good);
    retry(&accountant, &failed[0], None).await;
    app.run_jobs().await;
    assert_eq!(register.sums().len(), 1, "it was recorded once");
    assert_eq!(listed(&accountant, json!({ "states": ["DONE"] })).await.len(), 1);
    app.done().await;
}

/// What waits for a broken register is recorded by another one.
#[tokio::test]
async fn another_register_takes_over() {
    let app = TestApp::new().await;
    let (broken, _) = recording(&app).await;
    let other = Register::start(app.app.clock.clone()).await;
    let accountant = app.staff("ACCOUNTANT").await;
    let saved = save(&accountant, input(&other.url, json!({ "name": "Запасная", "servesAll": false }))).await;
    let spare = saved["register"]["id"].clone();
    broken.is(Mood::Down);
    let ana = app.visitor();
    ana.buy(&app, &[app.ride("501").await], 1).await;
    let waiting = listed(&accountant, json!({ "states": ["QUEUED"] })).await;
    let off = retry(&accountant, &waiting[0], Some(&spare)).await;
    assert_eq!(off["fields"], json!([{ "path": "registerId", "code": "REGISTER_OFF" }]));
    switch(&accountant, &spare, true).await;
    assert_eq!(retry(&accountant, &waiting[0], Some(&spare)).await["receipt"]["state"], "QUEUED");
    app.run_jobs().await;
    assert_eq!((broken.sums().len(), other.sums().len()), (0, 1));
    app.done().await;
}
