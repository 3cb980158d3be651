use tests::{Actor, TestApp, Value, json};

use super::{change, person};

const LOGIN: &str = "dispatcher@demo.beket.example.com";
const TRIPS: &str = "query($f: TripFilterInput!) { trips(filter: $f, first: 100) { totalCount nodes { id } } }";

async fn station(admin: &Actor, name: &str) -> Value {
    let stations = admin.send("{ stations(first: 200) { id name } }", json!({})).await.data("stations");
    let found = stations.as_array().unwrap().iter().find(|one| one["name"].as_str().unwrap().contains(name));
    found.unwrap_or_else(|| panic!("no station {name}: {stations}"))["id"].clone()
}

pub async fn tie(admin: &Actor, stations: &[&Value]) -> Value {
    let of = person(admin, LOGIN).await;
    let values = json!({
        "id": of["id"], "version": of["version"], "firstName": "Гүлнара", "lastName": "Абдиева", "role": "DISPATCHER",
        "stationIds": stations,
    });
    change(admin, "updateStaff", "UpdateStaffInput", values).await
}

/// Trips of other stations are as if they were not there: not listed, their passengers not read, nothing done to them.
#[tokio::test]
async fn who_is_tied_to_a_station_works_with_its_trips_alone() {
    let app = TestApp::new().await;
    let (admin, clerk) = (app.staff("ADMINISTRATOR").await, app.staff("DISPATCHER").await);
    let day = |station: Option<&Value>| json!({ "f": { "date": "2026-12-02", "stationId": station } });
    let all = clerk.send(TRIPS, day(None)).await.data("trips")["totalCount"].as_i64().unwrap();
    let talas = station(&admin, "Talas, long").await;
    let there = clerk.send(TRIPS, day(Some(&talas))).await.data("trips")["totalCount"].as_i64().unwrap();
    assert!(0 < there && there < all, "{there} of {all}");

    assert_eq!(tie(&admin, &[&talas]).await["__typename"], "StaffChanged");
    // From the next request on, in the same session.
    let own = clerk.send(TRIPS, day(None)).await.data("trips");
    assert_eq!(own["totalCount"], json!(there));
    assert_eq!(own["nodes"].as_array().unwrap().len(), usize::try_from(there).unwrap());
    let elsewhere = app.ride("501").await;
    let (foreign, mine) = (json!(elsewhere.id()), own["nodes"][0]["id"].clone());
    let passengers = "query($t: ID!) { tripPassengers(tripId: $t) { orderNumber } }";
    let close = "mutation($t: ID!) { setTripSale(input: { tripId: $t, closed: true }) { __typename } }";
    for query in [passengers, close] {
        assert_eq!(clerk.send(query, json!({ "t": foreign })).await.code(), "NOT_FOUND", "{query}");
        assert_eq!(clerk.send(query, json!({ "t": mine })).await.code(), "no error", "{query}");
    }
    assert_eq!(
        clerk.send("{ me { stations { id } } }", json!({})).await.data("me")["stations"],
        json!([{ "id": talas }])
    );

    // Untied, everything is theirs again; what was before and after is in the log.
    tie(&admin, &[]).await;
    assert_eq!(clerk.send(TRIPS, day(None)).await.data("trips")["totalCount"], json!(all));
    let log = "{ auditEntries(filter: { action: \"UPDATE_STAFF\" }, first: 1) { nodes { before after } } }";
    let entry = admin.send(log, json!({})).await.data("auditEntries")["nodes"][0].clone();
    assert_eq!(
        (&entry["before"]["stationIds"], &entry["after"]["stationIds"]),
        (&json!([talas]), &json!([])),
        "{entry}"
    );
    app.done().await;
}

#[tokio::test]
async fn a_station_must_be_one_and_counts_once() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let talas = station(&admin, "Talas, long").await;
    let nowhere = json!("nowhere");
    assert_eq!(
        tie(&admin, &[&talas, &nowhere]).await["fields"],
        json!([{ "path": "stationIds", "code": "NO_SUCH_STATION" }])
    );
    assert_eq!(tie(&admin, &[&talas, &talas]).await["__typename"], "StaffChanged");
    assert_eq!(app.count("SELECT stop_id FROM staff_station").await, 1);
    let invite = json!({
        "email": "new@example.com", "firstName": "Асель", "lastName": "Токтосунова", "role": "CASHIER", "stationIds": [talas],
    });
    assert_eq!(change(&admin, "inviteStaff", "InviteStaffInput", invite).await["__typename"], "StaffChanged");
    let member = "{ staff(filter: { text: \"new@\" }) { nodes { stations { id } } } }";
    assert_eq!(admin.send(member, json!({})).await.data("staff")["nodes"], json!([{ "stations": [{ "id": talas }] }]));
    app.done().await;
}
