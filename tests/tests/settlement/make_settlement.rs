use futures::future::join_all;
use tests::{TimeDelta, json};

use super::{Scene, figure, made, make, settlement};
use crate::station::wrong;

#[tokio::test]
async fn its_lines_are_those_that_are_worked_by_hand() {
    let scene = Scene::new().await;
    let made = make(&scene.accountant, &scene.carrier, "2026-12-01").await["settlement"].clone();
    assert_eq!(
        (&made["number"], &made["state"], &made["startsOn"]),
        (&json!(1), &json!("DRAFT"), &json!("2026-12-01"))
    );
    assert_eq!((&made["figures"]["soldCount"], &made["figures"]["returnedCount"]), (&json!(2), &json!(1)));
    for (line, amount) in [
        ("opening", "0.00"),
        // Two of 600.
        ("sold", "1200.00"),
        // The rules withhold 5 per cent of one.
        ("returned", "-570.00"),
        ("exchanged", "0.00"),
        ("handedOver", "0.00"),
        // 10 per cent of the 600 of the one and of the 30 that are left of the other.
        ("commission", "-63.00"),
        // Of the one who travels.
        ("stationFee", "-10.00"),
        ("withheld", "0.00"),
        ("corrected", "0.00"),
        ("paidBefore", "0.00"),
        ("closing", "557.00"),
    ] {
        assert_eq!(figure(&made, line), amount, "{line}");
    }
    let query = "query($id: ID!) { settlement(id: $id) { contractNumber trips { totalCount nodes { date route soldCount \
        returnedCount sold { amount } returned { amount } commission { amount } stationFee { amount } total { amount } } } } }";
    let seen = scene.accountant.send(query, json!({ "id": made["id"] })).await.data("settlement");
    assert_eq!((&seen["contractNumber"], &seen["trips"]["totalCount"]), (&json!("12/2026"), &json!(1)));
    let trip = &seen["trips"]["nodes"][0];
    assert_eq!((&trip["soldCount"], &trip["total"]["amount"]), (&json!(2), &json!("557.00")), "{trip}");
    // Nothing is booked, and a draft follows what happens.
    assert_eq!(scene.booked("COMMISSION").await, 0);
    scene.app.done().await;
}

#[tokio::test]
async fn a_draft_is_counted_anew_and_there_is_one_at_a_time() {
    let scene = Scene::new().await;
    let (staff, carrier) = (&scene.accountant, scene.carrier.as_str());
    let twice = join_all([make(staff, carrier, "2026-12-01"), make(staff, carrier, "2026-12-01")]).await;
    let made: Vec<_> = twice.iter().filter(|one| one["__typename"] == "SettlementChanged").collect();
    let refused: Vec<_> = twice.iter().filter(|one| one["__typename"] != "SettlementChanged").collect();
    assert_eq!((made.len(), refused.len()), (1, 1), "{twice:?}");
    assert_eq!(wrong(refused[0]), [("carrierId", "DRAFT_FIRST")]);
    let id = &made[0]["settlement"]["id"];
    let debit = super::account(carrier);
    let entry = crate::ledger::entry(&debit, "WITHHELD", "100", "2026-12-01", "a-fine-of-the-first");
    crate::ledger::booked(staff, entry).await;
    let seen = settlement(staff, id).await;
    assert_eq!((figure(&seen, "withheld"), figure(&seen, "closing")), ("-100.00", "457.00"));
    scene.app.done().await;
}

#[tokio::test]
async fn mistakes_are_told_by_field() {
    let scene = Scene::new().await;
    let (staff, carrier) = (&scene.accountant, scene.carrier.as_str());
    // Today, noon in Bishkek, is not over.
    assert_eq!(wrong(&make(staff, carrier, "2026-12-02").await), [("endsOn", "DAY_NOT_OVER")]);
    assert_eq!(wrong(&make(staff, carrier, "2026-11-30").await), [("endsOn", "BEFORE_FIRST_TO_SETTLE")]);
    let none = made(staff, json!({ "carrierId": carrier, "endsOn": "2026-12-01", "currency": "KZT" })).await;
    assert_eq!(wrong(&none), [("carrierId", "NOTHING_TO_SETTLE")]);
    let none = made(staff, json!({ "carrierId": "", "endsOn": "2026-12-01", "currency": "som" })).await;
    assert_eq!(wrong(&none), [("carrierId", "REQUIRED")]);
    // A day is over when nothing of it can be on its way any more.
    scene.app.advance(TimeDelta::hours(12) + TimeDelta::minutes(30));
    let staff = scene.app.staff("ACCOUNTANT").await;
    assert_eq!(wrong(&make(&staff, carrier, "2026-12-02").await), [("endsOn", "DAY_NOT_OVER")]);
    scene.app.advance(TimeDelta::hours(1));
    let staff = scene.app.staff("ACCOUNTANT").await;
    assert_eq!(make(&staff, carrier, "2026-12-02").await["__typename"], "SettlementChanged");
    scene.app.done().await;
}
