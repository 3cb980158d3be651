use tests::{Actor, TestApp, TimeDelta, Value, json};

use super::{ask, bought, listed, pdf, requests, send_document};

pub async fn answer(staff: &Actor, request: &Value, answer: &str, text: &str) -> Value {
    let query = "mutation($i: AnswerRefundRequestInput!) { answerRefundRequest(input: $i) { __typename \
        ... on InvalidInput { fields { path code } } ... on RefundRequestAnswered { request { state answer } } } }";
    let input = json!({ "requestId": request, "answer": answer, "text": text });
    staff.send(query, json!({ "i": input })).await.data("answerRefundRequest")
}

#[tokio::test]
async fn the_office_asks_for_more_and_says_no_with_its_words() {
    let app = TestApp::new().await;
    let (ana, order, lines) = bought(&app, 1).await;
    let asked = ask(&ana, &order, &lines, "ask-for-refund-0001").await;
    let id = &asked["request"]["id"];
    let agent = app.staff("SUPPORT_AGENT").await;
    assert_eq!(answer(&agent, id, "DECLINE", " ").await["fields"][0]["path"], "text");
    let question = answer(&agent, id, "ASK", "Пришлите справку с печатью").await;
    assert_eq!(question["request"], json!({ "state": "QUESTIONED", "answer": "Пришлите справку с печатью" }));
    assert_eq!((listed(&agent, "OPEN").await.len(), listed(&agent, "QUESTIONED").await.len()), (0, 1));
    // The passenger sees the words, not the name; a document opens it again.
    let seen = requests(&ana, &order).await[0].clone();
    assert_eq!((&seen["answer"], &seen["answeredBy"]), (&json!("Пришлите справку с печатью"), &Value::Null));
    assert_eq!(send_document(&ana, id, Some(order.secret.as_str()), "x.pdf", &pdf()).await.0, 200);
    assert_eq!(listed(&agent, "OPEN").await.len(), 1);

    app.advance(TimeDelta::seconds(1));
    let no = answer(&agent, id, "DECLINE", "Справка на другое имя").await;
    assert_eq!(no["request"]["state"], "DECLINED", "{no}");
    let late = answer(&agent, id, "ASK", "x").await;
    assert_eq!(late["fields"], json!([{ "path": "requestId", "code": "ANSWERED_ALREADY" }]));
    app.run_jobs().await;
    for words in ["Пришлите справку с печатью", "Справка на другое имя"] {
        let mails = format!("SELECT id FROM message WHERE recipient = 'aigul@example.com' AND text LIKE '%{words}%'");
        assert_eq!(app.count(&mails).await, 1, "{words}");
    }
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'ANSWER_REFUND_REQUEST'").await, 2);
    // The tickets are good, and a better request may follow, though not for ever.
    for n in 2..=6 {
        let next = ask(&ana, &order, &lines, &format!("ask-for-refund-000{n}")).await;
        assert_eq!(next["__typename"], "RefundAsked", "{n} {next}");
        answer(&agent, &next["request"]["id"], "DECLINE", "no").await;
    }
    assert_eq!(ask(&ana, &order, &lines, "ask-for-refund-0007").await["reason"], "ENOUGH_REQUESTS");
    app.done().await;
}

/// What the passenger does at the moment the office answers: one of the two counts, and nothing is lost.
#[tokio::test]
async fn two_answers_at_once_are_one() {
    let app = TestApp::new().await;
    let (ana, order, lines) = bought(&app, 1).await;
    let asked = ask(&ana, &order, &lines, "ask-for-refund-0001").await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let both = (0..6).map(|n| {
        let (agent, id) = (&agent, &asked["request"]["id"]);
        async move { answer(agent, id, "DECLINE", &format!("no {n}")).await }
    });
    let said = futures::future::join_all(both).await;
    let taken = said.iter().filter(|one| one["__typename"] == "RefundRequestAnswered").count();
    assert_eq!(taken, 1, "{said:?}");
    app.run_jobs().await;
    assert_eq!(
        app.count("SELECT id FROM message WHERE text LIKE '%no _%' AND text LIKE '%more than the rules%'").await,
        1
    );
    assert_eq!(requests(&ana, &order).await.len(), 1);
    app.done().await;
}
