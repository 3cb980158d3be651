use chrono::TimeDelta;
use tests::{TestApp, json};

use crate::route::{change, journeys, on_sale, prices, record};
use crate::station::wrong;

/// The list made last that holds on the day decides alone; the order keeps what it was made with.
#[tokio::test]
async fn the_newest_list_of_the_day_decides() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (route, stations, _, _) = on_sale(&app, &manager).await;
    let fare = async |days: i64, from: usize, to: usize| {
        let day = (app.today() + TimeDelta::days(days)).to_string();
        journeys(&app, &stations[from], &stations[to], &day).await[0]["priceFrom"]["amount"].clone()
    };
    let usual = fare(2, 0, 2).await;
    // The fee for the service and the station's are on top of the fare.
    assert!(usual.as_str().unwrap().parse::<f64>().unwrap() >= 420.5, "{usual}");

    // 1 December 2026 is a Tuesday: dearer on Saturdays from the 12th on, and half of the way is not sold then.
    app.advance(TimeDelta::minutes(1));
    let mut weekend = prices(&app, &route, &stations);
    weekend["name"] = json!("Субботы");
    weekend["firstDate"] = json!("2026-12-12");
    weekend["lastDate"] = json!("2026-12-31");
    weekend["weekdays"] = json!([6]);
    weekend["prices"] = json!([{ "fromId": stations[0], "toId": stations[2], "amount": "1000" }]);
    assert_eq!(change(&manager, "savePriceList", &weekend).await["priceList"]["version"], 1);
    assert_eq!((fare(4, 0, 2).await, fare(10, 0, 2).await), (usual.clone(), usual.clone()));
    let dear = fare(11, 0, 2).await;
    assert!(dear.as_str().unwrap().parse::<f64>().unwrap() >= 1000.0, "{dear}");
    assert_eq!((fare(12, 0, 2).await, fare(11, 0, 1).await), (usual.clone(), json!(null)));
    assert_ne!(fare(12, 0, 1).await, json!(null));

    // Out of use it decides nothing.
    let known = record(&manager, "777").await["priceLists"][0].clone();
    assert_eq!(known["name"], "Субботы");
    weekend["id"] = known["id"].clone();
    weekend["version"] = json!(1);
    weekend["active"] = json!(false);
    assert_eq!(change(&manager, "savePriceList", &weekend).await["priceList"]["version"], 2);
    assert_eq!(fare(11, 0, 2).await, usual);
    assert_eq!(change(&manager, "savePriceList", &weekend).await["code"], "CHANGED_MEANWHILE");
    app.done().await;
}

#[tokio::test]
async fn every_mistake_of_a_list_is_told_at_its_field() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (route, stations, _, _) = on_sale(&app, &manager).await;
    let bad = json!({
        "routeId": route, "name": "", "firstDate": "2026-12-12", "lastDate": "2026-12-01", "weekdays": [8], "currency": "SOMS",
        "prices": [
            { "fromId": stations[0], "toId": stations[1], "amount": "-1" },
            { "fromId": stations[0], "toId": stations[1], "amount": "1" },
            { "fromId": "nonsense", "toId": stations[1], "amount": "1.005" },
        ],
    });
    let expected = [
        ("name", "REQUIRED"),
        ("lastDate", "ENDS_BEFORE_START"),
        ("weekdays", "WEEKDAY"),
        ("currency", "CURRENCY"),
        ("prices.0.amount", "AMOUNT"),
        ("prices.1.toId", "PAIR_TWICE"),
        ("prices.2.fromId", "NO_SUCH_STOP"),
        ("prices.2.amount", "AMOUNT"),
    ];
    assert_eq!(wrong(&change(&manager, "savePriceList", &bad).await), expected);
    app.done().await;
}

/// A feed's line with a list of the office: the list decides, before it and after it the feed's tariff does.
#[tokio::test]
async fn a_list_stands_before_a_feed_s_tariff() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ride = app.ride("501").await;
    let route = record(&manager, "501").await;
    let calls = route["departures"][0]["calls"].as_array().unwrap().clone();
    let query = "query($r: ID!, $f: ID!, $t: ID!, $d: Date!) { priceCalculation(routeId: $r, fromId: $f, toId: $t, date: $d) { \
                 category { code } lines { kind amount { amount } } total { amount } } }";
    let (from, to) = (&calls[0]["stop"]["id"], &calls.last().unwrap()["stop"]["id"]);
    let calculate = async |day: &str| {
        manager.send(query, json!({ "r": route["id"], "f": from, "t": to, "d": day })).await.data("priceCalculation")
    };
    let adult = |prices: &tests::Value| prices[0]["lines"][0]["amount"]["amount"].as_str().unwrap().to_owned();
    let before = calculate("2026-12-10").await;
    let station = |id: &tests::Value| {
        let id = api::graphql::Gid::read(api::graphql::Kind::Stop, id.as_str().unwrap()).unwrap();
        let call = ride.trip.calls.iter().find(|call| call.stop.id == id).unwrap();
        json!(api::graphql::Gid::of(api::graphql::Kind::Stop, call.stop.parent.unwrap_or(id)).to_string())
    };
    let list = json!({
        "routeId": route["id"], "name": "Зима", "firstDate": "2026-12-10", "lastDate": "2026-12-20",
        "weekdays": [1, 2, 3, 4, 5, 6, 7], "currency": "KGS",
        "prices": [{ "fromId": station(from), "toId": station(to), "amount": "333" }],
    });
    assert_eq!(change(&manager, "savePriceList", &list).await["__typename"], "PriceListSaved");
    let during = calculate("2026-12-10").await;
    assert_eq!(adult(&during), "333.00", "{during}");
    assert!(during.as_array().unwrap().len() > 2, "children and others have their discounts: {during}");
    assert_eq!(calculate("2026-12-21").await, before);
    app.done().await;
}

#[tokio::test]
async fn prices_are_filled_in_by_distance() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (_, stations, path, _) = on_sale(&app, &manager).await;
    let query = "query($p: ID!, $r: ByDistanceInput!) { pricesByDistance(pathId: $p, rule: $r) { fromId toId price { amount } } }";
    let rule = json!({ "base": "30", "perKm": "2.50", "step": "10", "least": "50", "currency": "KGS" });
    let filled = manager.send(query, json!({ "p": path, "r": rule })).await.data("pricesByDistance");
    // 50 km: 155; 160 km: 430; 110 km: 305, each to the nearest ten, five upwards.
    let price = |from: usize, to: usize, amount: &str| json!({ "fromId": stations[from], "toId": stations[to], "price": { "amount": amount } });
    assert_eq!(filled, json!([price(0, 1, "160.00"), price(0, 2, "430.00"), price(1, 2, "310.00")]));
    let wrong = json!({ "base": "-1", "perKm": "1", "step": "1", "currency": "KGS" });
    assert_eq!(manager.send(query, json!({ "p": path, "r": wrong })).await.code(), "BAD_INPUT");
    app.done().await;
}
