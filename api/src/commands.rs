//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use migration::Migrator;
use sea_orm_migration::MigratorTrait;
use tokio::sync::watch;

use crate::app::App;
use crate::config::Config;
use crate::demonstration::{Growth, grow};
use crate::features::account::{DEMONSTRATION_PASSWORD, make_demonstration_accounts};
use crate::features::fiscal_register::make_demonstration_register;
use crate::features::gateway::make_sandbox_gateway;
use crate::features::inventory::Inventory;
use crate::features::network::{ImportGtfs, ImportReport, generate_network, generate_trips, import_gtfs};
use crate::features::partner::take_in;
use crate::features::site::{list_settings, set_setting};
use crate::features::staff::invite_administrator;
use crate::features::terminal_network::make_demonstration_network;
use crate::features::ticket::public_keys;
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::clock::Clock;
use crate::platform::db::Db;
use crate::platform::ids::Ids;
use crate::{check, http, jobs};

/// The ticket office of a station: one binary from a village on SQLite to a country on PostgreSQL and Redis.
#[derive(Parser)]
#[command(name = "beket", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// What is logged, as `RUST_LOG` says it.
    #[arg(long, env = "RUST_LOG", default_value = "info,sqlx=warn,sea_orm_migration=warn", global = true)]
    log: String,
    /// The log as JSON lines.
    #[arg(long, env = "BEKET_LOG_JSON", global = true)]
    log_json: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Migrates the database and serves both sites and the API.
    Serve {
        #[command(flatten)]
        config: Config,
        /// First load the demonstration from this folder, as `beket demo` does.
        #[arg(long)]
        demo: Option<PathBuf>,
    },
    /// Works on jobs only, beside servers with `BEKET_WORKER=false`.
    Worker {
        #[command(flatten)]
        config: Config,
    },
    /// Brings the database's schema up to date.
    Migrate {
        #[command(flatten)]
        config: Config,
    },
    /// Loads the demonstration network, its trips and one account for each role; a second time it changes nothing but
    /// what `--days` adds.
    Demo {
        #[command(flatten)]
        config: Config,
        /// The folder with the network.
        #[arg(long, default_value = "demo")]
        from: PathBuf,
        /// Also furnishes the office and makes up so many days of trips and sales until today, and sales for the days to come.
        #[arg(long, default_value_t = 0)]
        days: u32,
        /// How many orders. Default: 250 for each of the days, and 26,000 for today and the next ones.
        #[arg(long)]
        orders: Option<u32>,
    },
    /// Imports a GTFS feed: a zip or a folder. Takes what can be taken and reports every row it could not.
    ImportGtfs {
        file: PathBuf,
        /// A name for the feed; a later import with the same name replaces it. Default: the file's name.
        #[arg(long)]
        feed: Option<String>,
        /// Import even if this very file was the last one imported.
        #[arg(long)]
        force: bool,
        #[command(flatten)]
        config: Config,
    },
    /// Writes the timetable and its prices as a GTFS feed, as the server publishes it at /feeds/gtfs.zip.
    ExportGtfs {
        /// The zip to write.
        file: PathBuf,
        #[command(flatten)]
        config: Config,
    },
    /// Makes the dated trips of the coming days; the server does it every hour.
    GenerateTrips {
        /// Default: the setting `sale_days_ahead`, 60.
        #[arg(long)]
        days: Option<u32>,
        #[command(flatten)]
        config: Config,
    },
    /// Makes a network of many copies of another, for benches, and its trips of so many days.
    #[command(hide = true)]
    GenerateNetwork {
        #[arg(long, default_value = "demo")]
        from: PathBuf,
        #[arg(long, default_value_t = 100)]
        copies: u32,
        /// From now on the setting `sale_days_ahead`.
        #[arg(long, default_value_t = 7)]
        days: u32,
        #[command(flatten)]
        config: Config,
    },
    /// Looks whether the database keeps the rules that always hold; names what breaks them and then ends with 1.
    Check {
        #[command(flatten)]
        config: Config,
    },
    /// Prints the settings: values that may change while the servers run.
    Settings {
        #[command(flatten)]
        config: Config,
    },
    /// Changes a setting: `beket set hold_minutes 20`. Running servers follow within seconds.
    Set {
        /// One that `beket settings` prints.
        key: String,
        value: u32,
        #[command(flatten)]
        config: Config,
    },
    /// Invites an administrator by mail and prints the link: the first one, who then invites everybody else in the
    /// office. Again for the same address: a new link.
    InviteAdministrator {
        email: String,
        first_name: String,
        last_name: String,
        /// Of mails to them: `ru`, `ky` or `en`.
        #[arg(long, default_value = "ru", value_parser = language)]
        language: Language,
        #[command(flatten)]
        config: Config,
    },
    /// Prints the GraphQL schema.
    Schema,
    /// Prints the public keys that tickets are verified with.
    TicketKeys {
        #[command(flatten)]
        config: Config,
    },
    /// Makes a partner's key and prints it, once.
    ApiKey {
        name: String,
        /// `introspection`.
        #[arg(long, value_delimiter = ',')]
        scopes: Vec<String>,
        #[command(flatten)]
        config: Config,
    },
}

/// Runs the command line.
pub async fn run() -> ExitCode {
    let cli = Cli::parse();
    start_log(&cli);
    // The one provider of TLS; a second install would only say that there is one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match dispatch(cli.command).await {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("beket: {fault:?}");
            ExitCode::FAILURE
        }
    }
}

fn language(code: &str) -> Result<Language, String> {
    Language::parse(code).ok_or_else(|| format!("{code} is none of ru, ky, en"))
}

fn start_log(cli: &Cli) {
    let filter = tracing_subscriber::EnvFilter::new(&cli.log);
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if cli.log_json { builder.json().init() } else { builder.with_target(false).init() }
}

async fn dispatch(command: Command) -> Result<ExitCode, Fault> {
    match command {
        Command::Serve { config, demo } => {
            let app = open(config).await?;
            if let Some(folder) = demo {
                load_demo(&app, folder).await?;
            }
            serve(&app).await?;
        }
        Command::Worker { config } => {
            let app = open(config).await?;
            let stop = stop_signal();
            for task in jobs::start(&app, &stop) {
                task.await?;
            }
        }
        Command::Migrate { config } => {
            migrate(&config).await?;
            println!("The database is up to date.");
        }
        Command::Demo { config, from, days, orders } => {
            let app = open(config).await?;
            load_demo(&app, from).await?;
            if days > 0 {
                let growth = Growth::of(days);
                grow_demo(&app, Growth { orders: orders.unwrap_or(growth.orders), ..growth }).await?;
            }
        }
        Command::ImportGtfs { file, feed, force, config } => return import(config, file, feed, force).await,
        Command::ExportGtfs { file, config } => {
            let app = open(config).await?;
            let feed = app.feeds.timetable(&app).await?;
            tokio::fs::write(&file, &feed.bytes).await?;
            let written = &feed.written;
            let (trips, routes, stops) = (written.trips.len(), written.routes, written.stops.len());
            println!("{}: {trips} trips, {routes} routes, {stops} stops", file.display());
        }
        Command::GenerateTrips { days, config } => {
            let app = open(config).await?;
            let made = make_trips(&app, days, "").await?;
            println!("{made} trips were made.");
        }
        Command::GenerateNetwork { from, copies, days, config } => {
            let app = open(config).await?;
            set(&app, "sale_days_ahead", days).await?;
            let progress: crate::features::network::OnProgress = Arc::new(|line| eprintln!("{line}"));
            let made = generate_network(&app, &from, copies, progress).await;
            print_report(&made.map_err(|error| Fault::new(error.to_string()))?);
            make_trips(&app, Some(days), "").await?;
        }
        Command::Check { config } => {
            let app = open(config).await?;
            let violations = check::check(&app).await?;
            for violation in &violations {
                println!("rule {}: {}", violation.rule, violation.what);
            }
            if !violations.is_empty() {
                return Ok(ExitCode::FAILURE);
            }
            println!("All rules hold.");
        }
        Command::Settings { config } => {
            let app = open(config).await?;
            for (setting, value) in list_settings(app.db.read()).await? {
                let (from, to) = (setting.allowed.start(), setting.allowed.end());
                let (key, meaning, default) = (setting.key, setting.meaning, setting.default);
                println!("{key:<16} {value:>4}  {meaning} ({from} to {to}, by default {default})");
            }
        }
        Command::Set { key, value, config } => set(&open(config).await?, &key, value).await?,
        Command::InviteAdministrator { email, first_name, last_name, language, config } => {
            let app = open(config).await?;
            println!("{}", invite_administrator(&app, &email, (&first_name, &last_name), language).await?);
        }
        Command::Schema => print!("{}", crate::graphql::schema::sdl()),
        Command::TicketKeys { config } => {
            let app = connect(config).await?;
            for (id, key) in public_keys(&app) {
                println!("{id} {key}");
            }
        }
        Command::ApiKey { name, scopes, config } => {
            let app = open(config).await?;
            println!("{}", make_key(&app, name, scopes).await?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn migrate(config: &Config) -> Result<(), Fault> {
    if let Some(path) = config.database_url.strip_prefix("sqlite://") {
        let path = path.split('?').next().unwrap_or_default();
        if let Some(folder) = std::path::Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)?;
        }
    }
    let db = Db::connect(&config.database_url, 2).await?;
    Migrator::up(db.writer(), None).await?;
    db.close().await?;
    Ok(())
}

async fn connect(config: Config) -> Result<App, Fault> {
    let clock = Clock::system();
    let ids = Ids::random(clock.clone());
    App::with(config, clock, ids).await
}

/// Migrates and connects.
async fn open(config: Config) -> Result<App, Fault> {
    // Words about a missing secret come before anything is touched.
    config.master_secret()?;
    migrate(&config).await?;
    connect(config).await
}

/// True once the process was asked to end.
fn stop_signal() -> watch::Receiver<bool> {
    let (sender, receiver) = watch::channel(false);
    tokio::spawn(async move {
        let terminate = async {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut signal) => {
                    signal.recv().await;
                }
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            () = terminate => {}
        }
        tracing::info!("ending: what has begun is finished first");
        let _ = sender.send(true);
    });
    receiver
}

async fn serve(app: &App) -> Result<(), Fault> {
    make_sandbox_gateway(app).await?;
    let stop = stop_signal();
    Inventory::listen(app);
    app.network.get(app).await?;
    make_trips(app, None, "").await?;
    let listener = http::listen(&app.config.listen)?;
    let tasks = if app.config.worker { jobs::start(app, &stop) } else { Vec::new() };
    println!("Passengers  {}/", app.config.public_url);
    println!("Staff       {}/admin/", app.config.public_url);
    println!("GraphQL     {}/graphql", app.config.public_url);
    if !app.config.is_production() {
        let logins = crate::features::account::demonstration_logins(app).await?;
        if !logins.is_empty() {
            println!("Log in with any of these and the password {DEMONSTRATION_PASSWORD}:");
        }
        for (role, login) in logins {
            println!("  {role:<24} {login}");
        }
    }
    http::serve(app, listener, stop).await?;
    for task in tasks {
        task.await?;
    }
    app.db.clone().close().await?;
    Ok(())
}

/// Makes the missing trips; on a terminal the progress stays on one line.
async fn make_trips(app: &App, days: Option<u32>, indent: &str) -> Result<u64, Fault> {
    use std::io::{IsTerminal, Write};
    let days = match days {
        Some(days) => days,
        None => app.network.get(app).await?.settings.sale_days_ahead,
    };
    let terminal = std::io::stderr().is_terminal();
    let made = generate_trips(app, days, &|line| {
        if terminal {
            eprint!("\r{indent}{line}   ");
            let _ = std::io::stderr().flush();
        }
    })
    .await?;
    if terminal && made > 0 {
        eprintln!();
    }
    if made > 0 {
        eprintln!("{indent}{made} trips were made, {days} days ahead");
    }
    Ok(made)
}

async fn set(app: &App, key: &str, value: u32) -> Result<(), Fault> {
    set_setting(app, key, value).await?.map_err(Fault::new)
}

async fn load_demo(app: &App, folder: PathBuf) -> Result<(), Fault> {
    if app.config.is_production() {
        return Err(Fault::new("production mode does not load a demonstration"));
    }
    let input = ImportGtfs { path: folder, feed: Some("demo".into()), force: false };
    let progress: crate::features::network::OnProgress = Arc::new(|line| eprintln!("  {line}"));
    let report = import_gtfs(app, &input, progress).await.map_err(|error| Fault::new(error.to_string()))?;
    print_report(&report);
    make_trips(app, None, "  ").await?;
    make_demonstration_accounts(app).await?;
    make_sandbox_gateway(app).await?;
    make_demonstration_network(app).await?;
    make_demonstration_register(app).await
}

/// Makes up sales; on a terminal the progress stays on one line.
async fn grow_demo(app: &App, growth: Growth) -> Result<(), Fault> {
    use std::io::{IsTerminal, Write};
    let terminal = std::io::stderr().is_terminal();
    let told = |line: &str| {
        if terminal {
            eprint!("\r  {line}   ");
            let _ = std::io::stderr().flush();
        }
    };
    let grown = grow(app, &growth, &told).await?;
    if terminal {
        eprintln!();
    }
    println!("{} orders with {} tickets were made up, and {} past trips.", grown.orders, grown.tickets, grown.trips);
    Ok(())
}

async fn import(config: Config, file: PathBuf, feed: Option<String>, force: bool) -> Result<ExitCode, Fault> {
    let app = open(config).await?;
    let input = ImportGtfs { path: file, feed, force };
    let progress: crate::features::network::OnProgress = Arc::new(|line| eprintln!("{line}"));
    match import_gtfs(&app, &input, progress).await {
        Ok(report) => {
            print_report(&report);
            make_trips(&app, None, "").await?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            eprintln!("{error}");
            Ok(ExitCode::FAILURE)
        }
    }
}

fn print_report(report: &ImportReport) {
    print!("{report}");
}

/// Makes a partner's key; only its hash is kept.
pub async fn make_key(app: &App, name: String, scopes: Vec<String>) -> Result<String, Fault> {
    let tx = app.db.begin().await?;
    let (_, key) = take_in(app, &tx, name, None, &scopes).await?;
    tx.commit().await?;
    Ok(key)
}
