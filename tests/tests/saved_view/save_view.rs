use tests::{TestApp, json};

use super::{names, save, views};

#[tokio::test]
async fn a_view_is_for_oneself_or_for_the_role() {
    let app = TestApp::new().await;
    let (agent, cashier) = (app.staff("SUPPORT_AGENT").await, app.staff("CASHIER").await);
    let paid = json!([{ "name": "status", "value": "PAID" }]);
    let saved = save(&agent, "Paid", false, paid.clone()).await;
    assert_eq!(saved["view"]["settings"], paid);
    save(&cashier, "Held", true, json!([{ "name": "status", "value": "HELD" }])).await;
    assert_eq!(names(&views(&agent).await), ["Paid"]);
    // Somebody else with the same role sees what is shared, and it is not theirs.
    let admin = app.staff("ADMINISTRATOR").await;
    let people = crate::staff::people(&admin).await;
    let other = people.iter().find(|one| one["role"]["code"] == "DISPATCHER").unwrap();
    app.break_by_hand("UPDATE account SET role = 'CASHIER' WHERE email = 'dispatcher@demo.beket.example.com'").await;
    let second = app.staff("DISPATCHER").await;
    let seen = views(&second).await;
    assert_eq!(names(&seen), ["Held"], "{other}");
    assert_eq!((&seen[0]["own"], &seen[0]["shared"]), (&json!(false), &json!(true)));
    // The same name again is the same view.
    save(&agent, "Paid", false, json!([{ "name": "status", "value": "REFUNDED" }])).await;
    let own = views(&agent).await;
    assert_eq!((own.len(), &own[0]["settings"][0]["value"]), (1, &json!("REFUNDED")));
    // Of another list there are none.
    assert_eq!(agent.send("{ savedViews(list: \"trips\") { id } }", json!({})).await.data("savedViews"), json!([]));
    app.done().await;
}

#[tokio::test]
async fn a_view_has_a_name_and_a_size() {
    let app = TestApp::new().await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let empty = save(&agent, " ", false, json!([{ "name": "", "value": "x" }])).await;
    assert_eq!(
        empty["fields"],
        json!([{ "path": "name", "code": "REQUIRED" }, { "path": "settings.0.name", "code": "REQUIRED" }])
    );
    let long = save(&agent, "Long", false, json!([{ "name": "text", "value": "x".repeat(301) }])).await;
    assert_eq!(long["fields"][0]["code"], "TOO_LONG");
    for n in 0..30 {
        save(&agent, &format!("View {n}"), false, json!([])).await;
    }
    let many = save(&agent, "One more", false, json!([])).await;
    assert_eq!(many["fields"], json!([{ "path": "name", "code": "TOO_MANY_VIEWS" }]));
    // What was searched for is nobody's in the log.
    save(&agent, "View 0", false, json!([{ "name": "text", "value": "Өмүралиева" }])).await;
    assert_eq!(
        app.count("SELECT id FROM audit WHERE action = 'SAVE_VIEW' AND new_values LIKE '%Өмүралиева%'").await,
        0
    );
    app.done().await;
}
