use tests::{Actor, TestApp, TimeDelta, Value, json};

use super::approve_refund::{approve, waiting};
use super::overrule_refund::approval_above;
use crate::exchange::seats;
use crate::timeline::timeline;

pub async fn decline(staff: &Actor, id: &Value, note: &str) -> Value {
    let query = "mutation($i: DeclineRefundInput!) { declineRefund(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on RefundDeclined { refund { state overrule { state decisionNote \
        decidedBy { email } } } order { status } } } }";
    staff.send(query, json!({ "i": { "refundId": id, "note": note } })).await.data("declineRefund")
}

#[tokio::test]
async fn no_leaves_everything_as_it_was_and_says_why() {
    let app = TestApp::new().await;
    approval_above(&app, 0).await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride_after("501", TimeDelta::hours(30)).await], 1).await;
    let id = waiting(&app, &order, None, "asks-for-approval-1").await;
    let accountant = app.staff("ACCOUNTANT").await;
    assert_eq!(decline(&accountant, &id, " ").await["fields"], json!([{ "path": "note", "code": "REQUIRED" }]));
    let told = decline(&accountant, &id, "The heating worked").await;
    assert_eq!((&told["refund"]["state"], &told["order"]["status"]), (&json!("DECLINED"), &json!("PAID")), "{told}");
    assert_eq!(told["refund"]["overrule"]["decisionNote"], "The heating worked");
    assert_eq!(decline(&accountant, &id, "again").await["fields"][0]["code"], "DECIDED_ALREADY");
    let late = approve(&accountant, &id, "approve-it-key-0001").await;
    assert_eq!(late["fields"][0]["code"], "DECIDED_ALREADY");

    // The ticket is good; the rules give what they give, and staff may ask again.
    let seen = ana.order(&order).await;
    assert_eq!((&seen["segments"][0]["lines"][0]["ticket"]["valid"], &seen["refunds"]), (&json!(true), &json!([])));
    let again = waiting(&app, &order, None, "asks-for-approval-2").await;
    assert_ne!(again, id);
    let line = seats(&ana, &order).await[0]["id"].clone();
    assert_eq!(ana.quote(&order, &[line.as_str().unwrap()]).await["quote"]["amount"]["amount"], "570.00");
    let events = timeline(&accountant, &order).await;
    let event = events.iter().find(|event| event["code"] == "DECLINE_REFUND").unwrap();
    assert_eq!(event["text"], "Equipment failure");
    app.done().await;
}
