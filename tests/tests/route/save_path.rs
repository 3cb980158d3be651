use tests::{TestApp, json};

use super::{change, journeys, make_path, make_route, on_sale, record, stations, way};
use crate::station::wrong;

#[tokio::test]
async fn every_mistake_of_a_way_is_told_at_its_stop() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let stations = stations(&manager).await;
    let route = make_route(&manager, "777").await;
    let mut bad = way(&route, &stations);
    bad["stops"][1]["arrives"] = json!(200);
    bad["stops"][1]["metres"] = json!(200_000);
    bad["stops"][1]["cabotage"] = json!(0);
    bad["stops"][2]["stopId"] = json!("nonsense");
    let expected = [
        ("stops.1.cabotage", "BETWEEN"),
        ("stops.2.stopId", "NO_SUCH_STOP"),
        ("stops.1.departs", "DEPARTS_BEFORE_ARRIVAL"),
        ("stops.2.metres", "DISTANCE_NOT_GROWING"),
    ];
    let answer = change(&manager, "savePath", &bad).await;
    assert_eq!(wrong(&answer), expected, "{answer}");
    bad = way(&route, &stations);
    bad["stops"].as_array_mut().unwrap().truncate(1);
    assert_eq!(wrong(&change(&manager, "savePath", &bad).await), [("stops", "PATH_TOO_SHORT")]);
    // A way of another line is not this one's.
    let path = make_path(&manager, &route, &stations).await;
    let other = record(&manager, "501").await;
    let mut foreign = way(&other["id"], &stations);
    foreign["id"] = path;
    foreign["version"] = json!(1);
    let save = "mutation($i: SavePathInput!) { savePath(input: $i) { __typename } }";
    assert_eq!(manager.send(save, json!({ "i": foreign })).await.code(), "NOT_FOUND");
    app.done().await;
}

/// A ban on cabotage: nobody is carried within it, and nothing is found.
#[tokio::test]
async fn departures_follow_their_way() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (route, stations, path, _) = on_sale(&app, &manager).await;
    let day = (app.today() + chrono::TimeDelta::days(3)).to_string();
    let found = async |from: usize, to: usize| journeys(&app, &stations[from], &stations[to], &day).await;
    let there = found(1, 2).await;
    assert_eq!(there[0]["departure"]["local"], json!(format!("{day}T09:45:00")), "{there}");
    let mut input = way(&route, &stations);
    input["id"] = path.clone();
    input["version"] = json!(1);
    input["stops"][1]["departs"] = json!(80);
    let saved = change(&manager, "savePath", &input).await;
    assert_eq!((&saved["path"]["version"], &saved["keptTrips"]), (&json!(2), &json!(0)), "{saved}");
    assert_eq!(found(1, 2).await[0]["departure"]["local"], json!(format!("{day}T09:50:00")));
    assert_eq!(change(&manager, "savePath", &input).await["code"], "CHANGED_MEANWHILE");

    input["version"] = json!(2);
    input["stops"][1]["cabotage"] = json!(7);
    input["stops"][2]["cabotage"] = json!(7);
    assert_eq!(change(&manager, "savePath", &input).await["path"]["version"], 3);
    let there = found(1, 2).await;
    let sold = there.as_array().unwrap().iter().filter(|journey| journey["state"] == "ON_SALE").count();
    assert_eq!(sold, 0, "{there}");
    assert_eq!(found(0, 2).await[0]["state"], "ON_SALE");
    input["version"] = json!(3);
    input["active"] = json!(false);
    assert_eq!(wrong(&change(&manager, "savePath", &input).await), [("active", "PATH_IN_USE")]);
    app.done().await;
}
