use tests::{Actor, TestApp, Value, json};

pub const ASKED: &str = "sales";

pub async fn save(staff: &Actor, name: &str, shared: bool) -> tests::Answer {
    let query = "mutation($i: SaveReportInput!) { saveReport(input: $i) { __typename ... on InvalidInput { fields { path code } } \
        ... on ReportSaved { report { id name shared own definition { dataSet groups { column part } period { kind } } } } } }";
    let definition = json!({ "dataSet": ASKED, "period": { "kind": "LAST_MONTH" },
        "groups": [{ "column": "sold", "part": "DAY" }], "measures": [{ "kind": "COUNT" }], "columns": ["sold"] });
    staff.send(query, json!({ "i": { "name": name, "shared": shared, "definition": definition } })).await
}

pub async fn saved(staff: &Actor) -> Vec<Value> {
    let query = "{ savedReports { id name shared own owner { email } } }";
    staff.send(query, json!({})).await.data("savedReports").as_array().unwrap().clone()
}

#[tokio::test]
async fn a_report_is_kept_for_oneself_or_by_right_for_all() {
    let app = TestApp::new().await;
    let (clerk, agent) = (app.staff("ACCOUNTANT").await, app.staff("SUPPORT_AGENT").await);
    let kept = save(&clerk, "By day", false).await.data("saveReport");
    assert_eq!(
        kept["report"]["definition"],
        json!({ "dataSet": "sales", "groups": [{ "column": "sold", "part": "DAY" }], "period": { "kind": "LAST_MONTH" } })
    );
    assert!(saved(&agent).await.is_empty(), "another's");
    save(&clerk, "By day", true).await.data("saveReport");
    let seen = saved(&agent).await;
    assert_eq!((seen.len(), &seen[0]["own"], &seen[0]["shared"]), (1, &json!(false), &json!(true)), "{seen:?}");
    assert_eq!(saved(&clerk).await.len(), 1, "the same name is the same report");
    assert_eq!(save(&agent, "Mine", true).await.code(), "FORBIDDEN", "sharing is a right of its own");
    save(&agent, "Mine", false).await.data("saveReport");
    let empty = save(&agent, " ", false).await.data("saveReport");
    assert_eq!(empty["fields"], json!([{ "path": "name", "code": "REQUIRED" }]));
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'SAVE_REPORT'").await, 3);
    app.done().await;
}
