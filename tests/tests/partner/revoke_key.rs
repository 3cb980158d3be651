use tests::{TestApp, json};

use super::{hold_with, make, partners};

#[tokio::test]
async fn a_revoked_key_opens_nothing_at_once_and_stays_in_the_list() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let made = make(&admin, "Агент").await;
    let (id, key) = (made["partner"]["id"].clone(), made["key"].clone());
    let ana = app.visitor();
    assert_eq!(hold_with(&app, &ana, &key).await, "HeldSeats");
    let revoke = "mutation($id: ID!) { revokeKey(id: $id) { partner { revokedAt } } }";
    let revoked = admin.send(revoke, json!({ "id": id })).await.data("revokeKey");
    assert!(revoked["partner"]["revokedAt"].is_string(), "{revoked}");
    assert_eq!(hold_with(&app, &ana, &key).await, "UNAUTHENTICATED");
    // Once more does nothing, and says the same.
    assert_eq!(admin.send(revoke, json!({ "id": id })).await.data("revokeKey"), revoked);
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'REVOKE_KEY'").await, 1);
    assert_eq!(partners(&admin).await[0]["revokedAt"], revoked["partner"]["revokedAt"]);
    app.done().await;
}
