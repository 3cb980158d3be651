use tests::{Actor, TestApp, Value, json};

use super::{LOGIN, MINE, PASSWORD, WORK, set_up, sign_in};

const DEMAND: &str = "mutation($i: DemandSecondFactorInput!) { demandSecondFactor(input: $i) { __typename ... on UserError { code } \
    ... on RoleSaved { role { code secondFactor version permissions } } } }";

async fn role(admin: &Actor, code: &str) -> Value {
    let roles = admin
        .send("{ roles { nodes { code version secondFactor permissions } } }", json!({}))
        .await
        .data("roles")["nodes"]
        .clone();
    roles.as_array().unwrap().iter().find(|role| role["code"] == code).expect("the role").clone()
}

/// Whoever has the role may do nothing else until it is set up, and everything of the role from then on.
#[tokio::test]
async fn a_role_that_demands_it_allows_nothing_without_it() {
    let app = TestApp::new().await;
    let (admin, clerk) = (app.staff("ADMINISTRATOR").await, app.staff("DISPATCHER").await);
    clerk.send(WORK, json!({})).await.data("trips");
    let before = role(&admin, "DISPATCHER").await;
    let demand = json!({ "i": { "role": "DISPATCHER", "version": before["version"], "demanded": true } });
    let demanded = admin.send(DEMAND, demand.clone()).await.data("demandSecondFactor");
    assert_eq!(demanded["role"]["secondFactor"], json!(true), "{demanded}");
    assert_eq!(demanded["role"]["permissions"], before["permissions"]);

    assert_eq!(clerk.send(WORK, json!({})).await.code(), "FORBIDDEN");
    let mine = clerk.send(MINE, json!({})).await.data("me");
    assert_eq!(mine["permissions"], json!([]));
    assert_eq!(mine["secondFactor"], json!({ "on": false, "demanded": true, "recoveryCodesLeft": 0 }));
    let again = sign_in(&app.visitor(), LOGIN, None).await;
    assert_eq!(again["me"]["permissions"], json!([]), "the password alone opens nothing: {again}");

    set_up(&app, &clerk).await;
    clerk.send(WORK, json!({})).await.data("trips");
    assert_eq!(clerk.send(MINE, json!({})).await.data("me")["permissions"], before["permissions"]);
    assert_eq!(admin.send(DEMAND, demand).await.data("demandSecondFactor")["code"], "CHANGED_MEANWHILE");
    let unknown = json!({ "i": { "role": "KING", "version": 1, "demanded": true } });
    assert_eq!(admin.send(DEMAND, unknown).await.code(), "NOT_FOUND");
    app.done().await;
}

/// The administrators' role cannot be edited, but this can be demanded of it; editing another role keeps its demand.
#[tokio::test]
async fn administrators_may_be_asked_for_it_too() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let before = role(&admin, "ADMINISTRATOR").await;
    let demand = json!({ "i": { "role": "ADMINISTRATOR", "version": before["version"], "demanded": true } });
    assert_eq!(admin.send(DEMAND, demand).await.data("demandSecondFactor")["__typename"], "RoleSaved");
    assert_eq!(admin.send("{ roles { nodes { code } } }", json!({})).await.code(), "FORBIDDEN");
    set_up(&app, &admin).await;
    let cashier = role(&admin, "CASHIER").await;
    let demand = json!({ "i": { "role": "CASHIER", "version": cashier["version"], "demanded": true } });
    let version = admin.send(DEMAND, demand).await.data("demandSecondFactor")["role"]["version"].clone();
    let save = "mutation($i: SaveRoleInput!) { saveRole(input: $i) { ... on RoleSaved { role { secondFactor } } } }";
    let input = json!({ "code": "CASHIER", "version": version, "nameRu": "К", "nameKy": "К", "nameEn": "C", "permissions": ["VIEW_TRIPS"] });
    let saved = admin.send(save, json!({ "i": input })).await.data("saveRole");
    assert_eq!(saved["role"]["secondFactor"], json!(true), "{saved}");
    app.done().await;
}

#[tokio::test]
async fn nobody_gets_past_it_by_a_new_password() {
    let app = TestApp::new().await;
    let (admin, clerk) = (app.staff("ADMINISTRATOR").await, app.staff("DISPATCHER").await);
    let before = role(&admin, "DISPATCHER").await;
    let demand = json!({ "i": { "role": "DISPATCHER", "version": before["version"], "demanded": true } });
    admin.send(DEMAND, demand).await.data("demandSecondFactor");
    let change = "mutation($i: SetPasswordInput!) { setPassword(input: $i) { __typename ... on SignedIn { me { permissions } } } }";
    let input = json!({ "i": { "currentPassword": PASSWORD, "newPassword": "quite another one" } });
    let changed = clerk.send(change, input).await.data("setPassword");
    assert_eq!(changed["me"]["permissions"], json!([]), "{changed}");
    app.done().await;
}
