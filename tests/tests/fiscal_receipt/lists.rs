use tests::{TestApp, TimeDelta, json};

use super::listed;
use crate::fiscal_register::recording;

#[tokio::test]
async fn receipts_are_found_by_order_document_day_and_state() {
    let app = TestApp::new().await;
    let (_register, id) = recording(&app).await;
    let ana = app.visitor();
    let first = ana.buy(&app, &[app.ride("501").await], 1).await;
    app.advance(TimeDelta::days(1));
    let second = ana.buy(&app, &[app.ride("501").await], 2).await;
    let accountant = app.staff("ACCOUNTANT").await;
    let all = listed(&accountant, json!({ "registerId": id })).await;
    assert_eq!(all.len(), 2);
    assert_eq!(all[1]["state"], "DONE", "{all:?}");
    assert_eq!((&all[0]["order"]["number"], &all[1]["order"]["number"]), (&json!(first.number), &json!(second.number)));
    let typed = first.number.replace('-', " ").to_lowercase();
    assert_eq!(listed(&accountant, json!({ "text": typed })).await, all[..1]);
    let document = all[1]["marks"]["fdNumber"].as_str().unwrap();
    assert_eq!(listed(&accountant, json!({ "text": document })).await, all[1..]);
    assert_eq!(listed(&accountant, json!({ "text": "nothing" })).await.len(), 0);
    assert_eq!(listed(&accountant, json!({ "from": "2026-12-02" })).await, all[1..]);
    assert_eq!(listed(&accountant, json!({ "to": "2026-12-01" })).await, all[..1]);
    assert_eq!(listed(&accountant, json!({ "states": ["QUEUED", "FAILED"] })).await.len(), 0);
    app.done().await;
}
