use chrono::TimeDelta;
use tests::{TestApp, json};

use super::{input, save, station, told};

#[tokio::test]
async fn it_is_told_from_its_beginning_to_its_end_and_at_its_station_alone() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("DISPATCHER").await;
    let (here, there) = (station(&app, "новый автовокзал").await, station(&app, "Талас").await);
    let mut later = input(&here);
    later["startsAt"] = json!("2026-12-01T13:00:00");
    let saved = save(&dispatcher, &later).await["announcement"].clone();
    assert_eq!(saved["startsAt"], json!({ "at": "2026-12-01T07:00:00+00:00", "local": "2026-12-01T13:00:00" }));
    assert_eq!(told(&app, &here).await, [""; 0]);
    app.advance(TimeDelta::minutes(61));
    assert_eq!(told(&app, &here).await, ["№ 3 касса жабык"]);
    assert_eq!(told(&app, &there).await, [""; 0]);
    let town = "query($s: ID!) { station(id: $s) { place { id } } }";
    let town = app.visitor().send(town, json!({ "s": here })).await.data("station")["place"]["id"].clone();
    assert_eq!(told(&app, town.as_str().unwrap()).await, ["№ 3 касса жабык"], "on the town's board too");

    // The session's token has ended meanwhile.
    let dispatcher = app.staff("DISPATCHER").await;
    let mut change = later.clone();
    (change["id"], change["version"]) = (saved["id"].clone(), saved["version"].clone());
    change["text"] = json!({ "ru": "Касса № 4 закрыта" });
    assert_eq!(save(&dispatcher, &change).await["announcement"]["version"], 2);
    assert_eq!(told(&app, &here).await, ["Касса № 4 закрыта"], "what is not translated is told in Russian");
    assert_eq!(save(&dispatcher, &change).await["code"], "CHANGED_MEANWHILE");
    app.advance(TimeDelta::hours(5));
    assert_eq!(told(&app, &here).await, [""; 0]);

    let dispatcher = app.staff("DISPATCHER").await;
    let list = "query($p: Boolean!) { announcementList(past: $p) { nodes { text } } }";
    let listed = async |past: bool| {
        let list = dispatcher.send(list, json!({ "p": past })).await.data("announcementList");
        list["nodes"].as_array().unwrap().len()
    };
    assert_eq!((listed(false).await, listed(true).await), (0, 1));
    let log = app.staff("ADMINISTRATOR").await;
    let log = log
        .send(
            "{ auditEntries(filter: { subjectKind: \"announcement\" }, first: 1) { nodes { action before after } } }",
            json!({}),
        )
        .await;
    let entry = log.data("auditEntries")["nodes"][0].clone();
    assert_eq!(entry["action"], "SAVE_ANNOUNCEMENT");
    assert_eq!(
        (&entry["before"]["textRu"], &entry["after"]["textRu"]),
        (&json!("Касса № 3 закрыта"), &json!("Касса № 4 закрыта"))
    );
    app.done().await;
}

#[tokio::test]
async fn what_is_wrong_is_told_by_field() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("DISPATCHER").await;
    let here = station(&app, "новый автовокзал").await;
    let fields = async |change: &dyn Fn(&mut tests::Value)| {
        let mut input = input(&here);
        change(&mut input);
        save(&dispatcher, &input).await["fields"].clone()
    };
    let empty = fields(&|i| i["text"] = json!({ "ru": " ", "en": "x".repeat(301) })).await;
    assert_eq!(empty, json!([{ "path": "text.ru", "code": "REQUIRED" }, { "path": "text.en", "code": "TOO_LONG" }]));
    let turned = fields(&|i| i["endsAt"] = json!("2026-12-01T12:00:00")).await;
    assert_eq!(turned, json!([{ "path": "endsAt", "code": "ENDS_BEFORE_START" }]));
    let over = fields(&|i| {
        i["startsAt"] = json!("2026-12-01T10:00:00");
        i["endsAt"] = json!("2026-12-01T11:59:00");
    });
    assert_eq!(over.await, json!([{ "path": "endsAt", "code": "PERIOD_IS_OVER" }]));
    assert_eq!(app.count("SELECT id FROM announcement").await, 0);
    app.done().await;
}

#[tokio::test]
async fn who_is_tied_to_a_station_speaks_for_it_alone() {
    let app = TestApp::new().await;
    let admin = app.staff("ADMINISTRATOR").await;
    let (here, there) = (station(&app, "новый автовокзал").await, station(&app, "Талас").await);
    let tied = app.staff("DISPATCHER").await;
    crate::staff::stations::tie(&admin, &[&json!(here)]).await;
    let own = save(&tied, &input(&here)).await["announcement"].clone();
    assert!(own["id"].is_string(), "{own}");
    let other = save(&admin, &input(&there)).await["announcement"].clone();
    let query = "mutation($i: SaveAnnouncementInput!) { saveAnnouncement(input: $i) { __typename } }";
    assert_eq!(tied.send(query, json!({ "i": input(&there) })).await.code(), "NOT_FOUND");
    let mut theft = input(&here);
    (theft["id"], theft["version"]) = (other["id"].clone(), json!(1));
    assert_eq!(tied.send(query, json!({ "i": theft })).await.code(), "NOT_FOUND");
    let withdraw = "mutation($i: WithdrawAnnouncementInput!) { withdrawAnnouncement(input: $i) { __typename } }";
    let foreign = json!({ "i": { "id": other["id"], "version": 1 } });
    assert_eq!(tied.send(withdraw, foreign).await.code(), "NOT_FOUND");
    let list = tied.send("{ announcementList { nodes { station { id } } } }", json!({})).await.data("announcementList");
    assert_eq!(list["nodes"], json!([{ "station": { "id": here } }]));
    assert_eq!(told(&app, &there).await.len(), 1);
    app.done().await;
}
