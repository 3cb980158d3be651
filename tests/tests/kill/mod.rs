//! Whatever the moment at which the server dies, no seat is sold twice, no money is lost, and nothing that somebody was told
//! is untrue: fifty kills in a row while customers and a cashier buy and give back, the bank calls back in any order, and the
//! cash register is away now and then.

mod client;

use std::process::{Child, Command};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use api::features::fiscal_register::Mood;
use chrono::{DateTime, Utc};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tests::{Ride, START, TestApp, TimeDelta, Value, json};

use crate::exchange::amount;
use crate::fiscal_register::recording;
use client::Client;

const KILLS: usize = 50;

/// What people were told, and must stay true.
#[derive(Default)]
struct Told {
    paid: Vec<Value>,
    returned: Vec<Value>,
}

struct Station {
    database: String,
    port: u16,
    redis: String,
    namespace: String,
    began: Instant,
}

impl Station {
    /// The server as a process of its own, ready to answer, and how long that took.
    async fn start(&self, client: &Client) -> (Child, Duration) {
        let now = START.parse::<DateTime<Utc>>().unwrap() + TimeDelta::from_std(self.began.elapsed()).unwrap();
        let began = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_station"))
            .args([&self.database, &self.port.to_string(), &now.to_rfc3339(), &self.redis, &self.namespace])
            .spawn()
            .unwrap();
        while !client.is_there().await {
            assert!(began.elapsed() < Duration::from_secs(60), "the server does not come up again");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        (child, began.elapsed())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_kills_lose_nothing() {
    let app = TestApp::new().await;
    let (register, _) = recording(&app).await;
    let cashier = crate::shift::at_desk(&app).await;
    let mut rides = Vec::new();
    for (route, hours) in [("501", 3), ("501", 27), ("505", 3), ("505", 27)] {
        rides.push(app.ride_after(route, TimeDelta::hours(hours)).await);
    }
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let config = &app.app.config;
    let station = Station {
        database: config.database_url.clone(),
        port,
        redis: config.redis_url.clone().unwrap_or_default(),
        namespace: config.redis_namespace.clone(),
        began: Instant::now(),
    };
    let seed: u64 = rand::random();
    println!("the seed of this history: {seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    let over = Arc::new(AtomicBool::new(false));
    let told = Arc::<Mutex<Told>>::default();
    let client = Client::new(&format!("http://127.0.0.1:{port}"), None);
    let desk = Client::new(&client.url, cashier.token());
    let mut people = Vec::new();
    for n in 0..4_u64 {
        let (client, told, over, rides) = (client.clone(), Arc::clone(&told), Arc::clone(&over), rides.clone());
        let chance = StdRng::seed_from_u64(seed.wrapping_add(n + 1));
        let desk = (n == 3).then(|| desk.clone());
        people.push(tokio::spawn(live(client, desk, rides, told, over, chance)));
    }
    let moods = [Mood::Good, Mood::Good, Mood::Good, Mood::Down, Mood::Mute, Mood::Late];
    let mut restarts = Vec::new();
    for _ in 0..KILLS {
        register.is(moods[chance.random_range(0..moods.len())]);
        let (mut server, took) = station.start(&client).await;
        restarts.push(took);
        tokio::time::sleep(Duration::from_millis(chance.random_range(100..900))).await;
        server.kill().unwrap();
        server.wait().unwrap();
    }
    register.is(Mood::Good);
    over.store(true, Ordering::SeqCst);
    let (mut server, _) = station.start(&client).await;
    for one in people {
        one.await.unwrap();
    }
    server.kill().unwrap();
    server.wait().unwrap();
    restarts.sort_unstable();
    println!("up again after {:?}, at most {:?}", restarts[KILLS / 2], restarts[KILLS - 1]);
    assert!(restarts[KILLS / 2] < Duration::from_secs(5), "half of the restarts took longer than five seconds");

    // What was promised is kept, by whoever comes next.
    app.advance(TimeDelta::from_std(station.began.elapsed()).unwrap());
    for _ in 0..8 {
        app.advance(TimeDelta::minutes(10));
        app.run_jobs().await;
    }
    let told = std::mem::take(&mut *told.lock().unwrap());
    prove(&app, &told).await;
    let recorded = register.sandbox.recorded(|order| order.id);
    let distinct: std::collections::HashSet<_> = recorded.iter().collect();
    assert_eq!(distinct.len(), recorded.len(), "a receipt was recorded twice");
    let done = app.count("SELECT id FROM fiscal_receipt WHERE state = 'DONE'").await;
    assert_eq!(i64::try_from(recorded.len()).unwrap(), done);
    assert_eq!(app.count("SELECT id FROM fiscal_receipt WHERE state NOT IN ('DONE', 'WAITING')").await, 0);
    // Letters and money are on their way; the bank and the day of departure take their own time.
    for kind in ["send_message", "send_refund"] {
        let open = format!("SELECT id FROM job WHERE kind = '{kind}' AND state <> 'DONE'");
        assert_eq!(app.count(&open).await, 0, "{kind}");
    }
    assert_eq!(app.count("SELECT id FROM job WHERE state = 'FAILED'").await, 0);
    app.done().await;
}

/// One person after the other buys something, and some give it back.
async fn live(
    client: Client,
    desk: Option<Client>,
    rides: Vec<Ride>,
    told: Arc<Mutex<Told>>,
    over: Arc<AtomicBool>,
    mut chance: StdRng,
) {
    while !over.load(Ordering::SeqCst) {
        let ride = &rides[chance.random_range(0..rides.len())];
        let adults = chance.random_range(1..3);
        let done = match &desk {
            Some(desk) => at_desk(desk, ride, adults, &told, &mut chance).await,
            None => on_site(&client, ride, adults, &told, &mut chance).await,
        };
        if done.is_none() {
            // Somebody was refused, which is no loss.
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

async fn on_site(client: &Client, ride: &Ride, adults: usize, told: &Mutex<Told>, chance: &mut StdRng) -> Option<()> {
    let order = client.hold(ride, adults).await?;
    client.name(&order, true).await?;
    let redirect = client.start_payment(&order).await?;
    let action = ["pay", "pay", "pay", "twice", "late", "out_of_order", "slow", "refuse"][chance.random_range(0..8)];
    client.at_bank(&redirect, action).await;
    let mut paid = false;
    for _ in 0..100 {
        if client.status(&order).await == "PAID" {
            paid = true;
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    if !paid {
        return None;
    }
    told.lock().unwrap().paid.push(order["id"].clone());
    if chance.random_bool(0.5) {
        client.give_back(&order, None).await?;
        told.lock().unwrap().returned.push(order["id"].clone());
    }
    Some(())
}

async fn at_desk(desk: &Client, ride: &Ride, adults: usize, told: &Mutex<Told>, chance: &mut StdRng) -> Option<()> {
    let order = desk.hold(ride, adults).await?;
    let due = desk.name(&order, false).await?;
    desk.take_payment(&order, &due).await?;
    told.lock().unwrap().paid.push(order["id"].clone());
    if chance.random_bool(0.5) {
        desk.give_back(&order, Some("DESK")).await?;
        told.lock().unwrap().returned.push(order["id"].clone());
        desk.pay_out(&order).await?;
    }
    Some(())
}

/// Who was told that it is paid has tickets or the money; who was told that it goes back has it.
async fn prove(app: &TestApp, told: &Told) {
    println!("{} paid, {} given back", told.paid.len(), told.returned.len());
    assert!(told.paid.len() >= 20 && told.returned.len() >= 5, "too little happened to prove anything");
    let agent = app.staff("SUPPORT_AGENT").await;
    let query = "query($id: ID!) { order(id: $id) { status paid { amount } refunds { state amount { amount } } \
        segments { lines { state ticket { valid } } } } }";
    for id in &told.paid {
        let order = agent.send(query, json!({ "id": id })).await.data("order");
        let lines = order["segments"][0]["lines"].as_array().unwrap();
        let ticketed = lines.iter().all(|line| line["ticket"]["valid"] == true);
        let returned = lines.iter().all(|line| line["state"] == "REFUNDED");
        assert!(ticketed || returned, "{order}");
        if told.returned.contains(id) {
            assert!(returned, "{order}");
        }
        if returned {
            assert!(order["refunds"].as_array().unwrap().iter().all(|refund| refund["state"] == "DONE"), "{order}");
        } else {
            assert!(amount(&order["paid"]) > 0, "{order}");
        }
    }
    if app.app.db.is_sqlite() {
        assert_eq!(app.count("SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'").await, 0);
    }
}
