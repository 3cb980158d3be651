use futures::future::join_all;
use tests::{Actor, Bought, Ride, TestApp, TimeDelta, Value, json};

use super::{apply, make, said, save};

/// A held order whose passengers are named.
async fn named(who: &Actor, ride: &Ride, adults: usize) -> Bought {
    let order = who.hold(std::slice::from_ref(ride), adults, None).await;
    assert_eq!(who.name(&order).await["__typename"], "OrderChanged");
    order
}

/// The same for somebody with a phone and mail of their own.
async fn named_as(who: &Actor, ride: &Ride, n: usize) -> Bought {
    let order = who.hold(std::slice::from_ref(ride), 1, None).await;
    let query = "mutation($i: SetPassengersInput!) { setPassengers(input: $i) { __typename } }";
    let mut person = tests::person(&order.passengers[0]);
    person["documentNumber"] = json!(format!("ID{}", 2_000_000 + n));
    let input = json!({
        "order": order.reference(), "passengers": [person], "email": format!("buyer{n}@example.com"),
        "phone": format!("05551{n:05}"), "consent": true,
    });
    assert_eq!(who.send(query, json!({ "i": input })).await.data("setPassengers")["__typename"], "OrderChanged");
    order
}

#[tokio::test]
async fn a_code_is_a_line_of_its_own_in_the_price_and_comes_off_again() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = app.ride("501").await;
    let made = make(&manager, "winter-10", "10", json!({})).await;
    assert_eq!(made["code"], "WINTER-10");
    let order = ana.hold(std::slice::from_ref(&ride), 2, None).await;
    assert_eq!(said(&apply(&ana, &order, Some("WINTER-10")).await), "PROMOTION_NAMES_FIRST");
    ana.name(&order).await;

    // 2 × 600 som: 120 off, and the fee for the service of what is left.
    let with = apply(&ana, &order, Some(" winter-10 ")).await;
    let line = |answer: &Value| -> Option<(Value, Value)> {
        let lines = answer["order"]["explanation"].as_array().unwrap().clone();
        let line =
            lines.into_iter().find(|line| line["rule"].as_str().is_some_and(|rule| rule.starts_with("promotion:")))?;
        Some((line["title"].clone(), line["amount"]["amount"].clone()))
    };
    assert_eq!(with["order"]["promotionCode"], "WINTER-10", "{with}");
    assert_eq!(line(&with), Some((json!("Акция"), json!("-120.00"))), "{with}");
    let again = apply(&ana, &order, Some("WINTER-10")).await;
    assert_eq!(again["order"]["total"], with["order"]["total"], "twice is once");
    let without = apply(&ana, &order, None).await;
    assert_eq!((line(&without), &without["order"]["promotionCode"]), (None, &json!(null)), "{without}");

    // It is kept while names are corrected, paid, in the ledger, and no more goes back than was paid.
    apply(&ana, &order, Some("WINTER-10")).await;
    let paid = ana.pay(&app, order).await;
    let seen = ana.order(&paid).await;
    assert_eq!((&seen["status"], &seen["total"]), (&json!("PAID"), &with["order"]["total"]));
    assert_eq!(seen["paid"], seen["total"]);
    let lines: Vec<&str> =
        seen["segments"][0]["lines"].as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap()).collect();
    let quote = ana.quote(&paid, &lines).await;
    let amount: f64 = quote["quote"]["amount"]["amount"].as_str().unwrap_or_else(|| panic!("{quote}")).parse().unwrap();
    assert!(amount <= 1080.0, "of the fares that were paid: {quote}");
    assert_eq!(said(&apply(&ana, &paid, None).await), "ORDER_CLOSED");

    let uses = "{ promotions { nodes { code uses { orders takenOff { amount } } } } }";
    let uses = manager.send(uses, json!({})).await.data("promotions")["nodes"][0]["uses"].clone();
    assert_eq!(uses, json!({ "orders": 1, "takenOff": { "amount": "120.00" } }));
    app.done().await;
}

#[tokio::test]
async fn a_code_is_good_in_its_time_on_its_lines_for_so_much() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let (ride, other) = (app.ride("501").await, app.ride("505").await);
    let route = api::graphql::Gid::of(api::graphql::Kind::Route, other.trip.route.id).to_string();
    make(&manager, "LINE505", "10", json!({ "routes": [route] })).await;
    make(&manager, "LATER", "10", json!({ "soldFrom": "2026-12-02" })).await;
    make(&manager, "OVER", "10", json!({ "soldTo": "2026-11-30" })).await;
    make(&manager, "SUMMER", "10", json!({ "travelFrom": "2027-06-01" })).await;
    make(&manager, "MUCH", "10", json!({ "minimum": "1201" })).await;
    let off = make(&manager, "GONE", "10", json!({})).await;
    let gone = json!({
        "id": off["id"], "version": 1, "code": "GONE", "names": { "ru": "x" }, "percent": "10", "active": false,
    });
    assert_eq!(save(&manager, gone).await["promotion"]["active"], false);
    let order = named(&ana, &ride, 2).await;
    let mut answers = Vec::new();
    for code in ["LINE505", "LATER", "OVER", "SUMMER", "MUCH", "GONE"] {
        answers.push(said(&apply(&ana, &order, Some(code)).await));
    }
    let (not_here, not_now) = ("PROMOTION_NOT_HERE", "PROMOTION_NOT_NOW");
    assert_eq!(answers, [not_here, not_now, not_now, not_here, "PROMOTION_MINIMUM", "PROMOTION_UNKNOWN"]);
    let theirs = named(&ana, &other, 1).await;
    assert_eq!(apply(&ana, &theirs, Some("LINE505")).await["__typename"], "OrderChanged");
    app.done().await;
}

/// Who takes people out of the order after that does not keep what was for more of them.
#[tokio::test]
async fn the_minimum_is_looked_at_again_before_payment() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = app.ride("501").await;
    make(&manager, "TOGETHER", "50", json!({ "minimum": "1200" })).await;
    let order = named(&ana, &ride, 2).await;
    assert_eq!(apply(&ana, &order, Some("TOGETHER")).await["__typename"], "OrderChanged");
    let query = "mutation($i: DropPassengerInput!) { dropPassenger(input: $i) { __typename } }";
    let input = json!({ "order": order.reference(), "passengerId": order.passengers[1] });
    assert_eq!(ana.send(query, json!({ "i": input })).await.data("dropPassenger")["__typename"], "OrderChanged");
    assert_eq!(ana.try_pay(&order).await["__typename"], "InvalidInput");
    assert_eq!(apply(&ana, &order, None).await["__typename"], "OrderChanged");
    assert_eq!(ana.try_pay(&order).await["__typename"], "PaymentStarted");
    app.done().await;
}

/// Many at once want a code of which there are few. The control: without the limit all of them get it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_a_dozen_at_once_only_as_many_as_there_are_get_it() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ride = app.ride("501").await;
    let made = make(&manager, "FEWER", "10", json!({ "usesLimit": 3 })).await;
    let mut buyers = Vec::new();
    for n in 0..12 {
        let buyer = app.visitor();
        let order = named_as(&buyer, &ride, n).await;
        buyers.push((buyer, order));
    }
    let answers = join_all(buyers.iter().map(|(buyer, order)| apply(buyer, order, Some("FEWER")))).await;
    let got = answers.iter().filter(|answer| answer["__typename"] == "OrderChanged").count();
    let refused = answers.iter().filter(|answer| said(answer) == "PROMOTION_USED_UP").count();
    assert_eq!((got, refused), (3, 9), "{answers:?}");
    assert_eq!(app.count("SELECT id FROM \"order\" WHERE promotion_id IS NOT NULL").await, 3);

    // One who lets the order go gives the use back; so does a hold that ends.
    let holder = answers.iter().position(|answer| answer["__typename"] == "OrderChanged").unwrap();
    let late = answers.iter().position(|answer| said(answer) == "PROMOTION_USED_UP").unwrap();
    let release = "mutation($i: ReleaseOrderInput!) { releaseOrder(input: $i) { __typename } }";
    let (who, order) = &buyers[holder];
    who.send(release, json!({ "i": { "order": order.reference() } })).await.data("releaseOrder");
    let (who, order) = &buyers[late];
    assert_eq!(apply(who, order, Some("FEWER")).await["__typename"], "OrderChanged");
    app.advance(TimeDelta::minutes(16));
    let buyer = app.visitor();
    let order = named_as(&buyer, &ride, 50).await;
    assert_eq!(apply(&buyer, &order, Some("FEWER")).await["__typename"], "OrderChanged");

    // The control.
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let free = json!({ "id": made["id"], "version": 1, "code": "FEWER", "names": { "ru": "x" }, "percent": "10" });
    assert_eq!(save(&manager, free).await["__typename"], "PromotionSaved");
    let mut more = Vec::new();
    for n in 60..66 {
        let buyer = app.visitor();
        let order = named_as(&buyer, &ride, n).await;
        more.push((buyer, order));
    }
    let answers = join_all(more.iter().map(|(buyer, order)| apply(buyer, order, Some("FEWER")))).await;
    assert!(answers.iter().all(|answer| answer["__typename"] == "OrderChanged"), "{answers:?}");
    app.done().await;
}

#[tokio::test]
async fn a_customer_has_so_many_by_phone_and_mail() {
    let app = TestApp::new().await;
    let (ana, ben, manager) = (app.visitor(), app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = app.ride("501").await;
    make(&manager, "ONCE", "10", json!({ "customerLimit": 1 })).await;
    let first = named_as(&ana, &ride, 1).await;
    assert_eq!(apply(&ana, &first, Some("ONCE")).await["__typename"], "OrderChanged");
    assert_eq!(apply(&ana, &first, Some("ONCE")).await["__typename"], "OrderChanged", "its own order is no other");
    let again = named_as(&ben, &ride, 1).await;
    assert_eq!(said(&apply(&ben, &again, Some("ONCE")).await), "PROMOTION_CUSTOMER");

    // Nor by another's contact that is changed afterwards.
    let sly = named_as(&ben, &ride, 2).await;
    assert_eq!(apply(&ben, &sly, Some("ONCE")).await["__typename"], "OrderChanged");
    let query = "mutation($i: SetPassengersInput!) { setPassengers(input: $i) { __typename ... on InvalidInput { fields { path code } } } }";
    let input = json!({
        "order": sly.reference(), "passengers": [tests::person(&sly.passengers[0])], "email": "buyer1@example.com",
        "phone": "0555100009", "consent": true,
    });
    let answer = ben.send(query, json!({ "i": input })).await.data("setPassengers");
    assert_eq!(answer["fields"], json!([{ "path": "email", "code": "PROMOTION_CUSTOMER" }]), "{answer}");
    app.done().await;
}

/// Goal 18: a thousand guesses, at most ten of them looked at.
#[tokio::test]
async fn codes_are_not_guessed() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = app.ride("501").await;
    make(&manager, "GUESSME", "10", json!({})).await;
    let order = named(&ana, &ride, 1).await;
    let mut kinds = Vec::new();
    for n in 0..30 {
        kinds.push(said(&apply(&ana, &order, Some(&format!("WRONG{n}"))).await));
    }
    assert_eq!(kinds.iter().filter(|kind| *kind == "PROMOTION_UNKNOWN").count(), 10, "{kinds:?}");
    assert_eq!(said(&apply(&ana, &order, Some("GUESSME")).await), "TOO_MANY_ATTEMPTS");
    // From another address the order's own count stands in the way.
    let elsewhere = app.visitor();
    assert_eq!(said(&apply(&elsewhere, &order, Some("GUESSME")).await), "TOO_MANY_ATTEMPTS");
    app.advance(TimeDelta::minutes(61));
    app.done().await;
}

/// A hold that ended has given its use back: late money takes one again, or goes back.
#[tokio::test]
async fn late_money_does_not_go_past_the_limit() {
    let app = TestApp::new().await;
    let (ana, ben, manager) = (app.visitor(), app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = app.ride("501").await;
    make(&manager, "LASTONE", "10", json!({ "usesLimit": 1 })).await;
    let late = named_as(&ana, &ride, 1).await;
    apply(&ana, &late, Some("LASTONE")).await;
    let redirect = ana.try_pay(&late).await["payment"]["redirectUrl"].as_str().unwrap().to_owned();
    app.advance(TimeDelta::minutes(30));
    let quick = named_as(&ben, &ride, 2).await;
    assert_eq!(apply(&ben, &quick, Some("LASTONE")).await["__typename"], "OrderChanged");
    ana.at_bank(&redirect, "pay").await;
    app.run_jobs().await;
    let order = ana.order(&late).await;
    assert_eq!(
        (&order["refunds"][0]["state"], &order["refunds"][0]["amount"]),
        (&json!("DONE"), &order["total"]),
        "{order}"
    );
    app.done().await;
}
