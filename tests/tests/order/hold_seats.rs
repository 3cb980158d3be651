use tests::{TestApp, TimeDelta, Value, bought, hold_input, json};

#[tokio::test]
async fn a_held_seat_cannot_be_held_twice() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let (ana, ben) = (app.visitor(), app.visitor());

    ana.hold(std::slice::from_ref(&ride), 1, Some(&["1"])).await;
    let answer = ben.try_hold(&hold_input(std::slice::from_ref(&ride), 1, Some(&["1"]))).await;

    assert_eq!(answer["__typename"], "SeatsTaken");
    assert_eq!(answer["seats"], json!(["1"]));
    app.done().await;
}

#[tokio::test]
async fn a_seat_is_sold_again_on_the_legs_behind() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let visitor = app.visitor();

    let first = visitor.buy(&app, &[ride.piece(0, 3)], 1).await;
    let seat = first.seats[0].as_str();
    let second = visitor.hold(&[ride.piece(3, 7)], 1, Some(&[seat])).await;
    let across = visitor.try_hold(&hold_input(&[ride.piece(2, 4)], 1, Some(&[seat]))).await;

    assert_eq!(second.seats, [seat]);
    assert_eq!(across["__typename"], "SeatsTaken");
    app.done().await;
}

#[tokio::test]
async fn all_rides_are_held_or_none() {
    let app = TestApp::new().await;
    let there = app.ride("501").await;
    let back = app.ride_after("505", TimeDelta::hours(30)).await;
    let (ana, ben) = (app.visitor(), app.visitor());
    ana.hold(std::slice::from_ref(&back), 1, Some(&["4"])).await;

    let mut input = hold_input(&[there.clone(), back.clone()], 1, None);
    input["segments"][1]["seats"] = json!(["4"]);
    let answer = ben.try_hold(&input).await;

    assert_eq!(answer["__typename"], "SeatsTaken");
    assert_eq!(app.claimed(there.trip.id).await, 0);
    app.done().await;
}

#[tokio::test]
async fn a_hold_ends_by_the_clock_although_no_job_ran() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let (ana, ben) = (app.visitor(), app.visitor());
    let order = ana.hold(std::slice::from_ref(&ride), 1, Some(&["1"])).await;

    app.advance(TimeDelta::minutes(15));

    assert_eq!(ana.order(&order).await["status"], "EXPIRED");
    assert_eq!(ana.name(&order).await["__typename"], "HoldExpired");
    ben.hold(std::slice::from_ref(&ride), 1, Some(&["1"])).await;
    api::features::order::sweep(&app.app).await.unwrap();
    app.done().await;
}

#[tokio::test]
async fn the_same_key_holds_once() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let ana = app.visitor();
    let input = hold_input(std::slice::from_ref(&ride), 2, None);

    let first = bought(&ana.try_hold(&input).await);
    let again = bought(&ana.try_hold(&input).await);
    let mut other = input.clone();
    other["passengers"] = json!([{ "category": "ADULT" }]);
    let conflict = ana.try_hold(&other).await;

    assert_eq!(first.id, again.id);
    assert_eq!(conflict["__typename"], "IdempotencyConflict");
    assert_eq!(app.claimed(ride.trip.id).await, 2 * 11);
    app.done().await;
}

#[tokio::test]
async fn what_is_not_sold_is_named() {
    let app = TestApp::new().await;
    let (ana, ride) = (app.visitor(), app.ride("501").await);
    let check = async |input: tests::Value, want: tests::Value| {
        let answer = ana.try_hold(&input).await;
        for (key, value) in want.as_object().unwrap() {
            assert_eq!(&answer[key], value, "{answer}");
        }
    };
    let one = std::slice::from_ref(&ride);
    check(hold_input(&[ride.piece(3, 3)], 1, None), json!({ "reason": "NO_BOARDING_HERE" })).await;
    check(hold_input(&[ride.piece(0, 99)], 1, None), json!({ "reason": "NO_BOARDING_HERE" })).await;
    // The carrier may not carry within Kazakhstan: there is no price.
    let abroad = app.ride("903").await;
    let within = abroad
        .trip
        .calls
        .iter()
        .filter(|call| call.stop.zone.name() == "Asia/Almaty" && call.boarding)
        .map(|call| call.sequence);
    let within: Vec<i32> = within.collect();
    if let [from, .., to] = within.as_slice() {
        check(hold_input(&[abroad.piece(*from, *to)], 1, None), json!({ "reason": "NO_PRICE" })).await;
    }
    check(hold_input(&[app.ride("351").await], 1, None), json!({ "reason": "NOT_SOLD_ONLINE" })).await;
    check(hold_input(one, 20, None), json!({ "__typename": "NotEnoughSeats", "seatsLeft": 19 })).await;
    check(
        hold_input(one, 1, Some(&["99"])),
        json!({ "fields": [{ "path": "segments.0.seats", "code": "NO_SUCH_SEAT" }] }),
    )
    .await;
    check(
        hold_input(one, 2, Some(&["1", "1"])),
        json!({ "fields": [{ "path": "segments.0.seats", "code": "SEAT_TWICE" }] }),
    )
    .await;
    check(
        hold_input(one, 2, Some(&["1"])),
        json!({ "fields": [{ "path": "segments.0.seats", "code": "SEAT_COUNT" }] }),
    )
    .await;
    check(hold_input(one, 21, None), json!({ "fields": [{ "path": "passengers", "code": "PASSENGER_COUNT" }] })).await;
    let mut laps = hold_input(one, 1, None);
    laps["passengers"] = json!([{ "category": "ADULT" }, { "category": "INFANT" }, { "category": "INFANT" }]);
    check(laps, json!({ "fields": [{ "path": "passengers", "code": "LAPS_PER_ADULT" }] })).await;
    let mut unknown = hold_input(one, 1, None);
    unknown["passengers"] = json!([{ "category": "KING" }]);
    check(unknown, json!({ "fields": [{ "path": "passengers.0.category", "code": "CATEGORY_NOT_HERE" }] })).await;
    app.advance(ride.trip.calls[0].departure - app.app.clock.now());
    check(hold_input(one, 1, None), json!({ "reason": "DEPARTED" })).await;
    app.done().await;
}

#[tokio::test]
async fn open_seating_sells_its_capacity_on_every_leg() {
    let app = TestApp::new().await;
    let ride = app.ride("350").await;
    let ana = app.visitor();
    let capacity = usize::try_from(ride.trip.capacity).unwrap();
    assert!(!ride.trip.reserved);

    let mut left = capacity;
    while left > 0 {
        let party = left.min(10);
        ana.hold(&[ride.piece(0, 2)], party, None).await;
        left -= party;
    }
    let full = ana.try_hold(&hold_input(&[ride.piece(1, 3)], 1, None)).await;
    let behind = ana.try_hold(&hold_input(&[ride.piece(2, 3)], 5, None)).await;

    assert_eq!(full["__typename"], "NotEnoughSeats");
    assert_eq!(behind["__typename"], "HeldSeats", "{behind}");
    app.done().await;
}

#[tokio::test]
async fn a_quota_is_kept() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let ana = app.visitor();
    let mut input = hold_input(std::slice::from_ref(&ride), 1, None);
    input["passengers"] = json!([{ "category": "DISABILITY" }, { "category": "DISABILITY" }]);
    let first = ana.try_hold(&input).await;
    assert_eq!(first["__typename"], "HeldSeats", "{first}");

    let mut third = hold_input(std::slice::from_ref(&ride), 1, None);
    third["passengers"] = json!([{ "category": "DISABILITY" }]);
    let refused = ana.try_hold(&third).await;

    assert_eq!(refused["fields"][0]["code"], "CATEGORY_QUOTA", "{refused}");
    app.done().await;
}

/// Held, or when to try again.
async fn try_holds(actor: &tests::Actor, ride: &tests::Ride, adults: usize) -> Value {
    let query = "mutation($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename } }";
    let input = hold_input(std::slice::from_ref(ride), adults, None);
    let answer = actor.send(query, json!({ "i": input })).await;
    let refused = answer.body["errors"][0]["extensions"].clone();
    if refused.is_null() { answer.data("holdSeats") } else { refused }
}

#[tokio::test]
async fn one_address_holds_so_much_without_a_session() {
    let app = TestApp::with(|config| config.holds_per_address = Some(3)).await;
    let ride = app.ride("501").await;
    let (ana, ben) = (app.visitor(), app.visitor());
    let limited = json!({ "code": "RATE_LIMITED", "retryAfterSeconds": 3600 });
    let held = json!({ "__typename": "HeldSeats" });

    // Five seats count as two holds; what was not held and what was held before count for nothing.
    let input = hold_input(std::slice::from_ref(&ride), 5, None);
    bought(&ana.try_hold(&input).await);
    bought(&ana.try_hold(&input).await);
    let mut nobody = hold_input(std::slice::from_ref(&ride), 1, None);
    nobody["passengers"] = json!([]);
    assert_eq!(ana.try_hold(&nobody).await["code"], "INVALID_INPUT");
    assert_eq!(try_holds(&ana, &ride, 5).await, limited, "one is left, this counts as two");
    assert_eq!(try_holds(&ana, &ride, 1).await, held);
    assert_eq!(try_holds(&ana, &ride, 1).await, limited);

    // Others, and who is known, are not concerned.
    assert_eq!(try_holds(&ben, &ride, 1).await, held);
    let mut staff = app.staff("CASHIER").await;
    staff.address.clone_from(&ana.address);
    assert_eq!(try_holds(&staff, &ride, 1).await, held);
    let key = api::commands::make_key(&app.app, "aggregator".into(), Vec::new()).await.unwrap();
    let query = "mutation($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename } }";
    let body = json!({ "query": query, "variables": { "i": hold_input(std::slice::from_ref(&ride), 1, None) } });
    let answer = ana.raw(|request| request.header("x-api-key", key).json(&body)).await;
    assert_eq!(answer.json::<Value>().await.unwrap()["data"]["holdSeats"], held);

    app.advance(TimeDelta::minutes(61));
    assert_eq!(try_holds(&ana, &ride, 1).await, held);
    app.done().await;
}

#[tokio::test]
async fn production_limits_holds_and_a_demonstration_does_not() {
    let app = TestApp::new().await;
    let mut config = app.app.config.clone();
    assert_eq!(config.holds_per_address(), None);
    config.mode = api::config::Mode::Production;
    assert_eq!(config.holds_per_address(), Some(60));
    config.holds_per_address = Some(0);
    assert_eq!(config.holds_per_address(), None);
    app.done().await;
}
