use domain::elqr;
use tests::{TimeDelta, Value, json};

use super::{Scene, merchant};

fn national() -> Value {
    json!({ "code": "elqr", "kind": "ELQR", "names": { "ru": "ELQR" }, "elqr": merchant(json!({})) })
}

#[tokio::test]
async fn the_national_code_is_made_here_and_paid_at_any_bank() {
    let (scene, payment) = Scene::begun(national()).await;
    assert_eq!(scene.bank.asked(), [], "the bank hears of it when somebody pays");
    let text = payment["qr"].as_str().unwrap();
    assert_eq!((&payment["appUrl"], text.split('#').next()), (&json!(text), Some("https://pay.payqr.kg/")));
    let link = elqr::read(text).expect("its checksum is right");
    assert!(link.is_dynamic());
    assert_eq!(link.amount_minor(), Some(scene.minor));
    assert_eq!(link.get(&["32", "00"]).as_deref(), Some("qr.bank.example"));
    assert_eq!(link.get(&["53"]).as_deref(), Some("417"));
    assert_eq!(link.get(&["34"]).as_deref(), Some(scene.order.number.as_str()));
    // Nobody has paid yet: the bank knows nothing, and that is no refusal.
    scene.later(TimeDelta::seconds(31)).await;
    assert_eq!(scene.bank.count("GET /payments/"), 1);
    assert_eq!(scene.seen().await["payments"], json!([{ "state": "PENDING" }]));
    let reference = link.get(&["32", "11"]).unwrap();
    scene.bank.pay_by_code(&reference, &scene.sum, &scene.callback());
    assert_eq!(scene.bank.tell(&reference, "event-1").await, 200);
    assert_eq!(scene.status().await, "PAID");
    scene.app.done().await;
}

#[tokio::test]
async fn without_a_message_the_bank_is_asked_and_gives_money_back_by_the_same_reference() {
    let (scene, payment) = Scene::begun(national()).await;
    let link = elqr::read(payment["qr"].as_str().unwrap()).unwrap();
    let reference = link.get(&["32", "11"]).unwrap();
    // Somebody has paid less than the code says, as no app should let them.
    scene.bank.pay_by_code(&reference, "1.00", &scene.callback());
    scene.later(TimeDelta::seconds(31)).await;
    assert_eq!(scene.status().await, "HELD");
    scene.bank.pay_by_code(&reference, &scene.sum, &scene.callback());
    scene.later(TimeDelta::seconds(62)).await;
    assert_eq!(scene.status().await, "PAID");
    let line = scene.seen().await["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned();
    let quote = scene.customer.quote(&scene.order, &[&line]).await;
    scene.customer.confirm(&scene.order, quote["quote"]["id"].as_str().unwrap(), "a-key-of-the-refund").await;
    scene.app.run_jobs().await;
    assert_eq!(scene.seen().await["refunds"][0]["state"], "DONE");
    assert_eq!(scene.bank.charge(&reference).refunds.len(), 1);
    scene.app.done().await;
}
