use api::features::network::trip_view;
use api::graphql::{Gid, Kind};
use futures::future::join_all;
use tests::{Actor, Ride, TestApp, TimeDelta, Value, json};

const ADDITION: &str = "query($i: AddTripInput!) { tripAddition(input: $i) { __typename \
    ... on InvalidInput { fields { path code } } ... on TripAddition { departs { local } arrives { local } seats \
    near { seatsLeft trip { id } } vehicles { vehicle { id plate } sameSeats objections { kind } } } } }";
const ADD: &str = "mutation($i: AddTripInput!) { addTrip(input: $i) { __typename ... on UserError { code } \
    ... on InvalidInput { fields { path code } } ... on OverruleNeeded { objections { kind } } \
    ... on TripAdded { trip { id number crew { vehicle { plate } } calls { departure { local } stop { id } } } } } }";

async fn add(staff: &Actor, input: &Value) -> Value {
    staff.send(ADD, json!({ "i": input })).await.data("addTrip")
}

/// Half an hour after a trip, on its day.
fn after(ride: &Ride) -> (String, String) {
    let call = &ride.trip.calls[0];
    let local = (call.departure + TimeDelta::minutes(30)).with_timezone(&call.stop.zone);
    (ride.trip.service_date.to_string(), local.format("%H:%M").to_string())
}

async fn ride_of(app: &TestApp, id: &Value, like: &Ride) -> Ride {
    let id = Gid::read(Kind::Trip, id.as_str().unwrap()).unwrap();
    let trip = trip_view(&app.app, id).await.unwrap().expect("an extra trip");
    Ride { trip, from: like.from, to: like.to }
}

#[tokio::test]
async fn one_more_bus_is_sold_at_the_same_price_at_once() {
    let app = TestApp::new().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let (date, starts) = after(&ride);
    let input = json!({ "tripId": ride.id(), "date": date, "startsAt": starts });
    let seen = dispatcher.send(ADDITION, json!({ "i": input })).await.data("tripAddition");
    assert_eq!(seen["departs"]["local"], format!("{date}T{starts}:00"), "{seen}");
    assert_eq!(seen["seats"], ride.trip.capacity);
    let near = seen["near"].as_array().unwrap();
    assert!(near.iter().any(|one| one["trip"]["id"] == ride.id()), "{seen}");
    assert_eq!(app.count("SELECT id FROM departure").await, 0, "nothing was saved");

    let added = add(&dispatcher, &input).await;
    assert_eq!((&added["__typename"], &added["trip"]["number"]), (&json!("TripAdded"), &json!(ride.trip.number)));
    let calls = added["trip"]["calls"].as_array().unwrap();
    assert_eq!(calls.len(), ride.trip.calls.len());
    assert_eq!(calls[0]["departure"]["local"], format!("{date}T{starts}:00"));
    let extra = ride_of(&app, &added["trip"]["id"], &ride).await;
    let (ana, ben) = (app.visitor(), app.visitor());
    let (one, other) = (ana.buy(&app, &[extra], 1).await, ben.buy(&app, &[ride], 1).await);
    assert_eq!(ana.order(&one).await["total"], ben.order(&other).await["total"], "the same price");
    let log = "SELECT id FROM audit WHERE action = 'ADD_TRIP' AND new_values LIKE '%departs%'";
    assert_eq!(app.count(log).await, 1);
    app.done().await;
}

/// A click that comes twice makes one bus; a second one beside it has a number of its own.
#[tokio::test]
async fn two_at_the_same_time_have_different_numbers() {
    let app = TestApp::new().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let (date, starts) = after(&ride);
    let input = json!({ "tripId": ride.id(), "date": date, "startsAt": starts });
    let answers = join_all((0..6).map(|_| add(&dispatcher, &input))).await;
    let made = answers.iter().filter(|answer| answer["__typename"] == "TripAdded").count();
    assert_eq!(made, 1, "{answers:?}");
    let other = answers.iter().find(|answer| answer["__typename"] != "TripAdded").unwrap();
    assert_eq!(other["fields"], json!([{ "path": "startsAt", "code": "TRIP_THERE" }]));
    let call = &ride.trip.calls[0];
    let same = call.departure.with_timezone(&call.stop.zone).format("%H:%M").to_string();
    let beside = json!({ "tripId": ride.id(), "date": date, "startsAt": same, "number": "501-2" });
    assert_eq!(add(&dispatcher, &beside).await["trip"]["number"], "501-2");
    app.done().await;
}

#[tokio::test]
async fn what_speaks_against_a_vehicle_is_said_before() {
    let app = TestApp::new().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let (date, starts) = after(&ride);
    let mut input = json!({ "tripId": ride.id(), "date": date, "startsAt": starts });
    let seen = dispatcher.send(ADDITION, json!({ "i": input })).await.data("tripAddition");
    let free = seen["vehicles"].as_array().unwrap().iter().find(|one| one["objections"] == json!([])).cloned();
    let free = free.unwrap_or_else(|| panic!("{seen}"));
    let assign = "mutation($i: AssignTripInput!) { assignTrip(input: $i) { __typename } }";
    let crew = json!({ "tripId": ride.id(), "version": 0, "vehicleId": free["vehicle"]["id"] });
    assert_eq!(dispatcher.send(assign, json!({ "i": crew })).await.data("assignTrip")["__typename"], "TripChanged");

    // It is on the road at that time now.
    input["vehicleId"] = free["vehicle"]["id"].clone();
    let seen = dispatcher.send(ADDITION, json!({ "i": input })).await.data("tripAddition");
    let busy = seen["vehicles"].as_array().unwrap().iter().find(|one| one["vehicle"] == free["vehicle"]).unwrap();
    assert_eq!(busy["objections"], json!([{ "kind": "BUSY" }]));
    let refused = add(&dispatcher, &input).await;
    assert_eq!((&refused["code"], &refused["objections"][0]["kind"]), (&json!("OVERRULE_NEEDED"), &json!("BUSY")));
    assert_eq!(app.count("SELECT id FROM departure").await, 0);
    input["overrule"] = json!("turns back at once");
    let added = add(&dispatcher, &input).await;
    assert_eq!(added["trip"]["crew"]["vehicle"]["plate"], free["vehicle"]["plate"], "{added}");
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'ADD_TRIP' AND new_values LIKE '%turns back%'").await, 1);
    app.done().await;
}

#[tokio::test]
async fn nonsense_is_answered_by_field() {
    let app = TestApp::new().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let day = |days| (app.today() + TimeDelta::days(days)).to_string();
    for (date, starts, vehicle, path, code) in [
        (day(1), "25:00", None, "startsAt", "TIME"),
        (day(1), "soon", None, "startsAt", "TIME"),
        (day(-1), "08:00", None, "startsAt", "TIME_PAST"),
        (day(400), "08:00", None, "date", "TOO_FAR_AHEAD"),
        (day(1), "08:00", Some("nothing"), "vehicleId", "NO_SUCH_VEHICLE"),
    ] {
        let input = json!({ "tripId": ride.id(), "date": date, "startsAt": starts, "vehicleId": vehicle });
        let wrong = json!([{ "path": path, "code": code }]);
        assert_eq!(add(&dispatcher, &input).await["fields"], wrong);
        let seen = dispatcher.send(ADDITION, json!({ "i": input })).await.data("tripAddition");
        assert_eq!(seen["fields"], wrong);
    }
    assert_eq!(app.count("SELECT id FROM departure").await, 0);
    app.done().await;
}
