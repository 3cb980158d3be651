use tests::{TestApp, json};

use super::person;

#[tokio::test]
async fn one_session_ends_and_the_others_go_on() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let (phone, desktop) = (app.staff("DISPATCHER").await, app.staff("DISPATCHER").await);
    let id = person(&admin, "dispatcher@demo.beket.example.com").await["id"].clone();
    let list = "query($id: ID!) { staffSessions(id: $id) { id } }";
    let live = admin.send(list, json!({ "id": id })).await.data("staffSessions");
    assert_eq!(live.as_array().unwrap().len(), 2);
    let end = "mutation($id: ID!) { endStaffSession(id: $id) { ok } }";
    assert_eq!(admin.send(end, json!({ "id": live[0]["id"] })).await.data("endStaffSession")["ok"], true);
    let mut codes = Vec::new();
    for one in [&phone, &desktop] {
        codes.push(one.send("{ orders(first: 1) { nodes { id } } }", json!({})).await.code().to_owned());
    }
    codes.sort_unstable();
    assert_eq!(codes, ["UNAUTHENTICATED", "no error"]);
    assert_eq!(admin.send(end, json!({ "id": live[0]["id"] })).await.code(), "NOT_FOUND");
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'END_SESSION'").await, 1);
    // A passenger's is not staff's to end.
    let passenger = app.passenger().await;
    let own = passenger.send("{ me { sessions { id } } }", json!({})).await.data("me")["sessions"][0]["id"].clone();
    assert_eq!(admin.send(end, json!({ "id": own })).await.code(), "NOT_FOUND");
    app.done().await;
}
