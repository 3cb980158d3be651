//! Prices that follow demand.

use tests::{Actor, Ride, TestApp, TimeDelta, Value, hold_input, json};

use super::classes::{explained, route_of};
use super::{save, seat_prices};
use crate::exchange::amount;
use crate::station::wrong;

/// Fuller is dearer, earlier cheaper, between 80 and 115 per cent.
fn demand(ride: &Ride) -> Value {
    json!({
        "kind": "DYNAMIC", "names": { "ru": "Спрос", "ky": "Суроо-талап", "en": "Demand" }, "scopes": ["all"],
        "routes": [route_of(ride)], "step": "5",
        "demand": {
            "occupancy": [{ "from": 10, "percent": "10" }, { "from": 20, "percent": "40" }],
            "ahead": [{ "from": 0, "percent": "0" }, { "from": 40, "percent": "-15" }, { "from": 64, "percent": "-50" }],
            "floor": "80", "ceiling": "115",
        },
    })
}

async fn price(who: &Actor, ride: &Ride) -> i64 {
    amount(&seat_prices(who, ride).await["price"])
}

/// Demand's lines: (title, amount).
async fn lines(who: &Actor, ride: &Ride) -> Vec<(String, i64)> {
    let map = seat_prices(who, ride).await;
    let lines = map["classPrices"][0]["lines"].as_array().unwrap().clone();
    let demand = lines.iter().filter(|line| line["kind"] == "DEMAND");
    demand.map(|line| (line["title"].as_str().unwrap().to_owned(), amount(&line["amount"]))).collect()
}

/// A ride so many days ahead.
async fn ahead(app: &TestApp, days: i64) -> Ride {
    app.ride_after("501", TimeDelta::days(days) + TimeDelta::hours(1)).await
}

#[tokio::test]
async fn days_ahead_and_seats_sold_are_lines_of_their_own_between_floor_and_ceiling() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let (soon, early, first) = (ahead(&app, 1).await, ahead(&app, 2).await, ahead(&app, 3).await);
    let fare = price(&ana, &soon).await;
    assert_eq!(save(&manager, &demand(&soon)).await["__typename"], "TariffRuleSaved");
    assert_eq!(price(&ana, &soon).await, fare, "nothing is sold and it is a day ahead");
    assert_eq!(lines(&ana, &early).await, [("Demand: 2 days before departure".to_owned(), -9_000)], "of {fare}");
    let floored = lines(&ana, &first).await;
    assert_eq!(floored[1], ("Demand: not less than 80% of the fare".to_owned(), fare / 2 - fare / 5), "{floored:?}");
    assert_eq!(price(&ana, &first).await, fare * 80 / 100);

    // What is held does not count; what is sold does: 2 of 19 are 10 %, 4 are 21 %.
    ana.hold(std::slice::from_ref(&soon), 5, None).await;
    assert_eq!(price(&ana, &soon).await, fare);
    ana.buy(&app, std::slice::from_ref(&soon), 2).await;
    assert_eq!(lines(&ana, &soon).await, [("Demand: 10% of seats are sold".to_owned(), fare / 10)]);
    ana.buy(&app, std::slice::from_ref(&soon), 2).await;
    let most = lines(&ana, &soon).await;
    assert_eq!(most.iter().map(|(_, minor)| minor).sum::<i64>(), fare * 15 / 100, "{most:?}");
    assert_eq!(most[1].0, "Demand: not more than 115% of the fare");

    // On a part of the way that is as full; and search shows the same price.
    let query = "query($i: SearchInput!) { searchJourneys(input: $i) { journeys { priceFrom { amount } segments { trip { id } \
        price { amount } priceLines { kind } } } } }";
    let place = |n: usize| {
        api::graphql::Gid::of(api::graphql::Kind::Place, soon.trip.calls[n].stop.place.as_ref().unwrap().id).to_string()
    };
    let input = json!({ "from": place(0), "to": place(soon.trip.calls.len() - 1), "date": soon.trip.local_date(0).to_string() });
    let found = ana.send(query, json!({ "i": input })).await.data("searchJourneys");
    let journeys = found["journeys"].as_array().unwrap();
    let here = journeys.iter().find(|one| one["segments"][0]["trip"]["id"] == json!(soon.id())).unwrap();
    assert_eq!(amount(&here["priceFrom"]), fare * 115 / 100, "{here}");
    assert_eq!(here["segments"][0]["priceLines"][1]["kind"], "DEMAND");
    app.done().await;
}

/// Who has seen a lower price is asked; who holds keeps it, whatever the rule or the demand becomes.
#[tokio::test]
async fn the_price_that_was_shown_is_the_price_that_is_held() {
    let app = TestApp::new().await;
    let (ana, ben, manager) = (app.visitor(), app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = ahead(&app, 1).await;
    assert_eq!(save(&manager, &demand(&ride)).await["__typename"], "TariffRuleSaved");
    let fare = price(&ana, &ride).await;
    let input = |expected: i64| {
        let mut input = hold_input(std::slice::from_ref(&ride), 1, None);
        input["segments"][0]["expectedPrice"] = json!(format!("{}.{:02}", expected / 100, expected % 100));
        input
    };
    let held = ben.try_hold(&input(fare)).await;
    let before = explained(&ben, &held).await;
    ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let query = "mutation($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename ... on PriceChanged { code message tripId \
        expected { amount } price { amount } } } }";
    let answer = ana.send(query, json!({ "i": input(fare) })).await.data("holdSeats");
    assert_eq!(answer["__typename"], "PriceChanged", "{answer}");
    assert_eq!((amount(&answer["expected"]), amount(&answer["price"])), (fare, fare * 110 / 100), "{answer}");
    assert_eq!(app.count("SELECT id FROM \"order\"").await, 2, "nothing was held");
    // Agreed, or cheaper than was thought: it is held at today's price.
    for seen in [fare * 110 / 100, fare * 2] {
        let held = ana.try_hold(&input(seen)).await;
        let lines = explained(&ana, &held).await;
        let sum: i64 =
            lines.iter().filter(|(kind, _)| ["FARE", "DEMAND"].contains(&kind.as_str())).map(|(_, minor)| minor).sum();
        assert_eq!(sum, fare * 110 / 100, "{lines:?}");
    }
    // The first order is as it was, when it is named, and when it is paid.
    let order = tests::bought(&held);
    assert_eq!(ben.name(&order).await["__typename"], "OrderChanged");
    assert_eq!(explained(&ben, &held).await, before);
    ben.pay(&app, order).await;
    assert_eq!(explained(&ben, &held).await, before);
    app.done().await;
}

/// What it costs: neither a search nor a hold asks the database more often because prices follow demand.
#[tokio::test]
async fn demand_asks_the_database_nothing() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = ahead(&app, 1).await;
    let cost = async || {
        let place = |n: usize| {
            api::graphql::Gid::of(api::graphql::Kind::Place, ride.trip.calls[n].stop.place.as_ref().unwrap().id)
                .to_string()
        };
        let query = "query($i: SearchInput!) { searchJourneys(input: $i) { journeys { priceFrom { amount } campaigns segments { priceLines { title } } } } }";
        let input = json!({ "from": place(0), "to": place(ride.trip.calls.len() - 1), "date": ride.trip.local_date(0).to_string() });
        // The first look reads the timetable and the trips.
        ana.send(query, json!({ "i": input })).await.data("searchJourneys");
        app.advance(TimeDelta::seconds(3));
        api::features::inventory::forget(&app.app, [ride.trip.id]);
        let before = app.app.db.queries();
        let found = ana.send(query, json!({ "i": input })).await.data("searchJourneys");
        let searched = app.app.db.queries() - before;
        assert!(found["journeys"].as_array().unwrap().len() > 5, "many trips: {found}");
        let before = app.app.db.queries();
        ana.hold(std::slice::from_ref(&ride), 1, None).await;
        (searched, app.app.db.queries() - before)
    };
    let plain = cost().await;
    assert_eq!(save(&manager, &demand(&ride)).await["__typename"], "TariffRuleSaved");
    super::classes::class(&manager, &ride, "standard", "5").await;
    assert_eq!(cost().await, plain, "(search, hold)");
    println!("statements of a search and of a hold: {plain:?}");
    app.done().await;
}

#[tokio::test]
async fn what_is_wrong_with_steps_is_told_at_the_step() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ride = ahead(&app, 1).await;
    let mut bad = demand(&ride);
    bad["routes"] = json!(["nonsense"]);
    bad["step"] = json!("-1");
    bad["demand"] = json!({
        "occupancy": [{ "from": 50, "percent": "5" }, { "from": 50, "percent": "301" }], "ahead": [{ "from": -1, "percent": "1.555" }],
        "floor": "101", "ceiling": "99",
    });
    let expected = [
        ("routes", "NO_SUCH_ROUTE"),
        ("step", "AMOUNT"),
        ("demand.occupancy.1.from", "STEP_ORDER"),
        ("demand.occupancy.1.percent", "BETWEEN"),
        ("demand.ahead.0.from", "STEP_ORDER"),
        ("demand.ahead.0.percent", "BETWEEN"),
        ("demand.floor", "BETWEEN"),
        ("demand.ceiling", "BETWEEN"),
    ];
    assert_eq!(wrong(&save(&manager, &bad).await), expected);
    bad["demand"] = json!(null);
    assert!(wrong(&save(&manager, &bad).await).contains(&("demand.occupancy", "REQUIRED")));
    app.done().await;
}

/// The calculator supposes what it is told.
#[tokio::test]
async fn the_calculator_knows_class_demand_and_campaign() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ride = ahead(&app, 3).await;
    save(&manager, &demand(&ride)).await;
    super::classes::class(&manager, &ride, "vip", "20").await;
    crate::promotion::campaign(&manager, "10", json!({ "routes": [route_of(&ride)], "channels": ["WEB"] })).await;
    let query = "query($r: ID!, $f: ID!, $t: ID!, $d: Date!, $s: PriceTermsInput!) { priceCalculation(routeId: $r, fromId: $f, \
        toId: $t, date: $d, terms: $s) { category { code } lines { kind title amount { amount } } } }";
    let call = |n: i32| {
        let stop = ride.trip.calls[usize::try_from(n).unwrap()].stop.id;
        api::graphql::Gid::of(api::graphql::Kind::Stop, stop).to_string()
    };
    let calculate = async |terms: Value| -> Vec<i64> {
        let variables = json!({
            "r": route_of(&ride), "f": call(ride.from), "t": call(ride.to), "d": ride.trip.service_date.to_string(), "s": terms,
        });
        let found = manager.send(query, variables).await.data("priceCalculation");
        let lines = found[0]["lines"].as_array().unwrap().clone();
        let fees = ["STATION_FEE", "SERVICE_FEE"];
        lines
            .iter()
            .filter(|line| !fees.contains(&line["kind"].as_str().unwrap()))
            .map(|line| amount(&line["amount"]))
            .collect()
    };
    let day = |back: i64| json!((ride.trip.service_date - TimeDelta::days(back)).to_string());
    // 600 som; VIP 120 more; two days ahead 15 % of 720 off; a tenth of the rest.
    assert_eq!(calculate(json!({ "soldOn": day(1), "channel": "DESK" })).await, [60_000]);
    assert_eq!(calculate(json!({ "soldOn": day(1), "channel": "WEB" })).await, [60_000, -6_000]);
    assert_eq!(calculate(json!({ "soldOn": day(2), "seatClass": "vip" })).await, [60_000, 12_000, -11_000, -6_100]);
    let full = json!({ "soldOn": day(1), "channel": "DESK", "occupied": 15 });
    assert_eq!(calculate(full).await, [60_000, 6_000]);
    app.done().await;
}
