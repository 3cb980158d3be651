use tests::{Actor, Value, json};

use super::{Scene, make};
use crate::station::wrong;

async fn throw(staff: &Actor, id: &Value) -> Value {
    let query =
        "mutation($id: ID!) { dropSettlement(id: $id) { __typename ... on InvalidInput { fields { path code } } } }";
    staff.send(query, json!({ "id": id })).await.data("dropSettlement")
}

#[tokio::test]
async fn a_draft_goes_and_what_was_approved_stays() {
    let scene = Scene::new().await;
    let (staff, carrier) = (&scene.accountant, scene.carrier.as_str());
    let made = make(staff, carrier, "2026-12-01").await["settlement"].clone();
    assert_eq!(throw(staff, &made["id"]).await["__typename"], "SettlementDropped");
    let query = "mutation($id: ID!) { dropSettlement(id: $id) { __typename } }";
    assert_eq!(staff.send(query, json!({ "id": made["id"] })).await.code(), "NOT_FOUND");
    let again = make(staff, carrier, "2026-12-01").await["settlement"].clone();
    assert_eq!(again["number"], 1);
    super::approve(staff, &again["id"], "557").await;
    assert_eq!(wrong(&throw(staff, &again["id"]).await), [("id", "SETTLEMENT_APPROVED")]);
    assert_eq!(scene.app.count("SELECT id FROM settlement").await, 1);
    scene.app.done().await;
}
