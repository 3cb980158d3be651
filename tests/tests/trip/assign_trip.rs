use std::sync::Arc;

use api::features::network::{ImportGtfs, import_gtfs};
use tests::{Actor, Ride, TestApp, Value, json};

use crate::network::repository;
use crate::{carrier, driver, permit, vehicle};

pub async fn assign(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: AssignTripInput!) { assignTrip(input: $i) { __typename ... on UserError { code } \
                 ... on InvalidInput { fields { path code } } ... on OverruleNeeded { objections { kind message } } \
                 ... on TripChanged { trip { vehicle { plate make } crew { version vehicle { plate } drivers { name } } } } } }";
    staff.send(query, json!({ "i": input })).await.data("assignTrip")
}

async fn choices(staff: &Actor, ride: &Ride) -> Value {
    let query = "query($t: ID!) { crewChoices(tripId: $t) { vehicles { sameSeats vehicle { id plate } objections { kind } } \
                 drivers { driver { id name } objections { kind message } } } }";
    staff.send(query, json!({ "t": ride.id() })).await.data("crewChoices")
}

/// A vehicle of the trip's carrier with its seats, and one with others.
async fn vehicles(staff: &Actor, ride: &Ride) -> (Value, Value) {
    let all = choices(staff, ride).await["vehicles"].as_array().unwrap().clone();
    let of = |same: bool| all.iter().find(|one| one["sameSeats"] == same).unwrap()["vehicle"].clone();
    (of(true), of(false))
}

#[tokio::test]
async fn a_vehicle_and_its_drivers_are_put_on_a_trip_and_passengers_see_the_plate() {
    let app = TestApp::new().await;
    let (dispatcher, manager, ride) =
        (app.staff("DISPATCHER").await, app.staff("TRANSPORT_MANAGER").await, app.ride("501").await);
    let own = carrier::record(&manager, "A").await["id"].clone();
    let of_a = driver::make(&manager, own.as_str().unwrap()).await;
    let (fitting, other) = vehicles(&dispatcher, &ride).await;
    let input = json!({ "tripId": ride.id(), "version": 0, "vehicleId": fitting["id"], "driverIds": [of_a["id"]] });
    let assigned = assign(&dispatcher, input.clone()).await["trip"].clone();
    assert_eq!(
        assigned["crew"],
        json!({ "version": 1, "vehicle": { "plate": fitting["plate"] }, "drivers": [{ "name": "Сыдыков Таалай" }] }),
        "{assigned}"
    );
    let seen =
        app.visitor().send("query($t: ID!) { trip(id: $t) { vehicle { plate } } }", json!({ "t": ride.id() })).await;
    assert_eq!(seen.data("trip")["vehicle"]["plate"], fitting["plate"]);
    let guarded =
        app.visitor().send("query($t: ID!) { trip(id: $t) { crew { version } } }", json!({ "t": ride.id() })).await;
    assert_eq!(guarded.code(), "UNAUTHENTICATED");
    assert_eq!(assign(&dispatcher, input).await["code"], "CHANGED_MEANWHILE");

    // Other seats, others' vehicles and drivers.
    let foreign = carrier::record(&manager, "B").await["id"].clone();
    let foreign_driver = driver::make(&manager, foreign.as_str().unwrap()).await;
    let foreign_vehicle = vehicle::first_of(&manager, foreign.as_str().unwrap()).await;
    for (vehicle, drivers, path, code) in [
        (&other["id"], json!([]), "vehicleId", "OTHER_SEATS"),
        (&foreign_vehicle["id"], json!([]), "vehicleId", "NO_SUCH_VEHICLE"),
        (&json!("nothing"), json!([]), "vehicleId", "NO_SUCH_VEHICLE"),
        (&fitting["id"], json!([foreign_driver["id"]]), "driverIds.0", "NO_SUCH_DRIVER"),
    ] {
        let wrong = json!({ "tripId": ride.id(), "version": 1, "vehicleId": vehicle, "driverIds": drivers });
        assert_eq!(assign(&dispatcher, wrong).await["fields"], json!([{ "path": path, "code": code }]));
    }
    // Nothing of it is lost when the timetable is imported again.
    let again = ImportGtfs { path: repository("demo"), feed: Some("demo".into()), force: true };
    import_gtfs(&app.app, &again, Arc::new(|_: &str| {})).await.unwrap();
    let undone = json!({ "tripId": ride.id(), "version": 1, "vehicleId": null, "driverIds": [] });
    assert_eq!(
        assign(&dispatcher, undone).await["trip"]["crew"],
        json!({ "version": 2, "vehicle": null, "drivers": [] })
    );
    app.done().await;
}

#[tokio::test]
async fn an_expired_paper_and_another_trip_speak_against_it_until_somebody_gives_a_reason() {
    let app = TestApp::new().await;
    let (dispatcher, manager, ride) =
        (app.staff("DISPATCHER").await, app.staff("TRANSPORT_MANAGER").await, app.ride("501").await);
    let carrier = carrier::record(&manager, "A").await["id"].clone();
    let driver = driver::make(&manager, carrier.as_str().unwrap()).await;
    let (vehicle, _) = vehicles(&dispatcher, &ride).await;
    permit::make(&manager, "VEHICLE", &vehicle["id"], "INSURANCE", "2026-11-20").await;
    permit::make(&manager, "DRIVER", &driver["id"], "MEDICAL", "2027-11-20").await;
    let mut input =
        json!({ "tripId": ride.id(), "version": 0, "vehicleId": vehicle["id"], "driverIds": [driver["id"]] });
    let refused = assign(&dispatcher, input.clone()).await;
    assert_eq!(
        (&refused["code"], &refused["objections"]),
        (&json!("OVERRULE_NEEDED"), &json!([{ "kind": "EXPIRED", "message": "insurance: ended on 20.11.2026" }]))
    );
    // A newer paper of the kind settles it.
    let newer = permit::make(&manager, "VEHICLE", &vehicle["id"], "INSURANCE", "2027-11-20").await;
    assert_eq!(assign(&dispatcher, input.clone()).await["__typename"], "TripChanged");
    manager
        .send("mutation($i: ID!) { dropPermit(id: $i) { ok } }", json!({ "i": newer["id"] }))
        .await
        .data("dropPermit");
    // Who is on the trip without a good paper is marked there.
    let read = "query($t: ID!) { trip(id: $t) { crew { objections { kind message } } } }";
    let crew = dispatcher.send(read, json!({ "t": ride.id() })).await.data("trip")["crew"].clone();
    assert_eq!(crew["objections"], refused["objections"]);
    input["version"] = json!(1);
    input["overrule"] = json!("  ");
    assert_eq!(assign(&dispatcher, input.clone()).await["code"], "OVERRULE_NEEDED");
    input["overrule"] = json!("Новый полис в пути");
    assert_eq!(assign(&dispatcher, input).await["__typename"], "TripChanged");
    let log = "{ auditEntries(filter: { action: \"ASSIGN_TRIP\" }, first: 1) { nodes { after } } }";
    let entry = app.staff("ADMINISTRATOR").await.send(log, json!({})).await.data("auditEntries")["nodes"][0].clone();
    assert_eq!(entry["after"]["overruled"], "Новый полис в пути", "{entry}");

    // On a trip of the same hours they are busy; the carrier's own licence is everybody's.
    let meanwhile = app.ride("503").await;
    assert_ne!(meanwhile.id(), ride.id());
    let said = choices(&dispatcher, &meanwhile).await;
    let of_driver = said["drivers"].as_array().unwrap().iter().find(|one| one["driver"]["id"] == driver["id"]).unwrap();
    assert_eq!(of_driver["objections"][0]["kind"], "BUSY", "{of_driver}");
    permit::make(&manager, "CARRIER", &carrier, "LICENCE", "2026-11-01").await;
    let said = choices(&dispatcher, &meanwhile).await;
    let vehicles = said["vehicles"].as_array().unwrap();
    assert!(
        vehicles.iter().all(|one| one["objections"].as_array().unwrap().iter().any(|one| one["kind"] == "EXPIRED"))
    );
    app.done().await;
}

/// Of two dispatchers at once one is told that the other was faster.
#[tokio::test]
async fn two_who_assign_at_once_do_not_overwrite_each_other() {
    let app = TestApp::new().await;
    let (dispatcher, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let (vehicle, _) = vehicles(&dispatcher, &ride).await;
    let input = json!({ "tripId": ride.id(), "version": 0, "vehicleId": vehicle["id"] });
    let answers = futures::future::join_all((0..6).map(|_| assign(&dispatcher, input.clone()))).await;
    let won = answers.iter().filter(|answer| answer["__typename"] == "TripChanged").count();
    assert_eq!(won, 1, "{answers:?}");
    assert!(
        answers.iter().all(|answer| answer["__typename"] == "TripChanged" || answer["code"] == "CHANGED_MEANWHILE")
    );
    app.done().await;
}
