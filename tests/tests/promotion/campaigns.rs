//! Campaigns: promotions that apply by themselves.

use futures::future::join_all;
use tests::{Actor, Bought, Ride, TestApp, TimeDelta, Value, hold_input, json};

use super::{apply, campaign, make, said, save};
use crate::exchange::amount;
use crate::station::wrong;
use crate::tariff_rule::seat_prices;

/// What a campaign and a code have taken off an order, in minor units, by title.
async fn off(who: &Actor, order: &Bought) -> Vec<(String, i64)> {
    let query = "query($id: ID!, $secret: String) { order(id: $id, secret: $secret) { explanation { kind rule title amount { amount } } } }";
    let order = who.send(query, json!({ "id": order.id, "secret": order.secret })).await.data("order");
    let lines = order["explanation"].as_array().unwrap().clone();
    let ours = lines.iter().filter(|line| line["rule"].as_str().is_some_and(|rule| rule.starts_with("promotion:")));
    ours.map(|line| (line["title"].as_str().unwrap().to_owned(), amount(&line["amount"]))).collect()
}

async fn journeys(who: &Actor, ride: &Ride) -> Value {
    let place = |n: usize| {
        api::graphql::Gid::of(api::graphql::Kind::Place, ride.trip.calls[n].stop.place.as_ref().unwrap().id).to_string()
    };
    let query = "query($i: SearchInput!) { searchJourneys(input: $i) { journeys { campaigns priceFrom { amount } priceFromBefore { amount } \
        priceTotal { amount } priceTotalBefore { amount } segments { trip { id } } } } }";
    let input = json!({
        "from": place(0), "to": place(ride.trip.calls.len() - 1), "date": ride.trip.local_date(0).to_string(),
        "passengers": [{ "category": "ADULT", "count": 1 }, { "category": "CHILD", "count": 1 }],
    });
    let found = who.send(query, json!({ "i": input })).await.data("searchJourneys");
    let journeys = found["journeys"].as_array().unwrap().clone();
    journeys.into_iter().find(|one| one["segments"][0]["trip"]["id"] == json!(ride.id())).unwrap()
}

#[tokio::test]
async fn a_campaign_is_seen_by_who_searches_and_kept_by_who_holds() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let (ride, other) = (app.ride("501").await, app.ride("505").await);
    let route = api::graphql::Gid::of(api::graphql::Kind::Route, ride.trip.route.id).to_string();
    let plain = journeys(&ana, &ride).await;
    assert_eq!((&plain["priceFromBefore"], &plain["campaigns"]), (&json!(null), &json!([])));
    // The better of two is the one that counts.
    campaign(&manager, "5", json!({})).await;
    let made = campaign(
        &manager,
        "20",
        json!({ "routes": [route], "categories": ["ADULT"], "names": { "ru": "Зима", "en": "Winter" } }),
    )
    .await;
    assert_eq!(made["code"], json!(null));
    let seen = journeys(&ana, &ride).await;
    assert_eq!(seen["campaigns"], json!(["Winter"]), "{seen}");
    assert_eq!(seen["priceFromBefore"], plain["priceFrom"], "{seen}");
    assert_eq!(amount(&seen["priceFrom"]), amount(&plain["priceFrom"]) * 80 / 100);
    // The child has the other one: 600 less 120, 300 less 15.
    assert_eq!((amount(&seen["priceTotalBefore"]), amount(&seen["priceTotal"])), (90_000, 48_000 + 28_500), "{seen}");
    let map = seat_prices(&ana, &ride).await;
    assert_eq!((amount(&map["classPrices"][0]["priceBefore"]), amount(&map["price"])), (60_000, 48_000), "{map}");

    let order = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    assert_eq!(off(&ana, &order).await, [("Winter".to_owned(), -12_000)]);
    let elsewhere = ana.hold(std::slice::from_ref(&other), 1, None).await;
    assert_eq!(off(&ana, &elsewhere).await[0].1, -2_500, "the general one");

    // It ends: who holds keeps it, through names and payment, and who comes next has the other.
    let over = json!({ "id": made["id"], "version": 1, "names": { "ru": "Зима", "en": "Winter" }, "percent": "20", "categories": ["ADULT"], "active": false });
    assert_eq!(save(&manager, over).await["promotion"]["active"], false);
    ana.name(&order).await;
    let paid = ana.pay(&app, order).await;
    assert_eq!(off(&ana, &paid).await, [("Winter".to_owned(), -12_000)]);
    let next = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    assert_eq!(off(&ana, &next).await[0].1, -3_000);
    let uses = "{ promotions(active: false) { nodes { code uses { orders tickets takenOff { amount } } } } }";
    let uses = manager.send(uses, json!({})).await.data("promotions")["nodes"][0].clone();
    assert_eq!(
        uses,
        json!({ "code": null, "uses": { "orders": 1, "tickets": 1, "takenOff": { "amount": "120.00" } } })
    );
    app.done().await;
}

#[tokio::test]
async fn a_code_comes_on_top_or_the_better_of_the_two_counts() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = app.ride("501").await;
    campaign(&manager, "20", json!({})).await;
    make(&manager, "SMALL", "10", json!({})).await;
    make(&manager, "BIG30", "30", json!({})).await;
    make(&manager, "ONTOP", "10", json!({ "combinable": true })).await;
    let order = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    ana.name(&order).await;
    let sum = async || off(&ana, &order).await.iter().map(|(_, minor)| *minor).collect::<Vec<_>>();
    assert_eq!(sum().await, [-12_000]);
    assert_eq!(said(&apply(&ana, &order, Some("SMALL")).await), "PROMOTION_CAMPAIGN");
    assert_eq!(sum().await, [-12_000]);
    assert_eq!(apply(&ana, &order, Some("BIG30")).await["__typename"], "OrderChanged");
    assert_eq!(sum().await, [-18_000]);
    assert_eq!(apply(&ana, &order, Some("ONTOP")).await["__typename"], "OrderChanged");
    assert_eq!(sum().await, [-12_000, -4_800]);
    assert_eq!(apply(&ana, &order, None).await["__typename"], "OrderChanged");
    assert_eq!(sum().await, [-12_000], "the campaign is back");
    app.done().await;
}

/// Many at once want a campaign of which there is little. The control: without a limit all of them get it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_more_tickets_have_it_than_there_are_and_no_more_is_taken_off() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ride = app.ride("501").await;
    let rush = async |buyers: usize| {
        let buyers: Vec<Actor> = (0..buyers).map(|_| app.visitor()).collect();
        let orders = join_all(buyers.iter().map(|buyer| buyer.hold(std::slice::from_ref(&ride), 1, None))).await;
        let mut got = 0;
        for (buyer, order) in buyers.iter().zip(&orders) {
            got += usize::from(!off(buyer, order).await.is_empty());
        }
        let release = "mutation($i: ReleaseOrderInput!) { releaseOrder(input: $i) { __typename } }";
        for (buyer, order) in buyers.iter().zip(&orders) {
            buyer.send(release, json!({ "i": { "order": order.reference() } })).await.data("releaseOrder");
        }
        app.advance(TimeDelta::seconds(6));
        got
    };
    let made = campaign(&manager, "10", json!({ "usesLimit": 3 })).await;
    assert_eq!(rush(12).await, 3);
    // Released, they are there again; a budget of four times 60 som and some.
    let next = json!({ "id": made["id"], "version": 1, "names": { "ru": "x" }, "percent": "10", "budget": "299" });
    assert_eq!(save(&manager, next).await["__typename"], "PromotionSaved");
    assert_eq!(rush(10).await, 4);
    let free = json!({ "id": made["id"], "version": 2, "names": { "ru": "x" }, "percent": "10" });
    assert_eq!(save(&manager, free).await["__typename"], "PromotionSaved");
    assert_eq!(rush(6).await, 6);
    app.done().await;
}

/// Used up between the look and the hold: who has seen the lower price is asked.
#[tokio::test]
async fn who_comes_too_late_for_a_campaign_is_asked() {
    let app = TestApp::new().await;
    let (ana, ben, manager) = (app.visitor(), app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = app.ride("501").await;
    campaign(&manager, "10", json!({ "usesLimit": 1 })).await;
    let seen = amount(&seat_prices(&ben, &ride).await["price"]);
    assert_eq!(seen, 54_000);
    let first = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    let mut input = hold_input(std::slice::from_ref(&ride), 1, None);
    input["segments"][0]["expectedPrice"] = json!("540");
    assert_eq!(ben.try_hold(&input).await["__typename"], "PriceChanged");
    app.advance(TimeDelta::seconds(6));
    assert_eq!(amount(&seat_prices(&ben, &ride).await["price"]), 60_000, "and it is no longer shown");
    // The first lets it end without paying: it is there again, and money that comes for it later goes back.
    ana.name(&first).await;
    let started = ana.try_pay(&first).await;
    app.advance(TimeDelta::minutes(20));
    let late = ben.try_hold(&input).await;
    assert_eq!(off(&ben, &tests::bought(&late)).await.len(), 1, "{late}");
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    let order = ana.order(&first).await;
    assert_ne!(order["status"], "PAID", "{order}");
    app.done().await;
}

#[tokio::test]
async fn a_campaign_has_no_terms_of_orders_and_customers() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let bad = json!({
        "names": { "ru": "x" }, "percent": "10", "minimum": "100", "customerLimit": 1, "weekdays": [8], "categories": ["NOBODY"], "budget": "-1",
    });
    let answer = save(&manager, bad).await;
    let mut found = wrong(&answer);
    found.sort_unstable();
    let mut expected = [
        ("weekdays", "WEEKDAY"),
        ("categories", "CATEGORY_NOT_HERE"),
        ("budget", "AMOUNT"),
        ("minimum", "NOT_OF_CAMPAIGN"),
        ("customerLimit", "NOT_OF_CAMPAIGN"),
    ];
    expected.sort_unstable();
    assert_eq!(found, expected);
    app.done().await;
}

/// Uses of all promotions of a page are counted by one statement.
#[tokio::test]
async fn uses_of_a_page_are_counted_at_once() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let query = "{ promotions { nodes { code uses { orders } } } }";
    let count = async |least: usize| {
        let before = app.app.db.queries();
        let found = manager.send(query, json!({})).await.data("promotions");
        assert!(found["nodes"].as_array().unwrap().len() >= least);
        app.app.db.queries() - before
    };
    make(&manager, "FIRST", "10", json!({})).await;
    count(1).await;
    let one = count(1).await;
    for n in 0..8 {
        make(&manager, &format!("MORE{n}"), "10", json!({})).await;
    }
    count(9).await;
    assert_eq!(count(9).await, one);
    app.done().await;
}

/// An exchanged ticket keeps the order's code where it is for the new ride, and the offer says whether it does.
#[tokio::test]
async fn a_code_goes_along_to_a_ride_that_it_is_for() {
    let app = TestApp::new().await;
    let (ana, manager, cashier) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await, app.staff("CASHIER").await);
    let (ride, later, other) =
        (app.ride("501").await, app.ride_after("501", TimeDelta::hours(20)).await, app.ride("505").await);
    let route = api::graphql::Gid::of(api::graphql::Kind::Route, ride.trip.route.id).to_string();
    make(&manager, "KARAKOL", "10", json!({ "routes": [route] })).await;
    let order = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    ana.name(&order).await;
    assert_eq!(apply(&ana, &order, Some("KARAKOL")).await["__typename"], "OrderChanged");
    let order = ana.pay(&app, order).await;
    let line = crate::exchange::seats(&ana, &order).await[0]["id"].clone();
    let query = "mutation($i: QuoteExchangeInput!) { quoteExchange(input: $i) { ... on ExchangeQuoted { exchange { \
        lines { codeKept explanation { rule amount { amount } } } } } } }";
    for (to, kept) in [(&later, true), (&other, false)] {
        let moves = json!([{ "lineId": line, "tripId": to.id(), "from": to.from, "to": to.to }]);
        let quoted = cashier.send(query, json!({ "i": { "orderId": order.id, "moves": moves } })).await;
        let quoted = quoted.data("quoteExchange")["exchange"]["lines"][0].clone();
        let lines = quoted["explanation"].as_array().unwrap();
        let code = lines.iter().any(|line| line["rule"].as_str().is_some_and(|rule| rule.starts_with("promotion:")));
        assert_eq!((&quoted["codeKept"], code), (&json!(kept), kept), "{quoted}");
    }
    app.done().await;
}
