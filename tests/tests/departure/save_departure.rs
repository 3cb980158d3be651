use std::sync::Arc;

use api::features::network::{ImportGtfs, import_gtfs, trip_view};
use api::graphql::{Gid, Kind};
use chrono::TimeDelta;
use tests::{Actor, Ride, TestApp, Value, json};

use crate::network::repository;
use crate::route::{change, departure, journeys, make_path, make_route, on_sale, prices, record, stations};
use crate::station::wrong;

/// The ride on the office's line on a date, from its first station to its last.
pub async fn ride(app: &TestApp, stations: &[Value; 3], day: &str) -> Ride {
    let found = journeys(app, &stations[0], &stations[2], day).await;
    let id = found[0]["segments"][0]["trip"]["id"].as_str().unwrap_or_else(|| panic!("{found}")).to_owned();
    let trip = trip_view(&app.app, Gid::read(Kind::Trip, &id).unwrap()).await.unwrap().unwrap();
    Ride { trip, from: 0, to: 2 }
}

pub async fn preview(staff: &Actor, input: &Value) -> Value {
    let query = "query($i: SaveDepartureInput!) { departurePreview(input: $i) { __typename \
                 ... on InvalidInput { fields { path code message } } ... on DeparturePreview { made removed renewed \
                 withoutVehicle vehicleClashes { number days departs { local } } days { date runs because } kept { tripId number tickets } } } }";
    staff.send(query, json!({ "i": input })).await.data("departurePreview")
}

pub fn in_days(app: &TestApp, days: i64) -> String {
    (app.today() + TimeDelta::days(days)).to_string()
}

/// From nothing that any file has brought to a ticket.
#[tokio::test]
async fn a_line_of_the_office_is_sold() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let stations = stations(&manager).await;
    let route = make_route(&manager, "777").await;
    let path = make_path(&manager, &route, &stations).await;
    let mut input = departure(&app, &route, &path);
    let seen = preview(&manager, &input).await;
    assert_eq!((seen["days"].as_array().unwrap().len(), &seen["kept"]), (61, &json!([])), "{seen}");
    assert!(seen["made"].as_i64().unwrap() >= 60, "{seen}");
    assert_eq!(app.count("SELECT id FROM departure").await, 0, "nothing was saved");
    let saved = change(&manager, "saveDeparture", &input).await;
    assert_eq!(saved["made"], seen["made"], "{saved}");
    let day = in_days(&app, 2);
    let found = journeys(&app, &stations[0], &stations[2], &day).await;
    assert_eq!(found[0]["segments"][0]["notOnSaleReason"], "NO_PRICE", "{found}");
    assert_eq!(
        change(&manager, "savePriceList", &prices(&app, &route, &stations)).await["__typename"],
        "PriceListSaved"
    );
    let found = journeys(&app, &stations[0], &stations[2], &day).await;
    assert_eq!(
        (&found[0]["state"], &found[0]["departure"]["local"], &found[0]["segments"][0]["trip"]["number"]),
        (&json!("ON_SALE"), &json!(format!("{day}T08:30:00")), &json!("777"))
    );
    let ride = ride(&app, &stations, &day).await;
    let order = app.visitor().buy(&app, &[ride], 1).await;
    assert!(!order.id.is_empty());

    // Closed long before departure, and opened late: both as the office says.
    input["id"] = saved["departure"]["id"].clone();
    input["version"] = json!(1);
    input["saleClosesMinutes"] = json!(1440);
    input["saleOpensDays"] = json!(10);
    let again = change(&manager, "saveDeparture", &input).await;
    assert_eq!(again["kept"].as_array().unwrap().len(), 1, "{again}");
    assert_eq!(again["renewed"].as_i64().unwrap() + 1, saved["made"].as_i64().unwrap(), "{again}");
    let reason = async |days| {
        let found = journeys(&app, &stations[0], &stations[2], &in_days(&app, days)).await;
        found[0]["segments"][0]["notOnSaleReason"].clone()
    };
    assert_eq!((reason(1).await, reason(3).await), (json!("SALE_ENDED"), json!(null)));
    assert_eq!((reason(10).await, reason(11).await), (json!(null), json!("NOT_YET_OPEN")));
    app.done().await;
}

/// Whoever has a ticket travels as it was sold; the office sees them before it saves.
#[tokio::test]
async fn sold_trips_stay_as_they_were_sold() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (route, stations, path, id) = on_sale(&app, &manager).await;
    let day = in_days(&app, 2);
    app.visitor().buy(&app, &[ride(&app, &stations, &day).await], 2).await;
    let mut input = departure(&app, &route, &path);
    input["id"] = id;
    input["version"] = json!(1);
    input["startsAt"] = json!("09:00");
    let seen = preview(&manager, &input).await;
    assert_eq!((&seen["kept"][0]["tickets"], seen["kept"].as_array().unwrap().len()), (&json!(2), 1), "{seen}");
    let saved = change(&manager, "saveDeparture", &input).await;
    assert_eq!((&saved["renewed"], &saved["kept"][0]["tickets"]), (&seen["renewed"], &json!(2)), "{saved}");
    let at = async |days| {
        journeys(&app, &stations[0], &stations[2], &in_days(&app, days)).await[0]["departure"]["local"].clone()
    };
    assert_eq!(
        (at(2).await, at(3).await),
        (json!(format!("{day}T08:30:00")), json!(format!("{}T09:00:00", in_days(&app, 3))))
    );
    assert_eq!(change(&manager, "saveDeparture", &input).await["code"], "CHANGED_MEANWHILE");

    // Out of the timetable, and nothing more is sold where somebody travels.
    input["version"] = json!(2);
    input["active"] = json!(false);
    input["soldTrips"] = json!("CLOSE_SALE");
    let gone = change(&manager, "saveDeparture", &input).await;
    assert_eq!((&gone["departure"]["active"], gone["kept"].as_array().unwrap().len()), (&json!(false), 1), "{gone}");
    let left = app.count("SELECT id FROM trip WHERE route_id IN (SELECT id FROM route WHERE number = '777')").await;
    assert_eq!(left, 1);
    let closed =
        "SELECT id FROM trip WHERE sale_closed = TRUE AND route_id IN (SELECT id FROM route WHERE number = '777')";
    assert_eq!(app.count(closed).await, 1);
    app.done().await;
}

#[tokio::test]
async fn the_calendar_knows_weekdays_holidays_and_single_dates() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let stations = stations(&manager).await;
    let route = make_route(&manager, "777").await;
    let path = make_path(&manager, &route, &stations).await;
    let mut input = departure(&app, &route, &path);
    // From Tuesday 1 December 2026; Friday 1 January 2027 is a holiday of the demonstration's list.
    input["weekdays"] = json!([5]);
    input["onHolidays"] = json!("NONE");
    input["exceptions"] = json!([{ "date": "2026-12-11", "runs": false }, { "date": "2026-12-12", "runs": true }]);
    let seen = preview(&manager, &input).await;
    let days: Vec<(&str, bool, &str)> = seen["days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| (day["date"].as_str().unwrap(), day["runs"].as_bool().unwrap(), day["because"].as_str().unwrap()))
        .collect();
    assert_eq!(
        days,
        [
            ("2026-12-04", true, "WEEKDAY"),
            ("2026-12-11", false, "EXCEPTION"),
            ("2026-12-12", true, "EXCEPTION"),
            ("2026-12-18", true, "WEEKDAY"),
            ("2026-12-25", true, "WEEKDAY"),
            ("2027-01-01", false, "HOLIDAY"),
            ("2027-01-08", true, "WEEKDAY"),
            ("2027-01-15", true, "WEEKDAY"),
            ("2027-01-22", true, "WEEKDAY"),
            ("2027-01-29", true, "WEEKDAY"),
        ]
    );
    let saved = change(&manager, "saveDeparture", &input).await;
    assert_eq!(saved["made"], 8, "{saved}");
    let on = "SELECT id FROM trip WHERE service_date = '%' AND route_id IN (SELECT id FROM route WHERE number = '777')";
    for (day, count) in [("2026-12-11", 0), ("2026-12-12", 1), ("2027-01-01", 0), ("2027-01-08", 1)] {
        assert_eq!(app.count(&on.replace('%', day)).await, count, "{day}");
    }
    app.done().await;
}

#[tokio::test]
async fn every_mistake_of_a_departure_is_told_at_its_field() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let stations = stations(&manager).await;
    let route = make_route(&manager, "777").await;
    let path = make_path(&manager, &route, &stations).await;
    let good = departure(&app, &route, &path);
    let other = record(&manager, "502").await;
    let carriers = crate::vehicle::list(&manager, json!({})).await;
    let own = record(&manager, "777").await["carrier"]["id"].clone();
    let foreign = carriers.iter().find(|vehicle| vehicle["carrier"]["id"] != own).unwrap();
    let mut bad = good.clone();
    for (field, value) in [
        ("startsAt", json!("25:00")),
        ("weekdays", json!([])),
        ("lastDate", json!("2026-11-01")),
        ("platformId", stations[0].clone()),
        ("vehicleId", foreign["id"].clone()),
        ("saleOpensDays", json!(1000)),
        ("saleClosesMinutes", json!(-1)),
        ("number", json!("1234567890123")),
    ] {
        bad[field] = value;
    }
    let expected = [
        ("startsAt", "TIME"),
        ("lastDate", "ENDS_BEFORE_START"),
        ("weekdays", "REQUIRED"),
        ("platformId", "NO_SUCH_PLATFORM"),
        ("vehicleId", "NO_SUCH_VEHICLE"),
        ("saleOpensDays", "BETWEEN"),
        ("saleClosesMinutes", "BETWEEN"),
        ("number", "TOO_LONG"),
    ];
    assert_eq!(wrong(&change(&manager, "saveDeparture", &bad).await), expected);
    assert_eq!(wrong(&preview(&manager, &bad).await), expected);
    let mut lost = good.clone();
    lost.as_object_mut().unwrap().remove("pathId");
    assert_eq!(wrong(&change(&manager, "saveDeparture", &lost).await), [("pathId", "REQUIRED")]);
    // Another line's departure is not this one's.
    let mut theirs = good.clone();
    theirs["id"] = other["departures"][0]["id"].clone();
    theirs["version"] = json!(0);
    let save = "mutation($i: SaveDepartureInput!) { saveDeparture(input: $i) { __typename } }";
    assert_eq!(manager.send(save, json!({ "i": theirs })).await.code(), "NOT_FOUND");
    assert_eq!(app.count("SELECT id FROM departure").await, 0);
    app.done().await;
}

/// Half an hour later than the feed says, for good: the next import leaves it.
#[tokio::test]
async fn a_departure_of_a_feed_is_taken_over() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let before = record(&manager, "501").await;
    let known = before["departures"][0].clone();
    assert_eq!((&known["version"], &known["pathId"]), (&json!(0), &json!(null)), "{known}");
    assert!(known["calls"].as_array().unwrap().len() > 2, "{known}");
    let input = json!({
        "id": known["id"], "version": 0, "routeId": before["id"], "startsAt": "11:11", "number": known["number"],
        "weekdays": known["weekdays"], "firstDate": known["firstDate"], "lastDate": known["lastDate"],
        "exceptions": known["exceptions"], "onHolidays": "USUAL",
    });
    let saved = change(&manager, "saveDeparture", &input).await;
    assert_eq!(
        (&saved["departure"]["version"], &saved["departure"]["startsAt"]),
        (&json!(1), &json!("11:11")),
        "{saved}"
    );
    assert!(saved["renewed"].as_i64().unwrap() > 0, "{saved}");
    let import = ImportGtfs { path: repository("demo"), feed: Some("demo".into()), force: true };
    let report = import_gtfs(&app.app, &import, Arc::new(|_: &str| {})).await.unwrap();
    assert_eq!((report.trips_removed, report.trips_renewed, report.schedules_added), (0, 0, 0), "{report:?}");
    let after = record(&manager, "501").await;
    let departures = after["departures"].as_array().unwrap();
    assert_eq!(departures.len(), before["departures"].as_array().unwrap().len());
    let taken = departures.iter().find(|one| one["id"] == known["id"]).unwrap();
    assert_eq!((&taken["startsAt"], &taken["calls"]), (&json!("11:11"), &known["calls"]));
    app.done().await;
}

/// A road that is closed already stops what the office puts on it, and what it moves to those days.
#[tokio::test]
async fn departures_on_a_closed_road_are_not_sold() {
    let app = TestApp::new().await;
    let (manager, dispatcher) = (app.staff("TRANSPORT_MANAGER").await, app.staff("DISPATCHER").await);
    let (route, stations, path, id) = on_sale(&app, &manager).await;
    let town = async |name: &str| crate::closure::town(&dispatcher, name).await;
    let section = json!({
        "from": town("Токсонбай").await, "to": town("Аркалык").await, "bothWays": false,
        "startsAt": format!("{}T00:00:00", in_days(&app, 3)), "endsAt": format!("{}T00:00:00", in_days(&app, 5)),
    });
    let made = crate::closure::change(&dispatcher, "saveClosure", crate::closure::input(&section)).await;
    assert_eq!(made["tripsChanged"], 2, "{made}");
    let reason = async |days| {
        let found = journeys(&app, &stations[0], &stations[2], &in_days(&app, days)).await;
        found[0]["segments"][0]["notOnSaleReason"].clone()
    };
    let all = async || [reason(2).await, reason(3).await, reason(4).await, reason(5).await];
    let closed = [json!(null), json!("ROAD_CLOSED"), json!("ROAD_CLOSED"), json!(null)];
    assert_eq!(all().await, closed);
    let mut input = departure(&app, &route, &path);
    input["id"] = id;
    input["version"] = json!(1);
    input["startsAt"] = json!("10:00");
    assert!(change(&manager, "saveDeparture", &input).await["renewed"].as_i64().unwrap() > 50);
    assert_eq!(all().await, closed);
    let mut other = departure(&app, &route, &path);
    other["startsAt"] = json!("12:00");
    assert!(change(&manager, "saveDeparture", &other).await["made"].as_i64().unwrap() > 50);
    let open = "SELECT t.id FROM trip t WHERE t.road_closed = TRUE AND t.route_id IN (SELECT id FROM route WHERE number = '777')";
    assert_eq!(app.count(open).await, 4);
    app.done().await;
}

/// A vehicle whose inspection has ended is not planned without a reason, which is good for that very paper.
#[tokio::test]
async fn a_vehicle_with_an_ended_paper_is_planned_only_with_a_reason() {
    let app = TestApp::new().await;
    let (admin, manager) = (app.staff("ADMINISTRATOR").await, app.staff("TRANSPORT_MANAGER").await);
    let (route, _, path, id) = on_sale(&app, &manager).await;
    let carrier = record(&manager, "777").await["carrier"]["id"].as_str().unwrap().to_owned();
    let vehicle = crate::vehicle::first_of(&admin, &carrier).await["id"].clone();
    crate::permit::make(&admin, "VEHICLE", &vehicle, "INSPECTION", &in_days(&app, -3)).await;
    let mut input = departure(&app, &route, &path);
    input["id"] = id;
    input["version"] = json!(1);
    input["vehicleId"] = vehicle.clone();
    let refused = change(&manager, "saveDeparture", &input).await;
    assert_eq!(refused["code"], "OVERRULE_NEEDED", "{refused}");
    assert_eq!(app.count("SELECT id FROM trip WHERE vehicle_id IS NOT NULL").await, 0);
    input["overrule"] = json!("inspected tomorrow");
    let saved = change(&manager, "saveDeparture", &input).await;
    assert_eq!(saved["withoutVehicle"], 0, "{saved}");
    assert!(app.count("SELECT id FROM trip WHERE vehicle_id IS NOT NULL").await >= 60);
    let told = "SELECT id FROM audit WHERE action = 'SAVE_DEPARTURE' AND new_values LIKE '%inspected tomorrow%'";
    assert_eq!(app.count(told).await, 1);
    // Once is enough, for what is made later too.
    input["version"] = json!(2);
    input["overrule"] = json!(null);
    input["number"] = json!("778");
    assert_eq!(change(&manager, "saveDeparture", &input).await["withoutVehicle"], 0);
    // Another paper is another matter.
    crate::permit::make(&admin, "CARRIER", &json!(carrier), "LICENCE", &in_days(&app, -1)).await;
    input["version"] = json!(3);
    input["number"] = json!("779");
    let refused = change(&manager, "saveDeparture", &input).await;
    assert_eq!(refused["objections"].as_array().unwrap().len(), 1, "{refused}");
    input["overrule"] = json!("the licence is being printed");
    assert_eq!(change(&manager, "saveDeparture", &input).await["withoutVehicle"], 0);
    app.done().await;
}

/// Trips are made long before a paper ends: those after its last day do not have the vehicle, and get it with the new paper.
#[tokio::test]
async fn trips_after_a_paper_has_ended_go_without_the_vehicle_until_it_is_renewed() {
    let app = TestApp::new().await;
    let (admin, manager) = (app.staff("ADMINISTRATOR").await, app.staff("TRANSPORT_MANAGER").await);
    let (route, stations, path, id) = on_sale(&app, &manager).await;
    let carrier = record(&manager, "777").await["carrier"]["id"].as_str().unwrap().to_owned();
    let vehicle = crate::vehicle::first_of(&admin, &carrier).await["id"].clone();
    let paper = crate::permit::make(&admin, "VEHICLE", &vehicle, "INSURANCE", &in_days(&app, 10)).await;
    let mut input = departure(&app, &route, &path);
    input["id"] = id;
    input["version"] = json!(1);
    input["vehicleId"] = vehicle.clone();
    input["lastDate"] = json!(in_days(&app, 120));
    let seen = preview(&manager, &input).await;
    let saved = change(&manager, "saveDeparture", &input).await;
    let without = saved["withoutVehicle"].as_i64().unwrap();
    assert_eq!((without > 40, &seen["withoutVehicle"]), (true, &saved["withoutVehicle"]), "{saved}");
    let crew = async |days| {
        let trip = ride(&app, &stations, &in_days(&app, days)).await.id();
        let read = "query($t: ID!) { trip(id: $t) { crew { vehicle { id } leftOut { sameSeats vehicle { id } objections { message } } } } }";
        manager.send(read, json!({ "t": trip })).await.data("trip")["crew"].clone()
    };
    assert_eq!(crew(10).await, json!({ "vehicle": { "id": vehicle }, "leftOut": null }));
    let said = crew(11).await;
    assert_eq!((&said["vehicle"], &said["leftOut"]["vehicle"]["id"]), (&json!(null), &vehicle), "{said}");
    assert_eq!(said["leftOut"]["sameSeats"], true, "{said}");
    let words = said["leftOut"]["objections"][0]["message"].as_str().unwrap();
    assert!(words.starts_with("insurance: ended on"), "{words}");
    // What is made day by day goes without it too.
    app.advance(TimeDelta::days(1));
    api::features::network::generate_trips(&app.app, 61, &|_| {}).await.unwrap();
    let waiting = "SELECT id FROM trip WHERE vehicle_id IS NULL AND departs_at > '2026-12-11' AND route_id IN \
                   (SELECT id FROM route WHERE number = '777')";
    let before = app.count(waiting).await;
    assert!(before > without, "{before}");
    // Somebody has decided otherwise of one: it stays as it is.
    let (dispatcher, trip) = (app.staff("DISPATCHER").await, ride(&app, &stations, &in_days(&app, 20)).await);
    let by_hand = json!({ "tripId": trip.id(), "version": 0, "vehicleId": null, "driverIds": [] });
    crate::trip::assign_trip::assign(&dispatcher, by_hand).await;
    let admin = app.staff("ADMINISTRATOR").await;
    let renewed = json!({
        "id": paper["id"], "version": 1, "holder": "VEHICLE", "holderId": vehicle, "kind": "INSURANCE", "number": "АА 1235",
        "expiresOn": in_days(&app, 365),
    });
    assert_eq!(crate::permit::save(&admin, renewed).await["__typename"], "PermitSaved");
    assert_eq!(app.count(waiting).await, 1);
    // Corrected to an earlier day, it says how many trips now go with an ended paper.
    let corrected = json!({
        "id": paper["id"], "version": 2, "holder": "VEHICLE", "holderId": vehicle, "kind": "INSURANCE", "number": "АА 1235",
        "expiresOn": in_days(&app, 12),
    });
    let saved = crate::permit::save(&admin, corrected).await;
    assert!(saved["tripsWithoutIt"].as_i64().unwrap() > 40, "{saved}");
    let put = "SELECT id FROM audit WHERE action = 'ASSIGN_TRIP' AND subject LIKE 'trip:%'";
    assert_eq!(app.count(put).await, before - 1 + 1);
    app.done().await;
}
