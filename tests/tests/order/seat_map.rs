use tests::{TestApp, TimeDelta, json};

use crate::http::socket::Socket;

const CHANGED: &str = "subscription($t: ID!, $f: Int!, $o: Int!) { seatMapChanged(tripId: $t, from: $f, to: $o) \
    { full version seatsLeft states { label status } } }";

#[tokio::test]
async fn everybody_who_looks_sees_holds_sales_and_releases() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let ana = app.visitor();
    let mut socket = Socket::open(&app.url, json!({})).await;
    socket.subscribe("all", CHANGED, json!({ "t": ride.id(), "f": 0, "o": 11 })).await;
    socket.subscribe("behind", CHANGED, json!({ "t": ride.id(), "f": 5, "o": 11 })).await;
    let first = socket.next_data("all").await;
    assert_eq!(first["seatMapChanged"]["full"], true);
    assert_eq!(first["seatMapChanged"]["states"].as_array().unwrap().len(), 19);
    assert_eq!(socket.next_data("behind").await["seatMapChanged"]["seatsLeft"], 19);

    let order = ana.hold(&[ride.piece(0, 5)], 1, Some(&["3"])).await;
    let held = socket.next_data("all").await;
    assert_eq!(held["seatMapChanged"]["states"], json!([{ "label": "3", "status": "HELD" }]));
    assert_eq!(held["seatMapChanged"]["seatsLeft"], 18);

    ana.pay(&app, order).await;
    let sold = socket.next_data("all").await;
    assert_eq!(sold["seatMapChanged"]["states"], json!([{ "label": "3", "status": "SOLD" }]));

    // Who looks at the legs behind has seen nothing of it; now a seat there.
    ana.hold(&[ride.piece(5, 11)], 1, Some(&["3"])).await;
    let behind = socket.next_data("behind").await;
    assert_eq!(behind["seatMapChanged"]["states"], json!([{ "label": "3", "status": "HELD" }]));
    app.done().await;
}

#[tokio::test]
async fn a_hold_that_ends_frees_the_seat_on_the_map_without_a_job() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    app.visitor().hold(std::slice::from_ref(&ride), 1, Some(&["3"])).await;
    let mut socket = Socket::open(&app.url, json!({})).await;
    socket.subscribe("1", CHANGED, json!({ "t": ride.id(), "f": 0, "o": 11 })).await;
    assert_eq!(socket.next_data("1").await["seatMapChanged"]["seatsLeft"], 18);

    app.advance(TimeDelta::minutes(15));
    app.app.bus.resync();

    assert_eq!(socket.next_data("1").await["seatMapChanged"]["states"], json!([{ "label": "3", "status": "FREE" }]));
    app.done().await;
}

/// Two replicas know of each other only by Redis, so this is for the run that has it.
#[tokio::test]
async fn a_hold_on_one_replica_is_seen_on_the_other() {
    let app = TestApp::new().await;
    let Some(other) = app.replica().await else {
        app.done().await;
        return;
    };
    let ride = app.ride("501").await;
    let mut socket = Socket::open(&other.url, json!({})).await;
    socket.subscribe("1", CHANGED, json!({ "t": ride.id(), "f": 0, "o": 11 })).await;
    assert_eq!(socket.next_data("1").await["seatMapChanged"]["seatsLeft"], 19);

    app.visitor().hold(std::slice::from_ref(&ride), 1, Some(&["3"])).await;

    assert_eq!(socket.next_data("1").await["seatMapChanged"]["states"], json!([{ "label": "3", "status": "HELD" }]));
    // And a limit is common to both.
    let guesser = app.visitor();
    let elsewhere = other.visitor_like(&guesser);
    let order = app.visitor().hold(&[ride], 1, None).await;
    let query = "query($id: ID!) { order(id: $id, secret: \"wrong\") { id } }";
    for n in 0..10 {
        let asked = if n % 2 == 0 { &guesser } else { &elsewhere };
        asked.send(query, json!({ "id": order.id })).await.data("order");
    }
    assert_eq!(elsewhere.send(query, json!({ "id": order.id })).await.code(), "RATE_LIMITED");
    other.stop_only().await;
    app.done().await;
}

#[tokio::test]
async fn the_map_tells_a_trip_that_is_not_sold() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let query = "query($t: ID!, $f: Int!, $o: Int!) { seatMap(tripId: $t, from: $f, to: $o) { notOnSaleReason seatsLeft units { decks { cells { kind } } } } }";
    let ana = app.visitor();
    let map = ana.send(query, json!({ "t": ride.id(), "f": 0, "o": 11 })).await.data("seatMap");
    assert_eq!(map["notOnSaleReason"], json!(null));
    assert!(map["units"][0]["decks"][0]["cells"].as_array().unwrap().len() > 19);
    app.advance(ride.trip.calls[0].departure - app.app.clock.now() - TimeDelta::minutes(5));
    let map = ana.send(query, json!({ "t": ride.id(), "f": 0, "o": 11 })).await.data("seatMap");
    assert_eq!(map["notOnSaleReason"], "SALE_ENDED");
    assert_eq!(ana.send(query, json!({ "t": ride.id(), "f": 5, "o": 2 })).await.code(), "BAD_INPUT");
    app.done().await;
}

/// After a sale the state in memory is brought up to date without reading it: it has to be what the database says.
#[tokio::test]
async fn what_a_sale_leaves_in_memory_is_what_the_database_has() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let ana = app.visitor();
    let maps = async || {
        let mut maps = Vec::new();
        for (from, to) in [(0, 11), (0, 3), (3, 7), (7, 11)] {
            let query = "query($t: ID!, $f: Int!, $o: Int!) { seatMap(tripId: $t, from: $f, to: $o) { version seatsLeft states { label status } } }";
            let map = ana.send(query, json!({ "t": ride.id(), "f": from, "o": to })).await.data("seatMap");
            maps.push(map);
        }
        maps
    };
    maps().await;
    let mut seen = Vec::new();
    for (from, to, seats, pays) in [(0, 3, ["1", "2"], true), (3, 11, ["1", "3"], false), (2, 5, ["4", "5"], true)] {
        let order = ana.hold(&[ride.piece(from, to)], 2, Some(&seats)).await;
        if pays {
            ana.pay(&app, order).await;
        }
        let known = maps().await;
        assert!(!seen.contains(&known), "each sale is seen");
        // Everything is forgotten, and read from the database.
        api::features::inventory::forget(&app.app, [ride.trip.id]);
        app.advance(TimeDelta::seconds(2));
        assert_eq!(maps().await, known, "after {from}-{to} {seats:?}");
        seen.push(known);
    }
    // The second holder's seat is taken over when the hold has ended.
    app.advance(TimeDelta::minutes(16));
    ana.hold(&[ride.piece(5, 8)], 1, Some(&["3"])).await;
    let known = maps().await;
    api::features::inventory::forget(&app.app, [ride.trip.id]);
    app.advance(TimeDelta::seconds(2));
    assert_eq!(maps().await, known);
    app.done().await;
}
