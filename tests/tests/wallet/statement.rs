use tests::{TestApp, json};

use super::{filled, opened, pay_from, statement};

#[tokio::test]
async fn a_statement_adds_up_and_says_how_money_came_and_who_bought() {
    let app = TestApp::new().await;
    let passenger = app.passenger().await;
    filled(&app, &passenger, "3000").await;
    let order = passenger.hold(&[app.ride("501").await], 1, None).await;
    passenger.name(&order).await;
    pay_from(&passenger, &order, "for-the-statement-one").await;
    filled(&app, &passenger, "70").await;
    let lines = statement(&passenger).await;
    let minor = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
    let mut running = 0;
    for (_, amount, balance) in lines.iter().rev() {
        running += minor(amount);
        assert_eq!(minor(balance), running);
    }
    let accountant = app.staff("ACCOUNTANT").await;
    let query = "query($id: ID!, $day: Date) { wallet(id: $id) { holder balance { amount } \
        entries(first: 2, from: $day) { nodes { kind methodName buyer orderNumber } pageInfo { hasNextPage } } } }";
    let id = opened(&passenger).await["id"].clone();
    let seen = accountant.send(query, json!({ "id": id, "day": app.today() })).await.data("wallet");
    assert_eq!(minor(seen["balance"]["amount"].as_str().unwrap()), running);
    let nodes = &seen["entries"]["nodes"];
    assert_eq!((&nodes[0]["kind"], &nodes[1]["kind"]), (&json!("TOP_UP"), &json!("PURCHASE")));
    assert!(nodes[0]["methodName"].is_string() && nodes[1]["methodName"].is_null(), "{nodes}");
    assert_eq!(nodes[1]["orderNumber"], order.number);
    assert_eq!(
        (&nodes[1]["buyer"], seen["entries"]["pageInfo"]["hasNextPage"].as_bool()),
        (&seen["holder"], Some(true))
    );
    let later = accountant.send(query, json!({ "id": id, "day": "2030-01-01" })).await.data("wallet");
    assert_eq!(later["entries"]["nodes"], json!([]));
    // The list finds it by its number.
    let list = "query($t: String) { wallets(filter: { text: $t, owing: false }) { nodes { id } } }";
    let number = opened(&passenger).await["number"].clone();
    let found = accountant.send(list, json!({ "t": number })).await.data("wallets");
    assert_eq!(found["nodes"], json!([{ "id": id }]));
    assert_eq!(accountant.send(list, json!({ "t": "8000000001" })).await.data("wallets")["nodes"], json!([]));
    app.done().await;
}
