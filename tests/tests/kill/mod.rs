//! Whatever the moment at which the server or its database dies, no seat is sold twice, no money is lost, and nothing that
//! somebody was told is untrue. Customers, a cashier and a terminal buy, exchange and give back, the bank calls back in any order, and
//! the cash register is away now and then.

mod client;
mod database;
mod fifty;
mod histories;
mod people;
mod steps;

use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use tests::register::Register;
use tests::{START, TestApp, TimeDelta, Value, json};

use crate::exchange::amount;
use client::Client;
use people::{Told, World};

/// A server that runs as a process of its own.
struct Station {
    database: String,
    port: u16,
    redis: String,
    namespace: String,
    began: Instant,
}

impl Station {
    fn of(app: &TestApp) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let config = &app.app.config;
        Station {
            database: config.database_url.clone(),
            port: listener.local_addr().unwrap().port(),
            redis: config.redis_url.clone().unwrap_or_default(),
            namespace: config.redis_namespace.clone(),
            began: Instant::now(),
        }
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ready to answer, and how long that took.
    async fn start(&self, client: &Client) -> (Server, Duration) {
        let now = START.parse::<DateTime<Utc>>().unwrap() + TimeDelta::from_std(self.began.elapsed()).unwrap();
        let began = Instant::now();
        let process = Command::new(env!("CARGO_BIN_EXE_station"))
            .args([&self.database, &self.port.to_string(), &now.to_rfc3339(), &self.redis, &self.namespace])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        while !client.is_there().await {
            assert!(began.elapsed() < Duration::from_secs(60), "the server does not come up again");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        (Server(process), began.elapsed())
    }
}

struct Server(Child);

impl Server {
    /// It dies by itself after so many more steps of writing; zero: it does not.
    fn dies_after(&mut self, steps: u64) {
        writeln!(self.0.stdin.as_mut().unwrap(), "{steps}").unwrap();
    }

    fn is_dead(&mut self) -> bool {
        self.0.try_wait().unwrap().is_some()
    }

    fn kill(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A test that fails leaves no server behind.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A cash register that records, a terminals' network, a passenger with an account and money on it, a cashier with a shift.
async fn world(app: &TestApp, url: &str) -> (Register, World) {
    let (register, _) = crate::fiscal_register::recording(app).await;
    crate::terminal_network::network(app, json!({})).await;
    let passenger = app.passenger().await;
    for _ in 0..3 {
        crate::wallet::filled(app, &passenger, "15000").await;
    }
    let cashier = crate::shift::at_desk(app).await;
    let mut rides = Vec::new();
    // Enough seats for whoever dies with one.
    for route in ["501", "505"] {
        for hours in [3, 9, 15, 27, 33, 39] {
            rides.push(app.ride_after(route, TimeDelta::hours(hours)).await);
        }
    }
    let visitor = Client::new(url, None);
    let world = World {
        rides,
        passenger: Client::new(url, passenger.token()),
        desk: Client::new(url, cashier.token()).of_staff(),
        visitor,
        told: std::sync::Mutex::default(),
    };
    (register, world)
}

/// What was promised is kept by whoever comes next: all that was told is true, and nothing is open.
async fn prove(app: &TestApp, register: &Register, world: &World) {
    for _ in 0..8 {
        app.advance(TimeDelta::minutes(10));
        app.run_jobs().await;
    }
    let told = std::mem::take(&mut *world.told.lock().unwrap());
    println!("{told}");
    orders(app, &told).await;
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
    if app.app.db.is_sqlite() {
        assert_eq!(app.count("SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'").await, 0);
    }
}

/// Who was told that it is paid has tickets or the money; who was told that it goes back has it.
async fn orders(app: &TestApp, told: &Told) {
    let agent = app.staff("SUPPORT_AGENT").await;
    let query = "query($id: ID!) { order(id: $id) { status paid { amount } refunds { state reason amount { amount } } \
        segments { lines { id state ticket { valid } } } } }";
    for id in &told.paid {
        let order = agent.send(query, json!({ "id": id })).await.data("order");
        let segments = order["segments"].as_array().unwrap();
        let lines: Vec<&Value> = segments.iter().flat_map(|one| one["lines"].as_array().unwrap()).collect();
        let state_of =
            |id: &Value| lines.iter().find(|line| line["id"] == *id).map_or(&Value::Null, |line| &line["state"]);
        let live = lines.iter().filter(|line| line["state"] == "ISSUED").count();
        for line in &lines {
            let good = line["ticket"]["valid"] == true;
            assert_eq!(good, line["state"] == "ISSUED", "{order}");
            assert!(matches!(line["state"].as_str(), Some("ISSUED" | "REFUNDED" | "EXCHANGED")), "{order}");
        }
        for back in told.returned.iter().filter(|(order, _)| order == id) {
            assert_eq!(state_of(&back.1), "REFUNDED", "{order}");
        }
        let open = order["refunds"].as_array().unwrap().iter().filter(|refund| refund["state"] != "DONE").count();
        // A difference at a desk that nobody has fetched.
        assert!(open == 0 || told.exchanged.contains(id), "{order}");
        assert_eq!(live > 0, matches!(order["status"].as_str(), Some("PAID" | "PARTLY_REFUNDED")), "{order}");
        if live > 0 {
            assert!(amount(&order["paid"]) > 0, "{order}");
        }
        if told.cancelled.contains(id) {
            assert_eq!((live, amount(&order["paid"])), (0, 0), "{order}");
        }
    }
}
