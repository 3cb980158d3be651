use tests::{TestApp, TimeDelta, bought, hold_input, json};

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
