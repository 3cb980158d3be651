use tests::{TestApp, json};

use super::{change, person};

#[tokio::test]
async fn who_is_blocked_is_out_at_once_and_stays_out() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let dispatcher = app.staff("DISPATCHER").await;
    let login = "dispatcher@demo.beket.example.com";
    let row = person(&admin, login).await;
    assert!(row["lastSeenAt"].is_string(), "{row}");
    let sessions = "query($id: ID!) { staffSessions(id: $id) { id } }";
    let live = admin.send(sessions, json!({ "id": row["id"] })).await.data("staffSessions");
    assert_eq!(live.as_array().unwrap().len(), 1);

    let blocked = change(&admin, "blockStaff", "BlockStaffInput", json!({ "id": row["id"], "blocked": true })).await;
    assert!(blocked["member"]["blockedAt"].is_string(), "{blocked}");
    assert_eq!(dispatcher.send("{ orders(first: 1) { nodes { id } } }", json!({})).await.code(), "UNAUTHENTICATED");
    let sign_in = "mutation($i: SignInInput!) { signIn(input: $i) { __typename } }";
    let again = json!({ "i": { "login": login, "password": "beket-demo", "kind": "STAFF" } });
    assert_eq!(app.visitor().send(sign_in, again).await.data("signIn")["__typename"], "WrongCredentials");

    let free = change(&admin, "blockStaff", "BlockStaffInput", json!({ "id": row["id"], "blocked": false })).await;
    assert_eq!(free["member"]["blockedAt"], json!(null));
    app.staff("DISPATCHER").await;

    let own = person(&admin, "administrator@demo.beket.example.com").await;
    let oneself = change(&admin, "blockStaff", "BlockStaffInput", json!({ "id": own["id"], "blocked": true })).await;
    assert_eq!(oneself["fields"], json!([{ "path": "id", "code": "BLOCK_SELF" }]));
    app.done().await;
}
