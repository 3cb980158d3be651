use std::path::PathBuf;
use std::sync::Arc;

use api::features::network::{ImportGtfs, import_gtfs};
use tests::{TestApp, json};

use super::{drop_holiday, holidays, save};

/// What the office has taken away or renamed stays so, whatever a file says; and it may come again.
#[tokio::test]
async fn an_import_does_not_bring_back_what_was_taken_away() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let names = async || -> Vec<(String, String)> {
        let all = holidays(&manager, 2026).await;
        let text = |value: &tests::Value| value.as_str().unwrap().to_owned();
        all.iter().map(|day| (text(&day["date"]), text(&day["names"]["ru"]))).collect()
    };
    let before = names().await;
    assert!(before.len() > 20, "{before:?}");
    assert_eq!(drop_holiday(&manager, "2026-12-31", 7).await["code"], "CHANGED_MEANWHILE");
    assert_eq!(drop_holiday(&manager, "2026-12-31", 1).await["__typename"], "HolidaySaved");
    let moved = json!({ "date": "2026-05-27", "version": 1, "names": { "ru": "Курман айт!" }, "nonWorking": true });
    assert_eq!(save(&manager, moved).await["holiday"]["version"], 2);

    let demo = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../demo"));
    let input = ImportGtfs { path: demo, feed: Some("demo".into()), force: true };
    import_gtfs(&app.app, &input, Arc::new(|_| {})).await.unwrap();
    let after = names().await;
    assert_eq!(after.len(), before.len() - 1);
    assert!(!after.iter().any(|(date, _)| date == "2026-12-31"));
    assert!(after.contains(&("2026-05-27".to_owned(), "Курман айт!".to_owned())), "{after:?}");

    let again = json!({ "date": "2026-12-31", "names": { "ru": "Канун" }, "nonWorking": false, "shortenedDay": true });
    assert_eq!(save(&manager, again).await["__typename"], "HolidaySaved");
    let gone = "mutation { dropHoliday(input: { date: \"2026-12-30\", version: 1 }) { __typename } }";
    assert_eq!(manager.send(gone, json!({})).await.code(), "NOT_FOUND");
    app.done().await;
}
