use tests::{Actor, TestApp, TimeDelta, Value, json};

const ENTRIES: &str = "query($f: AuditFilterInput, $n: Int, $a: String) { auditEntries(filter: $f, first: $n, after: $a) { pageInfo { hasNextPage endCursor } \
    nodes { action subjectKind subjectId subjectName at address before after staff { email } } } }";

async fn entries(admin: &Actor, filter: Value) -> Vec<Value> {
    let found = admin.send(ENTRIES, json!({ "f": filter, "n": 100 })).await.data("auditEntries");
    found["nodes"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_change_tells_who_what_and_the_values_before_and_after() {
    let app = TestApp::new().await;
    let (admin, dispatcher) = (app.staff("ADMINISTRATOR").await, app.staff("DISPATCHER").await);
    let ride = app.ride("501").await;
    let delay = "mutation($i: DelayTripInput!) { delayTrip(input: $i) { __typename } }";
    for minutes in [20, 45] {
        dispatcher.send(delay, json!({ "i": { "tripId": ride.id(), "minutes": minutes } })).await.data("delayTrip");
        app.advance(TimeDelta::minutes(1));
    }
    let history = entries(&admin, json!({ "subjectKind": "trip", "subjectId": ride.id() })).await;
    assert_eq!(history.len(), 2);
    assert_eq!(history[0]["action"], "DELAY_TRIP");
    assert_eq!(history[0]["staff"]["email"], "dispatcher@demo.beket.example.com");
    assert_eq!(history[0]["subjectId"], json!(ride.id()));
    let name = history[0]["subjectName"].as_str().unwrap();
    assert!(name.starts_with(&ride.trip.number), "{name}");
    assert_eq!(history[0]["before"], json!({ "delayMinutes": 20 }));
    assert_eq!(history[0]["after"], json!({ "delayMinutes": 45 }));
    assert_eq!(history[1]["after"], json!({ "delayMinutes": 20 }));
    // A change that was refused leaves no entry.
    dispatcher.send(delay, json!({ "i": { "tripId": ride.id(), "minutes": 5000 } })).await.data("delayTrip");
    assert_eq!(entries(&admin, json!({ "subjectKind": "trip" })).await.len(), 2);
    assert_eq!(dispatcher.send(ENTRIES, json!({ "n": 1 })).await.code(), "FORBIDDEN");
    app.done().await;
}

#[tokio::test]
async fn entries_are_found_by_person_action_day_and_kind() {
    let app = TestApp::new().await;
    let (admin, agent) = (app.staff("ADMINISTRATOR").await, app.staff("SUPPORT_AGENT").await);
    agent.send("{ orders(first: 1) { nodes { id } } }", json!({})).await.data("orders");
    let invited = crate::staff::invite(&admin, "asel@example.com", "CASHIER").await;
    app.advance(TimeDelta::days(1));
    // A session is long over.
    let admin = app.staff("ADMINISTRATOR").await;
    let block = json!({ "id": invited["member"]["id"], "blocked": true });
    crate::staff::change(&admin, "blockStaff", "BlockStaffInput", block).await;

    let actions = async |filter: Value| -> Vec<String> {
        entries(&admin, filter).await.iter().map(|one| one["action"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(actions(json!({})).await, ["BLOCK_STAFF", "INVITE_STAFF", "LIST_ORDERS"]);
    assert_eq!(actions(json!({ "changesOnly": true })).await, ["BLOCK_STAFF", "INVITE_STAFF"]);
    assert_eq!(actions(json!({ "subjectKind": "order" })).await, ["LIST_ORDERS"]);
    assert_eq!(actions(json!({ "action": "INVITE_STAFF" })).await, ["INVITE_STAFF"]);
    assert_eq!(actions(json!({ "to": "2026-12-01" })).await, ["INVITE_STAFF", "LIST_ORDERS"]);
    assert_eq!(actions(json!({ "from": "2026-12-02" })).await, ["BLOCK_STAFF"]);
    let agent_id = crate::staff::person(&admin, "support-agent@demo.beket.example.com").await["id"].clone();
    assert_eq!(actions(json!({ "staffId": agent_id })).await, ["LIST_ORDERS"]);
    let of_her = json!({ "subjectKind": "staff", "subjectId": invited["member"]["id"] });
    assert_eq!(actions(of_her).await, ["BLOCK_STAFF", "INVITE_STAFF"]);
    let newest = &entries(&admin, json!({})).await[0];
    assert_eq!(newest["subjectName"], "Токтосунова Асель");
    assert_eq!(admin.send(ENTRIES, json!({ "n": 1, "f": { "subjectId": "x" } })).await.code(), "BAD_INPUT");
    let page = admin.send(ENTRIES, json!({ "n": 2 })).await.data("auditEntries");
    let rest = json!({ "n": 2, "a": page["pageInfo"]["endCursor"] });
    let rest = admin.send(ENTRIES, rest).await.data("auditEntries");
    assert_eq!((page["nodes"].as_array().unwrap().len(), rest["nodes"].as_array().unwrap().len()), (2, 1));
    app.done().await;
}

#[tokio::test]
async fn whose_order_was_read_is_seen_and_found_by_its_number() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let one = app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    let other = app.visitor().buy(&app, &[ride], 1).await;
    let (admin, agent) = (app.staff("ADMINISTRATOR").await, app.staff("SUPPORT_AGENT").await);
    for order in [&one, &other] {
        let read = "query($n: String) { order(number: $n) { number } }";
        agent.send(read, json!({ "n": order.number })).await.data("order");
    }
    let bare = one.number.trim_start_matches("BK-").to_lowercase();
    for number in [one.number.as_str(), &bare] {
        let found = entries(&admin, json!({ "orderNumber": number })).await;
        assert_eq!((found.len(), &found[0]["subjectName"]), (1, &json!(one.number)), "{number}");
    }
    assert_eq!(entries(&admin, json!({ "orderNumber": "BK-0000-0000" })).await.len(), 0);
    app.done().await;
}
