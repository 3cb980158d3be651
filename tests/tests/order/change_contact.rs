use tests::{Actor, Bought, TestApp, Value, json};

async fn change(staff: &Actor, order: &Bought, version: &Value, email: &str, phone: &str) -> Value {
    let query = "mutation($i: ChangeContactInput!) { changeContact(input: $i) { __typename \
        ... on InvalidInput { fields { path code } } ... on OrderChanged { order { email phone } } } }";
    let input = json!({ "orderId": order.id, "version": version, "email": email, "phone": phone });
    staff.send(query, json!({ "i": input })).await.data("changeContact")
}

#[tokio::test]
async fn what_comes_later_goes_to_the_new_contact() {
    let app = TestApp::new().await;
    let order = app.visitor().buy(&app, &[app.ride("501").await], 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let version = super::staffs(&agent, &order).await["version"].clone();
    let wrong = change(&agent, &order, &version, "nobody", "").await;
    assert_eq!(wrong["fields"], json!([{ "path": "email", "code": "EMAIL" }, { "path": "phone", "code": "REQUIRED" }]));
    let changed = change(&agent, &order, &version, "Ana@Example.com", "0700 111 222").await;
    assert_eq!(changed["order"], json!({ "email": "ana@example.com", "phone": "+996700111222" }));
    let again = change(&agent, &order, &version, "other@example.com", "0700111222").await;
    assert_eq!(again["__typename"], "ChangedMeanwhile");
    // The log says what was changed, not to what.
    assert_eq!(
        app.count("SELECT id FROM audit WHERE action = 'CHANGE_CONTACT' AND new_values LIKE '%email%'").await,
        1
    );
    assert_eq!(app.count("SELECT id FROM audit WHERE new_values LIKE '%ana@%'").await, 0);
    app.done().await;
}
