//! The server dies between any two steps of a deed: after each statement and each transaction that is kept, one after the
//! other. `CRASH_STEPS=1` walks through all of them; without it every twelfth is tried, from a random one on.

use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tests::{TestApp, TimeDelta};

use super::people::Deed;
use super::{Server, Station, prove, world};

/// More steps than any deed has.
const MOST: u64 = 1_000;
/// So many deeds one after the other have fewer steps than that.
const QUIET: u32 = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_death_between_any_two_steps_of_a_purchase_on_the_site_loses_nothing() {
    walk(Deed::Site).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_death_between_any_two_steps_of_a_sale_at_a_desk_loses_nothing() {
    walk(Deed::Desk).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_death_between_any_two_steps_at_a_terminal_loses_nothing() {
    walk(Deed::Terminal).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_death_between_any_two_steps_of_a_purchase_from_an_account_loses_nothing() {
    walk(Deed::Wallet).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_death_between_any_two_steps_of_an_exchange_loses_nothing() {
    walk(Deed::Exchange).await;
}

/// The same deed again and again, each time with the death a step later, at a station of its own.
async fn walk(deed: Deed) {
    let app = TestApp::new().await;
    let station = Station::of(&app);
    let (register, world) = world(&app, &station.url()).await;
    let stride: u64 = std::env::var("CRASH_STEPS").ok().map_or(12, |stride| stride.parse().unwrap());
    let seed: u64 = rand::random();
    println!("the seed of this history: {seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    // Each time it is another customer, who does more or less. Deeds that are done without dying have had all of their steps.
    let (mut step, mut deaths, mut quiet, mut refused) = (chance.random_range(1..=stride), 0, 0, 0);
    while step < MOST && quiet < QUIET {
        let (server, _) = station.start(&world.visitor).await;
        let done = world.does(deed, &mut chance);
        match dies(&station, &world.visitor, server, step, done).await {
            Outcome::Died => {
                deaths += 1;
                (quiet, refused) = (0, 0);
                step += stride;
            }
            Outcome::Done => quiet += 1,
            // Somebody wanted what there was no more of, or a bank said no: that tells nothing of the steps.
            Outcome::Refused => {
                refused += 1;
                assert!(refused < 100, "{deed:?} is refused at step {step}");
            }
        }
    }
    println!("{deed:?}: {deaths} deaths, up to step {step}");
    assert!(step > 10, "a deed has more steps");
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
