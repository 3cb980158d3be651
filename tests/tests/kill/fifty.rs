//! Fifty kills at moments that nobody has chosen.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use api::features::fiscal_register::Mood;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tests::{TestApp, TimeDelta};

use super::people::live;
use super::{Station, prove, world};

const KILLS: usize = 50;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_kills_lose_nothing() {
    let app = TestApp::new().await;
    let station = Station::of(&app);
    let (register, world) = world(&app, &station.url()).await;
    let world = Arc::new(world);
    let seed: u64 = rand::random();
    println!("the seed of this history: {seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    let over = Arc::new(AtomicBool::new(false));
    let people = (0..4_u64).map(|n| {
        let (world, over) = (Arc::clone(&world), Arc::clone(&over));
        tokio::spawn(async move { live(&world, &over, StdRng::seed_from_u64(seed.wrapping_add(n + 1))).await })
    });
    let people: Vec<_> = people.collect();
    let moods = [Mood::Good, Mood::Good, Mood::Good, Mood::Down, Mood::Mute, Mood::Late];
    let mut restarts = Vec::new();
    for _ in 0..KILLS {
        register.is(moods[chance.random_range(0..moods.len())]);
        let (server, took) = station.start(&world.visitor).await;
        restarts.push(took);
        tokio::time::sleep(Duration::from_millis(chance.random_range(100..900))).await;
        server.kill();
    }
    register.is(Mood::Good);
    over.store(true, Ordering::SeqCst);
    let (server, _) = station.start(&world.visitor).await;
    for one in people {
        one.await.unwrap();
    }
    server.kill();
    restarts.sort_unstable();
    println!("up again after {:?}, at most {:?}", restarts[KILLS / 2], restarts[KILLS - 1]);
    assert!(restarts[KILLS / 2] < Duration::from_secs(5), "half of the restarts took longer than five seconds");
    assert!(world.told.lock().unwrap().is_much(), "too little happened to prove anything");
    app.advance(TimeDelta::from_std(station.began.elapsed()).unwrap());
    prove(&app, &register, &world).await;
    app.done().await;
}
