use chrono::TimeDelta;
use tests::{TestApp, hold_input, json};

use super::{change, impact, input, off_sale, section, seen};

#[tokio::test]
async fn a_closed_road_takes_its_trips_off_sale_at_once_on_every_replica() {
    let app = TestApp::new().await;
    let replica = app.replica().await;
    let (dispatcher, ana) = (app.staff("DISPATCHER").await, app.visitor());
    let (ride, other) = (app.ride("501").await, app.ride("604V").await);
    let held = ana.hold(std::slice::from_ref(&ride), 2, None).await;
    app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    ana.name(&held).await;
    let started = ana.try_pay(&held).await;
    let section = section(&app, &dispatcher, &ride, Some(2)).await;

    // What it would touch is told before.
    let before = impact(&dispatcher, &section).await;
    assert_eq!(before["__typename"], "ClosureImpact", "{before}");
    let numbers = ["orders", "tickets", "ticketsOnSection", "held", "withEmail", "withPhone"];
    assert_eq!(numbers.map(|one| before[one].as_i64().unwrap()), [1, 1, 1, 2, 1, 1]);
    assert!(before["trips"].as_i64().unwrap() > 1, "{before}");
    assert_eq!(off_sale(&app.visitor(), &ride).await, json!(null), "a look changes nothing");

    let made = change(&dispatcher, "saveClosure", input(&section)).await;
    assert_eq!(made["__typename"], "ClosureChanged", "{made}");
    assert_eq!(made["tripsChanged"], before["trips"]);
    let hold = hold_input(std::slice::from_ref(&ride), 1, None);
    let refused = app.visitor().try_hold(&hold).await;
    assert_eq!((&refused["__typename"], &refused["reason"]), (&json!("NotOnSale"), &json!("ROAD_CLOSED")));
    if let Some(replica) = &replica {
        assert_eq!(replica.visitor().try_hold(&hold).await["reason"], "ROAD_CLOSED");
    }
    assert_eq!(off_sale(&app.visitor(), &ride).await, "ROAD_CLOSED");
    assert_eq!(off_sale(&app.visitor(), &other).await, json!(null), "another road is open");
    let shown = seen(&dispatcher, &made["closure"]["id"]).await;
    assert_eq!((&shown["impact"]["tickets"], &shown["impact"]["held"]), (&json!(1), &json!(2)), "{shown}");

    // Who was at the bank already may pay; the ticket is among those to be returned.
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    assert_eq!(ana.order(&held).await["status"], "PAID");
    let query = "query($i: ID!) { closureTickets(id: $i, first: 2) { totalCount pageInfo { hasNextPage } nodes { \
                 orderNumber onSection phone email passenger { lastName } line { seat } trip { number roadClosed } \
                 from { stop { name } } } } }";
    let tickets = dispatcher.send(query, json!({ "i": made["closure"]["id"] })).await.data("closureTickets");
    assert_eq!((&tickets["totalCount"], &tickets["pageInfo"]["hasNextPage"]), (&json!(3), &json!(true)));
    let first = &tickets["nodes"][0];
    assert_eq!((&first["trip"]["number"], &first["onSection"]), (&json!(ride.trip.number), &json!(true)), "{first}");
    if let Some(replica) = replica {
        replica.stop_only().await;
    }
    app.done().await;
}

/// A replica that has not heard of it: the sale looks at the trip's row.
#[tokio::test]
async fn the_row_decides_and_not_what_is_remembered() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    app.visitor().hold(std::slice::from_ref(&ride), 1, None).await;
    app.break_by_hand("UPDATE trip SET road_closed = TRUE").await;
    let refused = app.visitor().try_hold(&hold_input(std::slice::from_ref(&ride), 1, None)).await;
    assert_eq!((&refused["__typename"], &refused["reason"]), (&json!("NotOnSale"), &json!("ROAD_CLOSED")));
    app.done().await;
}

#[tokio::test]
async fn trips_that_are_made_later_are_closed_too() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("DISPATCHER").await;
    let ride = app.ride("501").await;
    let section = section(&app, &dispatcher, &ride, None).await;
    change(&dispatcher, "saveClosure", input(&section)).await;
    let closed = "SELECT id FROM trip WHERE road_closed = TRUE AND departs_at > '2027-01-01'";
    let before = app.count(closed).await;
    app.advance(TimeDelta::days(40));
    let days = app.app.network.get(&app.app).await.unwrap().settings.sale_days_ahead;
    let made = api::features::network::generate_trips(&app.app, days, &|_| {}).await.unwrap();
    assert!(made > 0);
    assert!(app.count(closed).await > before, "of days that were not on sale yet");
    app.discard().await;
}

#[tokio::test]
async fn every_mistake_of_a_closure_is_told_at_its_field_and_two_people_are_told_apart() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("DISPATCHER").await;
    let ride = app.ride("501").await;
    let good = section(&app, &dispatcher, &ride, Some(2)).await;
    let mut bad = good.clone();
    bad["to"] = bad["from"].clone();
    bad["endsAt"] = json!("2020-01-01T00:00:00");
    let mut wrong = input(&bad);
    wrong["reason"] = json!({ "ru": "" });
    let answer = change(&dispatcher, "saveClosure", wrong).await;
    let expected = [("section.to", "SAME_PLACE"), ("section.endsAt", "ENDS_BEFORE_START"), ("reason.ru", "REQUIRED")];
    assert_eq!(crate::station::wrong(&answer), expected);
    assert_eq!(crate::station::wrong(&impact(&dispatcher, &bad).await)[0], ("to", "SAME_PLACE"));
    assert_eq!(app.count("SELECT id FROM closure").await, 0);

    let made = change(&dispatcher, "saveClosure", input(&good)).await;
    let mut again = input(&good);
    again["id"] = made["closure"]["id"].clone();
    again["version"] = made["closure"]["version"].clone();
    // It begins when the trip is long over: the trip is sold again.
    again["section"]["startsAt"] = json!(format!("{}T00:00:00", ride.trip.service_date + TimeDelta::days(3)));
    again["section"]["endsAt"] = json!(format!("{}T00:00:00", ride.trip.service_date + TimeDelta::days(4)));
    let changed = change(&dispatcher, "saveClosure", again.clone()).await;
    assert_eq!(changed["closure"]["version"], 2, "{changed}");
    assert_eq!(off_sale(&app.visitor(), &ride).await, json!(null));
    assert_eq!(change(&dispatcher, "saveClosure", again).await["code"], "CHANGED_MEANWHILE");
    app.done().await;
}

/// Roads concern everybody's trips: who keeps only some does not close them.
#[tokio::test]
async fn staff_of_one_station_or_carrier_close_no_road() {
    let app = TestApp::new().await;
    let (admin, dispatcher) = (app.staff("ADMINISTRATOR").await, app.staff("DISPATCHER").await);
    let ride = app.ride("501").await;
    let section = section(&app, &dispatcher, &ride, Some(2)).await;
    app.break_by_hand("UPDATE role SET permissions = '[\"RUN_TRIPS\"]' WHERE code = 'CARRIER_REPRESENTATIVE'").await;
    let save = "mutation($i: SaveClosureInput!) { saveClosure(input: $i) { __typename } }";
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    assert_eq!(representative.send(save, json!({ "i": input(&section) })).await.code(), "FORBIDDEN");
    let station = crate::announcement::station(&app, "Талас").await;
    crate::staff::stations::tie(&admin, &[&json!(station)]).await;
    let tied = app.staff("DISPATCHER").await;
    assert_eq!(tied.send(save, json!({ "i": input(&section) })).await.code(), "FORBIDDEN");
    assert_eq!(tied.send("{ closures { nodes { id } } }", json!({})).await.code(), "FORBIDDEN");
    app.done().await;
}
