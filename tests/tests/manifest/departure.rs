use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use tests::{TestApp, TimeDelta, json};

use super::{Mood, Receiver, SECRET, make, manifests, save_destination};
use crate::trip::change;

fn signed(at: &str, body: &str) -> String {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("{at}.{body}").as_bytes());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn at_its_time_the_manifest_goes_to_whoever_is_to_have_it_once() {
    let app = TestApp::new().await;
    let (manager, clerk, ride) =
        (app.staff("TRANSPORT_MANAGER").await, app.staff("CASHIER").await, app.ride("501").await);
    let (json_in, xml_in, foreign) =
        (Receiver::start(&[]).await, Receiver::start(&[Mood::Slow]).await, Receiver::start(&[]).await);
    let other = crate::carrier::record(&manager, "B").await["id"].clone();
    save_destination(&manager, json!({ "url": json_in.url })).await;
    save_destination(&manager, json!({ "name": "Пост", "url": xml_in.url, "format": "XML" })).await;
    save_destination(&manager, json!({ "name": "Чужой", "url": foreign.url, "carrierId": other })).await;
    app.visitor().buy(&app, std::slice::from_ref(&ride), 2).await;
    make(&clerk, &ride).await;
    change(&app.staff("DISPATCHER").await, "delayTrip", json!({ "tripId": ride.id(), "minutes": 10, "notify": false }))
        .await;

    app.advance(ride.trip.calls[0].departure - app.now() + TimeDelta::minutes(5));
    assert_eq!(api::features::manifest::promise_departures(&app.app).await.unwrap(), 0, "it is late");
    app.advance(TimeDelta::minutes(6));
    assert_eq!(api::features::manifest::promise_departures(&app.app).await.unwrap(), 1);
    assert_eq!(api::features::manifest::promise_departures(&app.app).await.unwrap(), 0, "it has been promised");
    app.run_jobs().await;
    let clerk = app.staff("CASHIER").await;
    // Staff report it too: nothing has changed, nothing is sent again.
    change(&app.staff("DISPATCHER").await, "reportTrip", json!({ "tripId": ride.id(), "state": "DEPARTED" })).await;
    app.run_jobs().await;

    let versions = manifests(&clerk, &ride).await;
    assert_eq!(versions.len(), 1, "nothing has changed since the office made it");
    let states: Vec<_> = versions[0]["deliveries"].as_array().unwrap().iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["DELIVERED", "DELIVERED"]);
    assert_eq!((json_in.received().len(), xml_in.received().len(), foreign.received().len()), (1, 1, 0));
    let got = &json_in.received()[0];
    let (at, mac) = got.signature.strip_prefix("t=").unwrap().split_once(",v1=").unwrap();
    assert_eq!(mac, signed(at, &got.body), "signed with the key that both know");
    assert_ne!(mac, signed(at, &got.body.replace('1', "2")), "and with nothing else");
    assert_eq!(got.mime, "application/json");
    let said: Value = serde_json::from_str(&got.body).unwrap();
    assert_eq!(
        (&said["form"], &said["version"], &said["trip"]["number"]),
        (&json!("1"), &json!(1), &json!(ride.trip.number))
    );
    assert_eq!((&said["trip"]["delayMinutes"], said["passengers"].as_array().unwrap().len()), (&json!(10), 2));
    assert_eq!(said["passengers"][0]["documentNumber"], "ID1234567");
    assert_eq!(
        said["trip"]["calls"][0]["departure"],
        ride.trip.calls[0].departure.with_timezone(&chrono_tz::Asia::Bishkek).to_rfc3339()
    );
    let xml = &xml_in.received()[0];
    assert_eq!(xml.mime, "application/xml");
    assert!(xml.body.starts_with("<?xml") && xml.body.matches("<passenger>").count() == 2, "{}", xml.body);
    assert_ne!(xml.delivery, got.delivery);
    app.done().await;
}

#[tokio::test]
async fn a_bad_line_loses_nothing_and_doubles_nothing() {
    let app = TestApp::new().await;
    let (manager, ride) = (app.staff("TRANSPORT_MANAGER").await, app.ride("501").await);
    let receiver = Receiver::start(&[Mood::Answers(500), Mood::Drops, Mood::Answers(429)]).await;
    save_destination(&manager, json!({ "url": receiver.url })).await;
    app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    let dispatcher = app.staff("DISPATCHER").await;
    change(&dispatcher, "reportTrip", json!({ "tripId": ride.id(), "state": "DEPARTED" })).await;
    for sent in 1..=4 {
        app.run_jobs().await;
        assert_eq!(receiver.received().len(), sent);
        let delivery = manifests(&dispatcher, &ride).await[0]["deliveries"][0].clone();
        assert_eq!(delivery["state"], if sent < 4 { "WAITING" } else { "DELIVERED" });
        assert_eq!(delivery["attempts"], json!(sent));
        app.run_jobs().await;
        assert_eq!(receiver.received().len(), sent, "the next try has its time");
        app.advance(TimeDelta::minutes(2));
    }
    let received = receiver.received();
    assert!(received.iter().all(|one| one.delivery == received[0].delivery), "one delivery, whatever the line does");
    assert!(received.iter().all(|one| one.body == received[0].body));
    // Whoever comes later makes another version, and that is another delivery.
    app.run_jobs().await;
    assert_eq!(receiver.received().len(), 4);
    let versions = manifests(&dispatcher, &ride).await;
    assert_eq!((versions.len(), &versions[0]["cause"]), (1, &json!("DEPARTURE")));
    app.done().await;
}

#[tokio::test]
async fn a_trip_that_does_not_run_or_has_nobody_sends_nothing() {
    let app = TestApp::new().await;
    let (manager, ride) = (app.staff("TRANSPORT_MANAGER").await, app.ride("501").await);
    let receiver = Receiver::start(&[]).await;
    save_destination(&manager, json!({ "url": receiver.url })).await;
    app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    change(&app.staff("DISPATCHER").await, "cancelTrip", json!({ "tripId": ride.id() })).await;
    app.advance(ride.trip.calls[0].departure - app.now() + TimeDelta::minutes(1));
    assert_eq!(api::features::manifest::promise_departures(&app.app).await.unwrap(), 0);
    app.run_jobs().await;
    assert_eq!(receiver.received().len(), 0);
    app.done().await;
}
