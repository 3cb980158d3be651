use tests::register::Register;
use tests::{TestApp, TimeDelta, json};

use super::{input, recording, save, seen, switch};
use crate::fiscal_receipt::receipts;

/// What is sold while no register records gets no receipt; what waits for a register that is off is recorded when it is on.
#[tokio::test]
async fn what_waits_for_a_register_that_is_off_is_recorded_when_it_is_on() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let before = ana.buy(&app, &[app.ride("501").await], 1).await;
    let (register, id) = recording(&app).await;
    register.is(api::features::fiscal_register::Mood::Down);
    let during = ana.buy(&app, &[app.ride("501").await], 1).await;
    let accountant = app.staff("ACCOUNTANT").await;
    switch(&accountant, &id, false).await;
    let after = ana.buy(&app, &[app.ride("501").await], 1).await;
    register.is(api::features::fiscal_register::Mood::Good);
    app.advance(TimeDelta::minutes(10));
    app.run_jobs().await;
    assert_eq!(register.sums().len(), 0);
    let accountant = app.staff("ACCOUNTANT").await;
    switch(&accountant, &id, true).await;
    app.run_jobs().await;
    assert_eq!(receipts(&ana, &before).await.len(), 0);
    assert_eq!(receipts(&ana, &during).await[0]["state"], "DONE");
    assert_eq!(receipts(&ana, &after).await.len(), 0);
    assert_eq!(switch(&accountant, &id, true).await["enabled"], true);
    let one = seen(&accountant, &id).await;
    assert_eq!((&one["health"], &one["pending"]), (&json!("GOOD"), &json!(0)), "{one}");
    app.done().await;
}

/// A register that serves one desk alone switches nothing on for others.
#[tokio::test]
async fn a_register_of_a_desk_alone_records_nothing_else() {
    let app = TestApp::new().await;
    let accountant = app.staff("ACCOUNTANT").await;
    let register = Register::start(app.app.clock.clone()).await;
    let saved = save(&accountant, input(&register.url, json!({ "servesAll": false }))).await;
    switch(&accountant, &saved["register"]["id"], true).await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 1).await;
    assert_eq!(receipts(&ana, &order).await.len(), 0);
    app.done().await;
}
