use futures::future::join_all;
use tests::{TimeDelta, json};

use super::{Scene, account, approve, figure, make, pay, settlement};
use crate::station::wrong;

#[tokio::test]
async fn the_commission_is_booked_once_whoever_approves() {
    let scene = Scene::new().await;
    let (staff, carrier) = (&scene.accountant, scene.carrier.as_str());
    let other = scene.app.staff("ADMINISTRATOR").await;
    let made = make(staff, carrier, "2026-12-01").await["settlement"].clone();
    let fees = scene.booked("STATION_FEE").await;
    let both = join_all([approve(staff, &made["id"], "557.00"), approve(&other, &made["id"], "557.00")]).await;
    let done: Vec<_> = both.iter().filter(|one| one["__typename"] == "SettlementChanged").collect();
    let late: Vec<_> = both.iter().filter(|one| one["__typename"] != "SettlementChanged").collect();
    assert_eq!((done.len(), late.len()), (1, 1), "{both:?}");
    assert_eq!(wrong(late[0]), [("id", "SETTLEMENT_APPROVED")]);
    assert_eq!(
        (&done[0]["settlement"]["state"], &done[0]["settlement"]["due"]["amount"]),
        (&json!("APPROVED"), &json!("557.00"))
    );
    assert_eq!(scene.booked("COMMISSION").await, -6_300);
    assert_eq!(scene.booked("STATION_FEE").await, fees - 1_000);
    assert_eq!(scene.booked(&account(carrier)).await, -55_700);
    scene.app.done().await;
}

#[tokio::test]
async fn what_was_not_seen_is_not_approved_and_its_period_takes_nothing_more() {
    let scene = Scene::new().await;
    let (staff, carrier) = (&scene.accountant, scene.carrier.as_str());
    let made = make(staff, carrier, "2026-12-01").await["settlement"].clone();
    let debit = account(carrier);
    let fine = |key| crate::ledger::entry(&debit, "WITHHELD", "100", "2026-12-01", key);
    crate::ledger::booked(staff, fine("a-fine-for-coming-late")).await;
    assert_eq!(wrong(&approve(staff, &made["id"], "557.00").await), [("closing", "FIGURES_CHANGED")]);
    assert_eq!(approve(staff, &made["id"], "457.00").await["settlement"]["state"], "APPROVED");
    let late = crate::ledger::book(staff, fine("a-fine-that-is-too-late")).await;
    assert_eq!(wrong(&late), [("day", "PERIOD_SETTLED")]);
    // What the contract says later changes nothing of it.
    scene.app.break_by_hand("UPDATE contract SET commission_value = 9000").await;
    let query = "query($id: ID!) { settlement(id: $id) { trips { nodes { commission { amount } } } } }";
    let seen = staff.send(query, json!({ "id": made["id"] })).await.data("settlement");
    assert_eq!(seen["trips"]["nodes"][0]["commission"]["amount"], "-63.00");
    scene.app.done().await;
}

#[tokio::test]
async fn what_is_left_goes_on_into_the_next_and_is_paid_there() {
    let (scene, first) = Scene::approved().await;
    pay(&scene.accountant, &first["id"], "200", "2026-12-02", "the-first-part-of-it").await;
    scene.sell().await;
    scene.app.advance(TimeDelta::hours(24));
    let staff = scene.app.staff("ACCOUNTANT").await;
    let next = make(&staff, &scene.carrier, "2026-12-02").await["settlement"].clone();
    assert_eq!((&next["number"], &next["startsOn"]), (&json!(2), &json!("2026-12-02")));
    // 557 at first, 200 paid, 600 sold less 60 and 10.
    for (line, amount) in [("opening", "557.00"), ("sold", "600.00"), ("paidBefore", "-200.00"), ("closing", "887.00")]
    {
        assert_eq!(figure(&next, line), amount, "{line}");
    }
    assert_eq!(approve(&staff, &next["id"], "887").await["settlement"]["due"]["amount"], "887.00");
    let before = settlement(&staff, &first["id"]).await;
    assert_eq!((&before["state"], &before["due"]["amount"]), (&json!("CARRIED"), &json!("0.00")));
    let twice = pay(&staff, &first["id"], "357", "2026-12-03", "the-rest-of-the-first").await;
    assert_eq!(wrong(&twice), [("id", "NOT_TO_BE_PAID")]);
    let paid = pay(&staff, &next["id"], "887", "2026-12-03", "all-of-the-second-one").await;
    assert_eq!(paid["settlement"]["state"], "PAID");
    assert_eq!(scene.booked(&account(&scene.carrier)).await, 0);
    scene.app.done().await;
}

#[tokio::test]
async fn a_carrier_s_representative_sees_its_own_that_were_approved() {
    let scene = Scene::new().await;
    let list = async |who: &tests::Actor| {
        let nodes =
            who.send("{ settlements { nodes { id state } } }", json!({})).await.data("settlements")["nodes"].clone();
        nodes.as_array().unwrap().len()
    };
    let foreign = scene.app.ride("505").await.trip.carrier.id;
    let foreign = super::of_nothing(&scene.app, foreign).await;
    let made = make(&scene.accountant, &scene.carrier, "2026-12-01").await["settlement"].clone();
    let representative = scene.app.staff("CARRIER_REPRESENTATIVE").await;
    let query = "query($id: ID!) { settlement(id: $id) { state } }";
    assert_eq!((list(&representative).await, list(&scene.accountant).await), (0, 2));
    assert_eq!(representative.send(query, json!({ "id": made["id"] })).await.code(), "NOT_FOUND");
    approve(&scene.accountant, &made["id"], "557").await;
    assert_eq!(list(&representative).await, 1);
    assert_eq!(representative.send(query, json!({ "id": made["id"] })).await.data("settlement")["state"], "APPROVED");
    assert_eq!(representative.send(query, json!({ "id": foreign })).await.code(), "NOT_FOUND");
    scene.app.done().await;
}
