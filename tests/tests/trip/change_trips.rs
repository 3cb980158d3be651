use tests::{Actor, Ride, TestApp, Value, json};

async fn change(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: ChangeTripsInput!) { changeTrips(input: $i) { __typename \
        ... on InvalidInput { fields { path code } } ... on TripsChanged { outcomes { tripId kind code messages \
        ordersReturned trip { number state delayMinutes saleClosed } } } } }";
    staff.send(query, json!({ "i": input })).await.data("changeTrips")
}

async fn consequences(staff: &Actor, trips: &[String], station: Option<&str>) -> Value {
    let query = "query($t: [ID!]!, $s: ID) { tripsConsequences(tripIds: $t, stationId: $s) { \
        total { orders passengers held withEmail paid { amount } } \
        trips { trip { id } consequences { orders passengers held paid { amount } } } } }";
    staff.send(query, json!({ "t": trips, "s": station })).await.data("tripsConsequences")
}

fn kinds(answer: &Value) -> Vec<&str> {
    let outcomes = answer["outcomes"].as_array().unwrap_or_else(|| panic!("{answer}"));
    outcomes.iter().map(|one| one["kind"].as_str().unwrap()).collect()
}

async fn rides(app: &TestApp) -> [Ride; 3] {
    [app.ride("501").await, app.ride("505").await, app.ride("604V").await]
}

#[tokio::test]
async fn many_trips_are_delayed_one_by_one_and_repeating_tells_nobody_again() {
    let app = TestApp::new().await;
    let [first, second, third] = rides(&app).await;
    let ana = app.visitor();
    ana.buy(&app, std::slice::from_ref(&first), 2).await;
    ana.buy(&app, std::slice::from_ref(&second), 1).await;
    let dispatcher = app.staff("DISPATCHER").await;
    crate::trip::change(&dispatcher, "cancelTrip", json!({ "tripId": third.id() })).await;
    let before = (app.messages().await.len(), app.count("SELECT id FROM audit").await);
    let ids = [first.id(), third.id(), second.id(), "nonsense".to_owned(), first.id()];
    let input = json!({ "tripIds": ids, "action": "DELAY", "minutes": 40 });
    let answer = change(&dispatcher, input.clone()).await;
    // One that is over and one that is not there are told, and touch nothing else; one named twice is done once.
    assert_eq!(kinds(&answer), ["DONE", "REJECTED", "DONE", "REJECTED"]);
    let outcomes = &answer["outcomes"];
    assert_eq!((&outcomes[1]["code"], &outcomes[3]["code"]), (&json!("TRIP_OVER"), &json!("NOT_FOUND")));
    assert_eq!(outcomes[3]["trip"], Value::Null);
    for n in [0, 2] {
        assert_eq!(outcomes[n]["trip"]["delayMinutes"], 40);
        assert!(outcomes[n]["messages"].as_i64().unwrap() > 0, "{answer}");
    }
    app.run_jobs().await;
    let told = app.messages().await.len();
    assert!(told > before.0);
    // An entry for each trip that was changed.
    let delays = "SELECT id FROM audit WHERE action = 'DELAY_TRIP'";
    assert_eq!((app.count(delays).await, app.count("SELECT id FROM audit").await), (2, before.1 + 2));
    let again = change(&dispatcher, input).await;
    assert_eq!(kinds(&again), ["UNCHANGED", "REJECTED", "UNCHANGED", "REJECTED"]);
    app.run_jobs().await;
    assert_eq!((app.messages().await.len(), app.count(delays).await), (told, 2));
    app.done().await;
}

#[tokio::test]
async fn many_trips_are_cancelled_after_their_consequences_were_seen() {
    let app = TestApp::new().await;
    let [first, second, third] = rides(&app).await;
    let (ana, ben) = (app.visitor(), app.visitor());
    let paid = ana.buy(&app, std::slice::from_ref(&first), 2).await;
    let other = ben.buy(&app, std::slice::from_ref(&second), 1).await;
    ben.hold(std::slice::from_ref(&third), 1, None).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let ids = [first.id(), second.id(), third.id()];
    let seen = consequences(&dispatcher, &ids, None).await;
    let amount = |value: &Value| value["paid"][0]["amount"].as_str().map_or(0.0, |text| text.parse::<f64>().unwrap());
    assert_eq!(
        (&seen["total"]["orders"], &seen["total"]["passengers"], &seen["total"]["held"]),
        (&json!(2), &json!(3), &json!(1))
    );
    let each: Vec<i64> = (0..3).map(|n| seen["trips"][n]["consequences"]["passengers"].as_i64().unwrap()).collect();
    assert_eq!(each, [2, 1, 0]);
    let sum: f64 = (0..3).map(|n| amount(&seen["trips"][n]["consequences"])).sum();
    assert!((sum - amount(&seen["total"])).abs() < 0.001 && sum > 0.0, "{seen}");
    // What one trip's page says is the same.
    let alone = "query($t: ID!) { tripConsequences(tripId: $t) { orders passengers held paid { amount } } }";
    let alone = dispatcher.send(alone, json!({ "t": first.id() })).await.data("tripConsequences");
    assert_eq!(alone, seen["trips"][0]["consequences"]);

    let answer = change(&dispatcher, json!({ "tripIds": ids, "action": "CANCEL" })).await;
    assert_eq!(kinds(&answer), ["DONE"; 3]);
    let returned: Vec<i64> = (0..3).map(|n| answer["outcomes"][n]["ordersReturned"].as_i64().unwrap()).collect();
    assert_eq!(returned, [1, 1, 1]);
    app.run_jobs().await;
    assert_eq!(
        (ana.order(&paid).await["status"].clone(), ben.order(&other).await["status"].clone()),
        (json!("REFUNDED"), json!("REFUNDED"))
    );
    assert_eq!(kinds(&change(&dispatcher, json!({ "tripIds": ids, "action": "CANCEL" })).await), ["UNCHANGED"; 3]);
    app.run_jobs().await;
    assert_eq!(ana.order(&paid).await["refunds"].as_array().unwrap().len(), 1, "the money goes back once");
    app.done().await;
}

#[tokio::test]
async fn the_sale_and_the_platform_of_many_trips() {
    let app = TestApp::new().await;
    let [first, second, _] = rides(&app).await;
    let ana = app.visitor();
    ana.buy(&app, std::slice::from_ref(&first), 1).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let ids = [first.id(), second.id()];
    let sale = |action: &str| json!({ "tripIds": ids, "action": action });
    let closed = change(&dispatcher, sale("CLOSE_SALE")).await;
    assert_eq!((kinds(&closed), &closed["outcomes"][1]["trip"]["saleClosed"]), (vec!["DONE"; 2], &json!(true)));
    assert_eq!(kinds(&change(&dispatcher, sale("CLOSE_SALE")).await), ["UNCHANGED"; 2]);
    assert_eq!(kinds(&change(&dispatcher, sale("OPEN_SALE")).await), ["DONE"; 2]);
    // At the station where the first begins; whoever gets on there is told.
    let call = first.trip.calls.first().unwrap();
    let station = api::graphql::Gid::of(api::graphql::Kind::Stop, call.stop.parent.unwrap_or(call.stop.id)).to_string();
    let network = app.app.network.get(&app.app).await.unwrap();
    let sign = network
        .signs_at(&call.stop)
        .into_iter()
        .find(|sign| Some(sign) != call.platform.as_ref())
        .unwrap_or_else(|| "9".into());
    let there = consequences(&dispatcher, &ids[..1], Some(&station)).await;
    assert_eq!(there["total"]["passengers"], 1);
    let input = json!({ "tripIds": [ids[0]], "action": "SET_PLATFORM", "stationId": station, "platform": sign });
    let moved = change(&dispatcher, input.clone()).await;
    assert_eq!(kinds(&moved), ["DONE"], "{moved}");
    assert!(moved["outcomes"][0]["messages"].as_i64().unwrap() > 0);
    assert_eq!(kinds(&change(&dispatcher, input).await), ["UNCHANGED"]);
    // Another station's trips do not call there.
    let far = crate::announcement::station(&app, "Баткен").await;
    let input = json!({ "tripIds": [ids[0]], "action": "SET_PLATFORM", "stationId": far, "platform": sign });
    let elsewhere = change(&dispatcher, input).await;
    assert_eq!((kinds(&elsewhere), &elsewhere["outcomes"][0]["code"]), (vec!["REJECTED"], &json!("NO_SUCH_CALL")));
    app.done().await;
}

#[tokio::test]
async fn it_goes_on_to_the_end_though_its_asker_has_left() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("DISPATCHER").await;
    let query = "{ trips(filter: { date: \"2026-12-02\" }, first: 100) { nodes { id } } }";
    let trips = dispatcher.send(query, json!({})).await.data("trips")["nodes"].as_array().unwrap().clone();
    let ids: Vec<Value> = trips.iter().map(|trip| trip["id"].clone()).collect();
    let closed = || app.count("SELECT id FROM trip WHERE sale_closed");
    let before = closed().await;
    let asker = dispatcher.clone();
    let input = json!({ "tripIds": ids, "action": "CLOSE_SALE" });
    let asked = tokio::spawn(async move { change(&asker, input).await });
    let wait = || tokio::time::sleep(std::time::Duration::from_millis(5));
    while closed().await == before {
        wait().await;
    }
    asked.abort();
    let all = before + i64::try_from(ids.len()).unwrap();
    for _ in 0..2000 {
        if closed().await == all {
            break;
        }
        wait().await;
    }
    assert_eq!(closed().await, all);
    app.done().await;
}

#[tokio::test]
async fn what_is_asked_of_many_trips_is_looked_at_first() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let dispatcher = app.staff("DISPATCHER").await;
    let said = |answer: Value| answer["fields"].clone();
    let one = |path: &str, code: &str| json!([{ "path": path, "code": code }]);
    let ask = |more: Value| {
        let mut input = json!({ "tripIds": [ride.id()] });
        for (key, value) in more.as_object().unwrap() {
            input[key] = value.clone();
        }
        change(&dispatcher, input)
    };
    assert_eq!(said(ask(json!({ "action": "DELAY" })).await), one("minutes", "REQUIRED"));
    assert_eq!(said(ask(json!({ "action": "DELAY", "minutes": 1441 })).await), one("minutes", "DELAY_RANGE"));
    assert_eq!(said(ask(json!({ "action": "SET_PLATFORM" })).await), one("stationId", "REQUIRED"));
    assert_eq!(said(ask(json!({ "action": "CANCEL", "tripIds": [] })).await), one("tripIds", "REQUIRED"));
    let many: Vec<String> = (0..201).map(|n| n.to_string()).collect();
    assert_eq!(said(ask(json!({ "action": "CANCEL", "tripIds": many })).await), one("tripIds", "TOO_MANY_TRIPS"));
    // Another carrier's trip is as if it were not there.
    app.break_by_hand(
        "UPDATE role SET permissions = (SELECT permissions FROM role WHERE code = 'DISPATCHER') \
         WHERE code = 'CARRIER_REPRESENTATIVE'",
    )
    .await;
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    let mut foreign = Vec::new();
    for route in ["501", "505", "604V"] {
        foreign.push(app.ride(route).await.id());
    }
    let answer = change(&representative, json!({ "tripIds": foreign, "action": "CLOSE_SALE" })).await;
    let rejected = answer["outcomes"].as_array().unwrap().iter().filter(|one| one["code"] == "NOT_FOUND").count();
    assert!(rejected > 0, "{answer}");
    let seen = consequences(&representative, &foreign, None).await;
    assert_eq!(seen["trips"].as_array().unwrap().len(), 3 - rejected);
    app.done().await;
}

#[tokio::test]
async fn consequences_of_many_trips_cost_as_few_statements_as_of_one() {
    let app = TestApp::new().await;
    let rides = rides(&app).await;
    let ana = app.visitor();
    for ride in &rides {
        ana.buy(&app, std::slice::from_ref(ride), 1).await;
    }
    let dispatcher = app.staff("DISPATCHER").await;
    let ids: Vec<String> = rides.iter().map(Ride::id).collect();
    consequences(&dispatcher, &ids, None).await;
    let mut costs = Vec::new();
    for ids in [&ids[..1], &ids[..]] {
        let before = app.app.db.queries();
        let seen = consequences(&dispatcher, ids, None).await;
        assert_eq!(seen["trips"].as_array().unwrap().len(), ids.len());
        costs.push(app.app.db.queries() - before);
    }
    assert_eq!(costs[0], costs[1]);
    app.done().await;
}
