use tests::{Actor, Ride, TestApp, Value, json};

use super::change;

async fn calls(actor: &Actor, ride: &Ride) -> Vec<Value> {
    let query = "query($t: ID!) { trip(id: $t) { calls { platform platformChoices } } }";
    actor.send(query, json!({ "t": ride.id() })).await.data("trip")["calls"].as_array().unwrap().clone()
}

#[tokio::test]
async fn another_platform_is_shown_everywhere_and_told_to_those_who_get_on_there() {
    let app = TestApp::new().await;
    let (ana, ben, ride) = (app.visitor(), app.visitor(), app.ride("501").await);
    ana.buy(&app, std::slice::from_ref(&ride), 2).await;
    ben.buy(&app, &[ride.piece(2, ride.to)], 1).await;
    let staff = app.staff("DISPATCHER").await;
    let first = calls(&staff, &ride).await[0].clone();
    let choices: Vec<&str> =
        first["platformChoices"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    let planned = first["platform"].as_str().unwrap();
    let other = choices.iter().find(|sign| **sign != planned).unwrap();
    let asked = "query($t: ID!) { tripConsequences(tripId: $t, boardingAt: 0) { orders passengers withEmail } }";
    let seen = staff.send(asked, json!({ "t": ride.id() })).await.data("tripConsequences");
    assert_eq!(seen, json!({ "orders": 1, "passengers": 2, "withEmail": 1 }), "of the first stop alone");

    let before = app.messages().await.len();
    let input = json!({ "tripId": ride.id(), "call": 0, "platform": other });
    let done = change(&staff, "setPlatform", input.clone()).await;
    assert_eq!(done["messages"], 2, "{done}");
    assert_eq!(calls(&ben, &ride).await[0]["platform"], **other);
    let told = app.messages().await.split_off(before);
    assert!(told.len() == 2 && told.iter().all(|(.., text)| text.contains(*other)), "{told:?}");
    // The name of the planned platform's own stop says nothing of it beside the new one.
    assert!(told.iter().all(|(.., text)| !text.contains(&format!("platform {planned}"))), "{told:?}");
    // The same again tells nobody.
    assert_eq!(change(&staff, "setPlatform", input).await["messages"], 0);
    let board = "query($s: ID!) { departures(stationId: $s, first: 50) { call { platform } trip { id } } }";
    let station = "query($t: ID!) { trip(id: $t) { calls { stop { id station { id } } } } }";
    let stop = ana.send(station, json!({ "t": ride.id() })).await.data("trip")["calls"][0]["stop"].clone();
    let at = if stop["station"].is_null() { &stop["id"] } else { &stop["station"]["id"] };
    let shown = ana.send(board, json!({ "s": at })).await.data("departures");
    let entry = shown.as_array().unwrap().iter().find(|one| one["trip"]["id"] == ride.id()).cloned();
    assert_eq!(entry.unwrap()["call"]["platform"], **other);

    // Back to what was planned, without a word.
    let back = json!({ "tripId": ride.id(), "call": 0, "platform": null, "notify": false });
    assert_eq!(change(&staff, "setPlatform", back).await["messages"], 0);
    assert_eq!(calls(&ben, &ride).await[0]["platform"], planned);
    let log = "{ auditEntries(filter: { action: \"SET_PLATFORM\" }, first: 3) { nodes { before after } } }";
    let entries = app.staff("ADMINISTRATOR").await.send(log, json!({})).await.data("auditEntries")["nodes"].clone();
    assert_eq!((&entries[2]["before"]["platform"], &entries[2]["after"]["platform"]), (&json!(planned), &json!(other)));
    app.done().await;
}

#[tokio::test]
async fn a_platform_that_is_not_there_is_refused() {
    let app = TestApp::new().await;
    let (staff, ride) = (app.staff("DISPATCHER").await, app.ride("501").await);
    for (call, sign, path, code) in [
        (0, "777", "platform", "NO_SUCH_PLATFORM"),
        (0, "a sign as long as this", "platform", "TOO_LONG"),
        (99, "1", "call", "NO_SUCH_CALL"),
    ] {
        let input = json!({ "tripId": ride.id(), "call": call, "platform": sign });
        let refused = change(&staff, "setPlatform", input).await;
        assert_eq!(
            (&refused["fields"][0]["path"], &refused["fields"][0]["code"]),
            (&json!(path), &json!(code)),
            "{refused}"
        );
    }
    change(&staff, "cancelTrip", json!({ "tripId": ride.id() })).await;
    let input = json!({ "tripId": ride.id(), "call": 0, "platform": null });
    assert_eq!(change(&staff, "setPlatform", input).await["fields"][0]["code"], "TRIP_OVER");
    app.done().await;
}
