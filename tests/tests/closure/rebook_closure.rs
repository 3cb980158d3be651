use std::collections::BTreeMap;

use tests::{Actor, Bought, Ride, TestApp, TimeDelta, Value, hold_input, json};

use super::{change, input, section};
use crate::rebooking::{buy, lines, next};

/// A road that is closed for a day with two trips of the line on it, and the first trip of the next day.
struct Closed {
    dispatcher: Actor,
    id: Value,
    first: Ride,
    second: Ride,
    other: Ride,
}

/// Two trips of one day and the first of the next; nothing is closed yet.
async fn three(app: &TestApp) -> (Ride, Ride, Ride) {
    let mut first = next(app, &app.ride("501").await).await;
    let mut second = next(app, &first).await;
    while first.trip.service_date != second.trip.service_date {
        (first, second) = (second.clone(), next(app, &second).await);
    }
    let mut other = next(app, &second).await;
    while other.trip.service_date == first.trip.service_date {
        other = next(app, &other).await;
    }
    assert_eq!(other.trip.service_date - first.trip.service_date, TimeDelta::days(1));
    (first, second, other)
}

async fn close(app: &TestApp, (first, second, other): (Ride, Ride, Ride)) -> Closed {
    let dispatcher = app.staff("DISPATCHER").await;
    let way = section(app, &dispatcher, &first, Some(1)).await;
    let id = change(&dispatcher, "saveClosure", input(&way)).await["closure"]["id"].clone();
    Closed { dispatcher, id, first, second, other }
}

async fn plan(staff: &Actor, asked: Value) -> Value {
    let query = "query($i: ID!, $d: Int!, $o: Boolean!, $c: [RebookingChoiceInput!]!) { rebookingPlan(closureId: $i, \
        days: $d, otherClass: $o, choices: $c) { __typename ... on InvalidInput { fields { path code } } \
        ... on RebookingPlan { passengers orders behind messages trips { trip { id } from { stop { name } } passengers \
        orders behind why { why passengers } shares { to { id } passengers orders minutesLater otherCarrier otherClass otherStation } \
        options { trip { id number carrier { id } } passengers otherStation seatsLeft minutesLater } } } } }";
    let asked = json!({
        "i": asked["id"], "d": asked["days"].as_i64().unwrap_or(0), "o": asked["otherClass"] == true,
        "c": asked.get("choices").cloned().unwrap_or_else(|| json!([])),
    });
    staff.send(query, asked).await.data("rebookingPlan")
}

async fn rebook(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: RebookClosureInput!) { rebookClosure(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on ClosureRebooked { trips passengers behind closure { \
        rebookings { waiting } } } } }";
    staff.send(query, json!({ "i": input })).await.data("rebookClosure")
}

/// How far it is: waiting, done, failed, moved, behind.
async fn progress(staff: &Actor, id: &Value) -> [i64; 5] {
    let query = "query($i: ID!) { closure(id: $i) { rebookings { waiting done failed moved behind } } }";
    let seen = staff.send(query, json!({ "i": id })).await.data("closure")["rebookings"].clone();
    ["waiting", "done", "failed", "moved", "behind"].map(|name| seen[name].as_i64().unwrap())
}

/// Leaves so many seats of a trip free.
async fn fill(app: &TestApp, ride: &Ride, free: usize) {
    let labels: Vec<String> = (1..=ride.trip.capacity - i32::try_from(free).unwrap()).map(|n| n.to_string()).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    for some in labels.chunks(5) {
        app.visitor().hold(std::slice::from_ref(ride), some.len(), Some(some)).await;
    }
}

/// Whether they ride on that trip with good tickets.
async fn rides_on(buyer: &Actor, order: &Bought, ride: &Ride) -> bool {
    let query = "query($id: ID!, $secret: String) { order(id: $id, secret: $secret) { status segments { trip { id } \
        lines { state ticket { valid } } } } }";
    let seen = buyer.send(query, order.reference()).await.data("order");
    let segment = &seen["segments"][0];
    let good = |line: &Value| line["state"] == "ISSUED" && line["ticket"]["valid"] == true;
    seen["status"] == "PAID"
        && segment["trip"]["id"] == ride.id().as_str()
        && segment["lines"].as_array().unwrap().iter().all(good)
}

#[tokio::test]
async fn passengers_of_several_trips_share_the_seats_of_another_and_the_rest_is_returned() {
    let app = TestApp::new().await;
    let trips = three(&app).await;
    fill(&app, &trips.2, 4).await;
    let (ana, party) = buy(&app, &trips.0, &["1", "2"]).await;
    let (ben, single) = buy(&app, &trips.0, &["9"]).await;
    let (cid, three) = buy(&app, &trips.1, &["1", "2", "3"]).await;
    let (eva, last) = buy(&app, &trips.1, &["5"]).await;
    let Closed { dispatcher, id, first, second, other } = close(&app, trips).await;
    let paid = ana.order(&party).await["paid"].clone();
    let before = app.messages().await.len();

    // Both trips to the same other one, which has four seats left.
    let choices = json!([
        { "tripId": first.id(), "toTripId": other.id() }, { "tripId": second.id(), "toTripId": other.id() },
    ]);
    let seen = plan(&dispatcher, json!({ "id": id, "choices": choices })).await;
    let numbers = ["passengers", "orders", "behind", "messages"].map(|name| seen[name].as_i64().unwrap());
    assert_eq!(numbers, [4, 3, 3, 6], "{seen}");
    assert_eq!(seen["trips"][0]["shares"][0]["passengers"], 3);
    assert_eq!(seen["trips"][1]["shares"][0]["passengers"], 1);
    assert_eq!(seen["trips"][1]["why"], json!([{ "why": "NO_SEAT", "passengers": 3 }]), "an order goes whole");
    assert_eq!(app.messages().await.len(), before, "a look changes nothing");

    let asked = rebook(&dispatcher, json!({ "id": id, "choices": choices })).await;
    assert_eq!(["trips", "passengers", "behind"].map(|name| asked[name].as_i64().unwrap()), [2, 4, 3], "{asked}");
    assert_eq!(progress(&dispatcher, &id).await, [2, 0, 0, 0, 0]);
    app.run_jobs().await;
    assert_eq!(progress(&dispatcher, &id).await, [0, 2, 0, 4, 0]);
    for (buyer, order) in [(&ana, &party), (&ben, &single), (&eva, &last)] {
        assert!(rides_on(buyer, order, &other).await, "{}", buyer.order(order).await);
    }
    assert!(rides_on(&cid, &three, &second).await);
    assert_eq!(ana.order(&party).await["paid"], paid, "for the same money");
    assert_eq!(app.claimed(first.trip.id).await, 0);
    let legs = u64::try_from(other.to - other.from).unwrap();
    assert_eq!(app.claimed(other.trip.id).await, u64::try_from(other.trip.capacity).unwrap() * legs);
    let told = app.messages().await.split_off(before);
    let why = told.iter().filter(|(.., text)| text.contains("A mudflow on the pass")).count();
    assert_eq!(why, 6, "mail and SMS to each order, with the reason: {told:?}");

    // The job once more, and the request once more: nothing happens twice.
    let seats: Vec<Value> = lines(&ana, &party).await;
    app.break_by_hand("UPDATE job SET state = 'WAITING' WHERE kind = 'rebook_trip'").await;
    app.run_jobs().await;
    assert_eq!(lines(&ana, &party).await, seats);
    assert_eq!(app.messages().await.len(), before + told.len());
    let again = rebook(&dispatcher, json!({ "id": id, "choices": choices })).await;
    let nobody = json!([{ "path": "choices", "code": "NOBODY_REBOOKED" }]);
    assert_eq!(again["fields"], nobody, "{again}");
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'REBOOK_CLOSURE'").await, 1);

    // Who stayed gets the money back; who was carried over is not touched.
    let returned = change(&dispatcher, "refundClosure", json!({ "id": id })).await;
    assert_eq!(returned["ordersReturned"], 1, "{returned}");
    app.run_jobs().await;
    assert_eq!(cid.order(&three).await["status"], "REFUNDED");
    assert!(rides_on(&ana, &party, &other).await);
    app.done().await;
}

#[tokio::test]
async fn trips_are_proposed_by_nearness_and_spread_where_one_is_too_small() {
    let app = TestApp::new().await;
    let trips = three(&app).await;
    let mut buyers = Vec::new();
    for (ride, seats) in [(&trips.0, 16), (&trips.1, 12)] {
        let labels: Vec<String> = (1..=seats).map(|n| n.to_string()).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        for some in labels.chunks(4) {
            buyers.push(buy(&app, ride, some).await);
        }
    }
    let back = app.ride("505").await;
    buy(&app, &back, &["1"]).await;
    let Closed { dispatcher, id, first, second, .. } = close(&app, trips).await;

    let seen = plan(&dispatcher, json!({ "id": id, "days": 2 })).await;
    let mine = |one: &&Value| [&first, &second].iter().any(|ride| one["trip"]["id"] == ride.id().as_str());
    let planned: Vec<&Value> = seen["trips"].as_array().unwrap().iter().filter(mine).collect();
    assert_eq!(planned.len(), 2, "in order of departure: {seen}");
    let mut given: BTreeMap<&str, i64> = BTreeMap::new();
    let mut left: BTreeMap<&str, i64> = BTreeMap::new();
    for one in &planned {
        let options = one["options"].as_array().unwrap();
        let far: Vec<i64> = options.iter().map(|option| option["minutesLater"].as_i64().unwrap()).collect();
        let weighed = |minutes: &i64| if *minutes < 0 { -2 * minutes } else { *minutes };
        assert!(far.is_sorted_by_key(weighed), "the nearest first: {far:?}");
        for option in options {
            left.insert(option["trip"]["id"].as_str().unwrap(), option["seatsLeft"].as_i64().unwrap());
        }
        for share in one["shares"].as_array().unwrap() {
            *given.entry(share["to"]["id"].as_str().unwrap()).or_default() += share["passengers"].as_i64().unwrap();
        }
    }
    assert_eq!(given.values().sum::<i64>(), 28, "everybody finds a seat: {seen}");
    assert!(given.len() > 1 && given.iter().all(|(trip, some)| left[trip] >= *some), "{given:?} {left:?}");

    let asked = rebook(&dispatcher, json!({ "id": id, "days": 2 })).await;
    assert_eq!(asked["behind"], 0, "{asked}");
    app.run_jobs().await;
    let [waiting, _, failed, moved, behind] = progress(&dispatcher, &id).await;
    assert_eq!([waiting, failed, moved, behind], [0, 0, asked["passengers"].as_i64().unwrap(), 0]);
    for (buyer, order) in &buyers {
        assert!(!rides_on(buyer, order, &first).await && !rides_on(buyer, order, &second).await);
    }
    app.done().await;
}

/// It asks the database as often for seven orders as for one.
#[tokio::test]
async fn a_plan_does_not_ask_for_each_order() {
    let app = TestApp::new().await;
    let mut costs = Vec::new();
    for (line, seats) in [("505", 1), ("501", 7)] {
        let ride = app.ride(line).await;
        for seat in 1..=seats {
            buy(&app, &ride, &[&seat.to_string()]).await;
        }
        let dispatcher = app.staff("DISPATCHER").await;
        let mut way = section(&app, &dispatcher, &ride, Some(1)).await;
        way["bothWays"] = json!(false);
        let id = change(&dispatcher, "saveClosure", input(&way)).await["closure"]["id"].clone();
        plan(&dispatcher, json!({ "id": id, "days": 1 })).await;
        let before = app.app.db.queries();
        let seen = plan(&dispatcher, json!({ "id": id, "days": 1 })).await;
        assert_eq!(seen["passengers"].as_i64().unwrap() + seen["behind"].as_i64().unwrap(), seats, "{seen}");
        costs.push(app.app.db.queries() - before);
    }
    assert_eq!(costs[0], costs[1]);
    app.done().await;
}

#[tokio::test]
async fn another_carrier_is_owed_the_money_of_those_it_carries() {
    let app = TestApp::new().await;
    let trips = three(&app).await;
    let (ana, order) = buy(&app, &trips.0, &["1", "2"]).await;
    let Closed { dispatcher, id, first, .. } = close(&app, trips).await;
    let seen = plan(&dispatcher, json!({ "id": id, "days": 2 })).await;
    let own = api::graphql::Gid::of(api::graphql::Kind::Carrier, first.trip.carrier.id);
    let options = seen["trips"][0]["options"].as_array().unwrap();
    let others = |one: &&Value| one["trip"]["carrier"]["id"] != own.as_str() && one["seatsLeft"].as_i64() > Some(1);
    let other = options.iter().find(others).expect("the demonstration has two carriers between these towns");
    let carrier: String = other["trip"]["carrier"]["id"].as_str().unwrap().into();
    let carrier = api::graphql::Gid::read(api::graphql::Kind::Carrier, &carrier).unwrap();
    let owed = async |carrier: uuid::Uuid| {
        let sql = "SELECT account FROM posting_line WHERE account =";
        app.count(&format!("{sql} 'CARRIER:{carrier}' GROUP BY account HAVING SUM(amount_minor) <> 0")).await
    };
    assert_eq!([owed(first.trip.carrier.id).await, owed(carrier).await], [1, 0]);
    let paid = ana.order(&order).await["paid"].clone();
    let choices = json!([{ "tripId": first.id(), "toTripId": other["trip"]["id"] }]);
    let seen = plan(&dispatcher, json!({ "id": id, "choices": choices, "otherClass": true })).await;
    assert_eq!(seen["trips"][0]["shares"][0]["otherCarrier"], true, "{seen}");
    rebook(&dispatcher, json!({ "id": id, "choices": choices, "otherClass": true })).await;
    app.run_jobs().await;
    assert_eq!(progress(&dispatcher, &id).await, [0, 1, 0, 2, 0]);
    assert_eq!([owed(first.trip.carrier.id).await, owed(carrier).await], [0, 1]);
    assert_eq!(ana.order(&order).await["paid"], paid);
    app.done().await;
}

/// The job decides by the rows of its moment, not by what was promised.
#[tokio::test]
async fn what_has_changed_meanwhile_keeps_people_where_they_are() {
    let app = TestApp::new().await;
    let trips = three(&app).await;
    let (ana, party) = buy(&app, &trips.0, &["1", "2"]).await;
    let (ben, single) = buy(&app, &trips.0, &["9"]).await;
    let (cid, another) = buy(&app, &trips.0, &["12"]).await;
    let Closed { dispatcher, id, first, second, other } = close(&app, trips).await;
    let to = |ride: &Ride| json!([{ "tripId": first.id(), "toTripId": ride.id() }]);
    let asked = rebook(&dispatcher, json!({ "id": id, "choices": to(&other) })).await;
    assert_eq!(asked["passengers"], 4, "{asked}");
    // Somebody buys there, and somebody gives the ticket back.
    fill(&app, &other, 1).await;
    let line = lines(&cid, &another).await[0]["id"].as_str().unwrap().to_owned();
    let quote = cid.quote(&another, &[&line]).await;
    cid.confirm(&another, quote["quote"]["id"].as_str().unwrap(), "gives-it-back-meanwhile").await;
    app.run_jobs().await;
    assert_eq!(progress(&dispatcher, &id).await, [0, 1, 0, 1, 2], "one seat was left, and one ticket returned");
    assert!(rides_on(&ben, &single, &other).await);
    assert!(rides_on(&ana, &party, &first).await);

    // The other trip is cancelled, and then the road is open again: nobody is moved.
    let last = next(&app, &other).await;
    rebook(&dispatcher, json!({ "id": id, "choices": to(&last) })).await;
    crate::trip::change(&dispatcher, "cancelTrip", json!({ "tripId": last.id() })).await;
    app.run_jobs().await;
    assert_eq!(progress(&dispatcher, &id).await, [0, 2, 0, 1, 4]);
    let last = next(&app, &last).await;
    rebook(&dispatcher, json!({ "id": id, "choices": to(&last) })).await;
    let lifted = change(&dispatcher, "liftClosure", json!({ "id": id, "version": 1 })).await;
    assert_eq!(lifted["closure"]["state"], "LIFTED", "{lifted}");
    app.run_jobs().await;
    assert_eq!(progress(&dispatcher, &id).await, [0, 3, 0, 1, 6]);
    assert!(rides_on(&ana, &party, &first).await);
    assert_eq!(app.claimed(second.trip.id).await, 0);
    let refused = rebook(&dispatcher, json!({ "id": id, "choices": to(&last) })).await;
    assert_eq!(refused["fields"], json!([{ "path": "id", "code": "CLOSURE_LIFTED" }]));
    app.done().await;
}

/// Buyers take seats of the other trip while it takes passengers of two others.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn rebooking_races_with_sales() {
    let app = TestApp::new().await;
    let trips = three(&app).await;
    let mut movers = Vec::new();
    for (ride, seats) in
        [(&trips.0, ["1", "2"]), (&trips.0, ["3", "4"]), (&trips.1, ["1", "2"]), (&trips.1, ["5", "6"])]
    {
        movers.push(buy(&app, ride, &seats).await);
    }
    let Closed { dispatcher, id, first, second, other } = close(&app, trips).await;
    let choices = json!([
        { "tripId": first.id(), "toTripId": other.id() }, { "tripId": second.id(), "toTripId": other.id() },
    ]);
    rebook(&dispatcher, json!({ "id": id, "choices": choices })).await;
    let inputs: Vec<Value> = (1..=other.trip.capacity)
        .map(|seat| hold_input(std::slice::from_ref(&other), 1, Some(&[&seat.to_string()])))
        .collect();
    let sales = futures::future::join_all(inputs.iter().map(|input| {
        let buyer = app.visitor();
        async move { buyer.try_hold(input).await }
    }));
    let (sold, ()) = tokio::join!(sales, app.run_jobs());
    app.run_jobs().await;
    let got = sold.iter().filter(|answer| answer["__typename"] == "HeldSeats").count();
    let [waiting, done, failed, moved, behind] = progress(&dispatcher, &id).await;
    assert_eq!([waiting, done, failed, moved + behind], [0, 2, 0, 8]);
    let legs = u64::try_from(other.to - other.from).unwrap();
    let moved = u64::try_from(moved).unwrap();
    assert_eq!(app.claimed(other.trip.id).await, (u64::try_from(got).unwrap() + moved) * legs);
    for (buyer, order) in &movers {
        assert!(lines(buyer, order).await.iter().all(|line| line["state"] == "ISSUED"));
    }
    app.done().await;
}

#[tokio::test]
async fn what_is_wrong_is_told_by_field_and_who_keeps_some_trips_only_rebooks_nobody() {
    let app = TestApp::new().await;
    let trips = three(&app).await;
    buy(&app, &trips.0, &["1"]).await;
    let Closed { dispatcher, id, first, second, other } = close(&app, trips).await;
    let choices = json!([
        { "tripId": other.id(), "toTripId": first.id() },
        { "tripId": first.id(), "toTripId": second.id() },
        { "tripId": first.id(), "toTripId": other.id() },
        { "tripId": second.id(), "toTripId": "nonsense" },
    ]);
    let bad = json!({ "id": id, "days": 4, "choices": choices });
    let expected = json!([
        { "path": "days", "code": "ZERO_TO_THREE_DAYS" },
        { "path": "choices.0.tripId", "code": "NOT_STOPPED" },
        { "path": "choices.1.toTripId", "code": "ROAD_CLOSED" },
        { "path": "choices.2.tripId", "code": "TRIP_TWICE" },
        { "path": "choices.3.toTripId", "code": "NO_SUCH_TRIP" },
    ]);
    assert_eq!(plan(&dispatcher, bad.clone()).await["fields"], expected);
    assert_eq!(rebook(&dispatcher, bad).await["fields"], expected);
    // Nobody goes where that was decided.
    let none = json!({ "id": id, "days": 2, "choices": [{ "tripId": first.id(), "toTripId": null }] });
    let seen = plan(&dispatcher, none.clone()).await;
    assert_eq!((&seen["behind"], &seen["trips"][0]["why"]), (&json!(1), &json!([])), "{seen}");
    assert_eq!(rebook(&dispatcher, none).await["fields"][0]["code"], "NOBODY_REBOOKED");
    assert_eq!(app.count("SELECT id FROM rebooking").await, 0);

    let send = "mutation($i: RebookClosureInput!) { rebookClosure(input: $i) { __typename } }";
    let look = "query($i: ID!) { rebookingPlan(closureId: $i) { __typename } }";
    app.break_by_hand("UPDATE role SET permissions = '[\"RUN_TRIPS\"]' WHERE code = 'CARRIER_REPRESENTATIVE'").await;
    let representative = app.staff("CARRIER_REPRESENTATIVE").await;
    let ask = json!({ "id": id, "days": 2 });
    assert_eq!(representative.send(send, json!({ "i": ask })).await.code(), "FORBIDDEN");
    assert_eq!(representative.send(look, json!({ "i": id })).await.code(), "FORBIDDEN");
    let unknown = json!({ "id": first.id(), "days": 2 });
    assert_eq!(dispatcher.send(send, json!({ "i": unknown })).await.code(), "NOT_FOUND");
    assert_eq!(app.count("SELECT id FROM rebooking").await, 0);
    app.done().await;
}

/// Karakol has three stations: nobody is sent to another one than the ticket says, unless the dispatcher decides so, and then
/// the letter says which.
#[tokio::test]
async fn another_station_of_the_town_is_the_dispatcher_s_decision() {
    let app = TestApp::new().await;
    let trips = three(&app).await;
    let station = |ride: &Ride| ride.trip.calls[usize::try_from(ride.to).unwrap()].stop.names.ru.clone();
    buy(&app, &trips.0, &["1", "2"]).await;
    let Closed { dispatcher, id, first, .. } = close(&app, trips).await;
    let seen = plan(&dispatcher, json!({ "id": id, "days": 3 })).await;
    let options = seen["trips"][0]["options"].as_array().unwrap().clone();
    let elsewhere = options.iter().find(|one| one["otherStation"] == 2).expect("trips to the southern station").clone();
    let share = seen["trips"][0]["shares"][0].clone();
    assert_eq!((&share["otherStation"], &share["passengers"]), (&json!(0), &json!(2)), "{share}");
    assert_ne!(share["to"]["id"], elsewhere["trip"]["id"]);

    let choices = json!([{ "tripId": first.id(), "toTripId": elsewhere["trip"]["id"] }]);
    let seen = plan(&dispatcher, json!({ "id": id, "days": 3, "choices": choices })).await;
    assert_eq!(seen["trips"][0]["shares"][0]["otherStation"], 2, "{seen}");
    rebook(&dispatcher, json!({ "id": id, "days": 3, "choices": choices })).await;
    let before = app.messages().await.len();
    app.run_jobs().await;
    let told = app.messages().await.split_off(before);
    let other = told.iter().filter(|(.., text)| text.contains("South")).count();
    assert!(other == told.len() && other >= 2, "not {}: {told:?}", station(&first));
    app.done().await;
}

/// Seats that were held before the road was closed are not paid for after it, on the site or at a desk.
#[tokio::test]
async fn what_was_held_before_is_not_sold_after() {
    let app = TestApp::new().await;
    let trips = three(&app).await;
    let ana = app.visitor();
    let held = ana.hold(std::slice::from_ref(&trips.0), 1, None).await;
    ana.name(&held).await;
    let cashier = crate::shift::at_desk(&app).await;
    let walk_in = cashier.hold(std::slice::from_ref(&trips.0), 1, None).await;
    cashier.name(&walk_in).await;
    close(&app, trips).await;
    let refused = ana.try_pay(&held).await;
    assert_eq!(refused["fields"][0]["code"], "ROAD_CLOSED", "{refused}");
    let due = crate::payment::take_payment::total(&cashier, &walk_in).await;
    let cash = json!({ "cash": crate::payment::take_payment::words(due) });
    let refused = crate::payment::take_payment::take(&cashier, &walk_in, cash, "closed-road-take-1").await;
    assert_eq!(refused["fields"][0]["code"], "ROAD_CLOSED", "{refused}");
    app.done().await;
}
