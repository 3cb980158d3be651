//! Seats of a class cost more or less than the fare.

use tests::{Actor, Ride, TestApp, TimeDelta, Value, hold_input, json};

use super::{save, seat_prices};
use crate::exchange::{amount, confirm, offered, seats};
use crate::route::change;

/// A line whose coach has a panorama of four seats: rows with a standard seat and a panorama seat, by label.
pub async fn decker(app: &TestApp) -> (Ride, String, String) {
    let ride = app.ride_after("901", TimeDelta::hours(20)).await;
    let map = ride.trip.seat_map.as_ref().unwrap();
    let of = |class: &str| map.seats().find(|(_, seat)| seat.class == class).unwrap().1.label.clone();
    let (standard, panorama) = (of("standard"), of("panorama"));
    (ride, standard, panorama)
}

pub fn route_of(ride: &Ride) -> String {
    api::graphql::Gid::of(api::graphql::Kind::Route, ride.trip.route.id).to_string()
}

/// A rule of a class for one line, in per cent.
pub async fn class(staff: &Actor, ride: &Ride, class: &str, percent: &str) -> Value {
    let rule = json!({
        "kind": "CLASS", "names": { "ru": "Панорама", "ky": "Панорама", "en": "Panorama seat" }, "scopes": ["all"],
        "routes": [route_of(ride)], "seatClass": class, "percent": percent, "step": "10",
    });
    let saved = save(staff, &rule).await;
    assert_eq!(saved["__typename"], "TariffRuleSaved", "{saved}");
    saved["rule"].clone()
}

/// What a held order says of its price: (kind, amount).
pub async fn explained(who: &Actor, answer: &Value) -> Vec<(String, i64)> {
    let order = tests::bought(answer);
    let query = "query($id: ID!, $secret: String) { order(id: $id, secret: $secret) { explanation { kind amount { amount } } } }";
    let order = who.send(query, json!({ "id": order.id, "secret": order.secret })).await.data("order");
    let lines = order["explanation"].as_array().unwrap().iter();
    lines.map(|line| (line["kind"].as_str().unwrap().to_owned(), amount(&line["amount"]))).collect()
}

fn of(lines: &[(String, i64)], kind: &str) -> i64 {
    lines.iter().filter(|(known, _)| known == kind).map(|(_, minor)| minor).sum()
}

async fn hold(who: &Actor, ride: &Ride, seat: &str) -> Value {
    who.try_hold(&hold_input(std::slice::from_ref(ride), 1, Some(&[seat]))).await
}

#[tokio::test]
async fn the_map_the_hold_and_the_order_say_what_a_class_costs() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let (ride, standard, panorama) = decker(&app).await;
    class(&manager, &ride, "panorama", "50").await;
    let map = seat_prices(&ana, &ride).await;
    let prices = map["classPrices"].as_array().unwrap();
    assert_eq!(prices.len(), 2, "{map}");
    let find = |class: &str| prices.iter().find(|one| one["seatClass"] == class).unwrap_or_else(|| panic!("{map}"));
    let (plain, dear) = (amount(&find("standard")["price"]), amount(&find("panorama")["price"]));
    assert_eq!(amount(&map["price"]), plain, "the least is told first");
    // Half as much again, to the nearest ten.
    assert_eq!((dear - plain) % 1_000, 0);
    assert!((dear * 2 - plain * 3).abs() <= 1_000, "{map}");
    assert_eq!(find("panorama")["seatsLeft"], 4);
    let titles: Vec<&str> =
        find("panorama")["lines"].as_array().unwrap().iter().map(|line| line["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Fare", "Panorama seat"]);

    let (one, other) = (hold(&ana, &ride, &standard).await, hold(&ana, &ride, &panorama).await);
    let lines = explained(&ana, &other).await;
    assert_eq!(of(&lines, "FARE") + of(&lines, "CLASS_SUPPLEMENT"), dear, "{lines:?}");
    assert_eq!(of(&explained(&ana, &one).await, "CLASS_SUPPLEMENT"), 0);

    // Another per cent is for who buys next; the order keeps its own, and a child has half of all of it.
    app.advance(TimeDelta::minutes(1));
    let rules = super::rules(&manager, "CLASS", false).await;
    let mut again = super::again(&rules.iter().find(|rule| rule["percent"] == "50").unwrap().clone());
    again["seatClass"] = json!("panorama");
    again["routes"] = json!([route_of(&ride)]);
    again["percent"] = json!("100");
    assert_eq!(save(&manager, &again).await["__typename"], "TariffRuleSaved");
    let order = tests::bought(&other);
    let mut person = tests::person(&order.passengers[0]);
    person["category"] = json!("CHILD");
    person["birthDate"] = json!("2019-01-01");
    assert_eq!(ana.set_passengers(&order, json!([person])).await["__typename"], "OrderChanged");
    let lines = explained(&ana, &other).await;
    assert_eq!(of(&lines, "FARE") + of(&lines, "CLASS_SUPPLEMENT"), dear, "{lines:?}");
    let off = -of(&lines, "DISCOUNT");
    assert!(off > 0 && (off * 2 - dear).abs() <= 2, "a child pays half of both: {lines:?}");
    app.done().await;
}

#[tokio::test]
async fn another_seat_of_the_same_ride_costs_what_its_class_does() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let (ride, standard, panorama) = decker(&app).await;
    class(&manager, &ride, "panorama", "50").await;
    let held = hold(&ana, &ride, &standard).await;
    let order = ana.pay(&app, tests::bought(&held)).await;
    let lines = seats(&ana, &order).await;
    let cashier = app.staff("CASHIER").await;
    let map = ride.trip.seat_map.as_ref().unwrap();
    let same = map.seats().filter(|(_, seat)| seat.class == "standard").nth(5).unwrap().1.label.clone();
    let offer = offered(&cashier, &order, &lines, &ride, Some(&[&same])).await;
    assert_eq!(amount(&offer["difference"]), 0, "{offer}");
    let offer = offered(&cashier, &order, &lines, &ride, Some(&[&panorama])).await;
    let more = amount(&offer["difference"]);
    assert!(more > 0, "{offer}");
    let supplement = |offer: &Value| -> i64 {
        let lines = offer["lines"][0]["explanation"].as_array().unwrap().clone();
        lines.iter().filter(|line| line["kind"] == "CLASS_SUPPLEMENT").map(|line| amount(&line["amount"])).sum()
    };
    assert!(supplement(&offer) > 0 && more >= supplement(&offer), "the fee of selling is of the whole: {offer}");
    let done = confirm(&cashier, &order, &offer, "class-exchange-0001", json!({})).await;
    assert_eq!(done["exchange"]["state"], "WAITING", "{done}");
    app.done().await;
}

/// A list for a class stands before its rule; where it has no price for a pair, the fare does.
#[tokio::test]
async fn a_class_may_have_a_price_list_of_its_own() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let (ride, _, panorama) = decker(&app).await;
    class(&manager, &ride, "panorama", "50").await;
    let station = |n: i32| {
        let stop = &ride.trip.calls[usize::try_from(n).unwrap()].stop;
        api::graphql::Gid::of(api::graphql::Kind::Stop, stop.parent.unwrap_or(stop.id)).to_string()
    };
    let list = json!({
        "routeId": route_of(&ride), "name": "Панорама", "firstDate": ride.trip.service_date.to_string(), "weekdays": [1, 2, 3, 4, 5, 6, 7],
        "currency": "KGS", "seatClass": "panorama", "prices": [{ "fromId": station(ride.from), "toId": station(ride.to), "amount": "4321" }],
    });
    assert_eq!(change(&manager, "savePriceList", &list).await["__typename"], "PriceListSaved");
    let map = seat_prices(&ana, &ride).await;
    let find = |class: &str| {
        let prices = map["classPrices"].as_array().unwrap();
        amount(&prices.iter().find(|one| one["seatClass"] == class).unwrap_or_else(|| panic!("{map}"))["price"])
    };
    assert_eq!(find("panorama"), 432_100, "{map}");
    assert!(find("standard") < 432_100, "the fare is the tariff's still: {map}");
    let lines = explained(&ana, &hold(&ana, &ride, &panorama).await).await;
    assert_eq!(of(&lines, "FARE") + of(&lines, "CLASS_SUPPLEMENT"), 432_100);
    app.done().await;
}
