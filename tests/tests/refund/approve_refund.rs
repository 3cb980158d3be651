use futures::future::join_all;
use tests::{Actor, Bought, TestApp, TimeDelta, Value, json};

use super::decline_refund::decline;
use super::overrule_refund::{approval_above, overrule, take};
use super::pay_out_refunds::{pay_out, sold};
use crate::exchange::{amount, seats};
use crate::shift::at_desk;
use crate::timeline::timeline;

pub async fn approve(staff: &Actor, id: &Value, key: &str) -> Value {
    let query = "mutation($i: ApproveRefundInput!) { approveRefund(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on NotRefundable { reason } ... on RefundApproved { refund { \
        state way waitsAtDesk amount { amount } overrule { state decidedBy { email } } } order { status } } } }";
    staff.send(query, json!({ "i": { "refundId": id, "idempotencyKey": key } })).await.data("approveRefund")
}

/// A request that waits for a second person, of all tickets of an order: the refund's id.
pub async fn waiting(app: &TestApp, order: &Bought, way: Option<&str>, key: &str) -> Value {
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&app.visitor(), order).await;
    let answer = overrule(&agent, order, &lines, None, json!({ "returnFees": true })).await;
    assert_eq!(answer["waitsForApproval"], true, "{answer}");
    let waits = take(&agent, order, &answer["quote"], way, key).await;
    assert_eq!(waits["refund"]["state"], "WAITING_APPROVAL", "{waits}");
    answer["quote"]["id"].clone()
}

async fn asked(app: &TestApp, adults: usize) -> (Bought, Value) {
    approval_above(app, 0).await;
    let ride = app.ride_after("501", TimeDelta::hours(30)).await;
    let order = app.visitor().buy(app, &[ride], adults).await;
    let id = waiting(app, &order, None, "asks-for-approval-1").await;
    (order, id)
}

fn refused_with(answer: &Value) -> &str {
    answer["fields"][0]["code"].as_str().unwrap_or_else(|| panic!("{answer}"))
}

#[tokio::test]
async fn a_second_person_says_yes_and_it_is_as_any_refund() {
    let app = TestApp::new().await;
    let (order, id) = asked(&app, 2).await;
    let paid = amount(&app.visitor().order(&order).await["paid"]);
    let accountant = app.staff("ACCOUNTANT").await;
    let done = approve(&accountant, &id, "approve-it-key-0001").await;
    assert_eq!((&done["refund"]["state"], &done["order"]["status"]), (&json!("PENDING"), &json!("REFUNDED")), "{done}");
    assert_eq!(done["refund"]["overrule"]["state"], "APPROVED");
    assert_eq!(done["refund"]["overrule"]["decidedBy"]["email"], "accountant@demo.beket.example.com");
    assert_eq!(approve(&accountant, &id, "approve-it-key-0001").await, done, "the same key answers the same");
    assert_eq!(refused_with(&approve(&accountant, &id, "approve-it-key-0002").await), "DECIDED_ALREADY");
    app.run_jobs().await;
    let after = app.visitor().order(&order).await;
    assert_eq!((amount(&after["refunds"][0]["amount"]), &after["refunds"][0]["state"]), (paid, &json!("DONE")));
    assert_eq!(after["segments"][0]["lines"][0]["ticket"]["valid"], false);
    assert_eq!(app.count("SELECT seat FROM claim WHERE held_until IS NULL").await, 0);
    let told = app.messages().await.into_iter().filter(|(.., text)| text.contains("256\u{a0}")).count();
    assert_eq!(told, 1, "the passenger is told once");
    // Both stand in the log and in the order's timeline.
    let agent = app.staff("SUPPORT_AGENT").await;
    let events = timeline(&agent, &order).await;
    for (action, who) in [("ASK_REFUND", "support-agent@"), ("APPROVE_REFUND", "accountant@")] {
        let event = events.iter().find(|event| event["code"] == action).unwrap_or_else(|| panic!("{events:?}"));
        assert!(event["staff"]["email"].as_str().unwrap().starts_with(who), "{event}");
    }
    app.done().await;
}

#[tokio::test]
async fn never_the_one_who_asked() {
    let app = TestApp::new().await;
    approval_above(&app, 0).await;
    let order = app.visitor().buy(&app, &[app.ride_after("501", TimeDelta::hours(30)).await], 1).await;
    let admin = app.staff("ADMINISTRATOR").await;
    let lines = seats(&app.visitor(), &order).await;
    let answer = overrule(&admin, &order, &lines, None, json!({})).await;
    let id = &answer["quote"]["id"];
    let key = "approve-it-key-0001";
    assert_eq!(approve_code(&admin, id, key).await, "NOT_FOUND", "nobody has asked for it yet");
    take(&admin, &order, &answer["quote"], None, "asks-for-approval-1").await;
    assert_eq!(refused_with(&approve(&admin, id, key).await), "OWN_REQUEST");
    assert_eq!(refused_with(&decline(&admin, id, "no").await), "OWN_REQUEST");
    // Nor under another role, nor for an order of one's own.
    app.break_by_hand("UPDATE account SET role = 'ACCOUNTANT' WHERE email LIKE 'administrator@%'").await;
    assert_eq!(refused_with(&approve(&admin, id, key).await), "OWN_REQUEST");
    let sql = "UPDATE \"order\" SET account_id = (SELECT id FROM account WHERE email LIKE 'accountant@%')";
    app.break_by_hand(sql).await;
    let accountant = app.staff("ACCOUNTANT").await;
    assert_eq!(refused_with(&approve(&accountant, id, key).await), "OWN_ORDER");
    app.break_by_hand("UPDATE \"order\" SET account_id = NULL").await;
    // Who asks for it has no right to approve.
    let agent = app.staff("SUPPORT_AGENT").await;
    assert_eq!(approve_code(&agent, id, key).await, "FORBIDDEN");
    assert_eq!(approve(&accountant, id, "approve-it-key-0002").await["__typename"], "RefundApproved");
    app.done().await;
}

async fn approve_code(staff: &Actor, id: &Value, key: &str) -> String {
    let query = "mutation($i: ApproveRefundInput!) { approveRefund(input: $i) { __typename } }";
    staff.send(query, json!({ "i": { "refundId": id, "idempotencyKey": key } })).await.code().to_owned()
}

#[tokio::test]
async fn what_was_asked_to_be_paid_by_hand_waits_at_the_desk() {
    let app = TestApp::new().await;
    approval_above(&app, 0).await;
    let cashier = at_desk(&app).await;
    let (order, due) = sold(&app, &cashier, 1).await;
    let id = waiting(&app, &order, Some("DESK"), "asks-for-approval-1").await;
    let nothing = pay_out(&cashier, &order, "CASH", "pay-out-key-00001").await;
    assert_eq!(nothing["fields"][0]["code"], "NOTHING_TO_PAY_OUT");
    let done = approve(&app.staff("ACCOUNTANT").await, &id, "approve-it-key-0001").await;
    assert_eq!((&done["refund"]["way"], &done["refund"]["waitsAtDesk"]), (&json!("DESK"), &json!(true)), "{done}");
    let paid = pay_out(&cashier, &order, "CASH", "pay-out-key-00002").await;
    assert_eq!(amount(&paid["operations"][0]["amount"]), -due, "{paid}");
    app.done().await;
}

#[tokio::test]
async fn time_that_has_passed_is_no_objection_but_a_changed_ticket_is() {
    let app = TestApp::new().await;
    let (_, id) = asked(&app, 1).await;
    // The trip has left meanwhile: it was asked in time.
    app.advance(TimeDelta::hours(40));
    let accountant = app.staff("ACCOUNTANT").await;
    assert_eq!(approve(&accountant, &id, "approve-it-key-0001").await["__typename"], "RefundApproved");

    // Somebody boards with it.
    let ride = app.ride_after("501", TimeDelta::hours(2)).await;
    let order = app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    let id = waiting(&app, &order, None, "asks-for-approval-2").await;
    let inspector = app.staff("INSPECTOR").await;
    let line = seats(&app.visitor(), &order).await[0]["id"].clone();
    crate::passage::record(&inspector, &ride, json!({ "lineId": line })).await;
    assert_eq!(approve(&accountant, &id, "approve-it-key-0002").await["reason"], "BOARDED");

    // The customer has given it back, and the trip of another one was cancelled: all is returned by itself.
    let order = app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    let id = waiting(&app, &order, None, "asks-for-approval-3").await;
    let line = seats(&app.visitor(), &order).await[0]["id"].clone();
    let quote = app.visitor().quote(&order, &[line.as_str().unwrap()]).await;
    app.visitor().confirm(&order, quote["quote"]["id"].as_str().unwrap(), "the-customer-is-first").await;
    assert_eq!(approve(&accountant, &id, "approve-it-key-0003").await["reason"], "ALREADY_REFUNDED");
    assert_eq!(decline(&accountant, &id, "given back").await["__typename"], "RefundDeclined");

    // More than an hour late: the rules alone give as much, and with the fees.
    let other = app.ride_after("501", TimeDelta::hours(30)).await;
    let order = app.visitor().buy(&app, std::slice::from_ref(&other), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&app.visitor(), &order).await;
    let answer = overrule(&agent, &order, &lines, None, json!({})).await;
    take(&agent, &order, &answer["quote"], None, "asks-for-approval-4").await;
    let dispatcher = app.staff("DISPATCHER").await;
    let delay = json!({ "tripId": other.id(), "minutes": 90, "notify": false });
    crate::trip::change(&dispatcher, "delayTrip", delay).await;
    let changed = approve(&accountant, &answer["quote"]["id"], "approve-it-key-0004").await;
    assert_eq!(changed["reason"], "TRIP_CHANGED", "{changed}");
    app.done().await;
}

#[tokio::test]
async fn what_was_exchanged_or_split_off_meanwhile_is_not_given_back() {
    let app = TestApp::new().await;
    approval_above(&app, 0).await;
    let (ana, agent, accountant) = (app.visitor(), app.staff("SUPPORT_AGENT").await, app.staff("ACCOUNTANT").await);
    let ride = app.ride_after("501", TimeDelta::hours(30)).await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let first = waiting(&app, &order, None, "asks-for-approval-1").await;
    let lines = seats(&ana, &order).await;
    let offer = crate::exchange::offered(&agent, &order, &lines[..1], &ride, Some(&["12"])).await;
    crate::exchange::confirm(&agent, &order, &offer, "exchange-while-it-waits", json!({})).await;
    assert_eq!(approve(&accountant, &first, "approve-it-key-0001").await["reason"], "ALREADY_REFUNDED");
    assert_eq!(decline(&accountant, &first, "exchanged").await["__typename"], "RefundDeclined");

    let order = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let second = waiting(&app, &order, None, "asks-for-approval-2").await;
    let seen = crate::order::staffs(&agent, &order).await;
    let people = [&seen["passengers"][1]["id"]];
    let done = crate::order::split_order::split(&agent, &order, &seen["version"], &people).await;
    assert_eq!(done["__typename"], "OrderSplit", "{done}");
    assert_eq!(approve(&accountant, &second, "approve-it-key-0002").await["reason"], "NO_SUCH_LINE");
    assert_eq!(ana.order(&order).await["status"], "PAID");
    app.done().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_who_approve_and_decline_at_once_give_back_once() {
    let app = TestApp::new().await;
    let (order, id) = asked(&app, 2).await;
    let paid = amount(&app.visitor().order(&order).await["paid"]);
    let (accountant, admin) = (app.staff("ACCOUNTANT").await, app.staff("ADMINISTRATOR").await);
    let answers = join_all((0..24).map(|n| {
        let (staff, id) = (if n % 2 == 0 { &accountant } else { &admin }, &id);
        async move {
            match n % 3 {
                0 => decline(staff, id, "no").await,
                _ => approve(staff, id, &format!("race-of-approvals-{n:03}")).await,
            }
        }
    }))
    .await;
    let of = |name: &str| answers.iter().filter(|answer| answer["__typename"] == name).count();
    let (yes, no) = (of("RefundApproved"), of("RefundDeclined"));
    assert_eq!((yes + no, of("InvalidInput")), (1, 23), "{answers:?}");
    app.run_jobs().await;
    let after = app.visitor().order(&order).await;
    let back: i64 = after["refunds"].as_array().unwrap().iter().map(|one| amount(&one["amount"])).sum();
    assert_eq!(back, if yes == 1 { paid } else { 0 });
    app.done().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_approval_and_the_passenger_s_own_return_at_once_give_back_once() {
    let app = TestApp::new().await;
    let (order, id) = asked(&app, 1).await;
    let ana = app.visitor();
    let paid = amount(&ana.order(&order).await["paid"]);
    let line = seats(&ana, &order).await[0]["id"].clone();
    let quote = ana.quote(&order, &[line.as_str().unwrap()]).await["quote"]["id"].clone();
    let accountant = app.staff("ACCOUNTANT").await;
    let answers = join_all((0..16).map(|n| {
        let (ana, accountant, id, order, quote) = (&ana, &accountant, &id, &order, quote.as_str().unwrap());
        async move {
            match n % 2 {
                0 => ana.confirm(order, quote, &format!("race-of-the-owner-{n:03}")).await,
                _ => approve(accountant, id, &format!("race-of-approvals-{n:03}")).await,
            }
        }
    }))
    .await;
    let good =
        |answer: &&Value| ["RefundConfirmed", "RefundApproved"].contains(&answer["__typename"].as_str().unwrap());
    assert_eq!(answers.iter().filter(good).count(), 1, "{answers:?}");
    app.run_jobs().await;
    let after = ana.order(&order).await;
    assert_eq!(after["refunds"].as_array().unwrap().len(), 1, "{after}");
    assert!(amount(&after["refunds"][0]["amount"]) <= paid);
    app.done().await;
}
