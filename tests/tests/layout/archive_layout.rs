use tests::{Actor, TestApp, Value, json};

use super::{layout, save, small};

async fn archive(staff: &Actor, layout: &Value, archived: bool) -> Value {
    let query = "mutation($i: ArchiveLayoutInput!) { archiveLayout(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on LayoutSaved { layout { archivedAt version } } } }";
    let input = json!({ "id": layout["id"], "version": layout["version"], "archived": archived });
    staff.send(query, json!({ "i": input })).await.data("archiveLayout")
}

#[tokio::test]
async fn what_is_in_use_stays_and_the_rest_comes_back() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let used = layout(&admin, "YT49").await;
    let refused = archive(&admin, &used, true).await;
    assert_eq!(refused["fields"], json!([{ "path": "id", "code": "LAYOUT_IN_USE" }]));

    let made = save(&admin, &small("TAXI4")).await["layout"].clone();
    let gone = archive(&admin, &made, true).await;
    assert!(gone["layout"]["archivedAt"].is_string(), "{gone}");
    let listed = async || {
        let layouts = admin.send("{ layouts { code } }", json!({})).await.data("layouts");
        layouts.as_array().unwrap().iter().any(|one| one["code"] == "TAXI4")
    };
    assert!(!listed().await);
    let stale = json!({ "id": made["id"], "version": 7 });
    assert_eq!(archive(&admin, &stale, false).await["code"], "CHANGED_MEANWHILE");
    assert!(!listed().await);
    let back = archive(&admin, &made, false).await;
    assert_eq!(back["layout"], json!({ "archivedAt": null, "version": 1 }));
    assert!(listed().await);
    app.done().await;
}
