use tests::{TestApp, json};

use super::{accept, change, link, person};

#[tokio::test]
async fn a_reset_makes_the_password_void_and_sends_a_link() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let login = "accountant@demo.beket.example.com";
    let elena = app.staff("ACCOUNTANT").await;
    let row = person(&admin, login).await;
    let reset = change(&admin, "resetStaff", "ResetStaffInput", json!({ "id": row["id"] })).await;
    assert!(reset["member"]["invitedAt"].is_string(), "{reset}");
    assert_eq!(elena.send("{ orders(first: 1) { nodes { id } } }", json!({})).await.code(), "UNAUTHENTICATED");
    let sign_in = "mutation($i: SignInInput!) { signIn(input: $i) { __typename } }";
    let old = json!({ "i": { "login": login, "password": "beket-demo", "kind": "STAFF" } });
    assert_eq!(app.visitor().send(sign_in, old).await.data("signIn")["__typename"], "WrongCredentials");

    let (_, first) = link(&app).await;
    change(&admin, "resetStaff", "ResetStaffInput", json!({ "id": row["id"] })).await;
    assert_eq!(accept(&app.visitor(), login, &first, "a new password").await["__typename"], "WrongCode");
    let (_, second) = link(&app).await;
    assert_eq!(accept(&app.visitor(), login, &second, "a new password").await["me"]["role"]["code"], "ACCOUNTANT");

    change(&admin, "blockStaff", "BlockStaffInput", json!({ "id": row["id"], "blocked": true })).await;
    let blocked = change(&admin, "resetStaff", "ResetStaffInput", json!({ "id": row["id"] })).await;
    assert_eq!(blocked["fields"], json!([{ "path": "id", "code": "IS_BLOCKED" }]));
    app.done().await;
}
