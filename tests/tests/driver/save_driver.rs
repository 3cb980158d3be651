use tests::{TestApp, json};

use super::{make, save};
use crate::carrier::record;

#[tokio::test]
async fn drivers_are_added_changed_and_found_by_those_who_may() {
    let app = TestApp::new().await;
    let (manager, own) = (app.staff("TRANSPORT_MANAGER").await, app.staff("CARRIER_REPRESENTATIVE").await);
    let (a, b) = (record(&manager, "A").await, record(&manager, "B").await);
    let mine = make(&manager, a["id"].as_str().unwrap()).await;
    let foreign = make(&manager, b["id"].as_str().unwrap()).await;
    assert_eq!((&mine["name"], &mine["phone"]), (&json!("Сыдыков Таалай"), &json!("+996555000111")));

    let list = "query($f: DriverFilterInput) { drivers(filter: $f, first: 10) { nodes { id } } }";
    let found = async |staff: &tests::Actor, filter: serde_json::Value| {
        staff.send(list, json!({ "f": filter })).await.data("drivers")["nodes"].as_array().unwrap().len()
    };
    assert_eq!(found(&manager, json!({})).await, 2);
    assert_eq!(found(&manager, json!({ "carrierId": a["id"], "text": "сыд" })).await, 1);
    assert_eq!(found(&manager, json!({ "text": "0555000111", "active": true })).await, 2);
    assert_eq!(found(&manager, json!({ "active": false })).await, 0);
    assert_eq!(found(&own, json!({})).await, 1);
    let one = "query($i: ID!) { driver(id: $i) { name permits { id } } }";
    assert_eq!(own.send(one, json!({ "i": mine["id"] })).await.data("driver")["permits"], json!([]));
    assert_eq!(own.send(one, json!({ "i": foreign["id"] })).await.code(), "NOT_FOUND");

    let mut change = json!({
        "id": mine["id"], "version": 1, "carrierId": a["id"], "lastName": "Сыдыков", "firstName": "Таалай", "active": false,
    });
    assert_eq!(save(&manager, change.clone()).await["driver"]["active"], false);
    assert_eq!(save(&manager, change.clone()).await["code"], "CHANGED_MEANWHILE");
    change["version"] = json!(2);
    change["lastName"] = json!("");
    change["phone"] = json!("1");
    assert_eq!(
        save(&manager, change).await["fields"],
        json!([{ "path": "lastName", "code": "REQUIRED" }, { "path": "phone", "code": "PHONE" }])
    );
    app.done().await;
}

#[tokio::test]
async fn an_empty_form_is_told_all_that_it_lacks_at_once() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let empty = json!({ "carrierId": "", "lastName": "", "firstName": "", "phone": "" });
    let lacks = |path: &str| json!({ "path": path, "code": "REQUIRED" });
    assert_eq!(
        save(&manager, empty).await["fields"],
        json!([lacks("carrierId"), lacks("lastName"), lacks("firstName")])
    );
    app.done().await;
}
