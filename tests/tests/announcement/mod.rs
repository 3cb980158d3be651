mod save_announcement;
mod withdraw_announcement;

use tests::{Actor, TestApp, Value, json};

/// A station by a word of its name in Russian.
pub async fn station(app: &TestApp, name: &str) -> String {
    let stations = app.visitor().send("{ stations(first: 200) { id names { ru } } }", json!({})).await.data("stations");
    let found = stations.as_array().unwrap().iter().find(|one| one["names"]["ru"].as_str().unwrap().contains(name));
    found.expect("the station")["id"].as_str().unwrap().to_owned()
}

/// Noon in Bishkek on the first of December, where every test begins, until the evening.
pub fn input(station: &str) -> Value {
    json!({
        "stationId": station,
        "text": { "ru": "Касса № 3 закрыта", "ky": "№ 3 касса жабык", "en": "Desk 3 is closed" },
        "startsAt": "2026-12-01T12:00:00", "endsAt": "2026-12-01T18:00:00",
    })
}

const PARTS: &str = "__typename ... on UserError { code } ... on InvalidInput { fields { path code } } \
    ... on AnnouncementSaved { announcement { id version text station { id } startsAt { at local } endsAt { at local } } }";

pub async fn save(staff: &Actor, input: &Value) -> Value {
    let query = format!("mutation($i: SaveAnnouncementInput!) {{ saveAnnouncement(input: $i) {{ {PARTS} }} }}");
    staff.send(&query, json!({ "i": input })).await.data("saveAnnouncement")
}

pub async fn withdraw(staff: &Actor, announcement: &Value) -> Value {
    let query = format!("mutation($i: WithdrawAnnouncementInput!) {{ withdrawAnnouncement(input: $i) {{ {PARTS} }} }}");
    let input = json!({ "id": announcement["id"], "version": announcement["version"] });
    staff.send(&query, json!({ "i": input })).await.data("withdrawAnnouncement")
}

/// What a board tells.
pub async fn told(app: &TestApp, station: &str) -> Vec<String> {
    let query = "query($s: ID!) { announcements(stationId: $s) { texts { ky } } }";
    let told = app.visitor().send(query, json!({ "s": station })).await.data("announcements");
    told.as_array().unwrap().iter().map(|one| one["texts"]["ky"].as_str().unwrap().to_owned()).collect()
}
