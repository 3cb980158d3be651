use futures::future::join_all;
use tests::{TestApp, hold_input, json};

use super::change;

#[tokio::test]
async fn who_gets_on_or_off_at_a_stop_that_is_left_out_is_paid_back_and_nobody_else() {
    let app = TestApp::new().await;
    let (ana, ben, cid, ride) = (app.visitor(), app.visitor(), app.visitor(), app.ride("501").await);
    assert!(ride.to >= 3, "a line with stops on the way");
    let off = ana.buy(&app, &[ride.piece(0, 1)], 1).await;
    let on = ana.buy(&app, &[ride.piece(1, ride.to)], 2).await;
    let through = ben.buy(&app, std::slice::from_ref(&ride), 1).await;
    let held = cid.hold(&[ride.piece(1, ride.to)], 1, None).await;
    cid.name(&held).await;
    let started = cid.try_pay(&held).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let query = "query($t: ID!) { tripConsequences(tripId: $t, stoppingAt: 1) { orders passengers } }";
    let seen = dispatcher.send(query, json!({ "t": ride.id() })).await.data("tripConsequences");
    assert_eq!(seen, json!({ "orders": 2, "passengers": 3 }));

    let before = app.messages().await.len();
    let input = json!({ "tripId": ride.id(), "call": 1 });
    assert_eq!(change(&dispatcher, "skipStop", input.clone()).await["ordersReturned"], 3);
    for piece in [ride.piece(0, 1), ride.piece(1, ride.to)] {
        let refused = cid.try_hold(&hold_input(&[piece], 1, None)).await;
        assert_eq!((&refused["__typename"], &refused["reason"]), (&json!("NotOnSale"), &json!("STOP_SKIPPED")));
    }
    assert_eq!(cid.try_hold(&hold_input(std::slice::from_ref(&ride), 1, None)).await["__typename"], "HeldSeats");
    app.run_jobs().await;
    for order in [&off, &on] {
        let seen = ana.order(order).await;
        assert_eq!((&seen["status"], &seen["refunds"][0]["amount"]), (&json!("REFUNDED"), &seen["total"]), "{seen}");
    }
    assert_eq!(ben.order(&through).await["status"], "PAID");
    assert_eq!(cid.order(&held).await["status"], "CANCELLED");
    let told = app.messages().await.split_off(before);
    let stop = &ride.trip.calls[1].stop.names.en;
    assert!(told.iter().any(|(.., text)| text.contains(stop.as_str())), "{stop}: {told:?}");

    // Money that was on its way buys nothing.
    cid.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    assert_eq!(cid.order(&held).await["paid"]["amount"], "0.00");

    // Said again it does nothing; taken back it is sold again, and left out again it returns what came between.
    assert_eq!(change(&dispatcher, "skipStop", input.clone()).await["ordersReturned"], 0);
    change(&dispatcher, "skipStop", json!({ "tripId": ride.id(), "call": 1, "skip": false })).await;
    let again = ana.buy(&app, &[ride.piece(1, ride.to)], 1).await;
    assert_eq!(change(&dispatcher, "skipStop", input).await["ordersReturned"], 1);
    app.run_jobs().await;
    assert_eq!(ana.order(&again).await["status"], "REFUNDED");
    app.done().await;
}

#[tokio::test]
async fn a_trip_begins_and_ends_where_it_should() {
    let app = TestApp::new().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    for (call, code) in [(0, "FIRST_OR_LAST"), (ride.to, "FIRST_OR_LAST"), (99, "NO_SUCH_CALL")] {
        let wrong = change(&dispatcher, "skipStop", json!({ "tripId": ride.id(), "call": call })).await;
        assert_eq!(wrong["fields"][0]["code"], code, "{wrong}");
    }
    app.advance(ride.trip.calls[1].departure - app.now());
    let dispatcher = app.staff("DISPATCHER").await;
    let passed = change(&dispatcher, "skipStop", json!({ "tripId": ride.id(), "call": 1 })).await;
    assert_eq!(passed["fields"][0]["code"], "STOP_PASSED");
    change(&dispatcher, "cancelTrip", json!({ "tripId": ride.id() })).await;
    let over = change(&dispatcher, "skipStop", json!({ "tripId": ride.id(), "call": 1 })).await;
    assert_eq!(over["fields"][0]["code"], "TRIP_OVER");
    app.done().await;
}

/// Buyers pay and hold while the stop is left out: nobody keeps a ticket for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn leaving_a_stop_out_races_with_sales() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await.piece(1, 2);
    let dispatcher = app.staff("DISPATCHER").await;
    let mut buyers = Vec::new();
    for seat in 1..=10 {
        let buyer = app.visitor();
        let order = buyer.hold(std::slice::from_ref(&ride), 1, Some(&[&seat.to_string()])).await;
        buyer.name(&order).await;
        let started = buyer.try_pay(&order).await;
        buyers.push((buyer, order, started["payment"]["redirectUrl"].as_str().unwrap().to_owned()));
    }
    let pay = join_all(buyers.iter().map(|(buyer, _, redirect)| buyer.at_bank(redirect, "pay")));
    let inputs: Vec<_> =
        (11..=17).map(|seat: i32| hold_input(std::slice::from_ref(&ride), 1, Some(&[&seat.to_string()]))).collect();
    let hold = join_all(inputs.iter().map(|input| {
        let late = app.visitor();
        async move { late.try_hold(input).await }
    }));
    let jobs = async {
        for _ in 0..5 {
            app.run_jobs().await;
        }
    };
    let skip = change(&dispatcher, "skipStop", json!({ "tripId": ride.id(), "call": 1 }));
    let (_, _, (), skipped) = tokio::join!(pay, hold, jobs, skip);
    assert_eq!(skipped["__typename"], "TripChanged");
    app.run_jobs().await;
    app.run_jobs().await;
    for (buyer, order, _) in &buyers {
        let seen = buyer.order(order).await;
        assert_eq!(seen["paid"]["amount"], "0.00", "{seen}");
        assert_eq!(seen["refunds"][0]["state"], "DONE", "{seen}");
    }
    assert_eq!(app.claimed(ride.trip.id).await, 0, "nothing for the stop is held or sold");
    app.done().await;
}

/// A job begins as soon as it is committed, which may be before its process has heard that the trip is another.
#[tokio::test]
async fn an_order_is_returned_whatever_is_remembered_of_the_trip() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await.piece(1, 2);
    let (ana, ben) = (app.visitor(), app.visitor());
    let paid = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let held = ben.hold(std::slice::from_ref(&ride), 1, None).await;
    let id = ride.trip.id;
    let row = if app.app.db.is_sqlite() { format!("x'{}'", id.simple()) } else { format!("'{id}'") };
    let job = async |order: &tests::Bought| {
        let order = api::graphql::Gid::read(api::graphql::Kind::Order, &order.id).unwrap();
        let payload = json!({ "order": order, "trip": id, "call": 1 });
        assert!(api::features::refund::return_skipped(&app.app, &payload).await.is_ok());
    };
    let seen = async || (ana.order(&paid).await["status"].clone(), ben.order(&held).await["status"].clone());
    // It stops there: nothing is returned.
    job(&paid).await;
    job(&held).await;
    assert_eq!(seen().await, (json!("PAID"), json!("HELD")));
    // Left out, and nobody has told this process.
    app.break_by_hand(&format!("UPDATE trip SET skipped = '[1]' WHERE id = {row}")).await;
    job(&paid).await;
    job(&held).await;
    assert_eq!(seen().await, (json!("REFUNDED"), json!("CANCELLED")));
    app.run_jobs().await;
    assert_eq!(app.claimed(id).await, 0);
    app.done().await;
}
