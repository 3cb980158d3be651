use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use clap::Parser;
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter, Statement};
use tokio::sync::watch;
use uuid::Uuid;

use api::features::account::make_demonstration_accounts;
use api::features::gateway::make_sandbox_gateway;
use api::features::inventory::Inventory;
use api::features::network::{ImportGtfs, TripView, generate_trips, import_gtfs, trip_view};
use api::graphql::{Gid, Kind};
use api::platform::clock::Clock;
use api::platform::ids::Ids;
use api::{App, Config, check, http, jobs};

use crate::actors::Actor;
use crate::db;

/// Where every test's clock stands at first: a Tuesday, noon in Bishkek.
pub const START: &str = "2026-12-01T06:00:00Z";
/// Trips exist so many days ahead in the tests' databases.
const DAYS_AHEAD: u32 = 3;

static NEXT: AtomicU64 = AtomicU64::new(1);

#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    config: Config,
}

/// Settings as a demonstration has them.
pub fn config(database_url: &str, redis_url: Option<&str>) -> Config {
    let mut arguments = vec!["tests", "--database-url", database_url, "--database-connections", "8", "--mode", "demo"];
    if let Some(url) = redis_url {
        arguments.extend(["--redis-url", url]);
    }
    Arguments::parse_from(arguments).config
}

fn start() -> DateTime<Utc> {
    START.parse().expect("an instant")
}

/// Fills the template: the demonstration network with trips of a few days and its accounts.
pub async fn fill(config: Config) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let clock = Clock::frozen(start());
    let app = App::with(config, clock.clone(), Ids::seeded(0, clock)).await.expect("the template's application starts");
    let demo = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../demo"));
    let input = ImportGtfs { path: demo, feed: Some("demo".into()), force: false };
    let report = import_gtfs(&app, &input, Arc::new(|_| {})).await.expect("the demonstration network is read");
    assert_eq!(report.skipped().count(), 0, "every row of the demonstration network can be taken");
    generate_trips(&app, DAYS_AHEAD, &|_| {}).await.expect("trips are made");
    make_demonstration_accounts(&app).await.expect("accounts are made");
    make_sandbox_gateway(&app).await.expect("the sandbox is made");
    app.db.clone().close().await.expect("the template closes");
}

/// A piece of a trip: from call to call.
#[derive(Clone)]
pub struct Ride {
    pub trip: Arc<TripView>,
    pub from: i32,
    pub to: i32,
}

impl Ride {
    /// The trip's opaque id.
    pub fn id(&self) -> String {
        Gid::of(Kind::Trip, self.trip.id).to_string()
    }

    pub fn piece(&self, from: i32, to: i32) -> Ride {
        Ride { trip: Arc::clone(&self.trip), from, to }
    }
}

/// An application with its own database, clock and server.
pub struct TestApp {
    pub app: App,
    pub url: String,
    database: String,
    stop: watch::Sender<bool>,
}

impl TestApp {
    /// On the demonstration network.
    pub async fn new() -> Self {
        let n = NEXT.fetch_add(1, Ordering::SeqCst);
        let database = db::clone(&format!("{}_{n}", std::process::id())).await;
        Self::on(database, n, |_| {}).await
    }

    /// With settings of the test's own.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let n = NEXT.fetch_add(1, Ordering::SeqCst);
        let database = db::clone(&format!("{}_{n}", std::process::id())).await;
        Self::on(database, n, change).await
    }

    /// On an empty database.
    pub async fn empty() -> Self {
        let n = NEXT.fetch_add(1, Ordering::SeqCst);
        let database = db::empty(&format!("{}_{n}", std::process::id())).await;
        Self::on(database, n, |_| {}).await
    }

    /// On a database server of the test's own.
    pub async fn on_server(server: &str) -> Self {
        let n = NEXT.fetch_add(1, Ordering::SeqCst);
        let url = db::copied(server, &format!("{}_{n}", std::process::id())).await;
        Self::on(url, n, |_| {}).await
    }

    async fn on(database: String, seed: u64, change: impl FnOnce(&mut Config)) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let redis = std::env::var("TEST_REDIS_URL").ok().filter(|url| !url.is_empty());
        let mut config = config(&database, redis.as_deref());
        let listener = http::listen("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        config.public_url.clone_from(&url);
        // Visitors say where they come from, and tests that share one Redis share nothing in it.
        config.behind_proxy = true;
        config.redis_namespace = format!("test-{}-{seed}", std::process::id());
        change(&mut config);
        let clock = Clock::frozen(start());
        let app =
            App::with(config, clock.clone(), Ids::seeded(seed + u64::from(std::process::id()) * 100_000, clock)).await;
        let app = app.expect("the application starts");
        Inventory::listen(&app);
        let (stop, stopped) = watch::channel(false);
        tokio::spawn({
            let app = app.clone();
            async move { http::serve(&app, listener, stopped).await.expect("the server serves") }
        });
        TestApp { app, url, database, stop }
    }

    /// A second server on the same database and bus; `None` where the bus is within the process.
    pub async fn replica(&self) -> Option<Self> {
        let redis = self.app.config.redis_namespace.clone();
        self.app.config.redis_url.as_ref()?;
        Some(Self::on(self.database.clone(), 777, |config| config.redis_namespace = redis).await)
    }

    /// Ends a replica and leaves the database to the other.
    pub async fn stop_only(self) {
        let _ = self.stop.send(true);
        let _ = self.app.db.clone().close().await;
    }

    /// Asks the server to end, as SIGTERM does.
    pub fn terminate(&self) {
        let _ = self.stop.send(true);
    }

    /// The same visitor at this server.
    pub fn visitor_like(&self, other: &Actor) -> Actor {
        other.at(&self.url)
    }

    /// A visitor without a session, at an address of their own.
    pub fn visitor(&self) -> Actor {
        Actor::new(&self.url)
    }

    /// A staff member of the demonstration, signed in.
    pub async fn staff(&self, role: &str) -> Actor {
        let mut actor = self.visitor();
        let login = format!("{}@demo.beket.example.com", role.to_lowercase().replace('_', "-"));
        actor.sign_in(&login, "beket-demo", "STAFF").await;
        actor
    }

    /// The demonstration's passenger, signed in.
    pub async fn passenger(&self) -> Actor {
        let mut actor = self.visitor();
        actor.sign_in("passenger@demo.beket.example.com", "beket-demo", "PASSENGER").await;
        actor
    }

    /// The first trip of a line (its code) that leaves at least three hours from now, from its first stop to its last.
    pub async fn ride(&self, route: &str) -> Ride {
        self.ride_after(route, TimeDelta::hours(3)).await
    }

    pub async fn ride_after(&self, route: &str, after: TimeDelta) -> Ride {
        use sea_orm::QueryOrder;
        let db = self.app.db.read();
        let route = entity::route::Entity::find().filter(entity::route::Column::Code.eq(route)).one(db).await;
        let route = route.expect("routes can be read").expect("the demonstration has the route");
        let trip = entity::trip::Entity::find()
            .filter(entity::trip::Column::RouteId.eq(route.id))
            .filter(entity::trip::Column::DepartsAt.gte(self.app.clock.now() + after))
            .order_by_asc(entity::trip::Column::DepartsAt)
            .order_by_asc(entity::trip::Column::Id)
            .one(db)
            .await
            .expect("trips can be read")
            .expect("the route has a trip");
        let view = trip_view(&self.app, trip.id).await.expect("a view").expect("the trip");
        let to = i32::try_from(view.calls.len()).expect("few stops") - 1;
        Ride { trip: view, from: 0, to }
    }

    pub fn advance(&self, by: TimeDelta) {
        self.app.clock.advance(by);
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    pub fn today(&self) -> NaiveDate {
        self.app.clock.now().date_naive()
    }

    /// Does all jobs that are due, and those they promise.
    pub async fn run_jobs(&self) {
        let handler = jobs::handler(&self.app);
        api::features::payment::poll(&self.app).await.expect("gateways are asked");
        while self.app.jobs.run_due(&self.app.db, &handler).await.expect("jobs run") > 0 {}
        while api::features::fiscal_receipt::drive(&self.app).await.expect("registers are told") > 0 {}
    }

    /// Promises reports that are due by mail, and says how many letters.
    pub async fn promise_reports(&self) -> usize {
        api::features::report::promise_due(&self.app).await.expect("schedules can be read")
    }

    /// The texts of all messages, oldest first: (channel, receiver, text).
    pub async fn messages(&self) -> Vec<(String, String, String)> {
        use sea_orm::QueryOrder;
        let rows =
            entity::message::Entity::find().order_by_asc(entity::message::Column::Id).all(self.app.db.read()).await;
        rows.expect("messages can be read").into_iter().map(|row| (row.channel, row.recipient, row.text)).collect()
    }

    /// How many rows a query finds; for what no API tells.
    pub async fn count(&self, sql: &str) -> i64 {
        let db = self.app.db.read();
        let statement =
            Statement::from_string(db.get_database_backend(), format!("SELECT COUNT(*) AS n FROM ({sql}) q"));
        let row = db.query_one_raw(statement).await.expect("the count runs").expect("a count");
        row.try_get("", "n").expect("a number")
    }

    /// Whether a text is anywhere in the database, in whatever column: where a secret must not be.
    pub async fn database_holds(&self, text: &str) -> bool {
        let db = self.app.db.read();
        let backend = db.get_database_backend();
        let columns = match backend {
            DbBackend::Sqlite => {
                "SELECT m.name AS t, 'CAST(\"' || p.name || '\" AS TEXT)' AS c \
                 FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'"
            }
            _ => {
                "SELECT table_name::text AS t, CASE data_type WHEN 'bytea' THEN 'encode(\"' || column_name || '\", ''escape'')' \
                 ELSE '\"' || column_name || '\"::text' END AS c FROM information_schema.columns \
                 WHERE table_schema = current_schema()"
            }
        };
        let mut tables: HashMap<String, Vec<String>> = HashMap::new();
        for row in db.query_all_raw(Statement::from_string(backend, columns)).await.expect("columns are listed") {
            let (table, column) = (row.try_get("", "t").expect("a table"), row.try_get("", "c").expect("a column"));
            tables.entry(table).or_default().push(column);
        }
        for (table, columns) in tables {
            let found: Vec<String> = columns.iter().map(|column| format!("{column} LIKE '%{text}%'")).collect();
            if self.count(&format!("SELECT 1 AS one FROM \"{table}\" WHERE {}", found.join(" OR "))).await > 0 {
                return true;
            }
        }
        false
    }

    /// Changes the database behind the application's back: what a test breaks by hand.
    pub async fn break_by_hand(&self, sql: &str) {
        self.app.db.writer().execute_unprepared(sql).await.expect("the statement runs");
    }

    /// What `beket check` finds.
    pub async fn violations(&self) -> Vec<check::Violation> {
        check::check(&self.app).await.expect("the check runs")
    }

    /// A trip's seats with a live claim on a leg.
    pub async fn claimed(&self, trip: Uuid) -> u64 {
        use sea_orm::PaginatorTrait;
        let rows = entity::claim::Entity::find().filter(entity::claim::Column::SpaceId.eq(trip));
        rows.count(self.app.db.read()).await.expect("claims can be counted")
    }

    /// The end of every test: the rules hold, and the database goes.
    pub async fn done(self) {
        self.run_jobs().await;
        let violations = self.violations().await;
        assert_eq!(violations, [], "a rule that always holds was broken");
        self.discard().await;
    }

    /// The end of a test that broke a rule by hand.
    pub async fn discard(self) {
        let _ = self.stop.send(true);
        let _ = self.app.db.clone().close().await;
        db::drop(&self.database).await;
    }
}
