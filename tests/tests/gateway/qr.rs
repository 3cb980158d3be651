use std::time::Duration;

use tests::{Habit, TimeDelta, json};

use super::{Scene, gateways, messages, outcomes, pay_with};

#[tokio::test]
async fn a_payment_by_code_brings_tickets_and_its_fee_is_booked() {
    let (scene, payment) = Scene::begun(json!({})).await;
    let reference = scene.bank.only();
    let charge = scene.bank.charge(&reference);
    assert_eq!((&charge.amount, charge.currency.as_str()), (&scene.sum, "KGS"));
    assert_eq!(charge.callback_url, scene.callback());
    assert_eq!((&payment["state"], &payment["redirectUrl"]), (&json!("PENDING"), &json!(null)));
    assert_eq!(payment["qr"], format!("https://qr.bank.example.com/#{}", charge.id));
    assert!(payment["qrSvg"].as_str().unwrap().contains("<svg"), "{payment}");
    assert_eq!(payment["appUrl"], format!("https://app.bank.example.com/qr/#{}", charge.id));
    assert_eq!(payment["methodName"], "The bank");
    scene.bank.book(&reference, "PAID");
    assert_eq!(scene.bank.tell(&reference, "event-1").await, 200);
    let seen = scene.seen().await;
    assert_eq!((&seen["status"], &seen["payments"]), (&json!("PAID"), &json!([{ "state": "PAID" }])));
    assert_eq!(seen["segments"][0]["lines"][0]["ticket"]["valid"], true);
    // 1.5 % and half a som.
    let fee = scene.minor * 15 / 1000 + 50;
    assert_eq!(scene.booked("GATEWAY_FEE").await, fee);
    assert_eq!(scene.booked("GATEWAY:bank").await, scene.minor - fee);
    // What is paid shows no code any more.
    let again = scene.start("a-key-of-the-scene").await;
    assert_eq!((&again["payment"]["state"], &again["payment"]["qr"]), (&json!("PAID"), &json!(null)));
    assert_eq!(outcomes(&scene.accountant, "CREATE").await, ["TAKEN"]);
    let told = messages(&scene.accountant, json!({ "about": "CALLBACK" })).await;
    assert_eq!((told.len(), &told[0]["outcome"]), (1, &json!("TAKEN")));
    assert_eq!(told[0]["orderNumber"], scene.order.number.as_str());
    assert!(told[0]["raw"].as_str().unwrap().contains("event-1"));
    scene.app.done().await;
}

#[tokio::test]
async fn a_message_that_comes_five_times_sells_once() {
    let (scene, _) = Scene::begun(json!({})).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "PAID");
    for _ in 0..5 {
        assert_eq!(scene.bank.tell(&reference, "event-1").await, 200);
    }
    // And once more as another event.
    assert_eq!(scene.bank.tell(&reference, "event-2").await, 200);
    assert_eq!(scene.seen().await["payments"], json!([{ "state": "PAID" }]));
    let told = outcomes(&scene.accountant, "CALLBACK").await;
    assert_eq!(told, ["TAKEN", "REPEATED", "REPEATED", "REPEATED", "REPEATED", "TAKEN"]);
    assert_eq!(scene.app.count("SELECT id FROM posting WHERE kind = 'PAYMENT'").await, 1);
    scene.app.done().await;
}

#[tokio::test]
async fn a_poll_settles_what_no_callback_has_told() {
    let (scene, _) = Scene::begun(json!({})).await;
    let reference = scene.bank.only();
    for _ in 0..3 {
        scene.later(TimeDelta::seconds(31)).await;
    }
    assert_eq!(scene.status().await, "HELD");
    // The same answer is one row, however often it comes.
    let told = messages(&scene.accountant, json!({ "about": "STATUS" })).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0]["times"].as_i64().unwrap() >= 2 && told[0]["lastAt"].as_str() > told[0]["at"].as_str(), "{told:?}");
    scene.bank.book(&reference, "PAID");
    scene.later(TimeDelta::minutes(4)).await;
    assert_eq!(scene.status().await, "PAID");
    let asked = scene.bank.count("GET /payments");
    scene.later(TimeDelta::hours(1)).await;
    assert_eq!(scene.bank.count("GET /payments"), asked, "nobody asks about what is paid");
    scene.app.done().await;
}

#[tokio::test]
async fn a_silent_bank_is_asked_until_it_speaks() {
    let scene = Scene::ready(json!({})).await;
    scene.bank.is(Habit::Silent);
    let refused = scene.start("a-key-of-the-scene").await;
    assert_eq!(refused["code"], "GATEWAY_UNAVAILABLE", "{refused}");
    assert_eq!(scene.seen().await["payments"], json!([{ "state": "UNKNOWN" }]));
    let health = &gateways(&scene.accountant).await[0];
    assert_eq!((&health["code"], &health["failures"]), (&json!("bank"), &json!(1)));
    assert!(health["failure"].as_str().unwrap().contains("connection"), "{health}");
    scene.later(TimeDelta::seconds(31)).await;
    assert_eq!(gateways(&scene.accountant).await[0]["failures"], 2);
    assert_eq!(scene.seen().await["payments"], json!([{ "state": "UNKNOWN" }]));
    // It has never heard of it: nobody can pay it any more, and another try is a new payment.
    scene.bank.is(Habit::Good);
    scene.later(TimeDelta::seconds(61)).await;
    assert_eq!(scene.seen().await["payments"], json!([{ "state": "FAILED" }]));
    let health = &gateways(&scene.accountant).await[0];
    assert_eq!((&health["failures"], health["answeredAt"].is_string()), (&json!(0), true));
    let again = scene.start("another-key-of-the-scene").await;
    assert_eq!(again["payment"]["state"], "PENDING");
    scene.app.done().await;
}

#[tokio::test]
async fn an_answer_that_was_lost_is_asked_for_again_with_the_same_payment() {
    let scene = Scene::ready(json!({})).await;
    scene.bank.is(Habit::Forgetful);
    assert_eq!(scene.start("a-key-of-the-scene").await["code"], "GATEWAY_UNAVAILABLE");
    let reference = scene.bank.only();
    scene.bank.is(Habit::Good);
    let again = scene.start("a-key-of-the-scene").await;
    assert_eq!((&again["payment"]["state"], again["payment"]["qr"].is_string()), (&json!("PENDING"), true));
    assert_eq!(scene.bank.only(), reference, "one charge");
    scene.bank.book(&reference, "PAID");
    scene.bank.tell(&reference, "event-1").await;
    assert_eq!(scene.status().await, "PAID");
    scene.app.done().await;
}

#[tokio::test]
async fn a_bank_that_is_too_slow_has_not_answered() {
    let scene = Scene::ready(json!({})).await;
    scene.bank.is(Habit::Slow(Duration::from_secs(2)));
    assert_eq!(scene.start("a-key-of-the-scene").await["payment"]["state"], "PENDING");
    scene.bank.is(Habit::Slow(Duration::from_secs(12)));
    let late = pay_with(&scene.customer, &scene.order, "bank", "another-key-of-the-scene").await;
    assert_eq!(late["code"], "GATEWAY_UNAVAILABLE");
    assert_eq!(outcomes(&scene.accountant, "CREATE").await, ["NO_ANSWER", "TAKEN"]);
    assert_eq!(gateways(&scene.accountant).await[0]["failure"], "no answer in time");
    scene.bank.is(Habit::Good);
    scene.app.done().await;
}

#[tokio::test]
async fn a_refusal_is_told_and_another_way_is_open() {
    let scene = Scene::ready(json!({})).await;
    scene.bank.is(Habit::Refusing);
    assert_eq!(scene.start("a-key-of-the-scene").await["code"], "GATEWAY_UNAVAILABLE");
    assert_eq!(scene.seen().await["payments"], json!([{ "state": "FAILED" }]));
    // A refusal is an answer: the bank is well.
    assert_eq!(gateways(&scene.accountant).await[0]["failures"], 0);
    scene.customer.pay(&scene.app, scene.order.clone()).await;
    assert_eq!(scene.status().await, "PAID");
    scene.app.done().await;
}

#[tokio::test]
async fn money_after_the_hold_buys_the_same_seat_or_goes_back_through_the_bank() {
    for taken in [false, true] {
        let (scene, _) = Scene::begun(json!({})).await;
        let reference = scene.bank.only();
        scene.app.advance(TimeDelta::minutes(40));
        api::features::order::sweep(&scene.app.app).await.unwrap();
        assert_eq!(scene.status().await, "EXPIRED");
        if taken {
            scene.app.visitor().hold(std::slice::from_ref(&scene.ride), 1, Some(&["5"])).await;
        }
        scene.bank.book(&reference, "PAID");
        assert_eq!(scene.bank.tell(&reference, "event-1").await, 200);
        scene.app.run_jobs().await;
        let seen = scene.seen().await;
        let refunds: Vec<String> = scene.bank.charge(&reference).refunds.into_values().collect();
        if taken {
            assert_eq!((&seen["status"], &seen["refunds"][0]["state"]), (&json!("EXPIRED"), &json!("DONE")));
            assert_eq!(refunds, std::slice::from_ref(&scene.sum));
        } else {
            assert_eq!((&seen["status"], refunds.len()), (&json!("PAID"), 0));
        }
        scene.app.done().await;
    }
}

#[tokio::test]
async fn a_refund_is_repeated_until_the_bank_has_done_it_once() {
    let (scene, _) = Scene::begun(json!({})).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "PAID");
    scene.bank.tell(&reference, "event-1").await;
    let line = scene.seen().await["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned();
    let quote = scene.customer.quote(&scene.order, &[&line]).await;
    let id = quote["quote"]["id"].as_str().unwrap().to_owned();
    scene.bank.is(Habit::Forgetful);
    scene.customer.confirm(&scene.order, &id, "a-key-of-the-refund").await;
    scene.app.run_jobs().await;
    assert_eq!(scene.seen().await["refunds"][0]["state"], "PENDING");
    scene.bank.is(Habit::Broken);
    scene.later(TimeDelta::minutes(2)).await;
    assert_eq!(scene.seen().await["refunds"][0]["state"], "PENDING");
    scene.bank.is(Habit::Good);
    scene.later(TimeDelta::hours(1)).await;
    let seen = scene.seen().await;
    assert_eq!(seen["refunds"][0]["state"], "DONE");
    let refunds: Vec<String> = scene.bank.charge(&reference).refunds.into_values().collect();
    assert_eq!(refunds, [seen["refunds"][0]["amount"]["amount"].as_str().unwrap()], "once, with one number");
    assert_eq!(scene.bank.count("POST /refunds"), 3);
    scene.app.done().await;
}

#[tokio::test]
async fn numbers_of_cards_are_kept_nowhere() {
    let (scene, _) = Scene::begun(json!({})).await;
    let reference = scene.bank.only();
    scene.bank.is(Habit::Babbling);
    scene.later(TimeDelta::seconds(31)).await;
    scene.bank.is(Habit::Good);
    scene.bank.book(&reference, "PAID");
    let mut message = scene.bank.message(&reference, "event-1");
    message["card"] = json!("5555555555554444");
    assert_eq!(scene.bank.tell_that(&scene.callback(), &message).await, 200);
    assert_eq!(scene.status().await, "PAID");
    let told = messages(&scene.accountant, json!({})).await;
    assert!(told.iter().any(|one| one["raw"].as_str().unwrap().contains("555555******4444")), "{told:?}");
    assert!(
        told.iter()
            .any(|one| one["outcome"] == "UNREADABLE" && one["raw"].as_str().unwrap().contains("411111******1111"))
    );
    for number in ["5555555555554444", "4111111111111111"] {
        assert!(!scene.app.database_holds(number).await, "{number} is kept");
    }
    scene.app.done().await;
}
