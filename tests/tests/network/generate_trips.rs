use std::collections::HashSet;

use chrono::TimeDelta;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::feed::FeedWriter;
use super::{generate, import, local_times, network, repository, trips_on};
use crate::supply::fresh;

async fn trip_count(app: &api::app::App) -> u64 {
    entity::trip::Entity::find().count(app.db.read()).await.unwrap()
}

#[tokio::test]
async fn trips_are_made_once_and_only_so_far_ahead() {
    // 16:00 in Bishkek.
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, FeedWriter::small().folder().path()).await;
    assert_eq!(generate(&app, 2).await, 6, "two departures today, whether or not they have left, tomorrow and after");
    assert_eq!(generate(&app, 2).await, 0);
    app.clock.advance(TimeDelta::days(1));
    assert_eq!(generate(&app, 2).await, 2);
    assert_eq!(trips_on(&app, "2026-11-23").await.len(), 2);
    assert_eq!(trips_on(&app, "2026-11-24").await.len(), 0);
    app.done().await;
}

#[tokio::test]
async fn two_runs_at_once_make_no_duplicates() {
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, &repository("demo")).await;
    let (one, two, three) = tokio::join!(generate(&app, 1), generate(&app, 1), generate(&app, 1));
    assert!(one + two + three > 0);
    let count = trip_count(&app).await;
    assert_eq!(generate(&app, 1).await, 0);
    let trips = [trips_on(&app, "2026-11-20").await, trips_on(&app, "2026-11-21").await].concat();
    let series: HashSet<_> = trips.iter().map(|trip| (trip.schedule_id, trip.service_date)).collect();
    assert_eq!(series.len(), trips.len());
    assert!(count as usize >= trips.len());
    app.done().await;
}

#[tokio::test]
async fn a_trip_under_way_is_there_from_the_first_run() {
    // 02:00 in Bishkek: the night coach of yesterday is still on the road.
    let app = fresh("2026-11-19T20:00:00Z").await;
    import(&app, &repository("demo")).await;
    generate(&app, 1).await;
    let yesterday = trips_on(&app, "2026-11-19").await;
    assert!(!yesterday.is_empty());
    assert!(yesterday.iter().all(|trip| trip.calls.last().unwrap().arrival > app.clock.now()));
    app.done().await;
}

#[tokio::test]
async fn bishkek_at_eight_is_almaty_at_noon() {
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, &repository("demo")).await;
    generate(&app, 1).await;
    let trips = trips_on(&app, "2026-11-21").await;
    let trip = trips.iter().find(|trip| trip.number == "901-0800").unwrap();
    let times = local_times(trip);
    assert_eq!((times[0].1.as_str(), times.last().unwrap().0.as_str()), ("11-21 08:00", "11-21 12:00"));
    let last = trip.calls.last().unwrap();
    assert_eq!(
        (last.stop.zone.name(), last.arrival.to_rfc3339()),
        ("Asia/Almaty", "2026-11-21T07:00:00+00:00".to_owned())
    );
    assert_eq!((trip.capacity, trip.reserved, trip.seat_map.as_ref().unwrap().seat_count()), (77, true, 77));
    app.done().await;
}

#[tokio::test]
async fn trains_and_open_seating_have_their_capacity() {
    // The train of the lake runs in summer.
    let app = fresh("2026-07-10T10:00:00Z").await;
    import(&app, &repository("demo")).await;
    generate(&app, 1).await;
    let trips = trips_on(&app, "2026-07-11").await;
    let of_route = |code: &str| trips.iter().find(|trip| trip.route.code == code).unwrap().clone();
    let train = of_route("R608");
    assert_eq!((train.capacity, train.seat_map.as_ref().unwrap().ordinal("4-54")), (216, Some(216)));
    let suburban = of_route("350");
    assert_eq!((suburban.capacity, suburban.reserved), (25, false));
    let open_train = of_route("R6050");
    assert_eq!((open_train.capacity, open_train.reserved), (162, false));
    app.done().await;
}

#[tokio::test]
async fn holidays_and_seasons_are_kept() {
    let app = fresh("2026-12-28T10:00:00Z").await;
    import(&app, &repository("demo")).await;
    generate(&app, 10).await;
    let network = network(&app).await;
    let night = trips_on(&app, "2026-12-31").await;
    assert!(night.iter().all(|trip| trip.route.code != "501N"), "no night coach on New Year's Eve");
    assert!(trips_on(&app, "2026-12-30").await.iter().any(|trip| trip.route.code == "501N"));
    assert!(trips_on(&app, "2026-12-30").await.iter().all(|trip| trip.route.code != "R608"), "no lake train in winter");
    assert_eq!(network.settings.sale_days_ahead, 60);
    app.done().await;
}
