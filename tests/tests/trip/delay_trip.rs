use tests::{TestApp, json};

use super::change;

#[tokio::test]
async fn a_delay_is_told_to_everybody_who_has_a_ticket() {
    let app = TestApp::new().await;
    let (ana, ben, ride) = (app.visitor(), app.visitor(), app.ride("501").await);
    let order = ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    ben.hold(std::slice::from_ref(&ride), 1, None).await;
    let dispatcher = app.staff("DISPATCHER").await;
    let before = app.messages().await.len();

    let seen = dispatcher
        .send(
            "query($t: ID!) { tripConsequences(tripId: $t) { orders passengers held withEmail withPhone } }",
            json!({ "t": ride.id() }),
        )
        .await
        .data("tripConsequences");
    assert_eq!(seen, json!({ "orders": 1, "passengers": 2, "held": 1, "withEmail": 1, "withPhone": 1 }));

    let late = change(&dispatcher, "delayTrip", json!({ "tripId": ride.id(), "minutes": 90 })).await;
    assert_eq!(late["trip"]["delayMinutes"], 90);
    assert_eq!(late["messages"], 2, "a mail and an SMS");
    app.run_jobs().await;
    let told: Vec<_> = app.messages().await.split_off(before);
    assert_eq!(told.len(), 2);
    for (.., text) in &told {
        assert!(text.contains("90"), "{text}");
    }

    // More than an hour: everything comes back.
    let line = ana.order(&order).await["segments"][0]["lines"][0]["id"].clone();
    let query = "mutation($i: QuoteRefundInput!) { quoteRefund(input: $i) { __typename ... on RefundQuoted { quote { withheld { amount } } } } }";
    let quote =
        ana.send(query, json!({ "i": { "order": order.reference(), "lineIds": [line] } })).await.data("quoteRefund");
    assert_eq!(quote["quote"]["withheld"]["amount"], "0.00", "{quote}");

    // The same again tells nobody; on time after all does.
    let again = change(&dispatcher, "delayTrip", json!({ "tripId": ride.id(), "minutes": 90 })).await;
    assert_eq!(again["messages"], 0);
    let back = change(&dispatcher, "delayTrip", json!({ "tripId": ride.id(), "minutes": 0 })).await;
    assert_eq!((&back["messages"], &back["trip"]["delayMinutes"]), (&json!(2), &json!(0)));

    for minutes in [-1, 1441] {
        let wrong = change(&dispatcher, "delayTrip", json!({ "tripId": ride.id(), "minutes": minutes })).await;
        assert_eq!(wrong["fields"][0]["code"], "DELAY_RANGE");
    }
    app.done().await;
}

#[tokio::test]
async fn nobody_runs_the_trips_of_others() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let input = json!({ "i": { "tripId": ride.id(), "minutes": 5 } });
    let query = "mutation($i: DelayTripInput!) { delayTrip(input: $i) { __typename } }";
    for role in ["CASHIER", "INSPECTOR", "CARRIER_REPRESENTATIVE"] {
        assert_eq!(app.staff(role).await.send(query, input.clone()).await.code(), "FORBIDDEN", "{role}");
    }
    assert_eq!(app.visitor().send(query, input).await.code(), "UNAUTHENTICATED");
    app.done().await;
}
