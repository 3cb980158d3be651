use futures::future::join_all;
use tests::{TestApp, json};

use super::{at_desk, mine, move_cash};

#[tokio::test]
async fn cash_goes_in_and_out_with_a_running_balance() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let put = move_cash(&cashier, "IN", "250.50", Some("more change"), "move-cash-key-0001").await;
    assert_eq!(
        put["operation"],
        json!({ "position": 2, "kind": "IN", "amount": { "amount": "250.50" }, "balance": { "amount": "1250.50" },
                "note": "more change" })
    );
    let out = move_cash(&cashier, "OUT", "50.50", Some("tea"), "move-cash-key-0002").await;
    assert_eq!(out["operation"]["balance"]["amount"], "1200.00");
    let handed = move_cash(&cashier, "COLLECTION", "1000", None, "move-cash-key-0003").await;
    assert_eq!(handed["operation"]["amount"]["amount"], "-1000.00");
    let short = move_cash(&cashier, "OUT", "200.01", Some("too much"), "move-cash-key-0004").await;
    assert_eq!(
        (&short["fields"][0]["path"], &short["fields"][0]["code"]),
        (&json!("amount"), &json!("NOT_ENOUGH_CASH"))
    );
    assert!(short["fields"][0]["message"].as_str().unwrap().contains("200"), "{short}");
    // The same key again moves nothing.
    let again = move_cash(&cashier, "IN", "250.50", Some("more change"), "move-cash-key-0001").await;
    assert_eq!(again["operation"]["position"], 2);
    let mine = mine(&cashier).await;
    let kinds: Vec<&str> =
        mine["operations"]["nodes"].as_array().unwrap().iter().map(|node| node["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["COLLECTION", "OUT", "IN", "FLOAT"]);
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'MOVE_CASH'").await, 3);
    app.done().await;
}

#[tokio::test]
async fn the_till_is_never_below_nothing_however_many_take_at_once() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let keys: Vec<String> = (0..20).map(|n| format!("move-cash-race-{n:02}")).collect();
    let answers = join_all(keys.iter().map(|key| move_cash(&cashier, "OUT", "300", Some("race"), key))).await;
    assert_eq!(answers.iter().filter(|answer| answer["__typename"] == "CashMoved").count(), 3, "{answers:?}");
    assert_eq!(mine(&cashier).await["totals"][0]["inTill"]["amount"], "100.00");
    app.done().await;
}

#[tokio::test]
async fn one_key_moves_once() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let answers = join_all((0..20).map(|_| move_cash(&cashier, "IN", "1", Some("one"), "move-cash-same-key"))).await;
    assert!(answers.iter().all(|answer| answer["operation"]["position"] == 2), "{answers:?}");
    assert_eq!(app.count("SELECT id FROM cash_operation").await, 2);
    app.done().await;
}

#[tokio::test]
async fn nonsense_and_no_shift() {
    let app = TestApp::new().await;
    let manager = app.staff("ADMINISTRATOR").await;
    assert_eq!(move_cash(&manager, "IN", "1", Some("x"), "move-cash-key-0001").await["code"], "SHIFT_NEEDED");
    let cashier = at_desk(&app).await;
    let wrong = |path: &str, code: &str| (json!(path), json!(code));
    for (kind, amount, reason, expected) in [
        ("IN", "0", Some("x"), wrong("amount", "ABOVE_ZERO")),
        ("OUT", "-5", Some("x"), wrong("amount", "ABOVE_ZERO")),
        ("OUT", "5", None, wrong("reason", "REQUIRED")),
    ] {
        let answer = move_cash(&cashier, kind, amount, reason, "move-cash-key-0002").await;
        let field = &answer["fields"][0];
        assert_eq!((field["path"].clone(), field["code"].clone()), expected, "{answer}");
    }
    app.done().await;
}
