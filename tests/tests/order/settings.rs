use api::features::site::{list_settings, set_setting};
use chrono::{DateTime, TimeDelta, Utc};
use tests::{TestApp, json};

#[tokio::test]
async fn the_station_sets_how_long_seats_are_held_and_how_far_ahead_they_are_sold() {
    let app = TestApp::new().await;
    let (ana, ride) = (app.visitor(), app.ride("501").await);
    let held_for = async || {
        let order = ana.hold(std::slice::from_ref(&ride), 1, None).await;
        let until: DateTime<Utc> = ana.order(&order).await["holdUntil"].as_str().unwrap().parse().unwrap();
        until - app.now()
    };
    let site = "{ site { holdMinutes saleDaysAhead } }";
    assert_eq!(held_for().await, TimeDelta::minutes(15));
    assert_eq!(ana.send(site, json!({})).await.data("site"), json!({ "holdMinutes": 15, "saleDaysAhead": 60 }));

    assert_eq!(set_setting(&app.app, "hold_minutes", 5).await.unwrap(), Ok(()));
    assert_eq!(set_setting(&app.app, "sale_days_ahead", 2).await.unwrap(), Ok(()));
    assert_eq!(held_for().await, TimeDelta::minutes(5));
    let soon = app.visitor();
    app.advance(TimeDelta::seconds(2));
    assert_eq!(soon.send(site, json!({})).await.data("site"), json!({ "holdMinutes": 5, "saleDaysAhead": 2 }));
    app.done().await;
}

#[tokio::test]
async fn a_setting_out_of_its_limits_changes_nothing() {
    let app = TestApp::new().await;
    for (key, value, word) in
        [("hold_minutes", 0, "2 to 180"), ("hold_minutes", 181, "2 to 180"), ("colour", 1, "hold_minutes")]
    {
        let refused = set_setting(&app.app, key, value).await.unwrap().unwrap_err();
        assert!(refused.contains(word), "{refused}");
    }
    let values: Vec<u32> =
        list_settings(app.app.db.read()).await.unwrap().into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, [60, 120, 15, 100, 72, 30, 1000, 60, 15_000, 50_000, 10]);
    app.done().await;
}
