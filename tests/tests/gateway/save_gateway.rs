use tests::{BANK_KEY, TestApp, json};

use super::{Scene, input, made, merchant, save};
use crate::station::wrong;

const ADDRESS: &str = "https://bank.example.com/api";

#[tokio::test]
async fn a_gateway_is_kept_as_it_was_written_and_its_key_is_shown_to_nobody() {
    let app = TestApp::new().await;
    let accountant = app.staff("ACCOUNTANT").await;
    let one = made(&accountant, "https://bank.example.com/api/", json!({ "channels": ["BOT", "WEB", "BOT"] })).await;
    assert_eq!((&one["code"], &one["kind"], &one["version"]), (&json!("bank"), &json!("QR"), &json!(1)));
    assert_eq!((&one["address"], &one["channels"]), (&json!(ADDRESS), &json!(["WEB", "BOT"])));
    assert_eq!((&one["feePercent"], &one["feeFixed"]["amount"]), (&json!("1.5"), &json!("0.50")));
    assert_eq!(one["callbackUrl"], format!("{}/gateways/bank/callback", app.url));
    assert_eq!((&one["hasSecret"], &one["elqr"]), (&json!(true), &json!(null)));
    assert!(!app.database_holds(BANK_KEY).await, "the key is sealed");
    // Code, kind and currency stay as they were made, the key unless another is given.
    let change =
        json!({ "id": one["id"], "version": 1, "code": "other", "kind": "CARD", "currency": "USD", "secret": null });
    let saved = save(&accountant, input(ADDRESS, change.clone())).await["gateway"].clone();
    assert_eq!((&saved["code"], &saved["kind"], &saved["currency"]), (&json!("bank"), &json!("QR"), &json!("KGS")));
    assert_eq!((&saved["version"], &saved["hasSecret"]), (&json!(2), &json!(true)));
    assert_eq!(save(&accountant, input(ADDRESS, change)).await["code"], "CHANGED_MEANWHILE");
    let renewed = json!({ "id": one["id"], "version": 2, "secret": "another-key-of-another-day" });
    assert_eq!(save(&accountant, input(ADDRESS, renewed)).await["__typename"], "GatewaySaved");
    // The log knows that it was replaced, and never what by.
    assert!(app.database_holds("keyReplaced\":true").await && !app.database_holds("another-key-of").await);
    assert_eq!(wrong(&save(&accountant, input(ADDRESS, json!({}))).await), [("code", "CODE_TAKEN")]);
    for code in ["cash", "none", "at-desk", "sandbox"] {
        assert_eq!(wrong(&save(&accountant, input(ADDRESS, json!({ "code": code }))).await), [("code", "CODE_TAKEN")]);
    }
    app.done().await;
}

#[tokio::test]
async fn every_mistake_is_told_at_its_field() {
    let app = TestApp::new().await;
    let accountant = app.staff("ACCOUNTANT").await;
    let bad = json!({
        "code": "A bank", "kind": "QR", "names": { "ru": "" }, "enabled": true, "position": 10000, "channels": [], "currency": "SOM1",
        "smallest": "-1", "largest": "10.001", "feePercent": "51", "feeFixed": "-1", "address": "bank", "merchant": " ",
        "secret": "short",
    });
    let expected = [
        ("code", "GATEWAY_CODE"),
        ("currency", "CURRENCY"),
        ("names.ru", "REQUIRED"),
        ("position", "POSITION"),
        ("channels", "CHANNELS_NONE"),
        ("smallest", "AMOUNT"),
        ("largest", "AMOUNT"),
        ("feePercent", "SHARE"),
        ("feeFixed", "AMOUNT"),
        ("address", "URL"),
        ("merchant", "REQUIRED"),
        ("secret", "GATEWAY_SECRET"),
    ];
    assert_eq!(wrong(&save(&accountant, bad).await), expected);
    for (change, expected) in [
        (json!({ "smallest": "100", "largest": "99" }), ("largest", "LARGEST_BELOW")),
        (json!({ "secret": null }), ("secret", "REQUIRED")),
        (json!({ "address": "https://bank.example.com/?key=1" }), ("address", "URL")),
        (json!({ "kind": "ELQR" }), ("elqr", "REQUIRED")),
        (json!({ "kind": "ELQR", "currency": "USD", "elqr": merchant(json!({})) }), ("currency", "CURRENCY")),
        (json!({ "kind": "ELQR", "elqr": merchant(json!({ "mcc": "41x1" })) }), ("elqr.mcc", "MCC")),
        (json!({ "kind": "ELQR", "elqr": merchant(json!({ "router": "pay" })) }), ("elqr.router", "URL")),
        (json!({ "kind": "ELQR", "elqr": merchant(json!({ "recipient": "" })) }), ("elqr.recipient", "REQUIRED")),
        (
            json!({ "kind": "ELQR", "elqr": merchant(json!({ "recipient": "8606240d690d42e4b036d3dba9d0371a" })) }),
            ("elqr.recipient", "ELQR_TOO_LONG"),
        ),
    ] {
        assert_eq!(wrong(&save(&accountant, input(ADDRESS, change.clone())).await), [expected], "{change}");
    }
    app.done().await;
}

/// With another key the bank's messages are believed no more, at once.
#[tokio::test]
async fn a_new_key_counts_from_the_next_message_on() {
    let (scene, _) = Scene::begun(json!({})).await;
    let reference = scene.bank.only();
    scene.bank.book(&reference, "PAID");
    let renewed = json!({ "id": scene.gateway["id"], "version": 1, "secret": "another-key-of-another-day" });
    save(&scene.accountant, input(&scene.bank.url, renewed)).await;
    assert_eq!(scene.bank.tell(&reference, "event-1").await, 401);
    // A bank that does not know our key says nothing of the payment.
    scene.later(tests::TimeDelta::seconds(31)).await;
    assert_eq!(scene.seen().await["payments"], json!([{ "state": "PENDING" }]));
    let back = json!({ "id": scene.gateway["id"], "version": 2 });
    save(&scene.accountant, input(&scene.bank.url, back)).await;
    assert_eq!(scene.bank.tell(&reference, "event-1").await, 200);
    assert_eq!(scene.status().await, "PAID");
    scene.app.done().await;
}
