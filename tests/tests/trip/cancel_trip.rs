use futures::future::join_all;
use tests::{TestApp, hold_input, json};

use super::change;

#[tokio::test]
async fn a_cancelled_trip_returns_everything_and_sells_nothing() {
    let app = TestApp::new().await;
    let (ana, ben, cid, ride) = (app.visitor(), app.visitor(), app.visitor(), app.ride("501").await);
    let other = app.ride("505").await;
    let paid = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let held = ben.hold(std::slice::from_ref(&ride), 1, Some(&["9"])).await;
    ben.name(&held).await;
    let started = ben.try_pay(&held).await;
    let elsewhere = cid.buy(&app, &[other], 1).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let before = app.messages().await.len();

    let cancelled = change(&dispatcher, "cancelTrip", json!({ "tripId": ride.id() })).await;
    assert_eq!((&cancelled["trip"]["state"], &cancelled["ordersReturned"]), (&json!("CANCELLED"), &json!(2)));
    let refused = cid.try_hold(&hold_input(std::slice::from_ref(&ride), 1, None)).await;
    assert_eq!((&refused["__typename"], &refused["reason"]), (&json!("NotOnSale"), &json!("CANCELLED")));
    app.run_jobs().await;

    let seen = ana.order(&paid).await;
    assert_eq!(seen["status"], "REFUNDED");
    assert_eq!(seen["refunds"][0]["state"], "DONE");
    assert_eq!(seen["refunds"][0]["amount"], seen["total"], "with all fees");
    assert_eq!(ben.order(&held).await["status"], "CANCELLED");
    assert_eq!(app.claimed(ride.trip.id).await, 0);
    assert_eq!(cid.order(&elsewhere).await["status"], "PAID", "another trip is not touched");
    let told = app.messages().await.split_off(before);
    assert!(
        told.iter().filter(|(.., text)| text.contains(&paid.number) || text.contains("cancelled")).count() >= 3,
        "{told:?}"
    );

    // Money that was on its way buys nothing and goes back.
    ben.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    let late = ben.order(&held).await;
    assert_eq!(late["refunds"][0]["state"], "DONE", "{late}");
    assert_eq!(late["paid"]["amount"], "0.00");

    let again = change(&dispatcher, "cancelTrip", json!({ "tripId": ride.id() })).await;
    assert_eq!(again["fields"][0]["code"], "TRIP_OVER");
    app.done().await;
}

/// Buyers pay while the dispatcher cancels: whoever has paid has the money back, nobody keeps a ticket.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_cancellation_races_with_sales() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let dispatcher = app.staff("DISPATCHER").await;
    let mut buyers = Vec::new();
    for seat in 1..=12 {
        let buyer = app.visitor();
        let order = buyer.hold(std::slice::from_ref(&ride), 1, Some(&[&seat.to_string()])).await;
        buyer.name(&order).await;
        let started = buyer.try_pay(&order).await;
        buyers.push((buyer, order, started["payment"]["redirectUrl"].as_str().unwrap().to_owned()));
    }
    let pay = join_all(buyers.iter().map(|(buyer, _, redirect)| buyer.at_bank(redirect, "pay")));
    let inputs: Vec<_> =
        (13..=19).map(|seat: i32| hold_input(std::slice::from_ref(&ride), 1, Some(&[&seat.to_string()]))).collect();
    let hold = join_all(inputs.iter().map(|input| {
        let late = app.visitor();
        async move { late.try_hold(input).await }
    }));
    let jobs = async {
        for _ in 0..5 {
            app.run_jobs().await;
        }
    };
    let cancel = change(&dispatcher, "cancelTrip", json!({ "tripId": ride.id() }));
    let (_, _, (), cancelled) = tokio::join!(pay, hold, jobs, cancel);
    assert_eq!(cancelled["trip"]["state"], "CANCELLED");
    app.run_jobs().await;
    app.run_jobs().await;
    for (buyer, order, _) in &buyers {
        let seen = buyer.order(order).await;
        assert_eq!(seen["paid"]["amount"], "0.00", "{seen}");
        assert_eq!(seen["refunds"][0]["state"], "DONE", "{seen}");
        assert!(seen["segments"][0]["lines"].as_array().unwrap().iter().all(|line| line["ticket"]["valid"] != true));
    }
    assert_eq!(app.claimed(ride.trip.id).await, 0, "nothing of the trip is held or sold");
    app.done().await;
}
