use tests::{TestApp, json};

use super::{amount, confirm, offered, paid, rides, seats};

#[tokio::test]
async fn an_exchange_is_given_up_and_late_money_goes_back() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let (_, tomorrow, short) = rides(&app).await;
    let order = ana.buy(&app, std::slice::from_ref(&short), 1).await;
    let agent = app.staff("SUPPORT_AGENT").await;
    let lines = seats(&ana, &order).await;
    let before = paid(&ana, &order).await;
    let offer = offered(&agent, &order, &lines, &tomorrow, None).await;
    let query = "mutation($i: DropExchangeInput!) { dropExchange(input: $i) { __typename ... on InvalidInput { fields { code } } } }";
    let input = json!({ "i": { "orderId": order.id, "exchangeId": offer["id"] } });
    let early = agent.send(query, input.clone()).await.data("dropExchange");
    assert_eq!(early["fields"], json!([{ "code": "NOT_WAITING" }]));
    confirm(&agent, &order, &offer, "drop-exchange-0001", json!({})).await;
    let held = app.claimed(tomorrow.trip.id).await;
    let started = ana.try_pay(&order).await;
    assert_eq!(agent.send(query, input).await.data("dropExchange")["__typename"], "ExchangeDropped");
    assert!(app.claimed(tomorrow.trip.id).await < held);
    assert_eq!(seats(&ana, &order).await, lines, "the ticket is the same and good");

    ana.at_bank(started["payment"]["redirectUrl"].as_str().unwrap(), "pay").await;
    app.run_jobs().await;
    let now = ana.order(&order).await;
    assert_eq!(now["refunds"][0]["amount"], offer["difference"]);
    assert_eq!(amount(&now["paid"]), before);
    assert_eq!(seats(&ana, &order).await, lines);
    app.done().await;
}
