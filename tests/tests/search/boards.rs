use api::graphql::{Gid, Kind};
use chrono::TimeDelta;
use serde_json::json;

use super::{ask, demo, place};

const BOARD: &str = "query ($id: ID!) {
    departures(stationId: $id, first: 10) { trip { id state destination } call { platform stop { place { name } } } expectedAt { at local } seatsLeft }
    arrivals(stationId: $id, first: 5) { trip { number } expectedAt { at local timeZone } seatsLeft }
}";

#[tokio::test]
async fn a_board_shows_what_leaves_next() {
    let app = demo().await;
    let id = place(&app, "Бишкек, новый автовокзал").await;
    let data = ask(&app, "ru", BOARD, json!({ "id": id })).await;
    let departures = data["departures"].as_array().unwrap();
    assert_eq!(departures.len(), 10);
    let times: Vec<&str> = departures.iter().map(|entry| entry["expectedAt"]["local"].as_str().unwrap()).collect();
    assert!(times.is_sorted());
    assert!(times[0] >= "2026-12-01T11:50:00", "what left ten minutes ago is still there: {}", times[0]);
    assert!(
        departures
            .iter()
            .all(|entry| entry["call"]["stop"]["place"]["name"] == "Бишкек" && !entry["call"]["platform"].is_null())
    );
    // Null where no ticket is sold from here, as for suburban buses to their last stop.
    let left: Vec<i64> = departures.iter().filter_map(|entry| entry["seatsLeft"].as_i64()).collect();
    assert!(!left.is_empty() && left.iter().all(|left| *left > 0), "{left:?}");
    assert!(data["arrivals"].as_array().unwrap().iter().all(|entry| entry["seatsLeft"].is_null()));
    app.done().await;
}

#[tokio::test]
async fn a_delayed_trip_stays_until_it_has_left() {
    use sea_orm::{ActiveModelTrait, Set};
    let app = demo().await;
    let id = place(&app, "Бишкек, новый автовокзал").await;
    app.clock.advance(TimeDelta::minutes(30));
    let board = ask(&app, "ru", BOARD, json!({ "id": id })).await;
    let first = board["departures"][0]["trip"]["id"].clone();
    let day = crate::network::trips_on(&app, "2026-12-01").await;
    let view = day.iter().find(|trip| Gid::of(Kind::Trip, trip.id).as_str() == first).unwrap();
    let tx = app.db.begin().await.unwrap();
    let row = entity::trip::ActiveModel { id: Set(view.id), delay_minutes: Set(120), ..Default::default() };
    row.update(&tx).await.unwrap();
    tx.commit().await.unwrap();
    api::features::network::forget_trip(&app, view.id);

    app.clock.advance(TimeDelta::minutes(60));
    let data = ask(&app, "ru", BOARD, json!({ "id": id })).await;
    let all = data["departures"].as_array().unwrap();
    let delayed = all.iter().find(|entry| entry["trip"]["id"] == first).expect("still on the board");
    assert_eq!(delayed["trip"]["state"], "SCHEDULED");
    app.clock.advance(TimeDelta::minutes(240));
    // In another language: the same question within a second gets the same answer.
    let data = ask(&app, "ky", BOARD, json!({ "id": id })).await;
    assert!(data["departures"].as_array().unwrap().iter().all(|entry| entry["trip"]["id"] != first));
    app.done().await;
}

#[tokio::test]
async fn arrivals_abroad_are_in_local_time() {
    let app = demo().await;
    let id = place(&app, "Алматы").await;
    let data = ask(&app, "ru", BOARD, json!({ "id": id })).await;
    assert_eq!(data["arrivals"][0]["expectedAt"]["timeZone"], "Asia/Almaty");
    app.done().await;
}
