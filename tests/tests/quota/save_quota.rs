use chrono::TimeDelta;
use futures::future::join_all;
use tests::{Actor, Bought, TestApp, Value, bought, hold_input, json};

use super::{free, kept, of_trip, quotas, save};
use crate::route::{journeys, on_sale};
use crate::station::wrong;

/// A hold with a partner's key.
async fn hold_as_partner(visitor: &Actor, key: &str, input: &Value) -> Value {
    let query = "mutation($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename ... on UserError { code } ... on SeatsTaken { seats } } }";
    let body = json!({ "query": query, "variables": { "i": input } });
    let answer = visitor.raw(|request| request.header("x-api-key", key).json(&body)).await;
    answer.json::<Value>().await.unwrap()["data"]["holdSeats"].clone()
}

#[tokio::test]
async fn kept_seats_are_not_offered_and_not_sold() {
    let app = TestApp::new().await;
    let (ana, dispatcher) = (app.visitor(), app.staff("DISPATCHER").await);
    let ride = app.ride("501").await;
    assert_eq!(free(&ana, &ride).await.1, 19);
    let saved = save(
        &dispatcher,
        json!({ "tripId": ride.id(), "purpose": "STAFF", "seats": ["2", "1", "2"], "releaseMinutes": 60 }),
    )
    .await;
    assert_eq!((&saved["trips"], &saved["quota"]["seats"]), (&json!(1), &json!(["1", "2"])), "{saved}");
    let closed = json!({ "tripId": ride.id(), "purpose": "CLOSED", "seats": ["7"], "reason": "сломана спинка" });
    assert_eq!(save(&dispatcher, closed).await["__typename"], "QuotaSaved");

    // The map, the count, search and the hold say the same.
    assert_eq!(kept(&ana, &ride).await, ["1", "2", "7"]);
    assert_eq!(free(&ana, &ride).await.1, 16);
    let refused = ana.try_hold(&hold_input(std::slice::from_ref(&ride), 2, Some(&["1", "3"]))).await;
    assert_eq!((&refused["__typename"], &refused["seats"]), (&json!("SeatsTaken"), &json!(["1"])));
    let chosen = ana.hold(std::slice::from_ref(&ride), 16, None).await.seats;
    assert!(["1", "2", "7"].iter().all(|seat| !chosen.contains(&(*seat).to_owned())), "{chosen:?}");
    let none = ana.try_hold(&hold_input(std::slice::from_ref(&ride), 1, None)).await;
    assert_eq!((&none["__typename"], &none["seatsLeft"]), (&json!("NotEnoughSeats"), &json!(0)));

    // Staff get theirs, and nobody a closed one.
    assert_eq!(free(&dispatcher, &ride).await.0, ["1", "2"]);
    assert_eq!(dispatcher.hold(std::slice::from_ref(&ride), 1, Some(&["1"])).await.seats, ["1"]);
    let refused = dispatcher.try_hold(&hold_input(std::slice::from_ref(&ride), 1, Some(&["7"]))).await;
    assert_eq!(refused["__typename"], "SeatsTaken");
    assert_eq!(app.count("SELECT id FROM \"order\" WHERE channel = 'DESK'").await, 1);

    // An hour before departure they are everybody's; the closed one is not.
    app.advance(ride.trip.calls[0].departure - app.now() - TimeDelta::minutes(60));
    let (seats, left) = free(&ana, &ride).await;
    assert_eq!(i64::try_from(seats.len()).unwrap(), left);
    assert!(seats.contains(&"2".to_owned()) && !seats.contains(&"7".to_owned()), "{seats:?}");
    assert_eq!(app.visitor().hold(std::slice::from_ref(&ride), 1, Some(&["2"])).await.seats, ["2"]);
    app.done().await;
}

#[tokio::test]
async fn search_counts_what_may_be_bought() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (_, stations, _, departure) = on_sale(&app, &manager).await;
    let day = |days: i64| (app.today() + TimeDelta::days(days)).to_string();
    let seats = async |from: usize, to: usize, days: i64| {
        journeys(&app, &stations[from], &stations[to], &day(days)).await[0]["seatsLeft"].as_i64().unwrap()
    };
    let all = seats(0, 2, 2).await;
    let known = quotas(&manager, json!({ "d": departure })).await;
    assert_eq!(known["capacity"], all);
    assert_eq!(known["stops"][1]["id"], stations[1]);

    // For all coming trips: those on sale, and those that are made later.
    let two = json!({ "departureId": departure, "purpose": "STOP", "stopId": stations[1], "seats": ["1", "2"], "releaseMinutes": 0 });
    let saved = save(&manager, two).await;
    assert!(saved["trips"].as_i64().unwrap() > 30, "{saved}");
    assert_eq!((seats(0, 2, 2).await, seats(0, 1, 2).await, seats(1, 2, 2).await), (all - 2, all - 2, all));
    app.break_by_hand("DELETE FROM trip WHERE departs_at = (SELECT MAX(departs_at) FROM trip WHERE kept IS NOT NULL)")
        .await;
    let kept = async || app.count("SELECT id FROM trip WHERE kept IS NOT NULL").await;
    assert_eq!(kept().await, saved["trips"].as_i64().unwrap() - 1);
    api::features::network::generate_trips(&app.app, 60, &|_| {}).await.unwrap();
    assert!(kept().await >= saved["trips"].as_i64().unwrap());
    let like =
        "SELECT id FROM trip WHERE kept IS NULL AND series_id IN (SELECT series_id FROM trip WHERE kept IS NOT NULL)";
    assert_eq!(app.count(like).await, 0, "a trip that is made has them too");

    // On one trip they are given free in spite of that.
    let trip = "query($f: ID!, $t: ID!, $d: Date!) { searchJourneys(input: { from: $f, to: $t, date: $d }) { journeys { segments { trip { id } } } } }";
    let found = app.visitor().send(trip, json!({ "f": stations[0], "t": stations[2], "d": day(2) })).await;
    let id = found.data("searchJourneys")["journeys"][0]["segments"][0]["trip"]["id"].clone();
    let open = json!({ "tripId": id, "purpose": "OPEN", "seats": ["2"] });
    assert_eq!(save(&manager, open).await["trips"], 1);
    assert_eq!((seats(0, 2, 2).await, seats(0, 2, 3).await), (all - 1, all - 2));
    let purposes = |known: &Value| -> Vec<Value> {
        known["quotas"].as_array().unwrap().iter().map(|quota| quota["purpose"].clone()).collect()
    };
    assert_eq!(purposes(&quotas(&manager, json!({ "t": id })).await), ["STOP", "OPEN"]);
    assert_eq!(purposes(&quotas(&manager, json!({ "d": departure })).await), ["STOP"]);
    app.done().await;
}

#[tokio::test]
async fn channels_and_partners_have_seats_of_their_own() {
    let app = TestApp::new().await;
    let (ana, dispatcher) = (app.visitor(), app.staff("DISPATCHER").await);
    let ride = app.ride("501").await;
    let key = api::commands::make_key(&app.app, "aggregator".into(), Vec::new()).await.unwrap();
    let other = api::commands::make_key(&app.app, "other".into(), Vec::new()).await.unwrap();
    let partner = of_trip(&dispatcher, &ride).await["partners"][0].clone();
    assert_eq!(partner["name"], "aggregator");
    let input = json!({ "tripId": ride.id(), "purpose": "PARTNER", "partnerId": partner["id"], "seats": ["1"] });
    assert_eq!(save(&dispatcher, input).await["quota"]["partner"]["name"], "aggregator");
    let input = json!({ "tripId": ride.id(), "purpose": "CHANNELS", "channels": ["PARTNER", "DESK"], "seats": ["2"] });
    assert_eq!(save(&dispatcher, input).await["quota"]["channels"], json!(["PARTNER", "DESK"]));

    let one = |seat: &'static str| hold_input(std::slice::from_ref(&ride), 1, Some(&[seat]));
    assert_eq!(hold_as_partner(&ana, &other, &one("1")).await["seats"], json!(["1"]));
    assert_eq!(ana.try_hold(&one("2")).await["seats"], json!(["2"]));
    assert_eq!(hold_as_partner(&ana, &other, &one("2")).await["__typename"], "HeldSeats");
    assert_eq!(hold_as_partner(&ana, &key, &one("1")).await["__typename"], "HeldSeats");
    assert_eq!(app.count("SELECT id FROM \"order\" WHERE channel = 'PARTNER' AND partner_id IS NOT NULL").await, 2);
    app.done().await;
}

/// Where seats have no numbers, so many are kept from the last one down.
#[tokio::test]
async fn counted_places_are_kept_too() {
    let app = TestApp::new().await;
    let (ana, manager) = (app.visitor(), app.staff("TRANSPORT_MANAGER").await);
    let ride = app.ride("350").await;
    assert!(!ride.trip.reserved);
    let capacity = i64::from(ride.trip.capacity);
    let input = |places: i64| json!({ "tripId": ride.id(), "purpose": "RESERVE", "places": places });
    assert_eq!(wrong(&save(&manager, input(capacity + 1)).await), [("places", "BETWEEN")]);
    assert_eq!(save(&manager, input(capacity - 1)).await["quota"]["places"], capacity - 1);
    assert_eq!(free(&ana, &ride).await.1, 1);
    ana.hold(std::slice::from_ref(&ride), 1, None).await;
    let none = ana.try_hold(&hold_input(std::slice::from_ref(&ride), 1, None)).await;
    assert_eq!((&none["__typename"], &none["seatsLeft"]), (&json!("NotEnoughSeats"), &json!(0)));
    app.done().await;
}

#[tokio::test]
async fn what_is_sold_or_held_stays_so() {
    let app = TestApp::new().await;
    let (ana, ben, dispatcher) = (app.visitor(), app.visitor(), app.staff("DISPATCHER").await);
    let ride = app.ride("501").await;
    let sold = ana.hold(std::slice::from_ref(&ride), 1, Some(&["1"])).await;
    let sold = ana.pay(&app, sold).await;
    let held = ben.hold(std::slice::from_ref(&ride), 1, Some(&["2"])).await;
    let late = app.visitor();
    let expired = late.hold(std::slice::from_ref(&ride), 1, Some(&["3"])).await;
    late.name(&expired).await;
    let redirect = late.try_pay(&expired).await["payment"]["redirectUrl"].as_str().unwrap().to_owned();
    assert_eq!(of_trip(&dispatcher, &ride).await["taken"], json!(["1", "2", "3"]));

    let seats = json!({ "tripId": ride.id(), "purpose": "RESERVE", "seats": ["1", "2", "3"] });
    assert_eq!(save(&dispatcher, seats).await["__typename"], "QuotaSaved");
    assert_eq!(ana.order(&sold).await["segments"][0]["lines"][0]["ticket"]["valid"], true);
    ben.pay(&app, held.clone()).await;
    assert_eq!(ben.order(&held).await["status"], "PAID");

    // A hold that ended before it was paid had nothing: its seat is kept by now, and the money goes back.
    app.advance(TimeDelta::minutes(40));
    api::features::order::sweep(&app.app).await.unwrap();
    late.at_bank(&redirect, "pay").await;
    app.run_jobs().await;
    let order = late.order(&expired).await;
    assert_eq!(
        (&order["segments"][0]["lines"][0]["ticket"], &order["refunds"][0]["state"]),
        (&json!(null), &json!("DONE"))
    );
    app.done().await;
}

/// Buyers and the office want the same seats at once. Whoever was told "held" has one; after the office was told "kept",
/// nobody else got one.
async fn race(app: &TestApp, dispatcher: &Actor, seats: &[&'static str]) -> (Vec<Bought>, usize) {
    let ride = app.ride("501").await;
    let input = json!({ "tripId": ride.id(), "purpose": "RESERVE", "seats": seats });
    // What the server remembers is taken from it: the database alone decides.
    let forgetting = tokio::spawn({
        let (app, trip) = (app.app.clone(), ride.trip.id);
        async move {
            loop {
                api::features::inventory::forget(&app, [trip]);
                tokio::task::yield_now().await;
            }
        }
    });
    let buyers = seats.iter().map(|seat| {
        let (buyer, input) = (app.visitor(), hold_input(std::slice::from_ref(&ride), 1, Some(&[seat])));
        async move { buyer.try_hold(&input).await }
    });
    let (answers, kept) = tokio::join!(join_all(buyers), save(dispatcher, input));
    forgetting.abort();
    assert_eq!(kept["__typename"], "QuotaSaved");
    let held: Vec<Bought> = answers.iter().filter(|one| one["__typename"] == "HeldSeats").map(bought).collect();
    let refused = answers.iter().filter(|one| one["__typename"] == "SeatsTaken").count();
    assert_eq!(held.len() + refused, seats.len(), "{answers:?}");
    (held, refused)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_sale_is_before_the_quota_or_keeps_to_it() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("DISPATCHER").await;
    let seats = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    let (held, _) = race(&app, &dispatcher, &seats).await;
    let ride = app.ride("501").await;
    // Afterwards there are no others than those who were told so, and nobody can come any more.
    assert_eq!(app.claimed(ride.trip.id).await, 11 * u64::try_from(held.len()).unwrap());
    for seat in seats {
        let late = app.visitor().try_hold(&hold_input(std::slice::from_ref(&ride), 1, Some(&[seat]))).await;
        assert_eq!(late["__typename"], "SeatsTaken", "{late}");
    }
    app.done().await;
}

/// A replica that has not heard of it: what it remembers says free, the trip's row says kept. The control is the same hold
/// with that row put back.
#[tokio::test]
async fn the_row_decides_and_not_what_is_remembered() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    assert_eq!(free(&app.visitor(), &ride).await.1, 19);
    let kept = r#"[{"purpose":{"kind":"RESERVE"},"seats":["5"],"release_minutes":null}]"#;
    app.break_by_hand(&format!("UPDATE trip SET kept = '{kept}'")).await;
    let refused = app.visitor().try_hold(&hold_input(std::slice::from_ref(&ride), 1, Some(&["5"]))).await;
    assert_eq!(refused["__typename"], "SeatsTaken", "{refused}");
    app.break_by_hand("UPDATE trip SET kept = NULL").await;
    api::features::inventory::forget(&app.app, [ride.trip.id]);
    app.visitor().hold(std::slice::from_ref(&ride), 1, Some(&["5"])).await;
    app.done().await;
}

#[tokio::test]
async fn every_mistake_of_a_quota_is_told_at_its_field() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let ride = app.ride("501").await;
    let bad = json!({
        "tripId": ride.id(), "purpose": "CLOSED", "seats": ["1", "77"], "reason": " ", "releaseMinutes": -1,
    });
    assert_eq!(wrong(&save(&manager, bad).await), [("seats", "NO_SUCH_SEAT"), ("reason", "REQUIRED")]);
    let bad = json!({ "tripId": ride.id(), "purpose": "CHANNELS", "seats": [], "releaseMinutes": 50_000 });
    let expected = [("seats", "SEATS_CHOSEN"), ("channels", "REQUIRED"), ("releaseMinutes", "BETWEEN")];
    assert_eq!(wrong(&save(&manager, bad).await), expected);
    let bad = json!({ "tripId": ride.id(), "purpose": "PARTNER", "partnerId": "nonsense", "seats": ["1"] });
    assert_eq!(wrong(&save(&manager, bad).await), [("partnerId", "NO_SUCH_PARTNER")]);
    let first = of_trip(&manager, &ride).await;
    let bad = json!({ "tripId": ride.id(), "purpose": "STOP", "stopId": first["stops"][0]["id"], "seats": ["1"] });
    assert_eq!(wrong(&save(&manager, bad).await), [("stopId", "NO_SUCH_CALL")]);
    let bad = json!({ "departureId": first["departureId"], "purpose": "OPEN", "seats": ["1"] });
    assert_eq!(wrong(&save(&manager, bad).await), [("purpose", "ONLY_ON_TRIP")]);

    // Two people on one quota, and one that is another trip's.
    let good = json!({ "tripId": ride.id(), "purpose": "STAFF", "seats": ["1"] });
    let saved = save(&manager, good.clone()).await["quota"].clone();
    let mut again = good;
    again["id"] = saved["id"].clone();
    again["version"] = json!(1);
    again["seats"] = json!(["4"]);
    assert_eq!(save(&manager, again.clone()).await["quota"]["version"], 2);
    assert_eq!(kept(&app.visitor(), &ride).await, ["4"]);
    assert_eq!(save(&manager, again.clone()).await["code"], "CHANGED_MEANWHILE");
    again["tripId"] = json!(app.ride("505").await.id());
    let query = "mutation($i: SaveQuotaInput!) { saveQuota(input: $i) { __typename } }";
    assert_eq!(manager.send(query, json!({ "i": again })).await.code(), "NOT_FOUND");
    let neither = json!({ "purpose": "STAFF", "seats": ["1"] });
    assert_eq!(manager.send(query, json!({ "i": neither })).await.code(), "BAD_INPUT");
    app.done().await;
}
