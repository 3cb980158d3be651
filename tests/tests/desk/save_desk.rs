use futures::future::join_all;
use tests::{TestApp, json};

use super::{desks, save};
use crate::station::record;

#[tokio::test]
async fn a_desk_is_made_changed_and_put_out_of_use() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let station = record(&manager, "Талас").await["id"].clone();
    let mut input = json!({ "stationId": station, "sign": " 3 ", "note": "by the door, groups" });
    let made = save(&manager, &input).await["desk"].clone();
    assert_eq!((&made["sign"], &made["version"], &made["station"]["id"]), (&json!("3"), &json!(1), &station));
    assert_eq!(save(&manager, &input).await["fields"], json!([{ "path": "sign", "code": "DESK_TAKEN" }]));

    input["id"] = made["id"].clone();
    input["version"] = json!(1);
    input["active"] = json!(false);
    assert_eq!(save(&manager, &input).await["desk"]["active"], false);
    assert_eq!(save(&manager, &input).await["code"], "CHANGED_MEANWHILE");
    // Its sign is free for another.
    let next = json!({ "stationId": station, "sign": "3" });
    assert_eq!(save(&manager, &next).await["__typename"], "DeskSaved");
    input["version"] = json!(2);
    input["active"] = json!(true);
    assert_eq!(save(&manager, &input).await["fields"], json!([{ "path": "sign", "code": "DESK_TAKEN" }]));
    let both = json!([{ "sign": "3", "active": true }, { "sign": "3", "active": false }]);
    assert_eq!(desks(&manager, Some(&station)).await, both);
    assert_eq!(app.count("SELECT id FROM audit WHERE action = 'SAVE_DESK'").await, 3);
    app.done().await;
}

#[tokio::test]
async fn one_sign_at_one_station_whoever_is_first() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let station = record(&manager, "Талас").await["id"].clone();
    let input = json!({ "stationId": station, "sign": "7" });
    let answers = join_all((0..8).map(|_| save(&manager, &input))).await;
    assert_eq!(answers.iter().filter(|answer| answer["__typename"] == "DeskSaved").count(), 1, "{answers:?}");
    assert!(
        answers.iter().all(|answer| answer["__typename"] == "DeskSaved" || answer["fields"][0]["code"] == "DESK_TAKEN")
    );
    app.done().await;
}

#[tokio::test]
async fn nonsense_is_answered_by_field_and_others_are_not_found() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let station = record(&manager, "Талас").await["id"].clone();
    let long = "9".repeat(21);
    for (sign, code) in [("", "REQUIRED"), (long.as_str(), "TOO_LONG")] {
        let input = json!({ "stationId": station, "sign": sign });
        assert_eq!(save(&manager, &input).await["fields"], json!([{ "path": "sign", "code": code }]));
    }
    let other = record(&manager, "Нарын").await["id"].clone();
    let made = save(&manager, &json!({ "stationId": station, "sign": "1" })).await["desk"].clone();
    let stolen = json!({ "id": made["id"], "version": 1, "stationId": other, "sign": "1" });
    let query = "mutation($i: SaveDeskInput!) { saveDesk(input: $i) { __typename } }";
    assert_eq!(manager.send(query, json!({ "i": stolen })).await.code(), "NOT_FOUND");
    app.done().await;
}
