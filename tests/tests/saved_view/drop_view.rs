use tests::{TestApp, json};

use super::{save, views};

#[tokio::test]
async fn only_its_owner_takes_a_view_away() {
    let app = TestApp::new().await;
    let (agent, cashier) = (app.staff("SUPPORT_AGENT").await, app.staff("CASHIER").await);
    let id = save(&agent, "Paid", true, json!([])).await["view"]["id"].clone();
    let query = "mutation($id: ID!) { dropView(id: $id) { ok } }";
    let theirs = cashier.send(query, json!({ "id": id })).await.data("dropView");
    assert_eq!(theirs, json!({ "ok": false }));
    assert_eq!(views(&agent).await.len(), 1);
    assert_eq!(agent.send(query, json!({ "id": id })).await.data("dropView"), json!({ "ok": true }));
    assert_eq!(agent.send(query, json!({ "id": id })).await.data("dropView"), json!({ "ok": false }));
    assert!(views(&agent).await.is_empty());
    app.done().await;
}
