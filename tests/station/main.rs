//! A server as a process of its own, for tests that kill it: `station DATABASE_URL PORT NOW REDIS_URL NAMESPACE`. Its clock
//! begins at `NOW` and goes on as the real one does. Without Redis the last two are empty. A number on its input is after
//! how many more steps of writing (a statement, a transaction kept) it dies by itself; zero: not at all.

#![expect(clippy::unwrap_used, reason = "a server that cannot start ends")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use api::features::inventory::Inventory;
use api::platform::clock::Clock;
use api::platform::ids::Ids;
use api::{App, http, jobs};
use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::watch;

#[tokio::main]
async fn main() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [database, port, now, redis, namespace] = arguments.as_slice() else { panic!("five arguments") };
    let mut config = tests::config(database, Some(redis.as_str()).filter(|url| !url.is_empty()));
    config.public_url = format!("http://127.0.0.1:{port}");
    config.behind_proxy = true;
    config.redis_namespace.clone_from(namespace);
    let clock = Clock::frozen(now.parse::<DateTime<Utc>>().unwrap());
    tokio::spawn({
        let clock = clock.clone();
        async move {
            let mut before = Instant::now();
            loop {
                tokio::time::sleep(Duration::from_millis(20)).await;
                let passed = std::mem::replace(&mut before, Instant::now()).elapsed();
                clock.advance(TimeDelta::from_std(passed).unwrap());
            }
        }
    });
    let app = App::with(config, clock.clone(), Ids::random(clock)).await.unwrap();
    app.registers.set_patience(Duration::from_millis(300));
    dies_when_told(&app);
    let (_stop, stopped) = watch::channel(false);
    Inventory::listen(&app);
    let listener = http::listen(&format!("127.0.0.1:{port}")).unwrap();
    let _jobs = jobs::start(&app, &stopped);
    http::serve(&app, listener, stopped).await.unwrap();
}

/// As by a cut of the power: nothing is cleaned up, nobody is answered.
fn dies_when_told(app: &App) {
    let left = Arc::<AtomicU64>::default();
    let told = Arc::clone(&left);
    std::thread::spawn(move || {
        for line in std::io::stdin().lines() {
            told.store(line.unwrap().trim().parse().unwrap(), Ordering::SeqCst);
        }
    });
    app.db.after_each_step(move || {
        let before = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        if before == Ok(1) {
            std::process::abort();
        }
    });
}
