use tests::{TestApp, TimeDelta, json};

use super::{hold_with, make, partners};

#[tokio::test]
async fn a_key_is_shown_once_and_sells() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let made = make(&admin, "Жол ачык").await;
    let key = made["key"].clone();
    let text = key.as_str().unwrap();
    assert!(text.starts_with("bk_") && text.len() > 30, "{made}");
    assert!(text.ends_with(made["partner"]["keyTail"].as_str().unwrap()));
    assert_eq!((&made["partner"]["usedAt"], &made["partner"]["introspection"]), (&json!(null), &json!(false)));
    assert!(!app.database_holds(text).await, "only its hash is kept");

    let ana = app.visitor();
    assert_eq!(hold_with(&app, &ana, &key).await, "HeldSeats");
    assert_eq!(hold_with(&app, &ana, &json!("bk_guess")).await, "UNAUTHENTICATED");
    let used = partners(&admin).await[0].clone();
    assert!(used["usedAt"].is_string(), "{used}");
    // It is written down once an hour, not with each request.
    hold_with(&app, &ana, &key).await;
    assert_eq!(partners(&admin).await[0]["usedAt"], used["usedAt"]);
    app.advance(TimeDelta::hours(2));
    hold_with(&app, &ana, &key).await;
    assert_ne!(partners(&app.staff("ADMINISTRATOR").await).await[0]["usedAt"], used["usedAt"]);
    app.done().await;
}

#[tokio::test]
async fn sales_of_many_partners_are_counted_at_once() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let first = make(&admin, "Первый").await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 1).await;
    let partner = "UPDATE \"order\" SET partner_id = (SELECT id FROM api_key), channel = 'PARTNER'";
    app.break_by_hand(partner).await;
    assert_eq!(ana.order(&order).await["status"], "PAID");
    let cost = async || {
        let before = app.app.db.queries();
        let list = partners(&admin).await;
        (list, app.app.db.queries() - before)
    };
    cost().await;
    let (one, few) = cost().await;
    assert_eq!((one.len(), &one[0]["ordersLately"]), (1, &json!(1)), "{first}");
    for n in 0..4 {
        make(&admin, &format!("Партнёр {n}")).await;
    }
    let (five, many) = cost().await;
    assert_eq!((five.len(), many), (5, few));
    assert_eq!(five[4]["ordersLately"], 1, "newest first: {five:?}");
    app.done().await;
}

#[tokio::test]
async fn a_partner_has_a_name() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    assert_eq!(make(&admin, " ").await["fields"], json!([{ "path": "name", "code": "REQUIRED" }]));
    assert_eq!(partners(&admin).await.len(), 0);
    app.done().await;
}
