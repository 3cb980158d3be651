use tests::{TestApp, json};

use super::{boarding, record};

#[tokio::test]
async fn a_mistake_is_taken_back_and_the_ticket_is_good_again() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    app.visitor().buy(&app, std::slice::from_ref(&ride), 2).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let line = boarding(&dispatcher, &ride).await["passengers"][0]["lineId"].clone();
    record(&dispatcher, &ride, json!({ "lineId": line })).await;
    let query = "mutation($i: UndoPassageInput!) { undoPassage(input: $i) { __typename \
        ... on InvalidInput { fields { path code } } ... on PassageUndone { boarding { boarded expected } } } }";
    let input = json!({ "i": { "tripId": ride.id(), "lineId": line } });
    let undone = dispatcher.send(query, input.clone()).await.data("undoPassage");
    assert_eq!(undone["boarding"], json!({ "boarded": 0, "expected": 2 }));
    let twice = dispatcher.send(query, input.clone()).await.data("undoPassage");
    assert_eq!(twice["fields"], json!([{ "path": "lineId", "code": "NOT_BOARDED" }]));
    assert_eq!(record(&dispatcher, &ride, json!({ "lineId": line })).await["outcome"], "ACCEPTED");
    let cashier = app.staff("CASHIER").await;
    assert_eq!(cashier.send(query, input).await.code(), "FORBIDDEN");
    app.done().await;
}
