use tests::{Actor, TestApp, Value, json};

use crate::exchange::{amount, seats};
use crate::shift::at_desk;

use super::pay_out_refunds::{give_back, pay_out, sold};

pub async fn again(staff: &Actor, refund: &Value) -> Value {
    let query = "mutation($id: ID!) { sendRefundAgain(refundId: $id) { __typename ... on InvalidInput { fields { path code } } \
        ... on RefundSentAgain { order { refunds { state way } } } } }";
    staff.send(query, json!({ "id": refund })).await.data("sendRefundAgain")
}

/// What is on the work list.
pub async fn waiting(staff: &Actor, filter: Value) -> Vec<Value> {
    let query = "query($f: WaitingRefundFilterInput) { waitingRefunds(filter: $f) { nodes { id orderNumber cause method failure \
        reason phone email since amount { amount } } } }";
    staff.send(query, json!({ "f": filter })).await.data("waitingRefunds")["nodes"].as_array().unwrap().clone()
}

#[tokio::test]
async fn money_that_a_gateway_refused_is_on_a_list_and_goes_once_more() {
    let app = TestApp::new().await;
    let (ana, cashier) = (app.visitor(), at_desk(&app).await);
    let order = ana.buy(&app, &[app.ride("501").await], 1).await;
    // The bank takes nothing back: the card is closed.
    app.break_by_hand("UPDATE sandbox_charge SET refunded_minor = amount_minor").await;
    let lines = seats(&ana, &order).await;
    let quote = ana.quote(&order, &[lines[0]["id"].as_str().unwrap()]).await;
    ana.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "refused-by-bank-01").await;
    app.run_jobs().await;
    let (by_hand, _) = sold(&app, &cashier, 1).await;
    let lines = seats(&cashier, &by_hand).await;
    let back = give_back(&cashier, &by_hand, &lines, None, "give-back-key-0001").await;

    let accountant = app.staff("ACCOUNTANT").await;
    let all = waiting(&accountant, json!({})).await;
    assert_eq!(all.len(), 2, "{all:?}");
    let (refused, at_desk) = (&all[0], &all[1]);
    assert_eq!(
        (&refused["cause"], &refused["orderNumber"], &refused["method"]),
        (&json!("REFUSED"), &json!(order.number), &json!("sandbox"))
    );
    assert!(!refused["failure"].as_str().unwrap().is_empty());
    assert_eq!(
        (&refused["phone"], amount(&refused["amount"])),
        (&json!("+996555123456"), amount(&quote["quote"]["amount"]))
    );
    assert_eq!(
        (&at_desk["cause"], &at_desk["method"], amount(&at_desk["amount"])),
        (&json!("AT_DESK"), &json!("cash"), back)
    );
    assert_eq!(waiting(&accountant, json!({ "cause": "AT_DESK" })).await.len(), 1);
    assert_eq!(waiting(&accountant, json!({ "text": order.number })).await.len(), 1);

    // What came by hand has nowhere to go; a card that is still closed refuses again; opened, it takes it.
    let nowhere = again(&accountant, &at_desk["id"]).await;
    assert_eq!(nowhere["fields"], json!([{ "path": "refundId", "code": "BY_HAND" }]));
    for (state, hand) in [("FAILED", None), ("DONE", Some("UPDATE sandbox_charge SET refunded_minor = 0"))] {
        if let Some(hand) = hand {
            app.break_by_hand(hand).await;
        }
        let sent = again(&accountant, &refused["id"]).await;
        assert_eq!(sent["order"]["refunds"], json!([{ "state": "PENDING", "way": "ORIGINAL" }]), "{sent}");
        // On its way it is not sent a second time, nor paid out.
        assert_eq!(again(&accountant, &refused["id"]).await["fields"][0]["code"], "NOT_STUCK");
        assert_eq!(
            pay_out(&cashier, &order, "CASH", &format!("not-now-please-{state}")).await["fields"][0]["code"],
            "NOTHING_TO_PAY_OUT"
        );
        app.run_jobs().await;
        assert_eq!(ana.order(&order).await["refunds"][0]["state"], state);
    }
    assert_eq!(waiting(&accountant, json!({})).await.len(), 1);
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'SEND_REFUND_AGAIN'").await, 2);
    app.done().await;
}
