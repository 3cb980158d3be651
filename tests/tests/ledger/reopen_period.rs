use tests::{Actor, TimeDelta, Value, json};

use super::{book, close, entry};
use crate::settlement::{Scene, account};
use crate::station::wrong;

async fn reopen(staff: &Actor, id: &Value, reason: &str) -> Value {
    let query = "mutation($i: ReopenPeriodInput!) { reopenPeriod(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on PeriodChanged { closing { lastDay reopenedReason } } } }";
    staff.send(query, json!({ "i": { "id": id, "reason": reason } })).await.data("reopenPeriod")
}

#[tokio::test]
async fn an_administrator_opens_the_last_one_again() {
    let scene = Scene::new().await;
    let first = close(&scene.accountant, "2026-12-01").await["closing"]["id"].clone();
    scene.app.advance(TimeDelta::hours(24));
    let (staff, admin) = (scene.app.staff("ACCOUNTANT").await, scene.app.staff("ADMINISTRATOR").await);
    let second = close(&staff, "2026-12-02").await["closing"]["id"].clone();
    let query = "mutation($i: ReopenPeriodInput!) { reopenPeriod(input: $i) { __typename } }";
    let asked = staff.send(query, json!({ "i": { "id": second, "reason": "please" } })).await;
    assert_eq!(asked.code(), "FORBIDDEN");
    assert_eq!(wrong(&reopen(&admin, &first, "A sum is missing").await), [("id", "NOT_THE_LAST")]);
    assert_eq!(wrong(&reopen(&admin, &second, " ").await), [("reason", "REQUIRED")]);
    let opened = reopen(&admin, &second, "A sum is missing").await;
    assert_eq!(opened["closing"]["reopenedReason"], "A sum is missing", "{opened}");
    assert_eq!(wrong(&reopen(&admin, &second, "once more").await), [("id", "NOT_THE_LAST")]);
    // The second day is open, the first is not.
    let carrier = account(&scene.carrier);
    let fine = |day, key| entry(&carrier, "WITHHELD", "5", day, key);
    assert_eq!(wrong(&book(&staff, fine("2026-12-01", "a-fine-of-the-first-day")).await), [("day", "PERIOD_CLOSED")]);
    assert_eq!(book(&staff, fine("2026-12-02", "a-fine-of-the-second-day")).await["__typename"], "EntryBooked");
    assert_eq!(close(&staff, "2026-12-02").await["__typename"], "PeriodChanged", "it is closed again");
    assert_eq!(scene.app.count("SELECT id FROM audit WHERE action = 'REOPEN_PERIOD'").await, 1);
    scene.app.done().await;
}
