//! A list asks the database as often for thirty rows as for three, and a page of a usual length is within the budget.

use tests::{Actor, TestApp, Value, json};

/// Asks for a list and counts its rows and the statements that it took.
async fn counted(app: &TestApp, actor: &Actor, field: &str, query: &str, variables: Value) -> (usize, u64) {
    let before = app.app.db.queries();
    let answer = actor.send(query, variables).await.data(field);
    let list = [&answer, &answer["nodes"], &answer["journeys"]].into_iter().find_map(Value::as_array);
    (list.map_or(0, Vec::len), app.app.db.queries() - before)
}

/// The same in an application that has read nothing but the timetable.
async fn counted_cold(role: Option<&str>, field: &str, query: &str, ask: impl Fn(&[Value]) -> Value) -> (usize, u64) {
    let app = TestApp::new().await;
    let actor = match role {
        Some(role) => app.staff(role).await,
        None => app.visitor(),
    };
    let mut towns = Vec::new();
    for name in TOWNS {
        let query = "query($q: String!) { places(query: $q, first: 1) { id } }";
        towns.push(actor.send(query, json!({ "q": name })).await.data("places")[0]["id"].clone());
    }
    let found = counted(&app, &actor, field, query, ask(&towns)).await;
    app.done().await;
    found
}

const TOWNS: [&str; 4] = ["Бишкек", "Каракол", "Нарын", "Бишкек, новый автовокзал"];
const ORDERS: &str = "query($n: Int!) { orders(first: $n) { nodes { number status total { amount } paid { amount } \
    passengers { category { name } firstName } payments { state failureReason } refunds { state } \
    segments { trip { number route { name } carrier { name } } from { stop { name } } to { stop { name } } \
    lines { title state passenger { firstName } ticket { number } } } } } }";
const TRIPS: &str = "query($d: Date!, $n: Int!) { trips(filter: { date: $d }, first: $n) { nodes { id number destination state \
    serviceDate delayMinutes route { name number } carrier { name phone } vehicle { name seatCount } \
    calls { sequence arrival { local } departure { at local } platform stop { name station { name } place { name } } } } } }";
const DEPARTURES: &str = "query($s: ID!, $n: Int!) { departures(stationId: $s, first: $n) { seatsLeft expectedAt { local } \
    call { platform stop { name place { name } } } trip { number state destination route { name } carrier { name } vehicle { name } } } }";

const JOURNEYS: &str = "query($i: SearchInput!) { searchJourneys(input: $i) { journeys { id state seatsLeft priceTotal { amount } \
    segments { seatsLeft price { amount } trip { number route { name } carrier { name } vehicle { name } } \
    from { stop { name } } to { stop { name } } } } } }";

#[tokio::test]
async fn staff_s_list_of_orders_asks_as_often_for_any_length() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    for route in ["501", "505", "604V"] {
        let ride = app.ride(route).await;
        for _ in 0..10 {
            ana.hold(std::slice::from_ref(&ride), 1, None).await;
        }
    }
    let admin = app.staff("ADMINISTRATOR").await;
    counted(&app, &admin, "orders", ORDERS, json!({ "n": 1 })).await;
    let few = counted(&app, &admin, "orders", ORDERS, json!({ "n": 3 })).await;
    let many = counted(&app, &admin, "orders", ORDERS, json!({ "n": 30 })).await;
    assert_eq!((few.0, many), (3, (30, few.1)));
    app.done().await;
}

#[tokio::test]
async fn staff_s_list_of_trips_asks_as_often_for_any_length() {
    let day = |n: i32| move |_: &[Value]| json!({ "d": "2026-12-02", "n": n });
    let few = counted_cold(Some("ADMINISTRATOR"), "trips", TRIPS, day(3)).await;
    let many = counted_cold(Some("ADMINISTRATOR"), "trips", TRIPS, day(30)).await;
    assert_eq!((few.0, many), (3, (30, few.1)));
}

#[tokio::test]
async fn trips_in_another_order_ask_as_often_for_any_length() {
    let query = TRIPS.replace("first: $n", "sort: CARRIER, direction: DESC, first: $n");
    let day = |n: i32| move |_: &[Value]| json!({ "d": "2026-12-02", "n": n });
    let few = counted_cold(Some("ADMINISTRATOR"), "trips", &query, day(3)).await;
    let many = counted_cold(Some("ADMINISTRATOR"), "trips", &query, day(30)).await;
    assert_eq!((few.0, many), (3, (30, few.1)));
}

#[tokio::test]
async fn a_board_asks_as_often_for_any_length() {
    let board = |n: i32| move |towns: &[Value]| json!({ "s": towns[3], "n": n });
    let few = counted_cold(None, "departures", DEPARTURES, board(3)).await;
    let many = counted_cold(None, "departures", DEPARTURES, board(30)).await;
    assert_eq!((few.0, many), (3, (30, few.1)));
}

#[tokio::test]
async fn a_search_asks_as_often_for_any_number_of_journeys() {
    let to =
        |n: usize| move |towns: &[Value]| json!({ "i": { "from": towns[0], "to": towns[n], "date": "2026-12-02" } });
    let few = counted_cold(None, "searchJourneys", JOURNEYS, to(2)).await;
    let many = counted_cold(None, "searchJourneys", JOURNEYS, to(1)).await;
    assert!(few.0 > 0 && many.0 >= 2 * few.0, "{few:?} {many:?}");
    assert_eq!(few.1, many.1, "{few:?} {many:?}");
}

#[tokio::test]
async fn a_page_of_fifty_trips_with_all_their_calls_is_within_the_budget() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let (rows, _) = counted(&app, &admin, "trips", TRIPS, json!({ "d": "2026-12-02", "n": 50 })).await;
    assert_eq!(rows, 50);
    // A list without end stays refused, and one of less than nothing is told so.
    let answer = admin.send(&TRIPS.replace("first: $n", "first: 100000"), json!({ "d": "2026-12-02", "n": 1 })).await;
    assert_eq!(answer.code(), "BAD_INPUT");
    for first in [0, -1, i32::MIN] {
        let answer = admin.send(TRIPS, json!({ "d": "2026-12-02", "n": first })).await;
        assert_eq!(answer.code(), "BAD_INPUT", "{first}");
    }
    app.done().await;
}
