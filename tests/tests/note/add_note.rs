use tests::{Actor, Bought, TestApp, Value, json};

async fn add(staff: &Actor, order: &Bought, text: &str) -> Value {
    let query = "mutation($i: AddNoteInput!) { addNote(input: $i) { __typename ... on InvalidInput { fields { path code } } } }";
    staff.send(query, json!({ "i": { "orderId": order.id, "text": text } })).await.data("addNote")
}

#[tokio::test]
async fn the_next_one_reads_what_was_written_down() {
    let app = TestApp::new().await;
    let order = app.visitor().buy(&app, &[app.ride("501").await], 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let empty = add(&agent, &order, "  ").await;
    assert_eq!(empty["fields"], json!([{ "path": "text", "code": "REQUIRED" }]));
    let long = add(&agent, &order, &"ы".repeat(2_001)).await;
    assert_eq!(long["fields"], json!([{ "path": "text", "code": "TOO_LONG" }]));
    assert_eq!(add(&agent, &order, " Звонила, придёт с ребёнком ").await["__typename"], "NoteAdded");

    let events = crate::timeline::timeline(&app.staff("CASHIER").await, &order).await;
    let note = events.iter().find(|event| event["kind"] == "NOTE").unwrap();
    assert_eq!(note["text"], "Звонила, придёт с ребёнком");
    assert_eq!(note["staff"]["email"], "support-agent@demo.beket.example.com");
    // What it says is not in the log.
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'ADD_NOTE' AND new_values LIKE '%Звонила%'").await, 0);
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'ADD_NOTE'").await, 1);
    app.done().await;
}
