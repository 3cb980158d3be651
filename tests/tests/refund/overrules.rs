//! The list of refunds beyond the rules.

use tests::{Actor, TestApp, TimeDelta, Value, json};

use super::approve_refund::approve;
use super::decline_refund::decline;
use super::overrule_refund::{approval_above, asked};

async fn listed(staff: &Actor, filter: Value) -> Vec<Value> {
    let query = "query($f: OverruleFilterInput) { overrules(filter: $f) { nodes { id orderNumber state reason lineCount way \
        mine refunded { amount } beyond { amount } askedBy { email } decidedBy { email } decisionNote } } }";
    staff.send(query, json!({ "f": filter })).await.data("overrules")["nodes"].as_array().unwrap().clone()
}

#[tokio::test]
async fn what_waits_and_what_was_is_found_by_number_state_reason_and_day() {
    let app = TestApp::new().await;
    let ride = app.ride_after("501", TimeDelta::hours(30)).await;
    let (agent, accountant) = (app.staff("SUPPORT_AGENT").await, app.staff("ACCOUNTANT").await);
    let mut orders = Vec::new();
    for n in 0..4 {
        if n == 1 {
            approval_above(&app, 0).await;
        }
        let order = app.visitor().buy(&app, std::slice::from_ref(&ride), 2).await;
        let id = asked(&agent, &order, "10", &format!("asks-for-the-list-{n}")).await;
        orders.push((order.number.clone(), id));
    }
    decline(&accountant, &orders[2].1, "Not this one").await;
    approve(&accountant, &orders[3].1, "approve-for-the-list").await;
    let numbers = async |filter: Value| -> Vec<String> {
        let rows = listed(&accountant, filter).await;
        rows.iter().map(|row| row["orderNumber"].as_str().unwrap().to_owned()).collect()
    };
    let of = |n: usize| vec![orders[n].0.clone()];
    assert_eq!(numbers(json!({})).await.len(), 4, "offers that were not taken are left out");
    for (n, state) in ["AT_ONCE", "WAITING", "DECLINED", "APPROVED"].into_iter().enumerate() {
        assert_eq!(numbers(json!({ "state": state })).await, of(n), "{state}");
    }
    assert_eq!(numbers(json!({ "text": orders[2].0[3..].to_lowercase() })).await, of(2));
    assert_eq!(
        numbers(json!({ "reason": "EQUIPMENT_FAILURE", "from": "2026-12-01", "to": "2026-12-01" })).await.len(),
        4
    );
    assert!(numbers(json!({ "reason": "DISRUPTION" })).await.is_empty());
    assert!(numbers(json!({ "from": "2026-12-02" })).await.is_empty());
    let row = listed(&accountant, json!({ "state": "DECLINED" })).await.remove(0);
    assert_eq!((&row["lineCount"], &row["way"], &row["mine"]), (&json!(2), &json!("ORIGINAL"), &json!(false)), "{row}");
    // Of 1256 by the rules 1140 come back; with 10 withheld of each fare 1180.
    assert_eq!((&row["refunded"]["amount"], &row["beyond"]["amount"]), (&json!("1180.00"), &json!("40.00")));
    assert_eq!(row["decisionNote"], "Not this one");
    // The database is asked as often for all as for one.
    let cost = async |first: usize| {
        let before = app.app.db.queries();
        let query = format!(
            "{{ overrules(first: {first}) {{ nodes {{ orderNumber refunded {{ amount }} askedBy {{ email }} }} }} }}"
        );
        accountant.send(&query, json!({})).await.data("overrules");
        app.app.db.queries() - before
    };
    cost(1).await;
    assert_eq!(cost(1).await, cost(4).await);
    app.done().await;
}
