use tests::{TestApp, json};

use super::{drop_quota, kept, of_trip, quotas, save};

#[tokio::test]
async fn dropped_seats_are_everybodys_again_and_the_log_has_it() {
    let app = TestApp::new().await;
    let (ana, dispatcher) = (app.visitor(), app.staff("DISPATCHER").await);
    let ride = app.ride("501").await;
    let departure = of_trip(&dispatcher, &ride).await["departureId"].clone();
    let whole = json!({ "departureId": departure, "purpose": "RESERVE", "seats": ["1", "2"] });
    let whole = save(&dispatcher, whole).await;
    assert!(whole["trips"].as_i64().unwrap() > 1, "{whole}");
    let own = json!({ "tripId": ride.id(), "purpose": "CLOSED", "seats": ["2", "3"], "reason": "течёт крыша" });
    let own = save(&dispatcher, own).await["quota"].clone();
    assert_eq!(kept(&ana, &ride).await, ["1", "2", "3"]);

    let mut old = own.clone();
    old["version"] = json!(7);
    assert_eq!(drop_quota(&dispatcher, &old).await["code"], "CHANGED_MEANWHILE");
    assert_eq!(drop_quota(&dispatcher, &own).await["trips"], 1);
    assert_eq!(kept(&ana, &ride).await, ["1", "2"]);
    assert_eq!(drop_quota(&dispatcher, &whole["quota"]).await["trips"], whole["trips"]);
    assert_eq!(kept(&ana, &ride).await, [""; 0]);
    ana.hold(std::slice::from_ref(&ride), 2, Some(&["1", "2"])).await;
    assert_eq!(quotas(&dispatcher, json!({ "d": departure })).await["quotas"], json!([]));
    assert_eq!(app.count("SELECT id FROM trip WHERE kept IS NOT NULL").await, 0);

    let log = "{ auditEntries(filter: { subjectKind: \"trip\" }, first: 5) { nodes { action after } } }";
    let log = app.staff("ADMINISTRATOR").await.send(log, json!({})).await.data("auditEntries")["nodes"].clone();
    assert_eq!((&log[0]["action"], &log[0]["after"]["dropped"]), (&json!("DROP_QUOTA"), &json!(true)), "{log}");
    assert_eq!((&log[1]["action"], &log[1]["after"]["reason"]), (&json!("SAVE_QUOTA"), &json!("течёт крыша")));
    app.done().await;
}

/// A trip that nobody has to do with is made anew when its departure changes; what is kept on it stays.
#[tokio::test]
async fn what_is_kept_outlives_a_change_of_the_departure() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (route, _, path, departure) = crate::route::on_sale(&app, &manager).await;
    let seats = json!({ "departureId": departure, "purpose": "RESERVE", "seats": ["1"] });
    let trips = save(&manager, seats).await["trips"].as_i64().unwrap();
    let mut later = crate::route::departure(&app, &route, &path);
    later["id"] = departure.clone();
    later["version"] = json!(1);
    later["startsAt"] = json!("09:30");
    let changed = crate::route::change(&manager, "saveDeparture", &later).await;
    assert!(changed["renewed"].as_i64().unwrap() > 30, "{changed}");
    assert_eq!(app.count("SELECT id FROM trip WHERE kept IS NOT NULL").await, trips);
    app.done().await;
}
