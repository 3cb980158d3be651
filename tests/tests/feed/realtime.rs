use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::Value;
use tests::{TestApp, TimeDelta, json};

use super::{published, table};
use crate::network::feed::FeedWriter;
use crate::network::{generate, import, trips_on};
use crate::supply::fresh;
use crate::trip::change;

async fn told(app: &TestApp, feed: &str) -> Vec<Value> {
    let answer = app.visitor().get(&format!("/feeds/gtfs-rt/{feed}.json")).await;
    assert_eq!(answer.status().as_u16(), 200);
    let message: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
    let header = &message["header"];
    assert_eq!((&header["gtfsRealtimeVersion"], &header["incrementality"]), (&json!("2.0"), &json!("FULL_DATASET")));
    assert_eq!(header["timestamp"], json!(app.now().timestamp().to_string()));
    message["entity"].as_array().cloned().unwrap_or_default()
}

#[tokio::test]
async fn a_delay_is_told_at_once_under_the_names_of_the_timetable() {
    let app = TestApp::new().await;
    let replica = app.replica().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501N").await);
    assert_eq!(told(&app, "trip-updates").await, [Value::Null; 0], "nobody has reported anything");
    if let Some(replica) = &replica {
        assert_eq!(told(replica, "trip-updates").await.len(), 0);
    }
    change(&dispatcher, "delayTrip", json!({ "tripId": ride.id(), "minutes": 40, "notify": false })).await;

    let updates = told(&app, "trip-updates").await;
    assert_eq!(updates.len(), 1);
    let update = &updates[0]["tripUpdate"];
    assert_eq!(update["delay"], 2400);
    let archive = published(&app).await;
    let trip_id = update["trip"]["tripId"].as_str().unwrap();
    let stop_times = table(&archive, "stop_times.txt");
    let planned: Vec<_> = stop_times.iter().filter(|row| row["trip_id"] == trip_id).collect();
    let calls = update["stopTimeUpdate"].as_array().unwrap();
    assert_eq!(calls.len(), planned.len());
    let date = update["trip"]["startDate"].as_str().unwrap();
    assert_eq!(date, ride.trip.service_date.format("%Y%m%d").to_string());
    for (call, row) in calls.iter().zip(&planned) {
        assert_eq!(call["stopSequence"].to_string(), row["stop_sequence"]);
        assert_eq!(call["stopId"], row["stop_id"].as_str());
        // The night express arrives after 24:00 of its own date.
        let clock: Vec<i64> = row["arrival_time"].split(':').map(|part| part.parse().unwrap()).collect();
        let midnight = domain::timetable::instant(ride.trip.service_date, 0, chrono_tz::Asia::Bishkek);
        let at = midnight.timestamp() + clock[0] * 3600 + clock[1] * 60 + clock[2] + 2400;
        assert_eq!(call["arrival"], json!({ "delay": 2400, "time": at.to_string() }));
    }
    let version = &table(&archive, "feed_info.txt")[0]["feed_version"];
    let message = app.visitor().get("/feeds/gtfs-rt/trip-updates.pb?format=json").await.text().await.unwrap();
    assert!(message.contains(version.as_str()), "the timetable that it speaks of");

    let alerts = told(&app, "alerts").await;
    let alert = &alerts[0]["alert"];
    assert_eq!((alerts.len(), &alert["effect"]), (1, &json!("SIGNIFICANT_DELAYS")));
    assert_eq!(alert["informedEntity"], json!([{ "trip": update["trip"] }]));
    assert_eq!(told(&app, "vehicle-positions").await.len(), 0, "no vehicle tells where it is");
    if let Some(replica) = &replica {
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        assert_eq!(told(replica, "trip-updates").await, updates);
    }

    // Whoever sits in it knows; on time after all is nothing to tell.
    change(&dispatcher, "reportTrip", json!({ "tripId": ride.id(), "state": "DEPARTED" })).await;
    assert_eq!(told(&app, "alerts").await.len(), 0);
    assert_eq!(told(&app, "trip-updates").await[0]["tripUpdate"]["delay"], 2400);
    change(&dispatcher, "reportTrip", json!({ "tripId": ride.id(), "state": "SCHEDULED" })).await;
    change(&dispatcher, "delayTrip", json!({ "tripId": ride.id(), "minutes": 0, "notify": false })).await;
    assert_eq!(told(&app, "trip-updates").await.len(), 0);
    for path in ["nonsense.pb", "alerts", "alerts.xml", "alerts.pb?format=xml"] {
        assert_eq!(app.visitor().get(&format!("/feeds/gtfs-rt/{path}")).await.status().as_u16(), 404, "{path}");
    }
    if let Some(replica) = replica {
        replica.stop_only().await;
    }
    app.done().await;
}

#[tokio::test]
async fn a_cancelled_trip_is_told_in_three_languages_until_it_would_have_arrived() {
    let app = TestApp::new().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    change(&dispatcher, "cancelTrip", json!({ "tripId": ride.id() })).await;
    let updates = told(&app, "trip-updates").await;
    let trip = &updates[0]["tripUpdate"]["trip"];
    assert_eq!((updates.len(), &trip["scheduleRelationship"]), (1, &json!("CANCELED")));
    assert!(updates[0]["tripUpdate"].get("stopTimeUpdate").is_none());
    let alerts = told(&app, "alerts").await;
    let alert = &alerts[0]["alert"];
    assert_eq!((&alert["effect"], &alert["severityLevel"]), (&json!("NO_SERVICE"), &json!("SEVERE")));
    for text in ["headerText", "descriptionText"] {
        let translations = alert[text]["translation"].as_array().unwrap();
        let languages: Vec<&str> = translations.iter().map(|one| one["language"].as_str().unwrap()).collect();
        assert_eq!(languages, ["ru", "ky", "en"]);
        let texts: BTreeSet<&str> = translations.iter().map(|one| one["text"].as_str().unwrap()).collect();
        assert_eq!(texts.len(), 3);
        assert!(texts.iter().all(|text| !text.contains(['{', '}']) && !text.contains("alert.")), "{texts:?}");
    }
    let header = &alert["headerText"]["translation"][2]["text"];
    assert!(header.as_str().unwrap().contains(&ride.trip.number), "{header}");
    let arrives = ride.trip.calls.last().unwrap().arrival;
    app.advance(arrives - app.now() + TimeDelta::minutes(59));
    assert_eq!(told(&app, "trip-updates").await.len(), 1);
    app.advance(TimeDelta::minutes(2));
    assert_eq!((told(&app, "trip-updates").await.len(), told(&app, "alerts").await.len()), (0, 0));
    app.done().await;
}

#[tokio::test]
async fn trips_of_other_zones_and_former_timetables_keep_their_published_names() {
    let feed = FeedWriter::small()
        .append("agency.txt", "N,Hudson,https://n.example.com,America/New_York\n")
        .append("routes.txt", "S,N,9,New York – Albany,3\n")
        .append("trips.txt", "S,D,T3,9-20\n")
        .append("stops.txt", "NYC,New York,40.75,-73.99,Z8\nALB,Albany,42.65,-73.75,Z9\n")
        .append("stop_times.txt", "T3,23:30:00,23:30:00,NYC,1\nT3,26:30:00,26:30:00,ALB,2\n");
    let app = fresh("2026-10-29T10:00:00Z").await;
    import(&app, feed.folder().path()).await;
    generate(&app, 6).await;
    app.0.break_by_hand("UPDATE trip SET delay_minutes = 5").await;
    let archive = published(&app.0).await;
    let mut dated = BTreeSet::new();
    let services = table(&archive, "calendar_dates.txt");
    for trip in table(&archive, "trips.txt") {
        let dates = services.iter().filter(|row| row["service_id"] == trip["service_id"]);
        dated.extend(dates.map(|row| format!("{}:{}", trip["trip_id"], row["date"])));
    }
    let updates = told(&app.0, "trip-updates").await;
    let mut seen = 0;
    for update in updates.iter().filter(|update| update["id"].as_str().unwrap().starts_with("T3~")) {
        assert!(dated.contains(update["id"].as_str().unwrap()), "{}", update["id"]);
        seen += 1;
    }
    let trips = trips_on(&app, "2026-10-31").await;
    let abroad = trips.iter().find(|trip| trip.number == "9-20").unwrap();
    let at = (abroad.calls[0].departure.timestamp() + 300).to_string();
    assert!(updates.iter().any(|one| one["tripUpdate"]["stopTimeUpdate"][0]["departure"]["time"] == at.as_str()));
    assert!(seen > 4, "{seen}");
    app.done().await;
}

#[tokio::test]
async fn a_stop_that_is_left_out_and_another_platform_are_told() {
    let app = TestApp::new().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    change(&dispatcher, "skipStop", json!({ "tripId": ride.id(), "call": 1 })).await;
    let query = "query($t: ID!) { trip(id: $t) { calls { platform platformChoices } } }";
    let trip = dispatcher.send(query, json!({ "t": ride.id() })).await.data("trip");
    let first = &trip["calls"][0];
    let other = first["platformChoices"].as_array().unwrap().iter().find(|sign| **sign != first["platform"]).unwrap();
    let input = json!({ "tripId": ride.id(), "call": 0, "platform": other, "notify": false });
    change(&dispatcher, "setPlatform", input).await;

    let update = told(&app, "trip-updates").await[0]["tripUpdate"].clone();
    assert_eq!(update["stopTimeUpdate"][1]["scheduleRelationship"], "SKIPPED");
    assert!(update["stopTimeUpdate"][1]["departure"].is_null(), "{update}");
    assert!(update["stopTimeUpdate"][2]["scheduleRelationship"].is_null());
    let archive = published(&app).await;
    let stops = table(&archive, "stops.txt");
    let assigned = update["stopTimeUpdate"][0]["stopTimeProperties"]["assignedStopId"].as_str().expect("a platform");
    let platform = stops.iter().find(|row| row["stop_id"] == assigned).expect("a stop of the timetable");
    assert_eq!(platform["platform_code"], other.as_str().unwrap());
    let alert = told(&app, "alerts").await[0]["alert"].clone();
    assert_eq!(alert["effect"], "MODIFIED_SERVICE");
    let stop = &ride.trip.calls[1].stop.names.ru;
    assert!(alert["descriptionText"].to_string().contains(stop.as_str()), "{alert}");
    app.done().await;
}
