use tests::{TestApp, TimeDelta, Value, json};

use super::{ask, bought, listed, pdf, requests, send_document};
use crate::exchange::amount;
use crate::refund::overrule_refund::{approval_above, overrule, take};

#[tokio::test]
async fn a_passenger_asks_with_documents_and_the_office_gives_the_tickets_back() {
    let app = TestApp::new().await;
    let (ana, order, lines) = bought(&app, 2).await;
    let asked = ask(&ana, &order, &lines, "ask-for-refund-0001").await;
    assert_eq!(asked["__typename"], "RefundAsked", "{asked}");
    let request = &asked["request"];
    assert_eq!((&request["state"], amount(&request["paid"])), (&json!("OPEN"), 125_600), "{request}");
    // The same once more is the same.
    assert_eq!(ask(&ana, &order, &lines, "ask-for-refund-0001").await, asked);
    assert_eq!(ask(&ana, &order, &lines[..1], "ask-for-refund-0001").await["__typename"], "IdempotencyConflict");
    // Its tickets are in it: no second one for them.
    let twice = ask(&ana, &order, &lines[..1], "ask-for-refund-0002").await;
    assert_eq!((&twice["reason"], &twice["lineId"]), (&json!("ASKED_ALREADY"), &lines[0]["id"]));

    let secret = order.secret.as_str();
    let (status, sent) =
        send_document(&ana, &request["id"], Some(secret), "%D1%81%D0%BF%D1%80%D0%B0%D0%B2%D0%BA%D0%B0.pdf", &pdf())
            .await;
    assert_eq!((status, &sent["name"]), (200, &json!("справка.pdf")), "{sent}");
    // A picture sent twice over a bad line is kept once.
    assert_eq!(send_document(&ana, &request["id"], Some(secret), "again.pdf", &pdf()).await.1["id"], sent["id"]);
    let url = requests(&ana, &order).await[0]["documents"][0]["url"].as_str().unwrap().to_owned();

    // It is sealed where it lies, and read by who has sent it and who answers.
    assert_eq!(app.count("SELECT id FROM refund_document WHERE length(sealed) > 2000").await, 1);
    let seen = ana.get_with(&url, &[("x-order-secret", secret)]).await;
    assert_eq!((seen.status().as_u16(), &seen.headers()["content-type"]), (200, &"application/pdf".parse().unwrap()));
    assert_eq!(
        (&seen.headers()["content-disposition"], &seen.headers()["cache-control"]),
        (&"attachment".parse().unwrap(), &"no-store".parse().unwrap())
    );
    assert_eq!(seen.bytes().await.unwrap().to_vec(), pdf());
    let agent = app.staff("SUPPORT_AGENT").await;
    let cashier = app.staff("CASHIER").await;
    let read = async |headers: &[(&str, &str)]| ana.get_with(&url, headers).await.status().as_u16();
    let bearer = |actor: &tests::Actor| format!("Bearer {}", actor.token().unwrap());
    assert_eq!(read(&[]).await, 404);
    assert_eq!(read(&[("x-order-secret", "not-the-secret")]).await, 404);
    assert_eq!(read(&[("authorization", &bearer(&cashier))]).await, 404);
    assert_eq!(read(&[("authorization", "Bearer nothing")]).await, 404);
    assert_eq!(read(&[("authorization", &bearer(&agent))]).await, 200);
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'READ_REFUND_DOCUMENT'").await, 1);

    // The office finds it; when it gives back half, the rest still waits, and with all of it the request is granted.
    let open = listed(&agent, "OPEN").await;
    assert_eq!(
        (open.len(), &open[0]["orderNumber"], &open[0]["documents"][0]["name"]),
        (1, &json!(order.number), &json!("справка.pdf"))
    );
    approval_above(&app, 10_000).await;
    for (n, line) in lines.iter().enumerate() {
        let offer = overrule(&agent, &order, std::slice::from_ref(line), None, json!({ "returnFees": true })).await;
        let done = take(&agent, &order, &offer["quote"], None, &format!("request-granted-{n}")).await;
        assert_eq!(done["__typename"], "RefundConfirmed", "{offer} {done}");
        let state = requests(&ana, &order).await[0]["state"].clone();
        assert_eq!(state, ["OPEN", "GRANTED"][n]);
    }
    assert_eq!(listed(&agent, "OPEN").await.len(), 0);
    app.run_jobs().await;
    assert_eq!(
        app.count("SELECT id FROM message WHERE subject LIKE '%order%' AND text LIKE '%request for a refund%'").await,
        1
    );

    // What is in documents is forgotten some time after.
    app.advance(TimeDelta::days(89));
    assert_eq!(api::features::refund_request::forget_documents(&app.app).await.unwrap(), 0);
    app.advance(TimeDelta::days(2));
    assert_eq!(api::features::refund_request::forget_documents(&app.app).await.unwrap(), 1);
    let kept = requests(&ana, &order).await[0]["documents"][0].clone();
    assert_eq!((&kept["name"], &kept["url"]), (&json!("справка.pdf"), &Value::Null));
    assert_eq!(ana.get_with(&url, &[("x-order-secret", secret)]).await.status().as_u16(), 404);
    app.done().await;
}

#[tokio::test]
async fn after_departure_one_may_ask_but_not_who_was_on_board_and_not_for_others() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let ride = app.ride_after("501", TimeDelta::hours(30)).await;
    let order = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    let lines = crate::exchange::seats(&ana, &order).await;
    app.advance(ride.trip.calls[0].departure - app.app.clock.now() + TimeDelta::minutes(181));
    let inspector = app.staff("INSPECTOR").await;
    crate::passage::record(&inspector, &ride, json!({ "lineId": lines[1]["id"] })).await;
    assert_eq!(ask(&ana, &order, &lines, "late-for-the-trip-1").await["reason"], "BOARDED");
    let asked = ask(&ana, &order, &lines[..1], "late-for-the-trip-2").await;
    assert_eq!(asked["__typename"], "RefundAsked", "{asked}");

    let (_, other, theirs) = bought(&app, 1).await;
    assert_eq!(ask(&ana, &order, &theirs, "somebody-elses-line").await["reason"], "NO_SUCH_LINE");
    assert_eq!(ask(&ana, &order, &[], "nothing-is-chosen-1").await["reason"], "NOTHING_CHOSEN");
    let wrong = tests::Bought { secret: "not-its-secret".into(), ..other };
    assert_eq!(
        ana.send("mutation($i: AskForRefundInput!) { askForRefund(input: $i) { __typename } }", json!({ "i": {
            "order": wrong.reference(), "lineIds": [], "reason": "OTHER", "text": "x", "idempotencyKey": "not-mine-at-all-01" } })).await.code(),
        "NOT_FOUND"
    );
    app.done().await;
}

#[tokio::test]
async fn only_harmless_documents_are_taken_and_few() {
    let app = TestApp::new().await;
    let (ana, order, lines) = bought(&app, 1).await;
    let asked = ask(&ana, &order, &lines, "ask-for-refund-0001").await;
    let (id, secret) = (&asked["request"]["id"], Some(order.secret.as_str()));
    let send = async |secret: Option<&str>, bytes: &[u8]| send_document(&ana, id, secret, "x", bytes).await.0;
    assert_eq!(send(secret, b"<svg onload=alert(1)>").await, 415);
    assert_eq!(send(secret, b"").await, 415);
    assert_eq!(send(secret, &[pdf(), vec![0; 5 * 1024 * 1024]].concat()).await, 413);
    assert_eq!(send(None, &pdf()).await, 404);
    assert_eq!(send(Some("not-the-secret"), &pdf()).await, 404);
    assert_eq!(send_document(&ana, &json!("nothing"), secret, "x", &pdf()).await.0, 404);
    // Staff do not add to what a passenger says.
    let agent = app.staff("SUPPORT_AGENT").await;
    assert_eq!(send_document(&agent, id, None, "x", &pdf()).await.0, 404);
    for n in 0..6u8 {
        assert_eq!(send(secret, &[pdf(), vec![n]].concat()).await, 200);
    }
    assert_eq!(send(secret, &[pdf(), vec![9]].concat()).await, 409);
    app.done().await;
}
