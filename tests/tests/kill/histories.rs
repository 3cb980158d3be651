//! Random histories without any death: hours pass between the deeds, so that holds end and banks are late.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tests::{TestApp, TimeDelta};

use super::people::DEEDS;
use super::{prove, world};

const DEEDS_OF_A_HISTORY: usize = 60;

async fn history(seed: u64) {
    println!("the seed of this history: {seed}");
    let app = TestApp::new().await;
    let (register, world) = world(&app, &app.url).await;
    let mut chance = StdRng::seed_from_u64(seed);
    for _ in 0..DEEDS_OF_A_HISTORY / 3 {
        // Three at once, in whatever order they come.
        let mut own: Vec<StdRng> = (0..3).map(|_| StdRng::seed_from_u64(chance.random())).collect();
        let deeds: Vec<_> =
            own.iter_mut().map(|own| world.does(DEEDS[own.random_range(0..DEEDS.len())], own)).collect();
        futures::future::join_all(deeds).await;
        if chance.random_bool(0.5) {
            app.run_jobs().await;
        }
        assert_eq!(app.violations().await, [], "a rule that always holds was broken");
        app.advance(TimeDelta::seconds(chance.random_range(0..30)));
    }
    prove(&app, &register, &world).await;
    app.done().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_random_history_keeps_all_rules() {
    history(rand::random()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_random_history_keeps_all_rules() {
    history(rand::random()).await;
}
