use tests::{Actor, TestApp, Value, json};

use super::{change, input, section};
use crate::export::{ask, records};
use crate::rebooking::{buy, next};

async fn listed(staff: &Actor, id: &Value, sort: &str, direction: &str, after: Option<&Value>) -> Value {
    let query = "query($i: ID!, $s: ClosureTicketSort!, $d: SortDirection!, $a: String) { closureTickets(id: $i, sort: $s, \
        direction: $d, first: 3, after: $a) { totalCount pageInfo { hasNextPage endCursor } nodes { orderNumber \
        line { seat price { amount } } passenger { lastName } trip { id } } } }";
    let asked = json!({ "i": id, "s": sort, "d": direction, "a": after });
    staff.send(query, asked).await.data("closureTickets")
}

/// All of the list, page by page.
async fn whole(staff: &Actor, id: &Value, sort: &str, direction: &str, field: &str) -> Vec<String> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = listed(staff, id, sort, direction, after.as_ref()).await;
        found.extend(page["nodes"].as_array().unwrap().iter().map(|one| one.pointer(field).unwrap().to_string()));
        assert_eq!(page["totalCount"], 5);
        if page["pageInfo"]["hasNextPage"] != true {
            return found;
        }
        after = Some(page["pageInfo"]["endCursor"].clone());
    }
}

#[tokio::test]
async fn tickets_of_a_closed_road_are_sorted_and_leave_as_a_file() {
    let app = TestApp::new().await;
    let first = app.ride("501").await;
    let second = next(&app, &first).await;
    for (ride, seats) in [(&second, &["3", "4"][..]), (&first, &["1", "2"]), (&first, &["7"])] {
        buy(&app, ride, seats).await;
    }
    let dispatcher = app.staff("DISPATCHER").await;
    let made = change(&dispatcher, "saveClosure", input(&section(&app, &dispatcher, &first, Some(3)).await)).await;
    let id = made["closure"]["id"].clone();
    for (sort, field) in [
        ("DEPARTURE", "/line/seat"),
        ("PASSENGER", "/passenger/lastName"),
        ("ORDER", "/orderNumber"),
        ("PRICE", "/line/price/amount"),
    ] {
        let up = whole(&dispatcher, &id, sort, "ASC", field).await;
        let down = whole(&dispatcher, &id, sort, "DESC", field).await;
        assert_eq!(up, down.into_iter().rev().collect::<Vec<_>>(), "{sort}");
        if sort == "DEPARTURE" {
            assert_eq!(up, ["\"1\"", "\"2\"", "\"7\"", "\"3\"", "\"4\""]);
        } else {
            assert!(up.is_sorted(), "{sort}: {up:?}");
        }
    }
    // A place in one order says nothing about another.
    let cursor = listed(&dispatcher, &id, "ORDER", "ASC", None).await["pageInfo"]["endCursor"].clone();
    let query = "query($i: ID!, $a: String) { closureTickets(id: $i, sort: PRICE, after: $a) { totalCount } }";
    assert_eq!(dispatcher.send(query, json!({ "i": id, "a": cursor })).await.code(), "BAD_INPUT");

    let readings = "SELECT id FROM audit WHERE action = 'READ_PASSENGERS'";
    let before = app.count(readings).await;
    let list = json!({ "closureTickets": { "id": id, "sort": "DEPARTURE", "direction": "DESC" } });
    let columns = ["trip", "seat", "order", "price"];
    let rows = records(&dispatcher, list.clone(), &columns).await;
    assert_eq!(rows[0], ["Trip", "Seat", "Order", "Price", "Currency"]);
    let seats: Vec<&str> = rows[1..].iter().map(|row| row[1].as_str()).collect();
    assert_eq!(seats, ["4", "3", "7", "2", "1"]);
    assert_eq!(app.count(readings).await, before + 1);
    assert_eq!(records(&dispatcher, list.clone(), &[]).await[1].len(), 12, "all that there is");
    // Who closes no roads gets no file of them.
    let inspector = app.staff("INSPECTOR").await;
    let answer = ask(&inspector, list, "CSV", &[]).await;
    if answer.body.get("errors").is_some() {
        assert_eq!(answer.code(), "FORBIDDEN");
    }
    app.done().await;
}
