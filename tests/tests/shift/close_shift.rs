use futures::future::join_all;
use tests::{TestApp, json};

use super::{at_desk, close, desk, mine, move_cash, open};

#[tokio::test]
async fn a_shift_ends_with_what_was_counted() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    move_cash(&cashier, "OUT", "100", Some("paper"), "close-shift-move-1").await;
    let closed = close(&cashier, &[("900", "KGS")], None, "close-shift-0001").await;
    assert_eq!(closed["__typename"], "ShiftClosed", "{closed}");
    let totals = &closed["shift"]["totals"][0];
    assert_eq!(totals["collected"]["amount"], "900.00");
    assert_eq!(totals["difference"]["amount"], "0.00");
    assert_eq!(totals["inTill"]["amount"], "0.00");
    assert!(mine(&cashier).await.is_null());
    // The same key answers the same; nothing more happens in it.
    let again = close(&cashier, &[("900", "KGS")], None, "close-shift-0001").await;
    assert_eq!(again["shift"]["id"], closed["shift"]["id"]);
    assert_eq!(close(&cashier, &[], None, "close-shift-0002").await["code"], "SHIFT_NEEDED");
    assert_eq!(move_cash(&cashier, "IN", "1", Some("x"), "close-shift-move-2").await["code"], "SHIFT_NEEDED");
    // The desk is free for the next, whose shift has the next number.
    let desk = app.staff("TRANSPORT_MANAGER").await;
    let desk = crate::desk::desks_with_ids(&desk).await[0]["id"].clone();
    let next = open(&app.staff("ADMINISTRATOR").await, &desk, &[], "close-shift-next").await;
    assert_eq!(next["shift"]["number"], 2);
    app.done().await;
}

#[tokio::test]
async fn a_difference_is_explained_and_booked() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let fields = |answer: &tests::Value| answer["fields"].clone();
    let missing = close(&cashier, &[], None, "close-shift-0001").await;
    assert_eq!(
        fields(&missing),
        json!([{ "path": "counted", "code": "NOT_COUNTED" }, { "path": "note", "code": "DIFFERENCE_UNEXPLAINED" }])
    );
    let silent = close(&cashier, &[("990", "KGS")], None, "close-shift-0001").await;
    assert_eq!(fields(&silent), json!([{ "path": "note", "code": "DIFFERENCE_UNEXPLAINED" }]));
    let told = close(&cashier, &[("990", "KGS")], Some("wrong change"), "close-shift-0001").await;
    let totals = &told["shift"]["totals"][0];
    assert_eq!((&totals["difference"]["amount"], &totals["collected"]["amount"]), (&json!("-10.00"), &json!("990.00")));
    assert_eq!(told["shift"]["closingNote"], "wrong change");
    assert_eq!(
        app.count("SELECT 1 FROM posting_line WHERE account = 'TILL_DIFFERENCE' AND amount_minor = 1000").await,
        1
    );
    app.done().await;
}

#[tokio::test]
async fn what_is_too_much_is_booked_too_in_each_currency() {
    let app = TestApp::new().await;
    let desk = desk(&app, "Бишкек", "2").await;
    let cashier = app.staff("CASHIER").await;
    open(&cashier, &desk, &[("100", "KZT")], "open-shift-kzt-01").await;
    let closed = close(&cashier, &[("100", "KZT"), ("5", "KGS")], Some("found"), "close-shift-0001").await;
    let of = |n: usize| closed["shift"]["totals"][n].clone();
    assert_eq!((&of(0)["currency"], &of(0)["difference"]["amount"]), (&json!("KGS"), &json!("5.00")), "{closed}");
    assert_eq!((&of(1)["currency"], &of(1)["difference"]["amount"]), (&json!("KZT"), &json!("0.00")));
    app.done().await;
}

/// Whoever takes cash out at the moment of the end is either in the count or refused.
#[tokio::test]
async fn nothing_happens_after_the_end() {
    let app = TestApp::new().await;
    let cashier = at_desk(&app).await;
    let keys: Vec<String> = (0..6).map(|n| format!("close-race-move-{n}")).collect();
    let moves = join_all(keys.iter().map(|key| move_cash(&cashier, "OUT", "10", Some("race"), key)));
    let (moved, closed) = tokio::join!(moves, close(&cashier, &[("1000", "KGS")], Some("race"), "close-race-shift-1"));
    assert_eq!(closed["__typename"], "ShiftClosed", "{closed}");
    assert!(moved.iter().all(|one| one["__typename"] == "CashMoved" || one["code"] == "SHIFT_NEEDED"), "{moved:?}");
    let taken = moved.iter().filter(|one| one["__typename"] == "CashMoved").count();
    let difference = closed["shift"]["totals"][0]["difference"]["amount"].as_str().unwrap();
    assert_eq!(difference, format!("{}.00", taken * 10));
    app.done().await;
}
