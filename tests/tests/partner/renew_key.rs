use tests::{TestApp, json};

use super::{hold_with, make, partners};

#[tokio::test]
async fn another_key_opens_and_the_former_does_not() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let made = make(&admin, "Агент").await;
    let (id, old) = (made["partner"]["id"].clone(), made["key"].clone());
    let query = "mutation($id: ID!) { renewKey(id: $id) { __typename ... on InvalidInput { fields { path code } } \
        ... on KeyMade { key partner { id keyTail } } } }";
    let renewed = admin.send(query, json!({ "id": id })).await.data("renewKey");
    assert_eq!(renewed["partner"]["id"], id, "the same partner");
    let ana = app.visitor();
    assert_eq!(hold_with(&app, &ana, &old).await, "UNAUTHENTICATED");
    assert_eq!(hold_with(&app, &ana, &renewed["key"]).await, "HeldSeats");
    assert_eq!(partners(&admin).await[0]["keyTail"], renewed["partner"]["keyTail"]);

    admin.send("mutation($id: ID!) { revokeKey(id: $id) { partner { id } } }", json!({ "id": id })).await;
    let refused = admin.send(query, json!({ "id": id })).await.data("renewKey");
    assert_eq!(refused["fields"], json!([{ "path": "id", "code": "KEY_REVOKED" }]));
    assert_eq!(admin.send(query, json!({ "id": "x" })).await.code(), "NOT_FOUND");
    app.done().await;
}
