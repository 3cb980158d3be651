//! Banks that contradict themselves, and strangers who would like to be banks.

use tests::{TestApp, TimeDelta, Value, json};

use super::{Scene, made, messages, outcomes};

#[tokio::test]
async fn paid_wins_over_failed_whatever_comes_first() {
    // A refusal, then money: it was paid in the end.
    let (scene, _) = Scene::begun(json!({})).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "FAILED");
    scene.bank.tell(&reference, "event-1").await;
    let seen = scene.seen().await;
    assert_eq!((&seen["status"], &seen["payments"]), (&json!("HELD"), &json!([{ "state": "FAILED" }])));
    scene.bank.book(&reference, "PAID");
    scene.bank.tell(&reference, "event-2").await;
    assert_eq!(scene.status().await, "PAID");
    // Then a refusal again: it is kept, listed, and changes nothing.
    scene.bank.book(&reference, "FAILED");
    assert_eq!(scene.bank.tell(&reference, "event-3").await, 200);
    let seen = scene.seen().await;
    assert_eq!((&seen["status"], &seen["payments"]), (&json!("PAID"), &json!([{ "state": "PAID" }])));
    let trouble = messages(&scene.accountant, json!({ "trouble": true })).await;
    assert_eq!((trouble.len(), &trouble[0]["outcome"]), (1, &json!("FAILED_AFTER_PAID")));
    assert_eq!(trouble[0]["orderNumber"], scene.order.number.as_str());
    scene.app.done().await;
}

#[tokio::test]
async fn a_refusal_that_a_message_tells_is_asked_about_once_more() {
    for (state, status, payment) in [("PAID", "PAID", "PAID"), ("FAILED", "HELD", "FAILED")] {
        let (scene, _) = Scene::begun(json!({})).await;
        let reference = scene.bank.only();
        let mut lie = scene.bank.message(&reference, "event-1");
        lie["state"] = json!("FAILED");
        scene.bank.tell_that(&scene.callback(), &lie).await;
        assert_eq!(scene.seen().await["payments"], json!([{ "state": "FAILED" }]));
        scene.bank.book(&reference, state);
        scene.later(TimeDelta::seconds(31)).await;
        let seen = scene.seen().await;
        assert_eq!((&seen["status"], &seen["payments"]), (&json!(status), &json!([{ "state": payment }])));
        let asked = scene.bank.count("GET /payments");
        assert_eq!(asked, 1);
        scene.later(TimeDelta::minutes(10)).await;
        assert_eq!(scene.bank.count("GET /payments"), asked);
        scene.app.done().await;
    }
}

#[tokio::test]
async fn money_of_another_sum_or_currency_sells_nothing() {
    let (scene, _) = Scene::begun(json!({})).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "PAID");
    let right = scene.bank.charge(&reference);
    for (n, (amount, currency, outcome)) in
        [("1.00", "KGS", "WRONG_SUM"), (right.amount.as_str(), "USD", "WRONG_CURRENCY")].into_iter().enumerate()
    {
        scene.bank.change(&reference, |charge| {
            (charge.amount, charge.currency) = (amount.to_owned(), currency.to_owned());
        });
        assert_eq!(scene.bank.tell(&reference, &format!("event-{n}")).await, 200);
        assert_eq!(outcomes(&scene.accountant, "CALLBACK").await[0], outcome);
        assert_eq!(scene.seen().await["payments"], json!([{ "state": "PENDING" }]));
        // And by asking.
        scene.later(TimeDelta::minutes(2)).await;
        assert_eq!(outcomes(&scene.accountant, "STATUS").await[0], outcome);
        assert_eq!(scene.status().await, "HELD");
    }
    assert_eq!(scene.app.count("SELECT id FROM posting").await, 0, "nothing is booked");
    let trouble =
        messages(&scene.accountant, json!({ "trouble": true, "text": scene.order.number.to_lowercase() })).await;
    assert_eq!(trouble.len(), 4);
    // The bank has put it right.
    scene.bank.change(&reference, |charge| (charge.amount, charge.currency) = (right.amount, right.currency));
    scene.bank.tell(&reference, "event-9").await;
    assert_eq!(scene.status().await, "PAID");
    scene.app.done().await;
}

#[tokio::test]
async fn strangers_and_nonsense_change_nothing() {
    let (scene, _) = Scene::begun(json!({})).await;
    let (reference, url) = (scene.bank.only(), scene.callback());
    scene.bank.book(&reference, "PAID");
    let body = scene.bank.message(&reference, "event-1").to_string();
    let others = api::features::gateway::signature(b"another-key-of-another-bank", body.as_bytes());
    for n in 0..25 {
        let signed = [None, Some(""), Some("00"), Some(others.as_str())][n % 4];
        assert_eq!(scene.bank.send(&url, body.clone(), signed).await, 401);
    }
    assert_eq!(outcomes(&scene.accountant, "CALLBACK").await, vec!["BAD_SIGNATURE"; 20], "so many and no more");
    scene.app.advance(TimeDelta::minutes(2));
    // Signed, and of no use.
    let told = |change: &dyn Fn(&mut Value)| {
        let mut message = scene.bank.message(&reference, "event-2");
        change(&mut message);
        message
    };
    let nobody = uuid::Uuid::nil().to_string();
    for (message, status, outcome) in [
        (json!("hello"), 400, "UNREADABLE"),
        (told(&|message| message["state"] = json!("MAYBE")), 400, "UNREADABLE"),
        (told(&|message| message["amount"] = json!(null)), 400, "UNREADABLE"),
        (told(&|message| message["event"] = json!("")), 400, "UNREADABLE"),
        (told(&|message| message["amount"] = json!("1.001")), 400, "UNREADABLE"),
        (told(&|message| message["reference"] = json!("4711")), 404, "UNKNOWN_PAYMENT"),
        (told(&|message| message["reference"] = json!(nobody)), 404, "UNKNOWN_PAYMENT"),
    ] {
        assert_eq!(scene.bank.tell_that(&url, &message).await, status, "{message}");
        assert_eq!(outcomes(&scene.accountant, "CALLBACK").await[0], outcome, "{message}");
    }
    let long = format!("{{\"event\":\"{}\"}}", "x".repeat(70_000));
    assert_eq!(scene.bank.send(&url, long, None).await, 413);
    assert_eq!(scene.bank.tell_that(&url.replace("/bank/", "/nobody/"), &json!({})).await, 404);
    assert_eq!(scene.status().await, "HELD");
    scene.bank.tell(&reference, "event-3").await;
    assert_eq!(scene.status().await, "PAID");
    scene.app.done().await;
}

#[tokio::test]
async fn a_bank_tells_of_its_own_payments_alone() {
    let app = TestApp::new().await;
    let bank = tests::Bank::open().await;
    let accountant = app.staff("ACCOUNTANT").await;
    let gateway = made(&accountant, &bank.url, json!({})).await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    let started = ana.try_pay(&order).await;
    let id = api::graphql::Gid::read(api::graphql::Kind::Payment, started["payment"]["id"].as_str().unwrap()).unwrap();
    let lie = json!({ "event": "event-1", "reference": id, "state": "PAID", "amount": "1.00", "currency": "KGS" });
    let url = gateway["callbackUrl"].as_str().unwrap();
    assert_eq!(bank.tell_that(url, &lie).await, 404);
    assert_eq!(ana.order(&order).await["status"], "HELD");
    assert_eq!(outcomes(&accountant, "CALLBACK").await, ["UNKNOWN_PAYMENT"]);
    app.done().await;
}
