use tests::{Actor, TestApp, TimeDelta, Value, json};

use super::codes::register;

async fn refresh(actor: &mut Actor) -> Value {
    let query =
        "mutation { refreshSession(input: { kind: PASSENGER }) { __typename ... on SignedIn { accessToken } } }";
    let answer = actor.send(query, json!({})).await;
    let data = answer.data("refreshSession");
    if let Some(token) = data["accessToken"].as_str() {
        actor.token = Some(token.to_owned());
        actor.cookie = answer.cookies.first().cloned();
    }
    data
}

async fn me(actor: &Actor) -> (u16, Value) {
    let answer = actor.send("{ me { id } }", json!({})).await;
    (answer.status, answer.body["data"]["me"].clone())
}

#[tokio::test]
async fn an_access_token_ends_and_the_cookie_goes_on() {
    let app = TestApp::new().await;
    let mut ana = register(&app, "ana@example.com").await;
    assert!(me(&ana).await.1["id"].is_string());
    app.advance(TimeDelta::minutes(10));
    assert_eq!(me(&ana).await.0, 401);
    ana.token = None;
    assert_eq!(refresh(&mut ana).await["__typename"], "SignedIn");
    assert!(me(&ana).await.1["id"].is_string());
    app.done().await;
}

#[tokio::test]
async fn an_old_cookie_that_comes_again_ends_the_family() {
    let app = TestApp::new().await;
    let mut ana = register(&app, "ana@example.com").await;
    let mut stolen = ana.clone();
    stolen.token = None;
    ana.token = None;
    assert_eq!(refresh(&mut ana).await["__typename"], "SignedIn");
    app.advance(TimeDelta::seconds(30));
    let mut thief = stolen;
    assert_eq!(refresh(&mut thief).await["__typename"], "WrongCredentials");
    assert_eq!(me(&ana).await.0, 401, "the session has ended for everybody");
    ana.token = None;
    assert_eq!(refresh(&mut ana).await["__typename"], "WrongCredentials");
    app.done().await;
}

#[tokio::test]
async fn sign_out_everywhere_ends_all_devices() {
    let app = TestApp::new().await;
    let phone = register(&app, "ana@example.com").await;
    app.advance(TimeDelta::minutes(2));
    let desktop = register(&app, "ana@example.com").await;
    let sessions = desktop.send("{ me { sessions { id current } } }", json!({})).await.data("me");
    assert_eq!(sessions["sessions"].as_array().unwrap().len(), 2);
    let other = sessions["sessions"].as_array().unwrap().iter().find(|s| s["current"] == false).unwrap()["id"].clone();
    let stranger = register(&app, "ben@example.com").await;
    let revoke = "mutation($id: ID!) { revokeSession(id: $id) { ok } }";
    assert_eq!(stranger.send(revoke, json!({ "id": other })).await.code(), "NOT_FOUND");
    assert!(me(&phone).await.1["id"].is_string(), "a denial changes nothing");
    desktop.send(revoke, json!({ "id": other })).await.data("revokeSession");
    assert_eq!(me(&phone).await.0, 401);
    desktop.send("mutation { signOutEverywhere { ok } }", json!({})).await.data("signOutEverywhere");
    assert_eq!(me(&desktop).await.0, 401);
    app.done().await;
}

#[tokio::test]
async fn a_password_is_set_used_and_reset() {
    let app = TestApp::new().await;
    let ana = register(&app, "ana@example.com").await;
    let set = "mutation($i: SetPasswordInput!) { setPassword(input: $i) { __typename ... on InvalidInput { fields { code } } ... on SignedIn { accessToken } } }";
    let short = ana.send(set, json!({ "i": { "newPassword": "abc" } })).await.data("setPassword");
    assert_eq!(short["fields"][0]["code"], "PASSWORD_SHORT");
    let done = ana.send(set, json!({ "i": { "newPassword": "Ala-Too 4895" } })).await.data("setPassword");
    assert_eq!(done["__typename"], "SignedIn");
    let mut again = app.visitor();
    again.sign_in("ana@example.com", "Ala-Too 4895", "PASSENGER").await;
    let staff = "mutation { signIn(input: { login: \"ana@example.com\", password: \"Ala-Too 4895\", kind: STAFF }) { __typename } }";
    assert_eq!(app.visitor().send(staff, json!({})).await.data("signIn")["__typename"], "WrongCredentials");
    let wrong = again.send(set, json!({ "i": { "currentPassword": "no", "newPassword": "Khan-Tengri 7010" } })).await;
    assert_eq!(wrong.data("setPassword")["__typename"], "WrongCredentials");

    super::codes::request(&again, "ana@example.com", "RESET_PASSWORD").await;
    let code = super::codes::last_code(&app).await;
    let reset = "mutation($i: ResetPasswordInput!) { resetPassword(input: $i) { __typename } }";
    let input = json!({ "i": { "contact": "ana@example.com", "code": code, "newPassword": "Khan-Tengri 7010" } });
    assert_eq!(app.visitor().send(reset, input).await.data("resetPassword")["__typename"], "SignedIn");
    assert_eq!(me(&again).await.0, 401, "a reset ends all sessions");
    app.done().await;
}
