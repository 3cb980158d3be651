use futures::future::join_all;
use tests::json;

use super::{Scene, account, pay, settlement};
use crate::station::wrong;

#[tokio::test]
async fn it_is_paid_in_parts_and_never_twice() {
    let (scene, made) = Scene::approved().await;
    let (staff, id) = (&scene.accountant, &made["id"]);
    let other = scene.app.staff("ADMINISTRATOR").await;
    let part = pay(staff, id, "57", "2026-12-02", "the-first-of-two-parts").await["settlement"].clone();
    assert_eq!((&part["state"], &part["due"]["amount"]), (&json!("PART_PAID"), &json!("500.00")));
    // The same attempt once more, and the same key for something else.
    let again = pay(staff, id, "57", "2026-12-02", "the-first-of-two-parts").await;
    assert_eq!(again["settlement"]["paid"]["amount"], "57.00", "{again}");
    let else_ = pay(staff, id, "58", "2026-12-02", "the-first-of-two-parts").await;
    assert_eq!(else_["__typename"], "IdempotencyConflict");
    // Two accountants pay what is left in the same moment.
    let both = join_all([
        pay(staff, id, "500", "2026-12-02", "the-rest-by-one-of-them"),
        pay(&other, id, "500", "2026-12-02", "the-rest-by-the-other-one"),
    ]);
    let both = both.await;
    let done = both.iter().filter(|one| one["__typename"] == "SettlementChanged").count();
    assert_eq!(done, 1, "{both:?}");
    assert_eq!(settlement(staff, id).await["state"], "PAID");
    assert_eq!((scene.booked("BANK").await, scene.booked(&account(&scene.carrier)).await), (-55_700, 0));
    scene.app.done().await;
}

#[tokio::test]
async fn no_more_than_is_due_and_not_into_days_that_are_settled() {
    let (scene, made) = Scene::approved().await;
    let (staff, id) = (&scene.accountant, &made["id"]);
    for (amount, day, mistake) in [
        ("557.01", "2026-12-02", ("amount", "MORE_THAN_DUE")),
        ("0", "2026-12-02", ("amount", "ABOVE_ZERO")),
        ("-5", "2026-12-02", ("amount", "ABOVE_ZERO")),
        ("5", "2026-12-03", ("paidOn", "IN_FUTURE")),
        ("5", "2026-12-01", ("paidOn", "PERIOD_SETTLED")),
    ] {
        assert_eq!(wrong(&pay(staff, id, amount, day, "a-payment-that-is-wrong").await), [mistake]);
    }
    assert_eq!(scene.booked("BANK").await, 0);
    // What was refused has left its key free.
    assert_eq!(pay(staff, id, "557", "2026-12-02", "a-payment-that-is-wrong").await["settlement"]["state"], "PAID");
    scene.app.done().await;
}

#[tokio::test]
async fn a_payment_that_is_taken_back_is_due_again() {
    let (scene, made) = Scene::approved().await;
    let (staff, id) = (&scene.accountant, &made["id"]);
    pay(staff, id, "557", "2026-12-02", "to-another-account-alas").await;
    let query = "query($id: ID!) { settlement(id: $id) { payments { id document reversible reversal lines { account { code name } amount { amount } } } } }";
    let payments = staff.send(query, json!({ "id": id })).await.data("settlement")["payments"].clone();
    assert_eq!((&payments[0]["document"], &payments[0]["reversible"]), (&json!("PP-17"), &json!(true)), "{payments}");
    let back = crate::ledger::reverse(staff, &payments[0]["id"], "Sent to another account").await;
    assert_eq!(back["posting"]["reversal"], true, "{back}");
    let seen = settlement(staff, id).await;
    assert_eq!((&seen["state"], &seen["due"]["amount"]), (&json!("APPROVED"), &json!("557.00")));
    assert_eq!((scene.booked("BANK").await, scene.booked(&account(&scene.carrier)).await), (0, -55_700));
    assert_eq!(wrong(&crate::ledger::reverse(staff, &payments[0]["id"], "once more").await), [("id", "REVERSED")]);
    assert_eq!(pay(staff, id, "557", "2026-12-02", "to-the-right-one-now").await["settlement"]["state"], "PAID");
    scene.app.done().await;
}
