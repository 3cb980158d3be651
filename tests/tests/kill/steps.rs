//! The server dies between any two steps of a deed: after each statement and each transaction that is kept, one after the
//! other. `CRASH_STEPS=1` walks through all of them; without it every twelfth is tried, from a random one on.

use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tests::{TestApp, TimeDelta};

use super::people::DEEDS;
use super::{Server, Station, prove, world};

/// More steps than any deed has.
const MOST: u64 = 1_000;
/// So many deeds one after the other have fewer steps than that.
const QUIET: u32 = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_death_between_any_two_steps_loses_nothing() {
    let app = TestApp::new().await;
    let station = Station::of(&app);
    let (register, world) = world(&app, &station.url()).await;
    let stride: u64 = std::env::var("CRASH_STEPS").ok().map_or(12, |stride| stride.parse().unwrap());
    let seed: u64 = rand::random();
    println!("the seed of this history: {seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    let mut deaths = 0;
    for deed in DEEDS {
        let mut step = chance.random_range(1..=stride);
        // Each time it is another customer, who does more or less. Deeds that are done without dying have had all of their steps.
        let (mut quiet, mut refused) = (0, 0);
        while step < MOST && quiet < QUIET {
            let (server, _) = station.start(&world.visitor).await;
            let done = world.does(deed, &mut chance);
            match dies(&station, &world.visitor, server, step, done).await {
                Outcome::Died => {
                    deaths += 1;
                    quiet = 0;
                    step += stride;
                }
                Outcome::Done => quiet += 1,
                // Somebody wanted what there was no more of: that tells nothing of the steps.
                Outcome::Refused => {
                    refused += 1;
                    assert!(refused < 100, "{deed:?} is refused at step {step}");
                }
            }
        }
        println!("{deed:?}: up to step {step}");
        assert!(step > 10, "a deed has more steps");
    }
    println!("{deaths} deaths");
    app.advance(TimeDelta::from_std(station.began.elapsed()).unwrap());
    prove(&app, &register, &world).await;
    app.done().await;
}

enum Outcome {
    /// The server, before the deed was done.
    Died,
    Done,
    /// The deed came to nothing, and nobody died.
    Refused,
}

/// What became of a deed while the server dies after so many steps. A new one takes its place, for those who ask again.
async fn dies(
    station: &Station,
    client: &super::Client,
    mut server: Server,
    step: u64,
    done: impl Future<Output = Option<()>>,
) -> Outcome {
    server.dies_after(step);
    tokio::pin!(done);
    let mut died = false;
    loop {
        tokio::select! {
            outcome = &mut done => {
                server.kill();
                return match outcome {
                    _ if died => Outcome::Died,
                    Some(()) => Outcome::Done,
                    None => Outcome::Refused,
                };
            }
            () = tokio::time::sleep(Duration::from_millis(5)), if !died => {
                if server.is_dead() {
                    died = true;
                    server = station.start(client).await.0;
                }
            }
        }
    }
}
