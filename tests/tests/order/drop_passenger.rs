use tests::{TestApp, hold_input, json};

#[tokio::test]
async fn a_passenger_leaves_before_payment_and_the_seat_is_free() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    let (ana, ben) = (app.visitor(), app.visitor());
    let order = ana.hold(std::slice::from_ref(&ride), 2, Some(&["1", "2"])).await;
    let query = "mutation($i: DropPassengerInput!) { dropPassenger(input: $i) { __typename ... on InvalidInput { fields { code } } \
        ... on OrderChanged { order { total { amount } passengers { id } } } } }";
    let drop =
        async |id: &str| ana.send(query, json!({ "i": { "order": order.reference(), "passengerId": id } })).await;

    let left = drop(&order.passengers[0]).await.data("dropPassenger");
    assert_eq!(left["order"]["total"]["amount"], "628.00");
    assert_eq!(left["order"]["passengers"], json!([{ "id": order.passengers[1] }]));
    ben.hold(std::slice::from_ref(&ride), 1, Some(&["1"])).await;

    let last = drop(&order.passengers[1]).await.data("dropPassenger");
    assert_eq!(last["fields"][0]["code"], "LAST_PASSENGER");
    let foreign = ben.hold(std::slice::from_ref(&ride), 1, None).await;
    assert_eq!(drop(&foreign.passengers[0]).await.code(), "NOT_FOUND");
    app.done().await;
}

#[tokio::test]
async fn an_adult_cannot_leave_a_lap_behind() {
    let app = TestApp::new().await;
    let ana = app.visitor();
    let mut input = hold_input(&[app.ride("501").await], 1, None);
    input["passengers"] = json!([{ "category": "ADULT" }, { "category": "INFANT" }]);
    let order = tests::bought(&ana.try_hold(&input).await);
    let query =
        "mutation($i: DropPassengerInput!) { dropPassenger(input: $i) { ... on InvalidInput { fields { code } } } }";
    let answer =
        ana.send(query, json!({ "i": { "order": order.reference(), "passengerId": order.passengers[0] } })).await;
    assert_eq!(answer.data("dropPassenger")["fields"][0]["code"], "LAPS_PER_ADULT");
    app.done().await;
}
