use futures::future::join_all;
use tests::{Actor, Bought, TestApp, Value, json};

use super::staffs;
use crate::exchange::{amount, confirm, offered, paid, seats};

pub async fn split(staff: &Actor, order: &Bought, version: &Value, people: &[&Value]) -> Value {
    let query = "mutation($i: SplitOrderInput!) { splitOrder(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on OrderSplit { \
        order { number total { amount } paid { amount } relatives { number } passengers { id } } \
        newOrder { id number email status total { amount } paid { amount } relatives { number } passengers { id documentNumber } \
        payments { share amount { amount } } segments { lines { id seat state ticket { number valid } } } } } } }";
    let input = json!({ "orderId": order.id, "version": version, "passengerIds": people, "email": "Own@Example.com",
                        "phone": "0700 333 444" });
    staff.send(query, json!({ "i": input })).await.data("splitOrder")
}

fn minor(of: &Value, field: &str) -> i64 {
    amount(&of[field])
}

/// Staff give the lines back; what has come back to the customer.
async fn give_back(app: &TestApp, customer: &Actor, order: &Bought, lines: &[&str], key: &str) -> Value {
    let quote = customer.quote(order, lines).await["quote"].clone();
    customer.confirm(order, quote["id"].as_str().unwrap(), key).await;
    app.run_jobs().await;
    customer.order(order).await
}

/// The new order as its customer has it, by the link that was sent.
async fn by_link(app: &TestApp, new: &Value) -> (Actor, Bought) {
    let id = api::graphql::Gid::read(api::graphql::Kind::Order, new["id"].as_str().unwrap()).unwrap();
    let held = json!({ "__typename": "HeldSeats", "secret": app.app.secrets.order_secret(id), "order": new });
    (app.visitor(), tests::bought(&held))
}

#[tokio::test]
async fn tickets_and_money_go_with_who_leaves() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 3).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let before = staffs(&agent, &order).await;
    let people: Vec<Value> = before["passengers"].as_array().unwrap().clone();
    let lines = before["segments"][0]["lines"].as_array().unwrap().clone();
    let messages = app.messages().await.len();
    let done = split(&agent, &order, &before["version"], &[&people[1]["id"], &people[2]["id"]]).await;
    assert_eq!(done["__typename"], "OrderSplit", "{done}");
    let (old, new) = (&done["order"], &done["newOrder"]);
    assert_eq!(minor(old, "total") * 2, minor(new, "total"));
    assert_eq!((minor(old, "paid"), minor(new, "paid")), (minor(old, "total"), minor(new, "total")));
    assert_eq!((&new["status"], &new["email"]), (&json!("PAID"), &json!("own@example.com")));
    assert_eq!(new["payments"][0]["share"], true);
    assert_eq!(new["relatives"], json!([{ "number": old["number"] }]));
    assert_eq!(old["relatives"], json!([{ "number": new["number"] }]));
    // The very tickets: nobody prints anything again.
    let moved = new["segments"][0]["lines"].as_array().unwrap();
    let tickets = |lines: &[Value]| lines.iter().map(|line| line["ticket"].clone()).collect::<Vec<_>>();
    assert_eq!(tickets(moved), tickets(&lines[1..]));
    app.run_jobs().await;
    let told = app.messages().await.split_off(messages);
    assert!(
        told.iter().any(|(_, to, text)| to == "own@example.com" && text.contains("an order of their own")),
        "{told:?}"
    );

    // Each is given back by itself, as far as it was paid, by the way the money came.
    let (ben, theirs) = by_link(&app, new).await;
    let ids: Vec<&str> = moved.iter().map(|line| line["id"].as_str().unwrap()).collect();
    let end = give_back(&app, &ben, &theirs, &ids, "split-refund-00001").await;
    assert_eq!((&end["status"], &end["refunds"][0]["state"]), (&json!("REFUNDED"), &json!("DONE")), "{end}");
    let end = give_back(&app, &ana, &order, &[lines[0]["id"].as_str().unwrap()], "split-refund-00002").await;
    assert_eq!((&end["status"], &end["refunds"][0]["state"]), (&json!("REFUNDED"), &json!("DONE")), "{end}");
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'SPLIT_ORDER'").await, 2);
    app.done().await;
}

#[tokio::test]
async fn who_may_leave_and_who_stays() {
    let app = TestApp::new().await;
    let order = app.visitor().buy(&app, &[app.ride("501").await], 2).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let before = staffs(&agent, &order).await;
    let people = before["passengers"].as_array().unwrap();
    let both = [&people[0]["id"], &people[1]["id"]];
    let wrong = |code: &str| json!([{ "path": "passengerIds", "code": code }]);
    assert_eq!(split(&agent, &order, &before["version"], &[]).await["fields"], wrong("REQUIRED"));
    assert_eq!(split(&agent, &order, &before["version"], &both).await["fields"], wrong("NOBODY_STAYS"));
    let unknown = split(&agent, &order, &before["version"], &[&json!("nobody")]).await;
    assert_eq!(unknown["fields"], json!([{ "path": "passengerIds.0", "code": "NO_SUCH_PASSENGER" }]));
    assert_eq!(split(&agent, &order, &json!(0), &both[..1]).await["code"], "CHANGED_MEANWHILE");
    let held = app.visitor().hold(&[app.ride("505").await], 2, None).await;
    let seen = staffs(&agent, &held).await;
    let one = &seen["passengers"][0]["id"];
    assert_eq!(split(&agent, &held, &seen["version"], &[one]).await["fields"], wrong("NO_GOOD_TICKET"));
    app.done().await;
}

/// Offers of tickets that have gone are over, and whoever has a history in the old order is written in both.
#[tokio::test]
async fn an_order_with_a_past_is_split_too() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride("501").await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let offer = offered(&agent, &order, &lines[..1], &ride, Some(&["12"])).await;
    confirm(&agent, &order, &offer, "split-exchange-0001", json!({})).await;
    app.run_jobs().await;
    let before = staffs(&agent, &order).await;
    let moved = seats(&ana, &order).await.iter().find(|line| line["seat"] == "12").cloned().unwrap();
    let quote = ana.quote(&order, &[moved["id"].as_str().unwrap()]).await["quote"].clone();
    let waiting = offered(&agent, &order, std::slice::from_ref(&moved), &ride, Some(&["13"])).await;
    let person = &before["passengers"][0];
    let done = split(&agent, &order, &before["version"], &[&person["id"]]).await;
    let new = &done["newOrder"];
    assert_eq!(new["segments"][0]["lines"].as_array().unwrap().len(), 1, "{done}");
    assert_eq!(new["segments"][0]["lines"][0]["seat"], "12");
    assert_ne!(new["passengers"][0]["id"], person["id"], "the old order remembers them");
    assert_eq!(new["passengers"][0]["documentNumber"], person["documentNumber"]);
    let late = ana.confirm(&order, quote["id"].as_str().unwrap(), "split-refund-00003").await;
    assert_eq!(late["__typename"], "QuoteExpired", "{late}");
    let late = confirm(&agent, &order, &waiting, "split-exchange-0002", json!({})).await;
    assert_eq!(late["fields"][0]["code"], "NO_GOOD_TICKET", "{late}");
    // And split once more: a share of a share goes back to the same card.
    let (ben, theirs) = by_link(&app, new).await;
    let line = new["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned();
    let end = give_back(&app, &ben, &theirs, &[&line], "split-refund-00004").await;
    assert_eq!((&end["status"], &end["refunds"][0]["state"]), (&json!("REFUNDED"), &json!("DONE")), "{end}");
    assert_eq!(paid(&ana, &order).await, amount(&ana.order(&order).await["total"]));
    app.done().await;
}

#[tokio::test]
async fn a_share_of_a_share_goes_back_by_the_first_payment() {
    let app = TestApp::new().await;
    let order = app.visitor().buy(&app, &[app.ride("501").await], 3).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let before = staffs(&agent, &order).await;
    let people: Vec<&Value> = before["passengers"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    let first = split(&agent, &order, &before["version"], &people[1..]).await["newOrder"].clone();
    let (_, theirs) = by_link(&app, &first).await;
    let version = staffs(&agent, &theirs).await["version"].clone();
    let second = split(&agent, &theirs, &version, &people[2..]).await["newOrder"].clone();
    let (cid, last) = by_link(&app, &second).await;
    let line = second["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned();
    let end = give_back(&app, &cid, &last, &[&line], "split-refund-00005").await;
    assert_eq!((&end["status"], &end["refunds"][0]["state"]), (&json!("REFUNDED"), &json!("DONE")), "{end}");
    app.done().await;
}

/// A refund and a split of the same ticket at once: one of them is too late, and no money is twice.
#[tokio::test]
async fn split_against_refund() {
    let app = TestApp::new().await;
    let agent = app.staff("SUPPORT_AGENT").await;
    for round in 0..4 {
        let ana = app.visitor();
        let order = ana.buy(&app, &[app.ride("501").await], 2).await;
        let before = staffs(&agent, &order).await;
        let line = before["segments"][0]["lines"][1]["id"].as_str().unwrap().to_owned();
        let quote = ana.quote(&order, &[&line]).await["quote"]["id"].as_str().unwrap().to_owned();
        let person = before["passengers"][1]["id"].clone();
        let key = format!("split-race-refund-{round}");
        let version = staffs(&agent, &order).await["version"].clone();
        let refund = ana.confirm(&order, &quote, &key);
        let people = [&person];
        let splits = join_all((0..2).map(|_| split(&agent, &order, &version, &people)));
        let (refund, splits) = futures::join!(refund, splits);
        let done = splits.iter().filter(|answer| answer["__typename"] == "OrderSplit").count();
        let refunded = usize::from(refund["__typename"] == "RefundConfirmed");
        assert_eq!(done + refunded, 1, "{refund} {splits:?}");
        app.run_jobs().await;
    }
    app.done().await;
}
