use tests::{Habit, TimeDelta, Value, json};

use super::Scene;

fn card() -> Value {
    json!({ "code": "card", "kind": "CARD", "names": { "ru": "Карта", "en": "Card" } })
}

#[tokio::test]
async fn money_that_is_kept_ready_is_taken_once_when_the_order_can_be_bought() {
    let (scene, payment) = Scene::begun(card()).await;
    let reference = scene.bank.only();
    assert!(payment["redirectUrl"].as_str().unwrap().starts_with("https://bank.example.com/pay/"), "{payment}");
    assert_eq!((&payment["qr"], &payment["appUrl"]), (&json!(null), &json!(null)));
    scene.bank.book(&reference, "AUTHORIZED");
    for _ in 0..3 {
        assert_eq!(scene.bank.tell(&reference, "event-1").await, 200);
    }
    assert_eq!(scene.bank.tell(&reference, "event-2").await, 200);
    let seen = scene.seen().await;
    assert_eq!((&seen["status"], &seen["payments"]), (&json!("HELD"), &json!([{ "state": "AUTHORISED" }])));
    scene.app.run_jobs().await;
    assert_eq!(scene.status().await, "PAID");
    // The bank tells of it too, and late of what was before.
    scene.bank.tell(&reference, "event-3").await;
    scene.later(TimeDelta::minutes(5)).await;
    assert_eq!((scene.bank.charge(&reference).captures, scene.bank.count("POST /payments/")), (1, 1));
    assert_eq!(scene.app.count("SELECT id FROM posting WHERE kind = 'PAYMENT'").await, 1);
    scene.app.done().await;
}

#[tokio::test]
async fn a_poll_finds_money_that_is_kept_ready() {
    let (scene, _) = Scene::begun(card()).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "AUTHORIZED");
    scene.later(TimeDelta::seconds(31)).await;
    assert_eq!((scene.status().await.as_str(), scene.bank.charge(&reference).captures), ("PAID", 1));
    scene.app.done().await;
}

#[tokio::test]
async fn money_for_an_order_whose_hold_has_ended_is_let_go() {
    let (scene, _) = Scene::begun(card()).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "AUTHORIZED");
    scene.app.advance(TimeDelta::minutes(40));
    assert_eq!(scene.bank.tell(&reference, "event-1").await, 200);
    scene.app.run_jobs().await;
    let seen = scene.seen().await;
    assert_eq!((&seen["status"], &seen["payments"]), (&json!("EXPIRED"), &json!([{ "state": "FAILED" }])));
    let charge = scene.bank.charge(&reference);
    assert_eq!((charge.state.as_str(), charge.captures, charge.voids), ("VOIDED", 0, 1));
    assert_eq!(scene.app.count("SELECT id FROM posting").await, 0);
    scene.app.done().await;
}

#[tokio::test]
async fn two_cards_for_one_order_pay_once() {
    let (scene, _) = Scene::begun(card()).await;
    let first = scene.bank.only();
    scene.start("another-key-of-the-scene").await;
    let asked = scene.bank.asked();
    let (_, body) = asked.iter().rfind(|(what, _)| what == "POST /payments").unwrap();
    let second: Value = serde_json::from_str(body).unwrap();
    let second = second["reference"].as_str().unwrap().to_owned();
    assert_ne!(first, second);
    for (n, reference) in [&first, &second].into_iter().enumerate() {
        scene.bank.book(reference, "AUTHORIZED");
        scene.bank.tell(reference, &format!("event-{n}")).await;
    }
    scene.app.run_jobs().await;
    let seen = scene.seen().await;
    assert_eq!((&seen["status"], &seen["refunds"]), (&json!("PAID"), &json!([])));
    assert_eq!((scene.bank.charge(&first).state, scene.bank.charge(&second).state), ("PAID".into(), "VOIDED".into()));
    scene.app.done().await;
}

#[tokio::test]
async fn an_answer_that_was_lost_takes_the_money_once() {
    for habit in [Habit::Forgetful, Habit::Silent, Habit::Broken, Habit::Babbling] {
        let (scene, _) = Scene::begun(card()).await;
        let reference = scene.bank.only();
        scene.bank.book(&reference, "AUTHORIZED");
        scene.bank.tell(&reference, "event-1").await;
        scene.bank.is(habit);
        scene.app.run_jobs().await;
        assert_eq!(scene.seen().await["payments"], json!([{ "state": "AUTHORISED" }]), "{habit:?}");
        scene.bank.is(Habit::Good);
        scene.later(TimeDelta::minutes(2)).await;
        assert_eq!(scene.status().await, "PAID", "{habit:?}");
        assert_eq!(scene.bank.charge(&reference).captures, 1, "{habit:?}");
        scene.app.done().await;
    }
}

#[tokio::test]
async fn what_the_bank_lets_go_by_itself_has_failed() {
    let (scene, _) = Scene::begun(card()).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "AUTHORIZED");
    scene.bank.tell(&reference, "event-1").await;
    scene.bank.book(&reference, "VOIDED");
    scene.app.run_jobs().await;
    let seen = scene.seen().await;
    assert_eq!((&seen["status"], &seen["payments"]), (&json!("HELD"), &json!([{ "state": "FAILED" }])));
    scene.app.done().await;
}

#[tokio::test]
async fn a_refund_goes_back_to_the_card() {
    let (scene, _) = Scene::begun(card()).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "AUTHORIZED");
    scene.bank.tell(&reference, "event-1").await;
    scene.app.run_jobs().await;
    let line = scene.seen().await["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned();
    let quote = scene.customer.quote(&scene.order, &[&line]).await;
    scene.customer.confirm(&scene.order, quote["quote"]["id"].as_str().unwrap(), "a-key-of-the-refund").await;
    scene.app.run_jobs().await;
    let seen = scene.seen().await;
    assert_eq!(seen["refunds"][0]["state"], "DONE");
    let refunds: Vec<String> = scene.bank.charge(&reference).refunds.into_values().collect();
    assert_eq!(refunds, [seen["refunds"][0]["amount"]["amount"].as_str().unwrap()]);
    scene.app.done().await;
}
