use futures::future::join_all;
use tests::{Ride, TestApp, TimeDelta, Value, hold_input, json};

use super::{buy, lines, look, next, send};
use crate::closure;
use crate::passage::{boarding, record};
use crate::trip::change;

async fn two(app: &TestApp) -> (Ride, Ride) {
    let first = app.ride("501").await;
    let second = next(app, &first).await;
    (first, second)
}

#[tokio::test]
async fn two_half_empty_trips_become_one() {
    let app = TestApp::new().await;
    let (first, second) = two(&app).await;
    let (ana, party) = buy(&app, &first, &["1", "2"]).await;
    let (ben, single) = buy(&app, &first, &["9"]).await;
    let (cid, there) = buy(&app, &second, &["1"]).await;
    let buying = app.visitor();
    let held = buying.hold(std::slice::from_ref(&first), 1, Some(&["12"])).await;
    let dispatcher = app.staff("DISPATCHER").await;

    let seen = look(&dispatcher, &first, &second, json!([])).await;
    assert_eq!((&seen["messages"], &seen["otherCarrier"]), (&json!(4), &json!(false)));
    let taken: Vec<&str> =
        seen["occupied"].as_array().unwrap().iter().map(|one| one["seat"].as_str().unwrap()).collect();
    assert_eq!(taken, ["1"]);
    let passengers = seen["passengers"].as_array().unwrap();
    assert_eq!(passengers.len(), 3, "who is still buying is not carried over");
    let seats: Vec<&str> = passengers.iter().map(|one| one["newSeat"].as_str().unwrap()).collect();
    assert!(!seats.contains(&"1") && seats.contains(&"9"), "{seats:?}");
    let before = app.messages().await.len();
    let old_ticket = lines(&ben, &single).await[0]["ticket"]["number"].clone();

    // The dispatcher wants another seat for the last one.
    let wish = json!([{ "lineId": passengers[2]["lineId"], "seat": "15" }]);
    let input = json!({ "tripId": first.id(), "toTripId": second.id(), "seats": wish, "cancel": true });
    let moved = send(&dispatcher, input).await;
    assert_eq!(moved["trip"]["state"], "CANCELLED", "{moved}");
    let counts = ["passengers", "orders", "messages", "ordersReturned"].map(|field| moved[field].as_i64().unwrap());
    assert_eq!(counts, [3, 2, 4, 1], "the hold is returned with the trip");
    app.run_jobs().await;

    let mine = lines(&ben, &single).await;
    assert_eq!((&mine[0]["seat"], &mine[0]["state"]), (&json!("15"), &json!("ISSUED")));
    assert_ne!(mine[0]["ticket"]["number"], old_ticket);
    assert_eq!(ana.order(&party).await["status"], "PAID");
    assert_eq!(lines(&cid, &there).await[0]["seat"], "1", "who was there keeps the seat");
    assert_eq!(buying.order(&held).await["status"], "CANCELLED");
    let told = app.messages().await.split_off(before);
    assert!(told.iter().filter(|(.., text)| text.contains(&second.trip.number)).count() >= 4, "{told:?}");
    assert_eq!(app.claimed(first.trip.id).await, 0);
    let legs = u64::try_from(second.to).unwrap();
    assert_eq!(app.claimed(second.trip.id).await, 4 * legs);

    // They board there, with the new tickets alone.
    let inspector = app.staff("INSPECTOR").await;
    assert_eq!(record(&inspector, &second, json!({ "code": old_ticket })).await["outcome"], "REPLACED");
    assert_eq!(boarding(&inspector, &second).await["expected"], 4);
    // Whoever does not want that gets everything back.
    let line = mine[0]["id"].as_str().unwrap().to_owned();
    let quote = ben.quote(&single, &[&line]).await;
    assert_eq!(quote["quote"]["withheld"]["amount"], "0.00", "{quote}");
    app.done().await;
}

#[tokio::test]
async fn orders_go_whole_and_who_cannot_stays() {
    let app = TestApp::new().await;
    let (first, second) = two(&app).await;
    let all: Vec<String> = (1..=18).map(|seat| seat.to_string()).collect();
    let labels: Vec<&str> = all.iter().map(String::as_str).collect();
    for some in labels.chunks(4) {
        buy(&app, &second, some).await;
    }
    // One seat is left: not for a party of two.
    let (ana, party) = buy(&app, &first, &["3", "4"]).await;
    let (ben, single) = buy(&app, &first, &["5"]).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let seen = look(&dispatcher, &first, &second, json!([])).await;
    let passengers = seen["passengers"].as_array().unwrap();
    let fates: Vec<&Value> = passengers.iter().map(|one| &one["staysBehind"]).collect();
    assert_eq!(fates.iter().filter(|fate| **fate == "NO_SEAT").count(), 1, "{seen}");
    assert_eq!(fates.iter().filter(|fate| **fate == "COMPANY").count(), 1, "{seen}");
    // Asked for by name, nothing is done by halves.
    let orders = json!([passengers[0]["orderId"], passengers[2]["orderId"]]);
    let input = json!({ "tripId": first.id(), "toTripId": second.id(), "orderIds": orders });
    assert_eq!(send(&dispatcher, input).await["__typename"], "PassengersUnseated");
    assert_eq!(lines(&ben, &single).await[0]["seat"], "5");
    let input = json!({ "tripId": first.id(), "toTripId": second.id() });
    let moved = send(&dispatcher, input.clone()).await;
    assert_eq!((&moved["passengers"], &moved["ordersReturned"]), (&json!(1), &json!(0)));
    assert_eq!(lines(&ben, &single).await[0]["seat"], "19");
    assert_eq!(lines(&ana, &party).await[0]["seat"], "3");
    assert_eq!(send(&dispatcher, input).await["fields"][0]["code"], "NOBODY_GOES");
    app.done().await;
}

#[tokio::test]
async fn another_carrier_is_owed_what_the_first_one_was() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("DISPATCHER").await;
    let first = app.ride("501").await;
    let query = "query($t: ID!, $d: Date!) { moveChoices(tripId: $t, date: $d) { passengers of seatsLeft \
                 trip { id carrier { id } } } }";
    let (ana, order) = buy(&app, &first, &["1"]).await;
    let day = first.trip.service_date + TimeDelta::days(1);
    let choices = dispatcher.send(query, json!({ "t": first.id(), "d": day })).await.data("moveChoices");
    let choices = choices.as_array().unwrap().clone();
    assert!(choices.iter().all(|one| one["passengers"] == 1 && one["of"] == 1), "{choices:?}");
    let own = api::graphql::Gid::of(api::graphql::Kind::Carrier, first.trip.carrier.id);
    let other = choices.iter().find(|one| one["trip"]["carrier"]["id"] != own.as_str() && one["seatsLeft"] != 0);
    let other = other.expect("the demonstration has two carriers between these towns")["trip"]["id"].clone();
    let paid = ana.order(&order).await["paid"].clone();
    // Whether anything is owed to the carrier.
    let owed = async |carrier: uuid::Uuid| {
        let sql = "SELECT account FROM posting_line WHERE account =";
        app.count(&format!("{sql} 'CARRIER:{carrier}' GROUP BY account HAVING SUM(amount_minor) <> 0")).await
    };
    assert_eq!(owed(first.trip.carrier.id).await, 1);
    let moved = send(&dispatcher, json!({ "tripId": first.id(), "toTripId": other })).await;
    assert_eq!(moved["passengers"], 1, "{moved}");
    assert_eq!(owed(first.trip.carrier.id).await, 0);
    let second = choices.iter().find(|one| one["trip"]["id"] == other).unwrap();
    let carrier: String = second["trip"]["carrier"]["id"].as_str().unwrap().into();
    let carrier = api::graphql::Gid::read(api::graphql::Kind::Carrier, &carrier).unwrap();
    assert_eq!(owed(carrier).await, 1);
    assert_eq!(ana.order(&order).await["paid"], paid, "for the same money");
    app.done().await;
}

#[tokio::test]
async fn a_closed_road_a_trip_that_is_over_and_others_trips_are_refused() {
    let app = TestApp::new().await;
    let (first, second) = two(&app).await;
    buy(&app, &first, &["1"]).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let code = |answer: Value| answer["fields"][0]["code"].clone();
    let input = |to: &Ride| json!({ "tripId": first.id(), "toTripId": to.id() });
    assert_eq!(code(send(&dispatcher, input(&first)).await), "SAME_TRIP");
    let back = app.ride("505").await;
    assert_eq!(code(send(&dispatcher, input(&back)).await), "NOBODY_GOES", "it does not lead there");
    change(&dispatcher, "cancelTrip", json!({ "tripId": second.id() })).await;
    assert_eq!(code(send(&dispatcher, input(&second)).await), "TRIP_OVER");
    let section = closure::section(&app, &dispatcher, &first, None).await;
    closure::change(&dispatcher, "saveClosure", closure::input(&section)).await;
    let third = next(&app, &second).await;
    assert_eq!(code(send(&dispatcher, input(&third)).await), "ROAD_CLOSED");
    app.done().await;
}

/// Buyers take seats of the other trip while passengers are moved to it: every seat is somebody's alone.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_move_races_with_sales_on_both_trips() {
    let app = TestApp::new().await;
    let (first, second) = two(&app).await;
    let mut movers = Vec::new();
    for seat in ["1", "2", "3", "4", "5", "6"] {
        movers.push(buy(&app, &first, &[seat]).await);
    }
    let dispatcher = app.staff("DISPATCHER").await;
    let inputs: Vec<(Ride, Value)> = (1..=19)
        .flat_map(|seat: i32| {
            [&first, &second]
                .map(|ride| (ride.clone(), hold_input(std::slice::from_ref(ride), 1, Some(&[&seat.to_string()]))))
        })
        .collect();
    let sales = join_all(inputs.iter().map(|(_, input)| {
        let buyer = app.visitor();
        async move { buyer.try_hold(input).await }
    }));
    let input = json!({ "tripId": first.id(), "toTripId": second.id() });
    let (sold, moved) = tokio::join!(sales, send(&dispatcher, input));
    let got = sold.iter().filter(|answer| answer["__typename"] == "HeldSeats").count();
    let carried = usize::try_from(moved["passengers"].as_i64().unwrap_or(0)).unwrap();
    assert!(carried > 0 || moved["fields"][0]["code"] == "NOBODY_GOES", "{moved}");
    let legs = u64::try_from(second.to).unwrap();
    let claimed = app.claimed(first.trip.id).await + app.claimed(second.trip.id).await;
    assert_eq!(claimed, (u64::try_from(got + movers.len()).unwrap()) * legs, "nobody's seat is lost or doubled");
    let mut seats = Vec::new();
    for (buyer, order) in &movers {
        let line = lines(buyer, order).await[0].clone();
        assert_eq!(line["state"], "ISSUED");
        seats.push((line["trip"].to_string(), line["seat"].clone()));
    }
    app.done().await;
}

/// What has happened to the trip that they were on is told up to the move, what happens to the other one after it.
#[tokio::test]
async fn the_order_s_story_goes_on_with_the_other_trip() {
    let app = TestApp::new().await;
    let (first, second) = two(&app).await;
    let (_, order) = buy(&app, &first, &["1"]).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let delay = async |ride: &Ride, minutes: i32| {
        app.advance(TimeDelta::minutes(1));
        let input = json!({ "tripId": ride.id(), "minutes": minutes, "notify": false });
        change(&dispatcher, "delayTrip", input).await;
    };
    delay(&first, 11).await;
    delay(&second, 22).await;
    app.advance(TimeDelta::minutes(1));
    send(&dispatcher, json!({ "tripId": first.id(), "toTripId": second.id() })).await;
    delay(&first, 33).await;
    delay(&second, 44).await;
    let there_and_back = async |from: &Ride, to: &Ride| {
        app.advance(TimeDelta::minutes(1));
        send(&dispatcher, json!({ "tripId": from.id(), "toTripId": to.id() })).await
    };
    assert_eq!(there_and_back(&second, &first).await["passengers"], 1);
    delay(&second, 55).await;
    delay(&first, 66).await;
    let events = crate::timeline::timeline(&app.staff("SUPPORT_AGENT").await, &order).await;
    let told = events.iter().filter(|event| event["kind"] == "TRIP_CHANGE");
    let told: Vec<&str> = told.map(|event| event["text"].as_str().unwrap()).collect();
    let delays: Vec<&str> = told.iter().filter(|text| !text.contains('→')).copied().collect();
    assert_eq!(delays, ["66 min", "44 min", "11 min"], "{told:?}");
    assert_eq!(told.len(), 5, "each move is told once: {told:?}");
    app.done().await;
}

/// Of two who are moved to one trip at the same moment each reads of their own move.
#[tokio::test]
async fn moves_of_others_are_not_told() {
    let app = TestApp::new().await;
    let (first, second) = two(&app).await;
    let third = next(&app, &second).await;
    let (_, order) = buy(&app, &first, &["1"]).await;
    let (_, other) = buy(&app, &third, &["2"]).await;
    let dispatcher = app.staff("DISPATCHER").await;
    for from in [&first, &third] {
        let moved = send(&dispatcher, json!({ "tripId": from.id(), "toTripId": second.id() })).await;
        assert_eq!(moved["passengers"], 1, "{moved}");
    }
    let agent = app.staff("SUPPORT_AGENT").await;
    for (order, from) in [(&order, &first), (&other, &third)] {
        let events = crate::timeline::timeline(&agent, order).await;
        let moves: Vec<&Value> = events.iter().filter(|event| event["code"] == "MOVE_PASSENGERS").collect();
        assert_eq!(moves.len(), 1, "{moves:?}");
        let day = from.trip.service_date.format("%d.%m.%Y").to_string();
        assert!(
            moves[0]["text"].as_str().unwrap().starts_with(&format!("{}, {day} → ", from.trip.number)),
            "{moves:?}"
        );
    }
    app.done().await;
}
