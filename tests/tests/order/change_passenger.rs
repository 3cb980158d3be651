use chrono::TimeDelta;
use tests::{Actor, Bought, TestApp, Value, json};

async fn change(staff: &Actor, order: &Bought, version: &Value, passenger: usize, patch: Value) -> Value {
    let query = "mutation($i: ChangePassengerInput!) { changePassenger(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on OrderChanged { order { version passengers { lastName documentNumber } } } } }";
    let mut input = json!({
        "orderId": order.id, "version": version, "passengerId": order.passengers[passenger], "firstName": "Айгүл",
        "lastName": "Өмүралиева", "birthDate": "1990-03-07", "citizenship": "KG", "documentKind": "ID_CARD",
    });
    input.as_object_mut().unwrap().extend(patch.as_object().unwrap().clone());
    staff.send(query, json!({ "i": input })).await.data("changePassenger")
}

async fn ticket(staff: &Actor, order: &Bought) -> Value {
    super::staffs(staff, order).await["segments"][0]["lines"][0]["ticket"].clone()
}

#[tokio::test]
async fn a_name_put_right_is_on_a_new_ticket() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 2).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let seen = super::staffs(&agent, &order).await;
    let old = ticket(&agent, &order).await;
    let messages = app.messages().await.len();

    let changed = change(&agent, &order, &seen["version"], 0, json!({ "lastName": "Асанова" })).await;
    assert_eq!(changed["order"]["passengers"][0]["lastName"], "Асанова");
    assert_eq!(changed["order"]["passengers"][0]["documentNumber"], seen["passengers"][0]["documentNumber"]);
    app.run_jobs().await;
    let new = ticket(&agent, &order).await;
    assert_eq!(new["valid"], true);
    assert_ne!(new["number"], old["number"]);
    assert_eq!(app.messages().await.len(), messages + 1, "the new ticket is sent");
    let inspector = app.staff("INSPECTOR").await;
    let ride = app.ride("501").await;
    let read = crate::passage::record(&inspector, &ride, json!({ "code": old["number"] })).await;
    assert_eq!(read["outcome"], "REPLACED");

    // What no ticket shows is written down without a new one.
    let version = changed["order"]["version"].clone();
    let born = change(&agent, &order, &version, 0, json!({ "lastName": "Асанова", "birthDate": "1991-03-07" })).await;
    assert_eq!(born["__typename"], "OrderChanged");
    assert_eq!(ticket(&agent, &order).await, new);

    // The log knows the fields, and nothing of what is in them.
    let log = "SELECT id FROM audit WHERE action = 'CHANGE_PASSENGER'";
    assert_eq!(app.count(&format!("{log} AND new_values LIKE '%lastName%'")).await, 1);
    assert_eq!(app.count(&format!("{log} AND (new_values LIKE '%Асанова%' OR new_values LIKE '%1991%')")).await, 0);
    let late = change(&agent, &order, &version, 0, json!({})).await;
    assert_eq!(late["__typename"], "ChangedMeanwhile");
    app.done().await;
}

#[tokio::test]
async fn the_rules_of_documents_hold_for_staff_too() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 2).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let version = super::staffs(&agent, &order).await["version"].clone();
    for (patch, path, code) in [
        (json!({ "lastName": "" }), "lastName", "REQUIRED"),
        (json!({ "documentNumber": "12" }), "documentNumber", "ID_CARD_FORM"),
        // The other passenger's.
        (json!({ "documentNumber": "ID1234568" }), "documentNumber", "DOCUMENT_TWICE"),
        (json!({ "citizenship": "Kyrgyz" }), "citizenship", "COUNTRY"),
    ] {
        let refused = change(&agent, &order, &version, 0, patch).await;
        assert!(
            refused["fields"].as_array().unwrap().contains(&json!({ "path": path, "code": code })),
            "{code}: {refused}"
        );
    }
    let other = ana.buy(&app, &[app.ride("502").await], 1).await;
    let foreign = Bought { passengers: other.passengers, ..order.clone() };
    let query = "mutation($i: ChangePassengerInput!) { changePassenger(input: $i) { __typename } }";
    let input = json!({ "orderId": foreign.id, "version": version, "passengerId": foreign.passengers[0], "firstName": "А",
        "lastName": "Б", "birthDate": "1990-03-07", "citizenship": "KG", "documentKind": "ID_CARD" });
    assert_eq!(agent.send(query, json!({ "i": input })).await.code(), "NOT_FOUND");
    app.advance(TimeDelta::days(3));
    let agent = app.staff("SUPPORT_AGENT").await;
    let over = change(&agent, &order, &version, 0, json!({ "lastName": "Асанова" })).await;
    assert_eq!(over["fields"][0]["code"], "TRIP_OVER", "{over}");
    app.done().await;
}
