use std::path::PathBuf;
use std::sync::Arc;

use api::features::network::{ImportGtfs, import_gtfs};
use api::graphql::{Gid, Kind};
use chrono::TimeDelta;
use tests::{Actor, Ride, TestApp, Value, bought, hold_input, json};

use super::{again, rule, rules, save};
use crate::station::wrong;

/// The lines of an order's price: (rule, amount).
async fn lines(who: &Actor, ride: &Ride, category: &str) -> Vec<(Value, Value)> {
    let mut input = hold_input(std::slice::from_ref(ride), 2, None);
    input["passengers"] = json!([{ "category": "ADULT" }, { "category": category }]);
    let order = bought(&who.try_hold(&input).await);
    let query = "query($id: ID!, $secret: String) { order(id: $id, secret: $secret) { explanation { kind rule amount { amount } } } }";
    let order = who.send(query, json!({ "id": order.id, "secret": order.secret })).await.data("order");
    let lines = order["explanation"].as_array().unwrap().iter();
    lines.map(|line| (line["rule"].clone(), line["amount"]["amount"].clone())).collect()
}

/// What each category pays for the whole way, bought on a day through a channel.
async fn calculated(staff: &Actor, ride: &Ride, more: &Value) -> Value {
    let query = "query($r: ID!, $f: ID!, $t: ID!, $d: Date!, $s: Date, $c: SalesChannel!, $b: [String!]!) { \
        priceCalculation(routeId: $r, fromId: $f, toId: $t, date: $d, terms: { soldOn: $s, channel: $c, ancillaries: $b }) { \
        category { code } lines { kind rule amount { amount } } total { amount } } }";
    let call = |n: i32| Gid::of(Kind::Stop, ride.trip.calls[usize::try_from(n).unwrap()].stop.id).to_string();
    let mut variables = json!({
        "r": Gid::of(Kind::Route, ride.trip.route.id).to_string(), "f": call(ride.from), "t": call(ride.to),
        "d": ride.trip.service_date.to_string(), "c": "WEB", "b": [],
    });
    for (key, value) in more.as_object().unwrap() {
        variables[key] = value.clone();
    }
    staff.send(query, variables).await.data("priceCalculation")
}

fn of<'a>(prices: &'a Value, category: &str) -> &'a Value {
    prices.as_array().unwrap().iter().find(|price| price["category"]["code"] == category).unwrap_or(&Value::Null)
}

#[tokio::test]
async fn a_change_is_felt_by_who_buys_next_and_orders_keep_theirs() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = app.ride("501").await;
    let before = lines(&ana, &ride, "CHILD").await;
    assert!(before.iter().any(|(rule, _)| rule == "child_half"), "{before:?}");
    let held = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    let child = rule(&manager, "DISCOUNT", "child_half").await;
    assert_eq!((&child["percentOff"], &child["keptByOffice"]), (&json!("50"), &json!(false)), "{child}");

    app.advance(TimeDelta::minutes(1));
    // From now on a child pays three quarters, and the names are the office's.
    let mut input = again(&child);
    input["percentOff"] = json!("25");
    input["names"] = json!({ "ru": "Детский", "ky": "Балдар", "en": "Child's" });
    let saved = save(&manager, &input).await;
    assert_eq!(
        (&saved["rule"]["series"], &saved["rule"]["state"]),
        (&json!("child_half"), &json!("IN_FORCE")),
        "{saved}"
    );
    let code = saved["rule"]["code"].clone();
    assert_ne!(code, "child_half");
    let after = lines(&ana, &ride, "CHILD").await;
    assert_eq!(after.iter().filter(|(rule, _)| *rule == code).count(), 1, "{after:?}");
    let off = |lines: &[(Value, Value)]| -> f64 {
        lines
            .iter()
            .find(|(_, amount)| amount.as_str().unwrap().starts_with('-'))
            .unwrap()
            .1
            .as_str()
            .unwrap()
            .parse()
            .unwrap()
    };
    assert!((off(&before) - 2.0 * off(&after)).abs() < 0.011, "{before:?} {after:?}");

    // Who held before is a child by the rule of that time.
    let query = "mutation($i: SetPassengersInput!) { setPassengers(input: $i) { __typename ... on OrderChanged { order { \
        explanation { rule } } } ... on InvalidInput { fields { path code } } } }";
    let mut person = tests::person(&held.passengers[0]);
    person["category"] = json!("CHILD");
    person["birthDate"] = json!("2019-01-01");
    let input = json!({
        "order": held.reference(), "passengers": [person], "email": "a@example.com", "phone": "0555123456", "consent": true,
    });
    let changed = ana.send(query, json!({ "i": input })).await.data("setPassengers");
    let lines = changed["order"]["explanation"].as_array().unwrap_or_else(|| panic!("{changed}"));
    assert!(lines.iter().any(|line| line["rule"] == "child_half"), "{changed}");
    assert_eq!(rules(&manager, "DISCOUNT", true).await[0]["code"], "child_half");
    app.done().await;
}

#[tokio::test]
async fn a_change_is_planned_for_a_day_and_the_calculator_knows_it() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ride = app.ride("501").await;
    let fee = rule(&manager, "FEE", "online_fee").await;
    let mut input = again(&fee);
    input["from"] = json!("2026-12-05");
    input["percent"] = json!("20");
    input["most"] = json!(null);
    let planned = save(&manager, &input).await;
    assert_eq!(planned["rule"]["state"], "PLANNED", "{planned}");
    let now = calculated(&manager, &ride, &json!({})).await;
    let fee_of = |prices: &Value, code: &Value| -> Option<f64> {
        let lines = of(prices, "ADULT")["lines"].as_array().unwrap().clone();
        lines
            .iter()
            .find(|line| line["rule"] == *code)
            .map(|line| line["amount"]["amount"].as_str().unwrap().parse().unwrap())
    };
    let code = &planned["rule"]["code"];
    assert!(fee_of(&now, &json!("online_fee")).unwrap() <= 60.0);
    let then = calculated(&manager, &ride, &json!({ "s": "2026-12-05" })).await;
    assert!(fee_of(&then, code).unwrap() > 60.0 && fee_of(&then, &json!("online_fee")).is_none(), "{then}");
    assert_eq!(calculated(&manager, &ride, &json!({ "s": "2026-12-04" })).await, now);

    // Planned, it is changed as it is, and the one before it goes on until then.
    let known = rule(&manager, "FEE", code.as_str().unwrap()).await;
    let mut moved = again(&known);
    moved["from"] = json!("2026-12-07");
    assert_eq!(save(&manager, &moved).await["rule"]["code"], *code);
    assert_eq!(calculated(&manager, &ride, &json!({ "s": "2026-12-06" })).await, now);
    // Nothing may be put before what follows already.
    let mut late = again(&rule(&manager, "FEE", "online_fee").await);
    late["from"] = json!("2026-12-08");
    assert_eq!(wrong(&save(&manager, &late).await), [("from", "LATER_CHANGE")]);
    assert_eq!(save(&manager, &moved).await["code"], "CHANGED_MEANWHILE");
    app.advance(TimeDelta::days(7));
    let manager = app.staff("TRANSPORT_MANAGER").await;
    assert_eq!(rule(&manager, "FEE", code.as_str().unwrap()).await["state"], "IN_FORCE");
    assert_eq!(rules(&manager, "FEE", true).await[0]["code"], "online_fee");
    app.done().await;
}

#[tokio::test]
async fn channels_carriers_and_baggage_have_rules_of_their_own() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ride = app.ride("501").await;
    let new = json!({
        "kind": "FEE", "names": { "ru": "Сбор кассы" }, "scopes": ["all"], "channels": ["DESK"], "amount": "25", "ofStation": true,
    });
    assert_eq!(save(&manager, &new).await["__typename"], "TariffRuleSaved");
    let carrier = Gid::of(Kind::Carrier, ride.trip.carrier.id).to_string();
    let new = json!({
        "kind": "DISCOUNT", "names": { "ru": "Ветеран труда" }, "scopes": ["coach+domestic", "minibus"], "carrierId": carrier,
        "category": "LABOUR_VETERAN", "percentOff": "30",
    });
    let own = save(&manager, &new).await["rule"]["code"].clone();
    let bag = json!({
        "kind": "BAGGAGE", "names": { "ru": "Самовар" }, "scopes": ["all"], "amount": "77", "maxCount": 1,
        "conditions": { "ru": "Без воды" },
    });
    let bag = save(&manager, &bag).await["rule"]["code"].clone();

    let web = calculated(&manager, &ride, &json!({ "b": [bag] })).await;
    let desk = calculated(&manager, &ride, &json!({ "c": "DESK" })).await;
    let total = |prices: &Value| -> f64 { of(prices, "ADULT")["total"]["amount"].as_str().unwrap().parse().unwrap() };
    let kinds = |prices: &Value| -> Vec<Value> {
        of(prices, "ADULT")["lines"].as_array().unwrap().iter().map(|line| line["kind"].clone()).collect()
    };
    // Three percent of 600 are the site's own.
    assert!((total(&web) - 77.0 - 18.0 - (total(&desk) - 25.0)).abs() < 0.011, "{web} {desk}");
    assert!(kinds(&web).contains(&json!("BAGGAGE")), "{web}");
    assert!(of(&web, "LABOUR_VETERAN")["lines"].as_array().unwrap().iter().any(|line| line["rule"] == own), "{web}");
    // Of another carrier's line there is no such category.
    let foreign = app.ride("505").await;
    if foreign.trip.carrier.id != ride.trip.carrier.id {
        assert_eq!(*of(&calculated(&manager, &foreign, &json!({})).await, "LABOUR_VETERAN"), Value::Null);
    }
    // And the passenger is offered it.
    let (ana, order) = (app.visitor(), app.visitor().hold(std::slice::from_ref(&ride), 1, None).await);
    let query = "query($id: ID!, $s: String) { order(id: $id, secret: $s) { ancillaryOptions { code detail price { amount } } } }";
    let order = ana.send(query, json!({ "id": order.id, "s": order.secret })).await.data("order");
    let offered = order["ancillaryOptions"].as_array().unwrap().iter().find(|one| one["code"] == bag).cloned();
    assert_eq!(offered.unwrap_or_else(|| panic!("{order}"))["price"]["amount"], "77.00");
    app.done().await;
}

/// What the office has changed is the office's; the rest follows the file.
#[tokio::test]
async fn imports_leave_alone_what_the_office_has_changed() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let mut input = again(&rule(&manager, "DISCOUNT", "student").await);
    input["percentOff"] = json!("15");
    let code = save(&manager, &input).await["rule"]["code"].clone();
    app.break_by_hand("DELETE FROM tariff_rule WHERE code = 'bag_bicycle'").await;
    app.advance(TimeDelta::minutes(1));
    let demo = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../demo"));
    let input = ImportGtfs { path: demo, feed: Some("demo".into()), force: true };
    import_gtfs(&app.app, &input, Arc::new(|_| {})).await.unwrap();
    let student = rule(&manager, "DISCOUNT", "student").await;
    assert_eq!((&student["code"], &student["percentOff"]), (&code, &json!("15")));
    assert_eq!(rule(&manager, "BAGGAGE", "bag_bicycle").await["keptByOffice"], false);
    assert_eq!(rules(&manager, "DISCOUNT", true).await[0]["code"], "student", "the history stays");
    app.done().await;
}

/// Who has bought gives back by the conditions of that day.
#[tokio::test]
async fn conditions_of_refund_are_those_of_the_sale() {
    let app = TestApp::new().await;
    let (ana, ben, manager) = (app.visitor(), app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = app.ride_after("501", TimeDelta::hours(30)).await;
    let bought = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    app.advance(TimeDelta::minutes(1));
    let mut input = again(&rule(&manager, "REFUND", "refund_24h").await);
    input["percent"] = json!("40");
    assert_eq!(save(&manager, &input).await["__typename"], "TariffRuleSaved");
    let later = ben.buy(&app, std::slice::from_ref(&ride), 1).await;
    let refunded = async |who: &Actor, order: &tests::Bought| -> f64 {
        let seen = who.order(order).await;
        let line = seen["segments"][0]["lines"][0]["id"].as_str().unwrap().to_owned();
        let quote = who.quote(order, &[&line]).await;
        quote["quote"]["amount"]["amount"].as_str().unwrap_or_else(|| panic!("{quote}")).parse().unwrap()
    };
    let (first, second) = (refunded(&ana, &bought).await, refunded(&ben, &later).await);
    assert!(first > 2.0 * second && second > 0.0, "{first} {second}");
    app.done().await;
}

#[tokio::test]
async fn every_mistake_of_a_rule_is_told_at_its_field() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let bad = json!({
        "kind": "DISCOUNT", "names": { "ru": " " }, "scopes": ["coach+nowhere"], "category": "adult", "percentOff": "101",
        "ageFrom": 9, "ageTo": 5, "seasonFrom": "13-01", "seasonTo": "01-31", "from": "2026-12-01",
    });
    let expected = [
        ("names.ru", "REQUIRED"),
        ("scopes", "NO_SUCH_SCOPE"),
        ("category", "CATEGORY_FORM"),
        ("ageTo", "ENDS_BEFORE_START"),
        ("percentOff", "BETWEEN"),
        ("seasonFrom", "SEASON_DAY"),
        ("from", "DATE_PAST"),
    ];
    assert_eq!(wrong(&save(&manager, &bad).await), expected);
    let bad = json!({ "kind": "DISCOUNT", "names": { "ru": "x" }, "scopes": [], "percentOff": "1" });
    assert_eq!(wrong(&save(&manager, &bad).await), [("scopes", "REQUIRED"), ("minGroup", "REQUIRED")]);
    let bad =
        json!({ "kind": "BAGGAGE", "names": { "ru": "x" }, "scopes": ["all"], "amount": "1.005", "currency": "SOMS" });
    assert_eq!(
        wrong(&save(&manager, &bad).await),
        [("currency", "CURRENCY"), ("amount", "AMOUNT"), ("maxCount", "BETWEEN")]
    );
    let bad = json!({ "kind": "FEE", "names": { "ru": "x" }, "scopes": ["all"] });
    assert_eq!(wrong(&save(&manager, &bad).await), [("amount", "AMOUNT_OR_PERCENT")]);
    let bad = json!({ "kind": "REFUND", "names": { "ru": "x" }, "scopes": ["all"], "percent": "-1" });
    assert_eq!(wrong(&save(&manager, &bad).await), [("minutesBefore", "REQUIRED"), ("percent", "BETWEEN")]);
    app.done().await;
}
