//! PostgreSQL dies as by a cut of the power, again and again, while people buy and give back.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tests::{TestApp, TimeDelta, db};

use super::people::live;
use super::{prove, world};

const DEATHS: usize = 10;
/// A slow machine needs more of them until enough has happened.
const MOST: usize = 100;

/// A PostgreSQL of the test's own.
struct Postgres {
    folder: PathBuf,
    programs: PathBuf,
}

/// It refuses to run as root.
fn as_owner(program: PathBuf) -> Command {
    let root = Command::new("id").arg("-u").output().unwrap().stdout.starts_with(b"0\n");
    if !root {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "nobody", "--"]).arg(program);
    command
}

impl Postgres {
    fn new() -> Self {
        let versions = std::fs::read_dir("/usr/lib/postgresql").unwrap();
        let programs = versions.map(|one| one.unwrap().path().join("bin")).max().unwrap();
        let folder = std::env::temp_dir().join(format!("beket-postgres-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("data")).unwrap();
        Command::new("chown").arg("nobody").arg(&folder).arg(folder.join("data")).output().unwrap();
        let it = Postgres { folder, programs };
        it.run("initdb", &["-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"]);
        it.start();
        it
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let mut command = as_owner(self.programs.join(program));
        command.current_dir("/").arg("-D").arg(self.folder.join("data")).args(arguments);
        // Its server inherits what is not closed, and would keep a reader waiting.
        let ended = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        assert!(ended.success(), "{program} failed");
    }

    fn start(&self) {
        let options = format!("-k {} -c listen_addresses= -c max_connections=100", self.folder.display());
        let log = self.folder.join("data/server.log");
        self.run("pg_ctl", &["-o", &options, "-l", log.to_str().unwrap(), "-w", "start"]);
    }

    /// Without a checkpoint: the next start recovers from the log.
    fn die(&self) {
        self.run("pg_ctl", &["-m", "immediate", "-w", "stop"]);
    }

    fn url(&self) -> String {
        format!("postgres://postgres@{}/postgres", self.folder.display().to_string().replace('/', "%2F"))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let stop = as_owner(self.programs.join("pg_ctl"))
            .current_dir("/")
            .arg("-D")
            .arg(self.folder.join("data"))
            .args(["-m", "immediate", "stop"])
            .output();
        drop(stop);
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_dies_loses_nothing() {
    // SQLite lives and dies with the server, which the other tests kill.
    if db::postgres().is_none() {
        return;
    }
    let postgres = Postgres::new();
    let app = TestApp::on_server(&postgres.url()).await;
    let (register, world) = world(&app, &app.url).await;
    let world = Arc::new(world);
    let seed: u64 = rand::random();
    println!("the seed of this history: {seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    let over = Arc::new(AtomicBool::new(false));
    let people = (0..3_u64).map(|n| {
        let (world, over) = (Arc::clone(&world), Arc::clone(&over));
        tokio::spawn(async move { live(&world, &over, StdRng::seed_from_u64(seed.wrapping_add(n + 1))).await })
    });
    let people: Vec<_> = people.collect();
    // Time goes on, or quotas of requests would never be filled up again.
    let clock = app.app.clock.clone();
    let ticking = tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_millis(50)).await;
            clock.advance(TimeDelta::milliseconds(50));
        }
    });
    let mut deaths = 0;
    while deaths < DEATHS || !world.told.lock().unwrap().is_much() {
        assert!(deaths < MOST, "too little happened to prove anything: {}", world.told.lock().unwrap());
        deaths += 1;
        tokio::time::sleep(Duration::from_millis(chance.random_range(500..1_500))).await;
        postgres.die();
        tokio::time::sleep(Duration::from_millis(chance.random_range(0..300))).await;
        postgres.start();
        // Jobs that were broken off are done by whoever looks next.
        let handler = api::jobs::handler(&app.app);
        let _ = app.app.jobs.run_due(&app.app.db, &handler).await;
    }
    over.store(true, Ordering::SeqCst);
    for one in people {
        one.await.unwrap();
    }
    ticking.abort();
    prove(&app, &register, &world).await;
    app.done().await;
}
