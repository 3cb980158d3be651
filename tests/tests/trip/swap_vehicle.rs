use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use futures::future::join_all;
use tests::{Actor, Bought, Ride, TestApp, TimeDelta, Value, hold_input, json};

use crate::http::socket::Socket;
use crate::manifest;
use crate::passage::record;

/// The 19 seats of line 501's minibuses; carrier A has some with 16, numbered as the first 16 of these.
const SMALL: i64 = 16;
const BIG: i64 = 19;

async fn choices(staff: &Actor, ride: &Ride) -> Value {
    let query = "query($t: ID!) { crewChoices(tripId: $t) { vehicles { vehicle { id plate make seatCount } } } }";
    staff.send(query, json!({ "t": ride.id() })).await.data("crewChoices")["vehicles"].clone()
}

async fn vehicle_with(staff: &Actor, ride: &Ride, seats: i64) -> String {
    let all = choices(staff, ride).await;
    let found = all.as_array().unwrap().iter().find(|one| one["vehicle"]["seatCount"] == seats);
    found.unwrap()["vehicle"]["id"].as_str().unwrap().to_owned()
}

async fn look(staff: &Actor, ride: &Ride, vehicle: &str, seats: Value) -> Value {
    let query = "query($t: ID!, $v: ID!, $s: [SeatForInput!]!) { vehicleSwap(tripId: $t, vehicleId: $v, seats: $s) { version \
        capacity messages refund { amount } objections { kind } units { decks { cells { seat { label } } } } \
        passengers { lineId orderNumber name held seat newSeat seated otherClass } } }";
    staff.send(query, json!({ "t": ride.id(), "v": vehicle, "s": seats })).await.data("vehicleSwap")
}

async fn swap(staff: &Actor, input: Value) -> Value {
    let query = "mutation($i: SwapVehicleInput!) { swapVehicle(input: $i) { __typename ... on UserError { code message } \
        ... on InvalidInput { fields { path code } } ... on PassengersUnseated { lineIds } \
        ... on OverruleNeeded { objections { kind } } ... on TripChanged { messages ordersReturned \
        trip { vehicle { plate seatCount } crew { version } } } } }";
    staff.send(query, json!({ "i": input })).await.data("swapVehicle")
}

async fn buy(app: &TestApp, ride: &Ride, seats: &[&str]) -> (Actor, Bought) {
    let buyer = app.visitor();
    let order = buyer.hold(std::slice::from_ref(ride), seats.len(), Some(seats)).await;
    let order = buyer.pay(app, order).await;
    (buyer, order)
}

async fn lines(buyer: &Actor, order: &Bought) -> Vec<Value> {
    buyer.order(order).await["segments"][0]["lines"].as_array().unwrap().clone()
}

async fn seat_map(app: &TestApp, ride: &Ride) -> Value {
    let query = "query($t: ID!, $o: Int!) { seatMap(tripId: $t, from: 0, to: $o) { planId capacity seatsLeft \
        states { label status } } }";
    app.visitor().send(query, json!({ "t": ride.id(), "o": ride.to })).await.data("seatMap")
}

#[tokio::test]
async fn who_loses_the_number_gets_another_seat_and_a_new_ticket() {
    let app = TestApp::new().await;
    let (staff, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let (ana, pair) = buy(&app, &ride, &["1", "2"]).await;
    let (ben, single) = buy(&app, &ride, &["18"]).await;
    let (before, kept) = (lines(&ben, &single).await, lines(&ana, &pair).await);
    manifest::make(&staff, &ride).await;
    let small = vehicle_with(&staff, &ride, SMALL).await;

    let seen = look(&staff, &ride, &small, json!([])).await;
    let told: Vec<_> =
        seen["passengers"].as_array().unwrap().iter().map(|one| (&one["seat"], &one["newSeat"])).collect();
    assert_eq!(told[..2], [(&json!("1"), &json!("1")), (&json!("2"), &json!("2"))]);
    assert_eq!(told[2].0, &json!("18"));
    let new_seat = told[2].1.as_str().unwrap().to_owned();
    assert_eq!((&seen["messages"], &seen["capacity"], &seen["refund"]), (&json!(2), &json!(16), &json!([])));
    assert_eq!(seen["passengers"][2]["name"], "Өмүралиева Айгүл");
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'READ_PASSENGERS'").await, 1);
    // Corrected by hand: seat 9, and whoever is not named stays as proposed.
    let by_hand = json!([{ "lineId": before[0]["id"], "seat": "9" }]);
    assert_eq!(look(&staff, &ride, &small, by_hand.clone()).await["passengers"][2]["newSeat"], "9");
    assert_ne!(new_seat, "9");

    let mut socket = Socket::open(&app.url, json!({})).await;
    let changed = "subscription($t: ID!) { seatMapChanged(tripId: $t, from: 0, to: 11) { full planId seatsLeft states { label status } } }";
    socket.subscribe("1", changed, json!({ "t": ride.id() })).await;
    let first = socket.next_data("1").await["seatMapChanged"].clone();
    let mails = app.messages().await.len();
    let input = json!({ "tripId": ride.id(), "version": 0, "vehicleId": small, "seats": by_hand });
    let done = swap(&staff, input.clone()).await;
    assert_eq!((&done["messages"], &done["ordersReturned"]), (&json!(2), &json!(0)), "{done}");
    assert_eq!((&done["trip"]["vehicle"]["seatCount"], &done["trip"]["crew"]["version"]), (&json!(16), &json!(1)));

    // Whoever has the map open sees the other vehicle.
    let update = socket.next_data("1").await["seatMapChanged"].clone();
    assert_eq!((&update["full"], &update["seatsLeft"]), (&json!(true), &json!(13)), "{update}");
    assert_ne!(update["planId"], first["planId"]);
    assert_eq!(update["states"].as_array().unwrap().len(), 16);

    let after = lines(&ben, &single).await;
    assert_eq!((&after[0]["seat"], &after[0]["ticket"]["valid"]), (&json!("9"), &json!(true)));
    assert_ne!(after[0]["ticket"]["number"], before[0]["ticket"]["number"]);
    assert_eq!(lines(&ana, &pair).await, kept, "who keeps the number keeps the ticket");
    let told = app.messages().await.split_off(mails);
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|(_, to, text)| !to.is_empty() && text.contains("18 → 9")), "{told:?}");
    let pdf = ben.get(&format!("/files/{}/{}/tickets.pdf", single.number, single.secret)).await;
    assert_eq!(pdf.status(), 200);

    // At boarding the old ticket is told apart from the new one.
    let inspector = app.staff("INSPECTOR").await;
    let read = async |line: &Value| {
        record(&inspector, &ride, json!({ "code": line["ticket"]["qr"] })).await["outcome"].clone()
    };
    assert_eq!((read(&before[0]).await, read(&after[0]).await), (json!("REPLACED"), json!("ACCEPTED")));
    assert_eq!(read(&before[0]).await, "REPLACED");
    let listed = record(&inspector, &ride, json!({ "lineId": kept[0]["id"] })).await;
    assert_eq!(listed["outcome"], "ACCEPTED");
    let version = manifest::make(&staff, &ride).await["manifest"].clone();
    let moved: Vec<_> = version["changes"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
    assert_eq!(moved, [&json!("MOVED")]);

    assert_eq!(swap(&staff, input).await["code"], "CHANGED_MEANWHILE");
    // Another swap of the same passenger: one good ticket of three.
    let big = vehicle_with(&staff, &ride, BIG).await;
    let back = json!({ "tripId": ride.id(), "version": 1, "vehicleId": big, "seats": [{ "lineId": before[0]["id"], "seat": "18" }] });
    assert_eq!(swap(&staff, back).await["__typename"], "TripChanged");
    assert_eq!(lines(&ben, &single).await[0]["seat"], "18");
    assert_eq!(app.count("SELECT id FROM ticket WHERE void_at IS NULL").await, 3);
    assert_eq!(seat_map(&app, &ride).await["planId"], first["planId"]);
    let log = "{ auditEntries(filter: { action: \"SWAP_VEHICLE\" }, first: 2) { nodes { before after } } }";
    let entries = app.staff("ADMINISTRATOR").await.send(log, json!({})).await.data("auditEntries")["nodes"].clone();
    assert_eq!((&entries[1]["before"]["seats"], &entries[1]["after"]["seats"]), (&json!(19), &json!(16)), "{entries}");
    app.done().await;
}

#[tokio::test]
async fn who_finds_no_seat_is_given_everything_back_once_that_is_said() {
    let app = TestApp::new().await;
    let (staff, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let (ana, crowd) = (app.visitor(), (1..=16).map(|n| n.to_string()).collect::<Vec<_>>());
    let order =
        ana.hold(std::slice::from_ref(&ride), 16, Some(&crowd.iter().map(String::as_str).collect::<Vec<_>>())).await;
    let order = ana.pay(&app, order).await;
    let (ben, three) = buy(&app, &ride, &["17", "18", "19"]).await;
    let small = vehicle_with(&staff, &ride, SMALL).await;
    let seen = look(&staff, &ride, &small, json!([])).await;
    let unseated: Vec<&Value> =
        seen["passengers"].as_array().unwrap().iter().filter(|one| one["seated"] == false).collect();
    assert_eq!(unseated.len(), 3);
    assert_eq!(seen["refund"][0]["amount"], ben.order(&three).await["total"]["amount"]);

    let mut input = json!({ "tripId": ride.id(), "version": 0, "vehicleId": small });
    let refused = swap(&staff, input.clone()).await;
    let mut told: Vec<String> =
        refused["lineIds"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect();
    let mut expected: Vec<String> = unseated.iter().map(|one| one["lineId"].as_str().unwrap().to_owned()).collect();
    told.sort();
    expected.sort();
    assert_eq!((&refused["code"], told), (&json!("PASSENGERS_UNSEATED"), expected.clone()));
    assert_eq!(lines(&ben, &three).await[0]["ticket"]["valid"], true, "nothing has changed");
    assert_eq!(seat_map(&app, &ride).await["capacity"], 19);

    input["refunded"] = json!(expected);
    let done = swap(&staff, input).await;
    assert_eq!((&done["ordersReturned"], &done["trip"]["vehicle"]["seatCount"]), (&json!(1), &json!(16)), "{done}");
    app.run_jobs().await;
    let returned = ben.order(&three).await;
    assert_eq!(
        (&returned["status"], &returned["refunds"][0]["reason"]),
        (&json!("REFUNDED"), &json!("The trip has another vehicle without a seat for the passenger")),
        "{returned}"
    );
    assert_eq!(
        (&returned["refunds"][0]["state"], &returned["refunds"][0]["amount"]),
        (&json!("DONE"), &returned["total"])
    );
    assert!(app.messages().await.iter().any(|(channel, _, text)| channel == "SMS" && text.contains("without a seat")));
    assert_eq!(app.claimed(ride.trip.id).await, 16 * 11);
    assert_eq!(lines(&ana, &order).await.len(), 16);
    app.done().await;
}

#[tokio::test]
async fn who_is_buying_comes_along_or_is_told_that_the_hold_has_ended() {
    let app = TestApp::new().await;
    let (staff, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let small = vehicle_with(&staff, &ride, SMALL).await;
    // Two holds have ended: of a seat that the other vehicle has, and of one that it has not.
    let mut late = Vec::new();
    for seat in ["3", "19"] {
        let buyer = app.visitor();
        let order = buyer.hold(std::slice::from_ref(&ride), 1, Some(&[seat])).await;
        buyer.name(&order).await;
        let page = buyer.try_pay(&order).await["payment"]["redirectUrl"].as_str().unwrap().to_owned();
        late.push((buyer, order, page));
    }
    app.advance(TimeDelta::minutes(16));
    let staff = app.staff("DISPATCHER").await;
    let (cem, held) = (app.visitor(), app.visitor().hold(std::slice::from_ref(&ride), 2, Some(&["17", "18"])).await);
    cem.name(&held).await;
    let page = cem.try_pay(&held).await["payment"]["redirectUrl"].as_str().unwrap().to_owned();
    let (dia, gone) = (app.visitor(), app.visitor().hold(std::slice::from_ref(&ride), 1, Some(&["16"])).await);
    dia.name(&gone).await;
    let gone_page = dia.try_pay(&gone).await["payment"]["redirectUrl"].as_str().unwrap().to_owned();
    // Everything else is sold: the last in the row finds no seat.
    let rest: Vec<String> = (1..=15).filter(|n| ![3, 4].contains(n)).map(|n: i32| n.to_string()).collect();
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    buy(&app, &ride, &rest).await;

    let seen = look(&staff, &ride, &small, json!([])).await;
    let held_now: Vec<_> = seen["passengers"].as_array().unwrap().iter().filter(|one| one["held"] == true).collect();
    assert_eq!(held_now.len(), 3);
    assert!(held_now.iter().all(|one| one["name"].is_null() || one["name"] == "Өмүралиева Айгүл"));
    let by_hand = json!([]);
    let done = swap(&staff, json!({ "tripId": ride.id(), "version": 0, "vehicleId": small, "seats": by_hand })).await;
    assert_eq!(done["__typename"], "TripChanged", "{done}");
    let moved = lines(&cem, &held).await;
    let seats: Vec<_> = moved.iter().map(|line| line["seat"].as_str().unwrap()).collect();
    assert!(seats.iter().all(|seat| ["3", "4"].contains(seat)), "the pair has the two that were free: {seats:?}");
    assert_eq!(lines(&dia, &gone).await[0]["seat"], "16");

    // They pay for the seats that they have come to.
    cem.at_bank(&page, "pay").await;
    dia.at_bank(&gone_page, "pay").await;
    app.run_jobs().await;
    for line in lines(&cem, &held).await.iter().chain(&lines(&dia, &gone).await) {
        assert_eq!((&line["state"], &line["ticket"]["valid"]), (&json!("ISSUED"), &json!(true)));
    }
    // Money for a seat that is no more, or that somebody else has by now, goes back.
    for (buyer, order, page) in &late {
        buyer.at_bank(page, "pay").await;
        app.run_jobs().await;
        let seen = buyer.order(order).await;
        assert_eq!((&seen["refunds"][0]["state"], &seen["paid"]["amount"]), (&json!("DONE"), &json!("0.00")), "{seen}");
    }

    // And who is buying when there are no seats at all.
    let (eva, ride) = (app.visitor(), app.ride_after("501", TimeDelta::hours(20)).await);
    let crowd: Vec<String> = (1..=16).map(|n| n.to_string()).collect();
    buy(&app, &ride, &crowd.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let order = eva.hold(std::slice::from_ref(&ride), 1, Some(&["17"])).await;
    eva.name(&order).await;
    let page = eva.try_pay(&order).await["payment"]["redirectUrl"].as_str().unwrap().to_owned();
    let done = swap(&staff, json!({ "tripId": ride.id(), "version": 0, "vehicleId": small })).await;
    assert_eq!((&done["messages"], &done["ordersReturned"]), (&json!(2), &json!(0)), "{done}");
    assert_eq!(eva.order(&order).await["status"], "CANCELLED");
    eva.at_bank(&page, "pay").await;
    app.run_jobs().await;
    assert_eq!(eva.order(&order).await["refunds"][0]["state"], "DONE");
    app.done().await;
}

#[tokio::test]
async fn a_seat_chosen_on_the_plan_before_is_not_the_one_with_its_number() {
    let app = TestApp::new().await;
    let (staff, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let plan = seat_map(&app, &ride).await["planId"].clone();
    let small = vehicle_with(&staff, &ride, SMALL).await;
    swap(&staff, json!({ "tripId": ride.id(), "version": 0, "vehicleId": small })).await;
    let mut input = hold_input(std::slice::from_ref(&ride), 1, Some(&["5"]));
    input["segments"][0]["planId"] = plan;
    let refused = app.visitor().try_hold(&input).await;
    assert_eq!((&refused["__typename"], &refused["seats"]), (&json!("SeatsTaken"), &json!(["5"])));
    input["segments"][0]["planId"] = seat_map(&app, &ride).await["planId"].clone();
    assert_eq!(app.visitor().try_hold(&input).await["__typename"], "HeldSeats");
    app.done().await;
}

#[tokio::test]
async fn what_cannot_be_done_is_said_at_its_field() {
    let app = TestApp::new().await;
    let (staff, manager, ride) =
        (app.staff("DISPATCHER").await, app.staff("TRANSPORT_MANAGER").await, app.ride("501").await);
    let (ana, order) = buy(&app, &ride, &["1", "2"]).await;
    let bought = lines(&ana, &order).await;
    let small = vehicle_with(&staff, &ride, SMALL).await;
    let foreign = crate::carrier::record(&manager, "B").await["id"].clone();
    let foreign = crate::vehicle::first_of(&manager, foreign.as_str().unwrap()).await["id"].clone();
    let seat = |n: usize, seat: &str| json!({ "lineId": bought[n]["id"], "seat": seat });
    for (vehicle, seats, path, code) in [
        (foreign, json!([]), "vehicleId", "NO_SUCH_VEHICLE"),
        (json!(small), json!([seat(0, "19")]), "seats.0", "NO_SEAT_THERE"),
        (json!(small), json!([seat(0, "3"), seat(1, "3")]), "seats.1", "SEAT_FOR_TWO"),
    ] {
        let refused =
            swap(&staff, json!({ "tripId": ride.id(), "version": 0, "vehicleId": vehicle, "seats": seats })).await;
        assert_eq!(refused["fields"], json!([{ "path": path, "code": code }]), "{refused}");
    }
    crate::permit::make(&manager, "VEHICLE", &json!(small), "INSURANCE", "2026-11-20").await;
    let mut input = json!({ "tripId": ride.id(), "version": 0, "vehicleId": small });
    assert_eq!(swap(&staff, input.clone()).await["objections"][0]["kind"], "EXPIRED");
    input["overrule"] = json!("Полис продлён, бумага в пути");
    assert_eq!(swap(&staff, input.clone()).await["__typename"], "TripChanged");
    super::change(&staff, "cancelTrip", json!({ "tripId": ride.id() })).await;
    input["version"] = json!(1);
    assert_eq!(swap(&staff, input).await["fields"][0]["code"], "TRIP_OVER");
    // Of another carrier's trip its people know nothing.
    let grant = "UPDATE role SET permissions = '[\"RUN_TRIPS\"]' WHERE code = 'CARRIER_REPRESENTATIVE'";
    app.break_by_hand(grant).await;
    let other = app.staff("CARRIER_REPRESENTATIVE").await;
    let query = "query($t: ID!, $v: ID!) { vehicleSwap(tripId: $t, vehicleId: $v) { version } }";
    let mut seen = Vec::new();
    for route in ["501", "505", "701", "801"] {
        let trip = app.ride(route).await;
        let answer = other.send(query, json!({ "t": trip.id(), "v": small })).await;
        assert_eq!(answer.code() == "NOT_FOUND", trip.trip.carrier.code != "A", "{route}: {}", answer.body);
        seen.push(trip.trip.carrier.code == "A");
    }
    assert!(seen.contains(&true) && seen.contains(&false), "{seen:?}");
    app.done().await;
}

/// Many hold and pay while the vehicle is changed to and fro: whoever has paid has a ticket for exactly the seat that is
/// theirs, or the money back, and no seat is anybody else's too.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn vehicles_are_changed_while_seats_are_sold() {
    let app = TestApp::new().await;
    let (staff, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    let (small, big) = (vehicle_with(&staff, &ride, SMALL).await, vehicle_with(&staff, &ride, BIG).await);
    let over = AtomicBool::new(false);
    let swaps = async {
        let (mut version, mut done, mut answers) = (0, 0, HashMap::<String, usize>::new());
        while !over.load(Ordering::SeqCst) || done < 4 {
            let vehicle = if version % 2 == 0 { &small } else { &big };
            let seen = look(&staff, &ride, vehicle, json!([])).await;
            let everybody: Vec<Value> =
                seen["passengers"].as_array().unwrap().iter().map(|one| one["lineId"].clone()).collect();
            let input = json!({ "tripId": ride.id(), "version": version, "vehicleId": vehicle, "refunded": everybody });
            let told = swap(&staff, input).await;
            if told["__typename"] == "TripChanged" {
                (version, done) = (version + 1, done + 1);
            }
            *answers.entry(told["__typename"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        (done, answers)
    };
    let buyers = async {
        let buy = |n: usize| {
            let (app, ride) = (&app, &ride);
            async move {
                let buyer = app.visitor();
                let (from, to) = [(0, 11), (0, 4), (4, 11), (2, 8)][n % 4];
                let wanted = (n % 19 + 1).to_string();
                let wanted = [wanted.as_str()];
                let seats = (!n.is_multiple_of(3)).then_some(wanted.as_slice());
                let answer = buyer.try_hold(&hold_input(&[ride.piece(from, to)], 1, seats)).await;
                let known = ["HeldSeats", "SeatsTaken", "NotEnoughSeats", "InvalidInput"];
                assert!(known.contains(&answer["__typename"].as_str().unwrap()), "{answer}");
                if answer["__typename"] != "HeldSeats" {
                    return None;
                }
                let order = tests::bought(&answer);
                let named = buyer.name(&order).await;
                if named["__typename"] != "OrderChanged" {
                    return Some((buyer, order));
                }
                if let Some(page) = buyer.try_pay(&order).await["payment"]["redirectUrl"].as_str() {
                    buyer.at_bank(page, "pay").await;
                }
                Some((buyer, order))
            }
        };
        let mut orders = Vec::new();
        for wave in 0..5 {
            orders.extend(join_all((0..16).map(|n| buy(wave * 16 + n))).await.into_iter().flatten());
            app.run_jobs().await;
        }
        over.store(true, Ordering::SeqCst);
        orders
    };
    let ((done, answers), orders) = tokio::join!(swaps, buyers);
    app.run_jobs().await;
    app.run_jobs().await;
    assert!(done >= 4, "{answers:?}");
    let (mut tickets, mut refunds) = (0, 0);
    let mut taken: HashMap<String, Vec<(i64, i64)>> = HashMap::new();
    for (buyer, order) in &orders {
        let query = "query($id: ID!, $secret: String) { order(id: $id, secret: $secret) { status paid { amount } payments { state } \
            refunds { state } segments { from { sequence } to { sequence } lines { seat state ticket { valid } } } } }";
        let seen = buyer.send(query, json!({ "id": order.id, "secret": order.secret })).await.data("order");
        let segment = &seen["segments"][0];
        let line = &segment["lines"][0];
        let (has_ticket, paid) = (line["ticket"]["valid"] == true, seen["paid"]["amount"] != "0.00");
        assert_eq!(has_ticket, paid, "a ticket and its money, or neither: {seen}");
        assert_eq!(has_ticket, line["state"] == "ISSUED", "{seen}");
        refunds += usize::from(seen["refunds"][0]["state"] == "DONE");
        if has_ticket {
            tickets += 1;
            let way = (segment["from"]["sequence"].as_i64().unwrap(), segment["to"]["sequence"].as_i64().unwrap());
            let others = taken.entry(line["seat"].as_str().unwrap().to_owned()).or_default();
            assert!(others.iter().all(|other| way.0 >= other.1 || other.0 >= way.1), "seat {} twice", line["seat"]);
            others.push(way);
        }
    }
    let map = seat_map(&app, &ride).await;
    let labels: Vec<&str> =
        map["states"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap()).collect();
    assert!(taken.keys().all(|seat| labels.contains(&seat.as_str())), "{taken:?} of {labels:?}");
    assert!(tickets > 10, "{tickets} tickets and {refunds} refunds of {} orders, {answers:?}", orders.len());
    app.done().await;
}
