use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, Set};
use serde_json::{Value, json};

use super::{demo, search};

fn journeys(result: &Value) -> &Vec<Value> {
    result["journeys"].as_array().unwrap()
}

fn numbers(result: &Value) -> Vec<String> {
    let segments = journeys(result).iter().flat_map(|journey| journey["segments"].as_array().unwrap());
    segments.map(|segment| segment["trip"]["number"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn direct_journeys_of_a_day() {
    let app = demo().await;
    let found = search(&app, "bishkek", "каракол", "2026-12-03", json!({})).await;
    assert_eq!((&found["from"]["name"], &found["to"]["kind"]), (&json!("Бишкек"), &json!("PLACE")));
    assert_eq!(journeys(&found).len(), 18);
    let first = &journeys(&found)[0];
    assert_eq!(first["state"], "ON_SALE");
    assert_eq!(first["departure"]["local"], "2026-12-03T06:30:00");
    assert_eq!(first["arrival"]["local"], "2026-12-03T12:57:00");
    assert_eq!(
        (&first["durationMinutes"], &first["changes"], &first["changeMinutes"]),
        (&json!(387), &json!(0), &json!(null))
    );
    assert_eq!(first["priceFrom"], json!({ "amount": "600.00", "currency": "KGS" }));
    assert_eq!(first["priceTotal"], first["priceFrom"]);
    assert_eq!((&first["seatsLeft"], &first["segments"][0]["trip"]["vehicle"]["seatCount"]), (&json!(19), &json!(19)));
    let departures: Vec<&str> = journeys(&found).iter().map(|j| j["departure"]["at"].as_str().unwrap()).collect();
    assert!(departures.is_sorted());
    app.done().await;
}

#[tokio::test]
async fn neighbouring_days_and_facets() {
    let app = demo().await;
    let found = search(&app, "Бишкек", "Каракол", "2026-12-01", json!({})).await;
    let days: Vec<(&str, i64)> = found["days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| (d["date"].as_str().unwrap(), d["journeys"].as_i64().unwrap()))
        .collect();
    let expected = [
        ("2026-11-28", 0),
        ("2026-11-29", 0),
        ("2026-11-30", 0),
        ("2026-12-01", 18),
        ("2026-12-02", 18),
        ("2026-12-03", 18),
        ("2026-12-04", 20),
    ];
    assert_eq!(days, expected, "yesterday is over; Friday has more");
    assert_eq!(found["days"][3]["priceFrom"]["amount"], "600.00");
    let count: i64 = found["facets"]["carriers"].as_array().unwrap().iter().map(|f| f["count"].as_i64().unwrap()).sum();
    assert_eq!(count, journeys(&found).len() as i64);
    assert_eq!(found["facets"]["vehicleClasses"][0]["vehicleClass"], "minibus");
    app.done().await;
}

#[tokio::test]
async fn the_price_of_a_party() {
    let app = demo().await;
    let price = async |passengers: Value, from: &str, to: &str| {
        let found = search(&app, from, to, "2026-12-03", json!({ "passengers": passengers })).await;
        journeys(&found)[0]["priceTotal"]["amount"].as_str().unwrap().to_owned()
    };
    let count = |category: &str, count: i32| json!({ "category": category, "count": count });
    assert_eq!(price(json!([count("ADULT", 2), count("CHILD", 1)]), "Бишкек", "Каракол").await, "1500.00");
    assert_eq!(price(json!([count("ADULT", 1), count("INFANT", 1)]), "Бишкек", "Каракол").await, "600.00");
    assert_eq!(price(json!([count("STUDENT", 1)]), "Бишкек", "Каракол").await, "540.00", "in term time");
    assert_eq!(price(json!([count("ADULT", 10)]), "Бишкек", "Каракол").await, "5400.00", "a group of ten");
    assert_eq!(price(json!([count("STUDENT", 1)]), "Бишкек", "Алматы").await, "600.00", "no such discount abroad");
    app.done().await;
}

#[tokio::test]
async fn abroad_the_clock_is_of_the_stop_and_the_currency_of_the_country() {
    let app = demo().await;
    let there = search(&app, "Бишкек", "Almaty", "2026-12-03", json!({})).await;
    let first = &journeys(&there)[0];
    assert_eq!(
        (&first["departure"]["local"], &first["departure"]["timeZone"]),
        (&json!("2026-12-03T08:00:00"), &json!("Asia/Bishkek"))
    );
    assert_eq!(
        first["arrival"],
        json!({ "local": "2026-12-03T12:00:00", "timeZone": "Asia/Almaty", "offsetMinutes": 300 })
    );
    assert_eq!(first["durationMinutes"], 300);
    let back = search(&app, "Алматы", "Бишкек", "2026-12-03", json!({})).await;
    assert_eq!(journeys(&back)[0]["priceFrom"], json!({ "amount": "3300.00", "currency": "KZT" }));
    app.done().await;
}

#[tokio::test]
async fn one_change_where_nothing_is_direct() {
    let app = demo().await;
    let found = search(&app, "Нарын", "Талас", "2026-12-03", json!({})).await;
    assert!(!journeys(&found).is_empty());
    for journey in journeys(&found) {
        assert_eq!(journey["changes"], 1);
        assert!(journey["changeMinutes"].as_i64().unwrap() >= 60, "between two stations of Bishkek");
        let [first, second] = [0, 1].map(|n| &journey["segments"][n]);
        assert_eq!(first["to"]["stop"]["code"], "BISNEW-P4");
        assert_eq!(second["from"]["stop"]["code"], "BISAKK-P1");
        assert_eq!(journey["priceFrom"]["amount"], "1100.00");
    }
    assert_eq!(found["days"][3]["journeys"], journeys(&found).len());
    let direct_only = search(&app, "Нарын", "Талас", "2026-12-03", json!({ "filter": { "maxChanges": 0 } })).await;
    assert!(journeys(&direct_only).is_empty());
    app.done().await;
}

#[tokio::test]
async fn departed_cancelled_and_unsold_ones_are_told_apart() {
    let app = demo().await;
    // Noon: those of the morning are gone.
    let today = search(&app, "Бишкек", "Каракол", "2026-12-01", json!({})).await;
    let state = |number: &str| {
        let all = journeys(&today).iter();
        let found = all
            .map(|journey| (&journey["segments"][0]["trip"]["number"], &journey["state"]))
            .find(|(n, _)| *n == number);
        found.map(|(_, state)| state.as_str().unwrap().to_owned())
    };
    assert_eq!(state("501-0630").as_deref(), Some("DEPARTED"));
    assert_eq!(state("501Н-2200").as_deref(), Some("ON_SALE"));

    let trips = crate::network::trips_on(&app, "2026-12-03").await;
    let cancelled = trips.iter().find(|trip| trip.number == "501-0630").unwrap();
    let tx = app.db.begin().await.unwrap();
    let row = entity::trip::ActiveModel { id: Set(cancelled.id), state: Set("CANCELLED".into()), ..Default::default() };
    row.update(&tx).await.unwrap();
    tx.commit().await.unwrap();
    api::features::network::forget_trip(&app, cancelled.id);
    let found = search(&app, "Бишкек", "Каракол", "2026-12-03", json!({})).await;
    assert_eq!(journeys(&found)[0]["state"], "CANCELLED");

    let suburban = search(&app, "Бишкек, Восточный", "Кант", "2026-12-03", json!({})).await;
    let by_route = |number: &str| {
        journeys(&suburban).iter().find(|j| j["segments"][0]["trip"]["route"]["number"] == number).unwrap().clone()
    };
    assert_eq!(by_route("351")["segments"][0]["notOnSaleReason"], "NOT_SOLD_ONLINE");
    assert_eq!(by_route("350")["state"], "ON_SALE");
    let cabotage = search(&app, "Кордай", "Алматы", "2026-12-03", json!({})).await;
    assert!(journeys(&cabotage).iter().all(|journey| journey["state"] != "ON_SALE"), "not sold within Kazakhstan");
    app.done().await;
}

#[tokio::test]
async fn seats_are_counted_on_the_asked_piece() {
    let app = demo().await;
    let trips = crate::network::trips_on(&app, "2026-12-03").await;
    let trip = trips.iter().find(|trip| trip.number == "501-0630").unwrap();
    // Seat 1 from Bishkek to Balykchy, seats 2 and 3 from there to Karakol.
    let middle = trip.calls.iter().find(|call| call.stop.code == "BALYK").unwrap().sequence;
    let last = trip.calls.last().unwrap().sequence;
    let tx = app.db.begin().await.unwrap();
    for (seat, legs) in [(1, 0..middle), (2, middle..last), (3, middle..last)] {
        for leg in legs {
            let claim = entity::claim::ActiveModel {
                space_id: Set(trip.id),
                seat: Set(seat),
                leg: Set(leg),
                line_id: Set(app.ids.new()),
                held_until: Set(None),
            };
            claim.insert(&tx).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    let left = async |from: &str, to: &str| {
        let found = search(&app, from, to, "2026-12-03", json!({})).await;
        let all = journeys(&found).iter();
        let this = all.map(|j| &j["segments"][0]).find(|segment| segment["trip"]["number"] == "501-0630");
        this.unwrap()["seatsLeft"].as_i64().unwrap()
    };
    assert_eq!(left("Бишкек", "Балыкчы").await, 18);
    assert_eq!(left("Балыкчы", "Каракол").await, 17);
    assert_eq!(left("Бишкек", "Каракол").await, 16);
    app.discard().await;
}

#[tokio::test]
async fn filters_and_orders() {
    let app = demo().await;
    let all = search(&app, "Бишкек", "Каракол", "2026-12-03", json!({})).await;
    let carrier = journeys(&all).iter().find(|j| j["segments"][0]["trip"]["carrier"]["code"] == "B").unwrap();
    let carrier = carrier["segments"][0]["trip"]["carrier"]["id"].clone();
    let filtered =
        async |filter: Value| search(&app, "Бишкек", "Каракол", "2026-12-03", json!({ "filter": filter })).await;
    assert_eq!(journeys(&filtered(json!({ "carriers": [carrier] })).await).len(), 3);
    assert_eq!(journeys(&filtered(json!({ "vehicleClasses": ["coach"] })).await).len(), 3);
    assert_eq!(journeys(&filtered(json!({ "kinds": ["RAIL"] })).await).len(), 0);
    let evening = filtered(json!({ "departAfter": "20:00", "departBefore": "22:30" })).await;
    assert!(
        journeys(&evening)
            .iter()
            .all(|j| (20..=22).contains(&j["departure"]["local"].as_str().unwrap()[11..13].parse::<i32>().unwrap()))
    );
    assert_eq!(evening["facets"]["carriers"], all["facets"]["carriers"], "facets are of the unfiltered result");
    let by_price = search(&app, "Бишкек", "Каракол", "2026-12-03", json!({ "sort": "PRICE" })).await;
    let prices: Vec<f64> =
        journeys(&by_price).iter().map(|j| j["priceTotal"]["amount"].as_str().unwrap().parse().unwrap()).collect();
    assert!(prices.is_sorted() && prices[0] < prices[prices.len() - 1]);
    let by_time = search(&app, "Бишкек", "Каракол", "2026-12-03", json!({ "sort": "DURATION" })).await;
    let times: Vec<i64> = journeys(&by_time).iter().map(|j| j["durationMinutes"].as_i64().unwrap()).collect();
    assert!(times.is_sorted());
    app.done().await;
}

#[tokio::test]
async fn a_night_trip_belongs_to_the_day_it_is_boarded() {
    let app = demo().await;
    // 607 leaves Bishkek at 14:00 and Osh after midnight: from Osh it is the next day's.
    let found = search(&app, "Ош", "Исфана", "2026-12-03", json!({})).await;
    let night = journeys(&found).iter().find(|j| j["segments"][0]["trip"]["number"] == "607-1400").unwrap();
    assert!(night["departure"]["local"].as_str().unwrap().starts_with("2026-12-03T0"));
    app.done().await;
}

#[tokio::test]
async fn beyond_the_days_of_sale_there_is_nothing() {
    let app = demo().await;
    for day in ["2026-11-30", "2027-03-01"] {
        let found = search(&app, "Бишкек", "Каракол", day, json!({})).await;
        assert!(journeys(&found).is_empty(), "{day}");
    }
    app.clock.advance(TimeDelta::days(1));
    let found = search(&app, "Бишкек", "Каракол", "2026-12-01", json!({})).await;
    assert!(numbers(&found).is_empty());
    app.done().await;
}
