//! The dispatcher's board.

use api::graphql::{Gid, Kind};
use chrono::TimeDelta;
use tests::{Actor, Ride, TestApp, Value, json};

use crate::http::socket::Socket;
use crate::trip::change;
use crate::{carrier, closure, driver, passage, permit};

const BOARD: &str = "query($s: ID!, $d: Date!, $side: BoardSide!) { dispatchBoard(stationId: $s, date: $d, side: $side) { \
    expectedAt { local } drivers places sold passengers boarded alarms call { sequence platform departure { local } } \
    trip { id number state delayMinutes vehicle { plate } } } }";

/// The station of a ride's call.
fn station(ride: &Ride, call: i32) -> String {
    let stop = &ride.trip.call(call).unwrap().stop;
    Gid::of(Kind::Stop, stop.parent.unwrap_or(stop.id)).to_string()
}

async fn board(staff: &Actor, station: &str, date: &str, side: &str) -> Vec<Value> {
    let board = staff.send(BOARD, json!({ "s": station, "d": date, "side": side })).await.data("dispatchBoard");
    board.as_array().unwrap().clone()
}

fn of<'a>(board: &'a [Value], ride: &Ride) -> &'a Value {
    board.iter().find(|entry| entry["trip"]["id"] == ride.id().as_str()).expect("the trip is on the board")
}

#[tokio::test]
async fn a_station_s_day_says_who_travels_who_drives_and_what_is_wrong() {
    let app = TestApp::new().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let ana = app.visitor();
    ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    ana.buy(&app, &[ride.piece(1, ride.to)], 1).await;
    app.visitor().hold(std::slice::from_ref(&ride), 1, None).await;
    let (origin, day) = (station(&ride, 0), ride.trip.local_date(0).to_string());

    let seen = board(&dispatcher, &origin, &day, "DEPARTURES").await;
    let times: Vec<&str> = seen.iter().map(|entry| entry["call"]["departure"]["local"].as_str().unwrap()).collect();
    assert!(times.len() > 5 && times.is_sorted(), "{times:?}");
    assert!(times.iter().all(|time| time.starts_with(&day)), "gone ones too, and only of that day: {times:?}");
    let entry = of(&seen, &ride);
    assert_eq!((&entry["sold"], &entry["passengers"], &entry["boarded"]), (&json!(3), &json!(2), &json!(0)), "{entry}");
    assert_eq!(entry["places"], ride.trip.capacity);

    // Three get off at the last stop.
    let last = ride.trip.local_date(ride.to).to_string();
    let arrivals = board(&dispatcher, &station(&ride, ride.to), &last, "ARRIVALS").await;
    assert_eq!(of(&arrivals, &ride)["passengers"], 3);

    // Soon, and nobody has said with what; all get on board.
    app.advance(ride.trip.calls[0].departure - app.now() - TimeDelta::hours(2));
    // A session ends; they come again.
    let (dispatcher, manager) = (app.staff("DISPATCHER").await, app.staff("TRANSPORT_MANAGER").await);
    let seen = board(&dispatcher, &origin, &day, "DEPARTURES").await;
    assert_eq!(of(&seen, &ride)["alarms"], json!(["NO_VEHICLE", "NO_DRIVER"]));
    let inspector = app.staff("INSPECTOR").await;
    for passenger in passage::boarding(&inspector, &ride).await["passengers"].as_array().unwrap() {
        passage::record(&inspector, &ride, json!({ "lineId": passenger["lineId"] })).await;
    }
    // A driver whose paper has run out.
    let own = carrier::record(&manager, "A").await["id"].clone();
    let person = driver::make(&manager, own.as_str().unwrap()).await;
    permit::make(&manager, "DRIVER", &person["id"], "MEDICAL", "2026-11-30").await;
    let assign = "mutation($i: AssignTripInput!) { assignTrip(input: $i) { __typename } }";
    let input = json!({ "tripId": ride.id(), "version": 0, "driverIds": [person["id"]], "overrule": "замена в пути" });
    assert_eq!(dispatcher.send(assign, json!({ "i": input })).await.data("assignTrip")["__typename"], "TripChanged");
    change(&dispatcher, "delayTrip", json!({ "tripId": ride.id(), "minutes": 70, "notify": false })).await;
    let seen = board(&dispatcher, &origin, &day, "DEPARTURES").await;
    let entry = of(&seen, &ride);
    assert_eq!(entry["boarded"], 2, "the third gets on later");
    assert_eq!(entry["drivers"], json!(["Сыдыков Т."]));
    assert_eq!(
        entry["alarms"],
        json!(["PAPER_EXPIRED", "VERY_LATE"]),
        "with the delay it leaves in more than three hours"
    );
    // The road is closed; a cancelled trip asks for nothing.
    let section = closure::section(&app, &dispatcher, &ride, None).await;
    closure::change(&dispatcher, "saveClosure", closure::input(&section)).await;
    let seen = board(&dispatcher, &origin, &day, "DEPARTURES").await;
    assert_eq!(of(&seen, &ride)["alarms"][0], "ROAD_CLOSED");
    change(&dispatcher, "cancelTrip", json!({ "tripId": ride.id() })).await;
    let seen = board(&dispatcher, &origin, &day, "DEPARTURES").await;
    assert_eq!((&of(&seen, &ride)["trip"]["state"], &of(&seen, &ride)["alarms"]), (&json!("CANCELLED"), &json!([])));
    app.run_jobs().await;
    app.done().await;
}

#[tokio::test]
async fn everybody_sees_their_own_trips_and_stations_alone() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let (origin, day) = (station(&ride, 0), ride.trip.local_date(0).to_string());
    let all = board(&app.staff("DISPATCHER").await, &origin, &day, "DEPARTURES").await.len();
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    let theirs = board(&representative, &origin, &day, "DEPARTURES").await.len();
    assert!(theirs < all, "{theirs} of {all}");
    let nothing =
        app.staff("DISPATCHER").await.send(BOARD, json!({ "s": "nowhere", "d": day, "side": "ARRIVALS" })).await;
    assert_eq!(nothing.code(), "NOT_FOUND");
    app.done().await;
}

#[tokio::test]
async fn a_board_costs_the_same_few_statements_however_long_it_is() {
    let app = TestApp::new().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let (origin, day) = (station(&ride, 0), ride.trip.local_date(0).to_string());
    let long = board(&dispatcher, &origin, &day, "DEPARTURES").await;
    let before = app.app.db.queries();
    let again = board(&dispatcher, &origin, &day, "DEPARTURES").await;
    let cost = app.app.db.queries() - before;
    assert!(long.len() > 20 && again.len() == long.len());
    assert!(cost <= 14, "{cost} statements for {} trips", long.len());
    app.done().await;
}

#[tokio::test]
async fn what_one_dispatcher_does_another_is_told_at_once() {
    let app = TestApp::new().await;
    let (one, other, ride) = (app.staff("DISPATCHER").await, app.staff("DISPATCHER").await, app.ride("501").await);
    let token = other.token.clone().unwrap();
    let mut socket = Socket::open(&app.url, json!({ "accessToken": token })).await;
    let query = "subscription($s: ID!) { dispatchChanged(stationId: $s) }";
    socket.subscribe("1", query, json!({ "s": station(&ride, 0) })).await;
    assert_eq!(socket.next_data("1").await["dispatchChanged"], 1);
    let begun = std::time::Instant::now();
    change(&one, "delayTrip", json!({ "tripId": ride.id(), "minutes": 10, "notify": false })).await;
    assert_eq!(socket.next_data("1").await["dispatchChanged"], 2);
    assert!(begun.elapsed() < std::time::Duration::from_secs(3), "{:?}", begun.elapsed());
    // Nobody else's business.
    let mut visitor = Socket::open(&app.url, json!({})).await;
    visitor.subscribe("1", query, json!({ "s": station(&ride, 0) })).await;
    assert_eq!(visitor.next_error("1").await[0]["extensions"]["code"], "UNAUTHENTICATED");
    app.done().await;
}
