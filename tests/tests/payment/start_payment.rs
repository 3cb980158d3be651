use tests::{TestApp, TimeDelta, Value, json};

const START: &str = "mutation($i: StartPaymentInput!) { startPayment(input: $i) { __typename ... on UserError { code } \
    ... on InvalidInput { fields { path code } } ... on PaymentStarted { payment { id state redirectUrl } order { holdUntil } } } }";

fn input(order: &Value, key: &str) -> Value {
    json!({ "i": { "order": order, "idempotencyKey": key, "method": "sandbox" } })
}

#[tokio::test]
async fn a_payment_brings_tickets_mail_and_sms() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.buy(&app, &[app.ride("501").await], 2).await;
    let seen = ana.order(&order).await;
    assert_eq!(seen["status"], "PAID");
    assert_eq!(seen["total"], seen["paid"]);
    assert_eq!(seen["holdUntil"], json!(null));
    assert!(seen["segments"][0]["lines"].as_array().unwrap().iter().all(|line| line["ticket"]["valid"] == true));
    let messages = app.messages().await;
    let link = format!("/order/{}#{}", order.number, order.secret);
    assert!(
        messages
            .iter()
            .any(|(channel, to, text)| channel == "EMAIL" && to == "aigul@example.com" && text.contains(&link))
    );
    assert!(
        messages.iter().any(|(channel, to, text)| channel == "SMS" && to == "+996555123456" && text.contains(&link))
    );
    app.done().await;
}

#[tokio::test]
async fn the_payment_step_extends_the_hold_once() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    app.advance(TimeDelta::minutes(10));
    let first = ana.send(START, input(&order.reference(), "first-key-of-this-test")).await.data("startPayment");
    assert_eq!(first["order"]["holdUntil"], "2026-12-01T06:20:00+00:00", "{first}");
    app.advance(TimeDelta::minutes(5));
    let second = ana.send(START, input(&order.reference(), "second-key-of-this-test")).await.data("startPayment");
    assert_eq!(second["order"]["holdUntil"], "2026-12-01T06:20:00+00:00", "{second}");
    app.done().await;
}

#[tokio::test]
async fn the_same_key_is_one_payment() {
    let app = TestApp::new().await;
    let (ana, ride) = (app.visitor(), app.ride("501").await);
    let order = ana.hold(std::slice::from_ref(&ride), 1, None).await;
    let early = ana.send(START, input(&order.reference(), "a-key-for-one-payment")).await.data("startPayment");
    assert_eq!(early["fields"], json!([{ "path": "order", "code": "NOT_READY_TO_PAY" }]));
    ana.name(&order).await;
    let payments =
        futures::future::join_all((0..20).map(|_| ana.send(START, input(&order.reference(), "a-key-for-one-payment"))))
            .await;
    let ids: Vec<Value> = payments.iter().map(|answer| answer.data("startPayment")["payment"]["id"].clone()).collect();
    assert!(ids.iter().all(|id| id == &ids[0] && id.is_string()), "{ids:?}");
    assert_eq!(app.count("SELECT id FROM payment").await, 1);
    assert_eq!(app.count("SELECT id FROM sandbox_charge").await, 1);
    let other = ana.hold(&[ride], 1, None).await;
    ana.name(&other).await;
    let conflict = ana.send(START, input(&other.reference(), "a-key-for-one-payment")).await.data("startPayment");
    assert_eq!(conflict["code"], "IDEMPOTENCY_CONFLICT");
    app.done().await;
}

#[tokio::test]
async fn a_gateway_that_does_not_answer_keeps_the_order_held() {
    // Nobody listens on that port.
    let app = TestApp::with(|config| config.sandbox_url = Some("http://127.0.0.1:9".into())).await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    let answer = ana.try_pay(&order).await;
    assert_eq!(answer["code"], "GATEWAY_UNAVAILABLE");
    let seen = ana.order(&order).await;
    assert_eq!((&seen["status"], &seen["payments"][0]["state"]), (&json!("HELD"), &json!("UNKNOWN")));
    app.done().await;
}

/// Why an order's first payment failed, in each language.
async fn reasons(ana: &tests::Actor, order: &tests::Bought) -> Vec<Value> {
    let query =
        "query($id: ID!, $secret: String) { order(id: $id, secret: $secret) { payments { state failureReason } } }";
    let mut found = Vec::new();
    for language in ["ru", "ky", "en"] {
        let mut ana = ana.clone();
        ana.language = language;
        let answer = ana.send(query, json!({ "id": order.id, "secret": order.secret })).await.data("order");
        found.push(answer["payments"][0].clone());
    }
    found
}

#[tokio::test]
async fn a_payment_that_failed_says_why_in_the_viewer_s_language() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    let started = ana.try_pay(&order).await;
    assert_eq!(reasons(&ana, &order).await[2], json!({ "state": "PENDING", "failureReason": null }));
    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "refuse").await;
    app.run_jobs().await;
    let refused = reasons(&ana, &order).await;
    assert!(refused[0]["failureReason"].as_str().unwrap().starts_with("Банк отклонил платёж."), "{refused:?}");
    assert!(refused[1]["failureReason"].as_str().unwrap().starts_with("Банк төлөмдү четке какты."), "{refused:?}");
    assert!(refused[2]["failureReason"].as_str().unwrap().starts_with("The bank refused the payment."), "{refused:?}");
    app.done().await;
}

#[tokio::test]
async fn a_charge_that_the_gateway_did_not_take_says_so_and_not_in_its_words() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let gateway = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", gateway.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut peer, _)) = gateway.accept().await {
            let mut request = [0; 4096];
            let _ = peer.read(&mut request).await;
            let answer = "HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 11\r\n\r\nterminal 42";
            let _ = peer.write_all(answer.as_bytes()).await;
        }
    });
    let app = TestApp::with(|config| config.sandbox_url = Some(url)).await;
    let ana = app.visitor();
    let order = ana.hold(&[app.ride("501").await], 1, None).await;
    ana.name(&order).await;
    assert_eq!(ana.try_pay(&order).await["code"], "GATEWAY_UNAVAILABLE");
    assert_eq!(app.count("SELECT id FROM payment WHERE failure_reason LIKE '%terminal 42%'").await, 1);
    let told = reasons(&ana, &order).await;
    let want =
        "The payment service did not take the payment. No money was taken: try again or choose another way to pay.";
    assert_eq!(told[2], json!({ "state": "FAILED", "failureReason": want }));
    app.done().await;
}

#[tokio::test]
async fn a_free_order_needs_no_gateway() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let mut hold = tests::hold_input(&[app.ride("501").await], 1, None);
    hold["passengers"] = json!([{ "category": "VETERAN" }]);
    let answer = ana.try_hold(&hold).await;
    let order = tests::bought(&answer);
    let mut veteran = tests::person(&order.passengers[0]);
    veteran["birthDate"] = json!("1925-05-09");
    assert_eq!(ana.set_passengers(&order, json!([veteran])).await["__typename"], "OrderChanged");
    let started = ana.try_pay(&order).await;
    assert_eq!(started["payment"]["state"], "PAID", "{started}");
    let seen = ana.order(&order).await;
    assert_eq!(seen["status"], "PAID");
    assert_eq!(seen["segments"][0]["lines"][0]["ticket"]["valid"], true);
    app.done().await;
}
