use tests::{TestApp, json};

#[tokio::test]
async fn a_job_that_was_given_up_is_tried_again() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let ana = app.visitor();
    ana.buy(&app, &[app.ride("501").await], 1).await;
    app.break_by_hand("UPDATE job SET state = 'FAILED', last_error = 'no such host' WHERE kind = 'sandbox_callback'")
        .await;
    let failed = admin.send("{ jobs(state: FAILED) { nodes { id kind lastError } } }", json!({})).await.data("jobs");
    let id = failed["nodes"][0]["id"].clone();
    assert_eq!(failed["nodes"][0]["lastError"], "no such host");

    let retry = "mutation($i: RetryJobInput!) { retryJob(input: $i) { __typename ... on JobRetried { job { state } } ... on UserError { code } } }";
    let again = admin.send(retry, json!({ "i": { "id": id } })).await.data("retryJob");
    assert_eq!(again["job"]["state"], "WAITING");
    app.run_jobs().await;
    let done = admin.send(retry, json!({ "i": { "id": id } })).await.data("retryJob");
    assert_eq!(done["code"], "INVALID_INPUT");
    assert_eq!(app.visitor().send(retry, json!({ "i": { "id": id } })).await.code(), "UNAUTHENTICATED");
    app.done().await;
}
