use tests::{TimeDelta, json};

use super::{book, close, entry};
use crate::settlement::{Scene, account, make};
use crate::station::wrong;

#[tokio::test]
async fn nothing_comes_into_a_closed_period() {
    let scene = Scene::new().await;
    let (staff, carrier) = (&scene.accountant, account(&scene.carrier));
    assert_eq!(wrong(&close(staff, "2026-12-02").await), [("lastDay", "DAY_NOT_OVER")]);
    assert_eq!(close(staff, "2026-12-01").await["closing"]["lastDay"], "2026-12-01");
    assert_eq!(wrong(&close(staff, "2026-12-01").await), [("lastDay", "PERIOD_CLOSED")]);
    let late = entry(&carrier, "WITHHELD", "5", "2026-12-01", "a-fine-of-a-closed-day");
    assert_eq!(wrong(&book(staff, late).await), [("day", "PERIOD_CLOSED")]);
    assert_eq!(wrong(&make(staff, &scene.carrier, "2026-12-01").await), [("endsOn", "PERIOD_CLOSED")]);
    let now = entry(&carrier, "WITHHELD", "5", "2026-12-02", "a-fine-of-an-open-day");
    assert_eq!(book(staff, now).await["__typename"], "EntryBooked");
    scene.app.done().await;
}

#[tokio::test]
async fn drafts_and_open_shifts_come_first() {
    let scene = Scene::new().await;
    make(&scene.accountant, &scene.carrier, "2026-12-01").await;
    assert_eq!(wrong(&close(&scene.accountant, "2026-12-01").await), [("lastDay", "DRAFTS_WITHIN")]);
    let desk = crate::shift::desk(&scene.app, "Бишкек", "7").await;
    let cashier = scene.app.staff("ADMINISTRATOR").await;
    crate::shift::open(&cashier, &desk, &[], "the-shift-of-the-evening").await;
    scene.app.advance(TimeDelta::hours(24));
    let staff = scene.app.staff("ACCOUNTANT").await;
    assert_eq!(wrong(&close(&staff, "2026-12-02").await), [("lastDay", "OPEN_SHIFTS")]);
    assert_eq!(scene.app.count("SELECT id FROM period_closing").await, 0);
    scene.app.discard().await;
}

#[tokio::test]
async fn a_check_finds_what_was_slipped_in_by_hand() {
    let scene = Scene::new().await;
    assert_eq!(close(&scene.accountant, "2026-12-01").await["__typename"], "PeriodChanged");
    let carrier = account(&scene.carrier);
    let today = entry(&carrier, "WITHHELD", "5", "2026-12-02", "a-fine-that-will-be-moved");
    let id = book(&scene.accountant, today).await["posting"]["id"].clone();
    assert!(scene.app.violations().await.is_empty());
    let trigger = if scene.app.app.db.is_sqlite() { "posting_no_update" } else { "posting_append_only ON posting" };
    scene.app.break_by_hand(&format!("DROP TRIGGER {trigger}")).await;
    scene.app.break_by_hand("UPDATE posting SET at = '2026-12-01T07:00:00+00:00' WHERE kind = 'WITHHOLDING'").await;
    let found = scene.app.violations().await;
    assert!(
        found.iter().any(|one| one.rule == 4 && one.what.contains("closed with another balance")),
        "{found:?} {id}"
    );
    scene.app.discard().await;
}

#[tokio::test]
async fn closings_are_listed_for_those_who_close() {
    let scene = Scene::new().await;
    close(&scene.accountant, "2026-12-01").await;
    let query = "{ periodClosings { lastDay closedBy { lastName } reopenedAt } }";
    let list = scene.accountant.send(query, json!({})).await.data("periodClosings");
    assert_eq!(list, json!([{ "lastDay": "2026-12-01", "closedBy": { "lastName": "Ким" }, "reopenedAt": null }]));
    scene.app.done().await;
}
