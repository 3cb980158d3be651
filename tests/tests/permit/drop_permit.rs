use tests::{TestApp, json};

use super::{list, make};
use crate::carrier::record;

#[tokio::test]
async fn a_dropped_paper_is_gone_but_for_the_log() {
    let app = TestApp::new().await;
    let (manager, admin) = (app.staff("TRANSPORT_MANAGER").await, app.staff("ADMINISTRATOR").await);
    let carrier = record(&manager, "A").await;
    let paper = make(&manager, "CARRIER", &carrier["id"], "LICENCE", "2026-12-20").await;
    let drop = "mutation($i: ID!) { dropPermit(id: $i) { ok } }";
    assert_eq!(manager.send(drop, json!({ "i": paper["id"] })).await.data("dropPermit")["ok"], true);
    assert_eq!(manager.send(drop, json!({ "i": paper["id"] })).await.code(), "NOT_FOUND");
    assert!(list(&manager, json!({})).await.is_empty());
    let log = "query($i: ID) { auditEntries(filter: { subjectKind: \"carrier\", subjectId: $i }, first: 1) { nodes { action before after } } }";
    let entry = admin.send(log, json!({ "i": carrier["id"] })).await.data("auditEntries")["nodes"][0].clone();
    assert_eq!(
        (&entry["action"], &entry["before"]["paperNumber"]),
        (&json!("DROP_PERMIT"), &json!("АА 1234")),
        "{entry}"
    );
    app.done().await;
}
