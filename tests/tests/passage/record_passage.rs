use tests::{TestApp, TimeDelta, json};

use super::{boarding, record};

#[tokio::test]
async fn tickets_are_told_apart_and_each_is_accepted_once() {
    let app = TestApp::new().await;
    let (ana, ben) = (app.visitor(), app.visitor());
    let (ride, other) = (app.ride("501").await, app.ride_after("501", TimeDelta::hours(20)).await);
    let order = ana.buy(&app, std::slice::from_ref(&ride), 3).await;
    let elsewhere = ben.buy(&app, std::slice::from_ref(&other), 1).await;
    let lines = ana.order(&order).await["segments"][0]["lines"].clone();
    let ticket = |n: usize, field: &str| lines[n]["ticket"][field].as_str().unwrap().to_owned();
    let foreign = ben.order(&elsewhere).await["segments"][0]["lines"][0]["ticket"]["qr"].clone();
    let quote = ana.quote(&order, &[lines[2]["id"].as_str().unwrap()]).await;
    ana.confirm(&order, quote["quote"]["id"].as_str().unwrap(), "passage-refund-key").await;
    let inspector = app.staff("INSPECTOR").await;
    assert_eq!(boarding(&inspector, &ride).await["expected"], 2, "who gave the ticket back is not waited for");

    let first = record(&inspector, &ride, json!({ "code": ticket(0, "qr"), "nonce": "nonce-of-ana" })).await;
    assert_eq!((&first["outcome"], &first["boarding"]["boarded"]), (&json!("ACCEPTED"), &json!(1)));
    // An upload repeated has the same answer and counts once.
    let again = record(&inspector, &ride, json!({ "code": ticket(0, "qr"), "nonce": "nonce-of-ana" })).await;
    assert_eq!(again, first);
    assert_eq!(app.count("SELECT id FROM passage").await, 1);
    let forged = ticket(1, "qr").replace("BKT1.AB", "BKT1.AC");
    let forged = if forged == ticket(1, "qr") { format!("{forged}A") } else { forged };
    for (code, outcome) in [
        (json!(ticket(0, "qr")), "ALREADY"),
        (json!(ticket(0, "number").to_lowercase()), "ALREADY"),
        (foreign.clone(), "WRONG_TRIP"),
        (json!(ticket(2, "qr")), "REFUNDED"),
        (json!(forged), "UNKNOWN"),
        (json!("https://example.com/menu"), "UNKNOWN"),
    ] {
        let told = record(&inspector, &ride, json!({ "code": code })).await;
        assert_eq!((&told["outcome"], &told["boarding"]["boarded"]), (&json!(outcome), &json!(1)), "{code}");
    }
    // Of another trip's ticket it is said when that trip leaves, again when the same reading is sent again.
    let asked = json!({ "code": foreign, "nonce": "nonce-of-ben" });
    let told = record(&inspector, &ride, asked.clone()).await;
    let trip = "query($t: ID!) { trip(id: $t) { id number calls { departure { local } } } }";
    let trip = inspector.send(trip, json!({ "t": other.id() })).await.data("trip");
    assert_eq!(told["otherTrip"], json!({ "id": trip["id"], "number": trip["number"] }));
    assert_eq!(told["otherCall"], json!({ "departure": trip["calls"][0]["departure"] }));
    assert_eq!(record(&inspector, &ride, asked).await, told);
    assert_eq!(first["otherTrip"], json!(null), "where it is this one, no other is named");
    // By the list, without a code.
    let line = boarding(&inspector, &ride).await["passengers"][1]["lineId"].clone();
    let ticked = record(&inspector, &ride, json!({ "lineId": line })).await;
    assert_eq!(
        (&ticked["outcome"], &ticked["boarding"]),
        (&json!("ACCEPTED"), &json!({ "boarded": 2, "expected": 2 }))
    );

    for (input, path, code) in
        [(json!({ "code": " " }), "code", "REQUIRED"), (json!({ "code": "x", "nonce": "short" }), "nonce", "NONCE")]
    {
        let wrong = record(&inspector, &ride, input).await;
        assert_eq!(wrong["fields"], json!([{ "path": path, "code": code }]));
    }
    app.done().await;
}

#[tokio::test]
async fn two_who_read_one_ticket_at_once_let_one_passenger_in() {
    let app = TestApp::new().await;
    let (ana, ride) = (app.visitor(), app.ride("501").await);
    let order = ana.buy(&app, std::slice::from_ref(&ride), 1).await;
    let qr = ana.order(&order).await["segments"][0]["lines"][0]["ticket"]["qr"].clone();
    let (one, two) = (app.staff("INSPECTOR").await, app.staff("DISPATCHER").await);
    let (a, b) = tokio::join!(record(&one, &ride, json!({ "code": qr })), record(&two, &ride, json!({ "code": qr })));
    let mut told = [a["outcome"].as_str().unwrap(), b["outcome"].as_str().unwrap()];
    told.sort_unstable();
    assert_eq!(told, ["ACCEPTED", "ALREADY"]);
    assert_eq!(boarding(&one, &ride).await["boarded"], 1);
    app.done().await;
}
