use api::features::site::set_setting;
use tests::{Actor, Bought, TestApp, TimeDelta, Value, json};

use crate::exchange::{amount, seats};
use crate::shift::at_desk;

/// An offer beyond the rules for some lines, with so much of each fare withheld.
pub async fn overrule(staff: &Actor, order: &Bought, lines: &[Value], withheld: Option<&str>, more: Value) -> Value {
    let query = "mutation($i: OverruleRefundInput!) { overruleRefund(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on NotRefundable { reason } ... on RefundOverruled { \
        waitsForApproval beyond { amount } quote { id state amount { amount } withheld { amount } \
        overrule { state reason note mine } lines { rule explanation refunded { amount } withheld { amount } \
        byRule { withheldOfFare { amount } withheld { amount } refunded { amount } } } } } } }";
    let lines: Vec<Value> = lines.iter().map(|line| json!({ "lineId": line["id"], "withheld": withheld })).collect();
    let mut input = json!({ "orderId": order.id, "lines": lines, "reason": "EQUIPMENT_FAILURE", "note": "No heating" });
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    staff.send(query, json!({ "i": input })).await.data("overruleRefund")
}

/// Staff take an offer.
pub async fn take(staff: &Actor, order: &Bought, quote: &Value, way: Option<&str>, key: &str) -> Value {
    let query = "mutation($i: ConfirmRefundInput!) { confirmRefund(input: $i) { __typename ... on UserError { code } \
        ... on NotRefundable { reason } ... on RefundConfirmed { refund { state way waitsAtDesk amount { amount } \
        overrule { state } } order { status refunds { state } } } } }";
    let input = json!({ "order": { "id": order.id }, "quoteId": quote["id"], "way": way, "idempotencyKey": key });
    staff.send(query, json!({ "i": input })).await.data("confirmRefund")
}

/// Staff ask for all of an order, with so much of each fare withheld, and take the offer.
pub async fn asked(staff: &Actor, order: &Bought, withheld: &str, key: &str) -> Value {
    let lines = seats(staff, order).await;
    let answer = overrule(staff, order, &lines, Some(withheld), json!({})).await;
    let taken = take(staff, order, &answer["quote"], None, key).await;
    assert_eq!(taken["__typename"], "RefundConfirmed", "{answer} {taken}");
    answer["quote"]["id"].clone()
}

/// The station lets one person give so much beyond the rules, som.
pub async fn approval_above(app: &TestApp, som: u32) {
    assert_eq!(set_setting(&app.app, "refund_approval_above", som).await.unwrap(), Ok(()));
    app.advance(TimeDelta::seconds(2));
}

#[tokio::test]
async fn little_beyond_the_rules_is_given_at_once_with_its_reason() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride_after("501", TimeDelta::hours(30)).await], 2).await;
    let lines = seats(&ana, &order).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let answer = overrule(&agent, &order, &lines[..1], Some("10"), json!({ "returnFees": true })).await;
    // By the rules 5 % of 600 and both fees are withheld: 570 would come back.
    let line = &answer["quote"]["lines"][0];
    assert_eq!(line["rule"], "refund_24h", "{answer}");
    let sums = |sum: &Value| amount(sum);
    assert_eq!((sums(&line["byRule"]["withheldOfFare"]), sums(&line["byRule"]["refunded"])), (3_000, 57_000));
    assert_eq!((sums(&line["withheld"]), sums(&line["refunded"])), (1_000, 61_800));
    let words = line["explanation"].as_str().unwrap();
    assert!(words.contains("5 %") && words.contains("By decision of the station 10"), "{words}");
    assert_eq!(answer["waitsForApproval"], false);
    assert_eq!(sums(&answer["beyond"]), sums(&line["refunded"]) - 57_000);
    assert_eq!(
        answer["quote"]["overrule"],
        json!({ "state": "OFFERED", "reason": "EQUIPMENT_FAILURE", "note": "No heating", "mine": true })
    );
    // The offer is for who has made it alone.
    let quote = &answer["quote"];
    let id = quote["id"].as_str().unwrap();
    assert_eq!(ana.confirm(&order, id, "the-customer-takes-it").await["reason"], "NO_SUCH_LINE");
    let admin = app.staff("ADMINISTRATOR").await;
    assert_eq!(take(&admin, &order, quote, None, "another-one-takes-it").await["reason"], "NO_SUCH_LINE");

    let done = take(&agent, &order, quote, None, "little-at-once-0001").await;
    assert_eq!((&done["refund"]["state"], &done["order"]["status"]), (&json!("PENDING"), &json!("PARTLY_REFUNDED")));
    assert_eq!(done["refund"]["overrule"]["state"], "AT_ONCE");
    assert_eq!(take(&agent, &order, quote, None, "little-at-once-0001").await, done);
    app.run_jobs().await;
    let after = ana.order(&order).await;
    assert_eq!((&after["refunds"][0]["state"], &after["refunds"][0]["amount"]), (&json!("DONE"), &quote["amount"]));
    assert_eq!(
        app.count("SELECT id FROM audit WHERE action = 'RETURN_TICKETS' AND new_values LIKE '%EQUIPMENT_FAILURE%'")
            .await,
        1
    );
    app.done().await;
}

#[tokio::test]
async fn what_the_rules_refuse_is_given_but_not_to_who_has_boarded() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride_after("501", TimeDelta::hours(30)).await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let lines = seats(&ana, &order).await;
    app.advance(ride.trip.calls[0].departure - app.app.clock.now() + TimeDelta::minutes(181));
    let agent = app.staff("SUPPORT_AGENT").await;
    let plain = agent.quote(&order, &[lines[0]["id"].as_str().unwrap()]).await;
    assert_eq!(plain["reason"], "TOO_LATE");
    let inspector = app.staff("INSPECTOR").await;
    let boarded = crate::passage::record(&inspector, &ride, json!({ "lineId": lines[1]["id"] })).await;
    let answer = overrule(&agent, &order, &lines, None, json!({})).await;
    assert_eq!(answer["reason"], "BOARDED", "{boarded}");
    let answer = overrule(&agent, &order, &lines[..1], None, json!({})).await;
    let line = &answer["quote"]["lines"][0];
    assert_eq!((line["rule"].as_str(), amount(&line["byRule"]["refunded"])), (Some("too_late"), 0), "{answer}");
    assert_eq!(amount(&answer["quote"]["amount"]), 60_000);
    let done = take(&agent, &order, &answer["quote"], None, "too-late-given-0001").await;
    assert_eq!(done["__typename"], "RefundConfirmed", "{done}");
    app.done().await;
}

#[tokio::test]
async fn the_offer_stays_between_the_rules_and_the_price() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride_after("501", TimeDelta::hours(30)).await], 1).await;
    let lines = seats(&ana, &order).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let problem = async |withheld: &str, more: Value| {
        let answer = overrule(&agent, &order, &lines, Some(withheld), more).await;
        format!("{} {}", answer["fields"][0]["path"].as_str().unwrap(), answer["fields"][0]["code"].as_str().unwrap())
    };
    assert_eq!(problem("30.01", json!({})).await, "lines.0.withheld OUT_OF_RANGE");
    assert_eq!(problem("-1", json!({})).await, "lines.0.withheld AMOUNT");
    assert_eq!(problem("30", json!({})).await, "lines NOT_BEYOND");
    assert_eq!(problem("0", json!({ "note": "  " })).await, "note REQUIRED");
    assert_eq!(overrule(&agent, &order, &[], None, json!({})).await["reason"], "NOTHING_CHOSEN");
    // Nobody overrules for themselves.
    let sql = "UPDATE \"order\" SET account_id = (SELECT id FROM account WHERE email LIKE 'support-agent@%')";
    app.break_by_hand(sql).await;
    assert_eq!(problem("0", json!({})).await, "orderId OWN_ORDER");
    app.done().await;
}

#[tokio::test]
async fn many_small_ones_of_an_order_wait_as_one_would() {
    let app = TestApp::new().await;
    approval_above(&app, 40).await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride_after("501", TimeDelta::hours(30)).await], 2).await;
    let lines = seats(&ana, &order).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let first = overrule(&agent, &order, &lines[..1], None, json!({})).await;
    assert_eq!(first["waitsForApproval"], false, "{first}");
    take(&agent, &order, &first["quote"], None, "first-small-one-001").await;
    let second = overrule(&agent, &order, &lines[1..], None, json!({})).await;
    assert_eq!(second["waitsForApproval"], true, "{second}");
    let waits = take(&agent, &order, &second["quote"], None, "second-small-one-01").await;
    assert_eq!(waits["refund"]["state"], "WAITING_APPROVAL", "{waits}");
    app.done().await;
}

#[tokio::test]
async fn what_waits_has_moved_nothing_and_the_customer_sees_nothing_of_it() {
    let app = TestApp::new().await;
    approval_above(&app, 0).await;
    let ana = app.visitor();
    let ride = app.ride_after("501", TimeDelta::hours(30)).await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let lines = seats(&ana, &order).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let before = (app.messages().await.len(), app.claimed(ride.trip.id).await);
    let answer = overrule(&agent, &order, &lines, None, json!({})).await;
    let waits = take(&agent, &order, &answer["quote"], None, "it-waits-key-000001").await;
    assert_eq!((&waits["refund"]["state"], &waits["refund"]["way"]), (&json!("WAITING_APPROVAL"), &json!("ORIGINAL")));
    assert_eq!(waits["order"], json!({ "status": "PAID", "refunds": [{ "state": "WAITING_APPROVAL" }] }));
    app.run_jobs().await;
    assert_eq!((app.messages().await.len(), app.claimed(ride.trip.id).await), before);
    let seen = ana.order(&order).await;
    assert_eq!((&seen["status"], &seen["refunds"]), (&json!("PAID"), &json!([])));
    assert_eq!(seen["segments"][0]["lines"][0]["ticket"]["valid"], true);
    // One request for a ticket is enough; another key does not carry it out either.
    let again = overrule(&agent, &order, &lines, None, json!({})).await;
    let twice = take(&agent, &order, &again["quote"], None, "it-waits-key-000002").await;
    assert_eq!(twice["reason"], "WAITS_FOR_APPROVAL", "{twice}");
    let pushed = take(&agent, &order, &answer["quote"], None, "it-waits-key-000003").await;
    assert_eq!(pushed["reason"], "WAITS_FOR_APPROVAL", "{pushed}");
    // A cashier has no right to any of it.
    let cashier = at_desk(&app).await;
    let denied = "mutation($o: ID!) { overruleRefund(input: { orderId: $o, lines: [], reason: DISRUPTION, note: \"x\" }) \
        { __typename } }";
    assert_eq!(cashier.send(denied, json!({ "o": order.id })).await.code(), "FORBIDDEN");
    app.done().await;
}
