//! A register that is slow, absent, that answers twice or never, or something else than it did.

use api::features::fiscal_receipt::drive;
use api::features::fiscal_register::Mood;
use futures::future::join_all;
use tests::{TestApp, TimeDelta, json};

use super::{listed, receipts};
use crate::exchange::amount;
use crate::fiscal_register::{recording, seen};

/// Whatever it does, nothing is sold later for it, everything is recorded once and in order, and a shift is opened once.
#[tokio::test]
async fn nothing_is_lost_and_nothing_is_recorded_twice() {
    for mood in [Mood::Down, Mood::Silent, Mood::Mute, Mood::Late, Mood::Babbles, Mood::WrongSum] {
        let app = TestApp::new().await;
        let (register, id) = recording(&app).await;
        let ana = app.visitor();
        let first = ana.buy(&app, &[app.ride("501").await], 1).await;
        register.is(mood);
        let mut sums = vec![amount(&ana.order(&first).await["total"])];
        let mut orders = vec![first];
        for adults in [2, 3] {
            let order = ana.buy(&app, &[app.ride("501").await], adults).await;
            let order_seen = ana.order(&order).await;
            assert_eq!(order_seen["status"], "PAID", "{mood:?}: a sale waits for no register");
            sums.push(amount(&order_seen["total"]));
            orders.push(order);
            app.advance(TimeDelta::seconds(6));
        }
        let accountant = app.staff("ACCOUNTANT").await;
        let one = seen(&accountant, &id).await;
        assert_eq!((&one["health"], &one["failed"]), (&json!("FAILING"), &json!(0)), "{mood:?}: {one}");
        register.is(Mood::Good);
        app.advance(TimeDelta::minutes(1));
        app.run_jobs().await;
        let recorded: Vec<i64> = register.sums().iter().map(|(_, sum, ..)| *sum).collect();
        assert_eq!(recorded, sums, "{mood:?}");
        for order in &orders {
            let found = receipts(&ana, order).await;
            assert_eq!((found.len(), &found[0]["state"]), (1, &json!("DONE")), "{mood:?}");
        }
        assert_eq!(register.sandbox.shifts(), 1, "{mood:?}");
        app.done().await;
    }
}

/// The first thing that it is told is the opening of its shift: done, and never answered.
#[tokio::test]
async fn a_shift_whose_opening_was_not_answered_is_found_open() {
    for mood in [Mood::Mute, Mood::Silent] {
        let app = TestApp::new().await;
        let (register, _) = recording(&app).await;
        register.is(mood);
        let ana = app.visitor();
        let order = ana.buy(&app, &[app.ride("501").await], 1).await;
        register.is(Mood::Good);
        app.advance(TimeDelta::minutes(1));
        app.run_jobs().await;
        assert_eq!((register.sandbox.shifts(), register.sums().len()), (1, 1), "{mood:?}");
        assert_eq!(receipts(&ana, &order).await[0]["state"], "DONE");
        app.done().await;
    }
}

/// Somebody has closed its shift at the maker's own page: it is seen, and another is opened.
#[tokio::test]
async fn a_shift_that_was_closed_elsewhere_is_opened_again() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let ana = app.visitor();
    ana.buy(&app, &[app.ride("501").await], 1).await;
    register.sandbox.close_elsewhere();
    let order = ana.buy(&app, &[app.ride("501").await], 1).await;
    assert_eq!(receipts(&ana, &order).await[0]["state"], "DONE");
    assert_eq!((register.sandbox.shifts(), register.sums().len()), (2, 2));
    app.done().await;
}

/// The worker dies while the register is told, before it can write down what it heard.
#[tokio::test]
async fn a_worker_that_dies_in_between_leaves_nothing_double() {
    let app = TestApp::new().await;
    let (register, id) = recording(&app).await;
    let ana = app.visitor();
    ana.buy(&app, &[app.ride("501").await], 1).await;
    app.app.registers.set_patience(std::time::Duration::from_secs(30));
    for adults in 1..4 {
        register.is(Mood::Down);
        ana.buy(&app, &[app.ride("501").await], adults).await;
        register.is(Mood::Mute);
        app.advance(TimeDelta::minutes(10));
        let worker = tokio::spawn({
            let app = app.app.clone();
            async move { drive(&app).await }
        });
        let before = register.sums().len();
        while register.sums().len() == before {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        worker.abort();
        let _ = worker.await;
        register.is(Mood::Good);
        // Nobody else tells the register anything before the dead worker is given up.
        app.run_jobs().await;
        let accountant = app.staff("ACCOUNTANT").await;
        assert_eq!(seen(&accountant, &id).await["pending"], 1);
        app.advance(TimeDelta::minutes(3));
        app.run_jobs().await;
    }
    assert_eq!(register.sums().len(), 4);
    let accountant = app.staff("ACCOUNTANT").await;
    assert_eq!(listed(&accountant, json!({ "states": ["DONE"] })).await.len(), 4);
    app.done().await;
}

/// Many workers, of two servers where there are two, record each receipt once.
#[tokio::test]
async fn many_workers_record_each_receipt_once() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    register.is(Mood::Down);
    let ana = app.visitor();
    for _ in 0..6 {
        ana.buy(&app, &[app.ride("501").await], 1).await;
    }
    register.is(Mood::Good);
    app.advance(TimeDelta::minutes(10));
    let other = app.replica().await;
    let mut apps = vec![app.app.clone(); 8];
    if let Some(other) = &other {
        other.app.clock.advance(other.app.clock.now().signed_duration_since(app.now()).abs());
        apps.extend(vec![other.app.clone(); 8]);
    }
    let settled: usize = join_all(apps.iter().map(drive)).await.into_iter().map(|one| one.unwrap()).sum();
    assert_eq!((settled, register.sums().len(), register.sandbox.shifts()), (6, 6, 1));
    if let Some(other) = other {
        other.stop_only().await;
    }
    app.done().await;
}
