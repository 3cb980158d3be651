use futures::future::join_all;
use tests::{TestApp, hold_input, json};

use super::{change, input, section, seen, town};

#[tokio::test]
async fn tickets_on_a_closed_road_are_returned_in_full_and_once() {
    let app = TestApp::new().await;
    let (ana, ben, cid, ride) = (app.visitor(), app.visitor(), app.visitor(), app.ride("501").await);
    let dispatcher = app.staff("DISPATCHER").await;
    let paid = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let held = ben.hold(std::slice::from_ref(&ride), 1, Some(&["9"])).await;
    ben.name(&held).await;
    let started = ben.try_pay(&held).await;
    let elsewhere = cid.buy(&app, &[app.ride("604V").await], 1).await;
    let made = change(&dispatcher, "saveClosure", input(&section(&app, &dispatcher, &ride, Some(2)).await)).await;
    let id = made["closure"]["id"].clone();
    let before = app.messages().await.len();

    let asked = change(&dispatcher, "refundClosure", json!({ "id": id })).await;
    assert_eq!(asked["ordersReturned"], 2, "{asked}");
    assert_eq!(seen(&dispatcher, &id).await["returns"], json!({ "waiting": 2, "done": 0, "failed": 0 }));
    app.run_jobs().await;
    assert_eq!(seen(&dispatcher, &id).await["returns"], json!({ "waiting": 0, "done": 2, "failed": 0 }));
    assert_eq!(seen(&dispatcher, &id).await["impact"]["tickets"], 0);

    let order = ana.order(&paid).await;
    assert_eq!((&order["status"], &order["refunds"][0]["state"]), (&json!("REFUNDED"), &json!("DONE")));
    assert_eq!(order["refunds"][0]["amount"], order["total"], "with all fees");
    assert_eq!(ben.order(&held).await["status"], "CANCELLED");
    assert_eq!(app.claimed(ride.trip.id).await, 0);
    assert_eq!(cid.order(&elsewhere).await["status"], "PAID", "another road is not touched");
    let told = app.messages().await.split_off(before);
    let why = told.iter().filter(|(.., text)| text.contains("A mudflow on the pass")).count();
    assert_eq!(why, 4, "mail and SMS to both, with the reason: {told:?}");

    // Money that was on its way buys nothing and goes back; asked again, nothing is returned twice.
    ben.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    assert_eq!(ben.order(&held).await["refunds"][0]["state"], "DONE");
    let again = change(&dispatcher, "refundClosure", json!({ "id": id })).await;
    assert_eq!(again["ordersReturned"], 0);
    app.run_jobs().await;
    assert_eq!(ana.order(&paid).await["refunds"].as_array().unwrap().len(), 1);
    app.done().await;
}

/// Who gets off before the section may keep the ticket: perhaps the trip runs so far.
#[tokio::test]
async fn those_who_ride_along_may_be_returned_alone() {
    let app = TestApp::new().await;
    let (ana, ben, ride) = (app.visitor(), app.visitor(), app.ride("501").await);
    let dispatcher = app.staff("DISPATCHER").await;
    let towns: Vec<&str> =
        ride.trip.calls.iter().map(|call| call.stop.place.as_ref().map_or("", |place| &place.names.ru)).collect();
    // Everything after a stop on the way is closed.
    let middle = (2..towns.len() - 1).find(|n| ride.trip.calls[*n].alighting && !towns[*n].is_empty()).unwrap();
    let near = ride.piece(ride.from, i32::try_from(middle).unwrap());
    let short = ana.buy(&app, std::slice::from_ref(&near), 1).await;
    let long = ben.buy(&app, std::slice::from_ref(&ride), 1).await;
    let mut way = section(&app, &dispatcher, &ride, Some(2)).await;
    way["from"] = town(&dispatcher, towns[middle]).await;
    way["bothWays"] = json!(false);
    let id = change(&dispatcher, "saveClosure", input(&way)).await["closure"]["id"].clone();
    let asked = change(&dispatcher, "refundClosure", json!({ "id": id, "onlyOnSection": true })).await;
    assert_eq!(asked["ordersReturned"], 1, "{asked}");
    app.run_jobs().await;
    assert_eq!(ben.order(&long).await["status"], "REFUNDED");
    assert_eq!(ana.order(&short).await["status"], "PAID");
    // And the others after all.
    assert_eq!(change(&dispatcher, "refundClosure", json!({ "id": id })).await["ordersReturned"], 1);
    app.run_jobs().await;
    assert_eq!(ana.order(&short).await["status"], "REFUNDED");
    app.done().await;
}

/// Buyers hold and pay while the road is closed and tickets are returned: nobody keeps a ticket, nobody loses money.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_closure_races_with_sales() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let dispatcher = app.staff("DISPATCHER").await;
    let way = section(&app, &dispatcher, &ride, Some(1)).await;
    let mut buyers = Vec::new();
    for seat in 1..=8 {
        let buyer = app.visitor();
        let order = buyer.hold(std::slice::from_ref(&ride), 1, Some(&[&seat.to_string()])).await;
        buyer.name(&order).await;
        let started = buyer.try_pay(&order).await;
        buyers.push((buyer, order, started["payment"]["redirectUrl"].as_str().unwrap().to_owned()));
    }
    let pay = join_all(buyers.iter().map(|(buyer, _, redirect)| buyer.at_bank(redirect, "pay")));
    let inputs: Vec<_> =
        (9..=16).map(|seat: i32| hold_input(std::slice::from_ref(&ride), 1, Some(&[&seat.to_string()]))).collect();
    let hold = join_all(inputs.iter().map(|input| {
        let late = app.visitor();
        async move { late.try_hold(input).await }
    }));
    let jobs = async {
        for _ in 0..5 {
            app.run_jobs().await;
        }
    };
    let close = async {
        let made = change(&dispatcher, "saveClosure", input(&way)).await;
        assert_eq!(made["__typename"], "ClosureChanged", "{made}");
        let id = made["closure"]["id"].clone();
        change(&dispatcher, "refundClosure", json!({ "id": id })).await;
        id
    };
    let (_, _, (), id) = tokio::join!(pay, hold, jobs, close);
    app.run_jobs().await;
    app.run_jobs().await;
    for (buyer, order, _) in &buyers {
        let seen = buyer.order(order).await;
        assert_eq!(seen["paid"]["amount"], "0.00", "{seen}");
        assert_eq!(seen["refunds"][0]["state"], "DONE", "{seen}");
    }
    assert_eq!(app.claimed(ride.trip.id).await, 0, "nothing of the trip is held or sold");
    assert_eq!(seen(&dispatcher, &id).await["impact"]["tickets"], 0);
    app.done().await;
}
