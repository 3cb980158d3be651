use tests::{Actor, TestApp, Value, json};

const SAVE: &str = "mutation($i: SaveRoleInput!) { saveRole(input: $i) { __typename ... on UserError { code } ... on InvalidInput { fields { path code } } \
    ... on RoleSaved { role { code name permissions version everything staffCount } } } }";

async fn role(admin: &Actor, code: &str) -> Value {
    let query = "{ roles { nodes { code nameRu nameKy nameEn permissions version staffCount } } }";
    let roles = admin.send(query, json!({})).await.data("roles")["nodes"].clone();
    roles.as_array().unwrap().iter().find(|role| role["code"] == code).expect("the role").clone()
}

fn input(role: &Value, permissions: &[&str]) -> Value {
    json!({ "i": {
        "code": role["code"], "version": role["version"], "permissions": permissions,
        "nameRu": role["nameRu"], "nameKy": role["nameKy"], "nameEn": role["nameEn"],
    } })
}

#[tokio::test]
async fn a_right_is_given_and_taken_from_the_next_request_on() {
    let app = TestApp::new().await;
    let (admin, cashier) = (app.staff("ADMINISTRATOR").await, app.staff("CASHIER").await);
    let jobs = "{ jobs(first: 1) { nodes { id } } }";
    assert_eq!(cashier.send(jobs, json!({})).await.code(), "FORBIDDEN");
    let before = role(&admin, "CASHIER").await;
    assert_eq!(before["staffCount"], 1);

    let saved = admin.send(SAVE, input(&before, &["VIEW_JOBS", "VIEW_TRIPS", "VIEW_JOBS"])).await.data("saveRole");
    assert_eq!(saved["role"]["permissions"], json!(["VIEW_TRIPS", "VIEW_JOBS"]), "{saved}");
    cashier.send(jobs, json!({})).await.data("jobs");
    assert_eq!(cashier.send("{ orders(first: 1) { nodes { id } } }", json!({})).await.code(), "FORBIDDEN");

    let late = admin.send(SAVE, input(&before, &[])).await.data("saveRole");
    assert_eq!(late["code"], "CHANGED_MEANWHILE");
    cashier.send(jobs, json!({})).await.data("jobs");
    app.done().await;
}

#[tokio::test]
async fn the_administrators_role_is_what_it_is_and_names_are_needed() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let everything = role(&admin, "ADMINISTRATOR").await;
    assert_eq!(everything["permissions"].as_array().unwrap().len(), api::graphql::Permission::ALL.len());
    let cut = admin.send(SAVE, input(&everything, &["VIEW_TRIPS"])).await.data("saveRole");
    assert_eq!(cut["fields"], json!([{ "path": "code", "code": "ADMINISTRATOR_ROLE" }]));
    let nameless = json!({ "i": { "nameRu": "", "nameKy": " ", "nameEn": "x".repeat(61), "permissions": [] } });
    let nameless = admin.send(SAVE, nameless).await.data("saveRole");
    assert_eq!(
        nameless["fields"],
        json!([
            { "path": "nameRu", "code": "REQUIRED" }, { "path": "nameKy", "code": "REQUIRED" },
            { "path": "nameEn", "code": "TOO_LONG" },
        ])
    );
    let unknown = json!({ "i": { "code": "KING", "version": 1, "nameRu": "a", "nameKy": "a", "nameEn": "a", "permissions": [] } });
    assert_eq!(admin.send(SAVE, unknown).await.code(), "NOT_FOUND");
    app.done().await;
}
