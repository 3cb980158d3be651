use api::graphql::{Gid, Kind};
use tests::{TestApp, json};

use super::{change, input, make_town, record, wrong};

#[tokio::test]
async fn a_station_gets_platforms_that_may_be_put_out_of_use() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let town = make_town(&manager, "Жекенди").await;
    let station = change(&manager, "saveStation", &input(&town, "JEK", "Жекенди")).await["station"]["id"].clone();
    for sign in ["10", " 2 "] {
        let made = change(&manager, "savePlatform", &json!({ "stationId": station, "sign": sign })).await;
        assert_eq!(made["platform"]["sign"], sign.trim(), "{made}");
    }
    let kept = record(&manager, "JEK").await;
    let signs: Vec<_> = kept["platforms"].as_array().unwrap().iter().map(|one| one["sign"].as_str().unwrap()).collect();
    assert_eq!(signs, ["2", "10"]);
    let query = "query($i: ID!) { station(id: $i) { kind platform station { code } place { name } } }";
    let seen = app.visitor().send(query, json!({ "i": kept["platforms"][0]["id"] })).await.data("station");
    assert_eq!(
        seen,
        json!({ "kind": "PLATFORM", "platform": "2", "station": { "code": "JEK" }, "place": { "name": "Жекенди" } })
    );

    let bad = |sign: &str| json!({ "stationId": station, "sign": sign });
    assert_eq!(wrong(&change(&manager, "savePlatform", &bad("")).await), [("sign", "REQUIRED")]);
    assert_eq!(wrong(&change(&manager, "savePlatform", &bad("10")).await), [("sign", "SIGN_TAKEN")]);
    // What is out of use leaves its sign to another.
    let gone =
        json!({ "id": kept["platforms"][1]["id"], "version": 1, "stationId": station, "sign": "10", "active": false });
    assert_eq!(change(&manager, "savePlatform", &gone).await["platform"]["active"], false);
    assert_eq!(change(&manager, "savePlatform", &gone).await["code"], "CHANGED_MEANWHILE");
    assert_eq!(change(&manager, "savePlatform", &bad("10")).await["__typename"], "PlatformSaved");
    let back = json!({ "id": kept["platforms"][1]["id"], "version": 2, "stationId": station, "sign": "10" });
    assert_eq!(wrong(&change(&manager, "savePlatform", &back).await), [("sign", "SIGN_TAKEN")]);
    app.done().await;
}

#[tokio::test]
async fn a_platform_of_the_timetable_stays_in_use_and_a_new_one_costs_the_same() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let station = record(&manager, "BISNEW").await;
    let used = station["platforms"].as_array().unwrap().iter().find(|one| one["departures"].as_i64() > Some(0));
    let used = used.expect("trips leave from platforms").clone();
    let gone =
        json!({ "id": used["id"], "version": 1, "stationId": station["id"], "sign": used["sign"], "active": false });
    assert_eq!(wrong(&change(&manager, "savePlatform", &gone).await), [("active", "STOP_IN_USE")]);
    let renamed = json!({ "id": used["id"], "version": 1, "stationId": station["id"], "sign": "А1" });
    assert_eq!(change(&manager, "savePlatform", &renamed).await["platform"]["sign"], "А1");
    let made = change(&manager, "savePlatform", &json!({ "stationId": station["id"], "sign": "77" })).await;

    let network = crate::network::network(&app.app).await;
    let stop = |id: &tests::Value| network.stop(Gid::read(Kind::Stop, id.as_str().unwrap()).unwrap()).unwrap();
    let (old, new) = (stop(&used["id"]), stop(&made["platform"]["id"]));
    let call = network.calls_at[old.index as usize][0];
    let pattern = &network.patterns[call.0 as usize];
    let last = &network.stops[pattern.stops.last().unwrap().stop as usize];
    let price = network.price(pattern.route.id, old, last, app.today());
    assert!(price.is_some(), "the old one is sold");
    assert_eq!(network.price(pattern.route.id, new, last, app.today()), price);

    // A platform is its own station's.
    let other = record(&manager, "BISAKK").await;
    let save = "mutation($i: SavePlatformInput!) { savePlatform(input: $i) { __typename } }";
    let foreign = json!({ "id": used["id"], "version": 2, "stationId": other["id"], "sign": "1" });
    assert_eq!(manager.send(save, json!({ "i": foreign })).await.code(), "NOT_FOUND");
    app.done().await;
}
