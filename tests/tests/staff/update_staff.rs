use tests::{TestApp, Value, json};

use super::{change, person};

fn input(of: &Value, role: &str) -> Value {
    json!({ "id": of["id"], "version": of["version"], "firstName": "Тимур", "lastName": "Алиев", "role": role })
}

#[tokio::test]
async fn another_role_ends_the_sessions_and_allows_other_things() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let timur = app.staff("SUPPORT_AGENT").await;
    let login = "support-agent@demo.beket.example.com";
    let before = person(&admin, login).await;

    let changed = change(&admin, "updateStaff", "UpdateStaffInput", input(&before, "INSPECTOR")).await;
    assert_eq!(changed["member"]["role"]["code"], "INSPECTOR", "{changed}");
    assert_eq!(timur.send("{ orders(first: 1) { nodes { id } } }", json!({})).await.code(), "UNAUTHENTICATED");
    let mut again = app.visitor();
    again.sign_in(login, "beket-demo", "STAFF").await;
    assert_eq!(again.send("{ orders(first: 1) { nodes { id } } }", json!({})).await.code(), "FORBIDDEN");

    // What was read before somebody else's change is not written over it.
    let late = change(&admin, "updateStaff", "UpdateStaffInput", input(&before, "CASHIER")).await;
    assert_eq!(late["code"], "CHANGED_MEANWHILE");
    assert_eq!(person(&admin, login).await["role"]["code"], "INSPECTOR");
    app.done().await;
}

#[tokio::test]
async fn there_is_always_an_administrator() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let own = person(&admin, "administrator@demo.beket.example.com").await;
    let lower = change(&admin, "updateStaff", "UpdateStaffInput", input(&own, "CASHIER")).await;
    assert_eq!(lower["fields"], json!([{ "path": "role", "code": "OWN_ROLE" }]));

    // A manager of staff who is no administrator.
    let role = "mutation { saveRole(input: { nameRu: \"Кадры\", nameKy: \"Кадрлар\", nameEn: \"Personnel\", permissions: [MANAGE_STAFF] }) { ... on RoleSaved { role { code } } } }";
    let role = admin.send(role, json!({})).await.data("saveRole")["role"]["code"].clone();
    let clerk = person(&admin, "cashier@demo.beket.example.com").await;
    change(&admin, "updateStaff", "UpdateStaffInput", input(&clerk, role.as_str().unwrap())).await;
    let clerk = app.staff("CASHIER").await;
    for (mutation, kind, values, path) in [
        ("updateStaff", "UpdateStaffInput", input(&own, "CASHIER"), "role"),
        ("blockStaff", "BlockStaffInput", json!({ "id": own["id"], "blocked": true }), "id"),
        ("resetStaff", "ResetStaffInput", json!({ "id": own["id"] }), "id"),
    ] {
        let last = change(&clerk, mutation, kind, values).await;
        assert_eq!(last["fields"], json!([{ "path": path, "code": "LAST_ADMINISTRATOR" }]), "{mutation}: {last}");
    }
    app.done().await;
}

#[tokio::test]
async fn a_passenger_is_nobodys_staff() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let me = app.passenger().await.send("{ me { id } }", json!({})).await.data("me");
    let answer = admin.send("query($id: ID!) { staffMember(id: $id) { id } }", json!({ "id": me["id"] })).await;
    assert_eq!(answer.code(), "NOT_FOUND");
    let block = "mutation($i: BlockStaffInput!) { blockStaff(input: $i) { __typename } }";
    let answer = admin.send(block, json!({ "i": { "id": me["id"], "blocked": true } })).await;
    assert_eq!(answer.code(), "NOT_FOUND");
    app.done().await;
}
