use tests::{TestApp, json};

use super::save_report::{save, saved};

#[tokio::test]
async fn only_its_owner_takes_a_report_away() {
    let app = TestApp::new().await;
    let (clerk, agent) = (app.staff("ACCOUNTANT").await, app.staff("SUPPORT_AGENT").await);
    let id = save(&clerk, "By day", true).await.data("saveReport")["report"]["id"].clone();
    let query = "mutation($id: ID!) { dropReport(id: $id) { ok } }";
    let ok = async |staff: &tests::Actor| staff.send(query, json!({ "id": id })).await.data("dropReport")["ok"].clone();
    assert_eq!((ok(&agent).await, saved(&agent).await.len()), (json!(false), 1));
    assert_eq!((ok(&clerk).await, saved(&agent).await.len()), (json!(true), 0));
    assert_eq!(ok(&clerk).await, json!(false));
    app.done().await;
}
