//! A database for each test, cloned from one that was filled once for the run.

use std::path::PathBuf;

use migration::Migrator;
use sea_orm::{ConnectionTrait, Database};
use sea_orm_migration::MigratorTrait;
use tokio::sync::OnceCell;

use api::platform::db::Db;

use crate::test_app::{config, fill};

static TEMPLATE: OnceCell<String> = OnceCell::const_new();

/// The server for the tests, `postgres://…/postgres`; without it they run on SQLite.
pub fn postgres() -> Option<String> {
    std::env::var("TEST_DATABASE_URL").ok().filter(|url| !url.is_empty())
}

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("beket-tests-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder for databases can be made");
    folder
}

fn on_server(server: &str, name: &str) -> String {
    let (base, _) = server.rsplit_once('/').expect("a server's URL ends with a database");
    format!("{base}/{name}")
}

async fn admin(server: &str, sql: &str) {
    let connection = Database::connect(server).await.expect("the test server answers");
    connection.execute_unprepared(sql).await.expect("the test server takes the statement");
    connection.close().await.expect("the connection closes");
}

async fn migrate(url: &str) {
    let db = Db::connect(url, 2).await.expect("the database opens");
    Migrator::up(db.writer(), None).await.expect("the migrations run");
    db.close().await.expect("the database closes");
}

async fn template() -> &'static str {
    TEMPLATE
        .get_or_init(|| async {
            let url = match postgres() {
                Some(server) => {
                    let name = format!("beket_template_{}", std::process::id());
                    admin(&server, &format!("DROP DATABASE IF EXISTS {name}")).await;
                    admin(&server, &format!("CREATE DATABASE {name}")).await;
                    on_server(&server, &name)
                }
                None => {
                    let file = folder().join("template.db");
                    let _ = std::fs::remove_file(&file);
                    format!("sqlite://{}?mode=rwc", file.display())
                }
            };
            migrate(&url).await;
            fill(config(&url, None)).await;
            url
        })
        .await
}

/// A fresh copy of the filled database, under a name of its own.
pub async fn clone(name: &str) -> String {
    let template = template().await;
    match postgres() {
        Some(server) => {
            let (_, source) = template.rsplit_once('/').expect("a name");
            let name = format!("beket_{name}");
            // The server copies one database at a time.
            static ONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
            let _one = ONE.lock().await;
            admin(&server, &format!("CREATE DATABASE {name} TEMPLATE {source} STRATEGY FILE_COPY")).await;
            on_server(&server, &name)
        }
        None => {
            let source = template.trim_start_matches("sqlite://").split('?').next().expect("a path");
            let file = folder().join(format!("{name}.db"));
            std::fs::copy(source, &file).expect("the template can be copied");
            format!("sqlite://{}?mode=rwc", file.display())
        }
    }
}

/// A database filled as the template is, on another PostgreSQL server.
pub async fn copied(server: &str, name: &str) -> String {
    let name = format!("beket_{name}");
    admin(server, &format!("CREATE DATABASE {name}")).await;
    let url = on_server(server, &name);
    migrate(&url).await;
    fill(config(&url, None)).await;
    url
}

/// An empty database, migrated.
pub async fn empty(name: &str) -> String {
    let url = match postgres() {
        Some(server) => {
            let name = format!("beket_{name}");
            admin(&server, &format!("CREATE DATABASE {name}")).await;
            on_server(&server, &name)
        }
        None => format!("sqlite://{}?mode=rwc", folder().join(format!("{name}.db")).display()),
    };
    migrate(&url).await;
    url
}

/// Takes the copy away.
pub async fn drop(url: &str) {
    match postgres() {
        Some(_) => {
            let (server, name) = url.rsplit_once('/').expect("a name");
            admin(&format!("{server}/postgres"), &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        }
        None => {
            let file = url.trim_start_matches("sqlite://").split('?').next().expect("a path");
            for suffix in ["", "-wal", "-shm"] {
                let _ = std::fs::remove_file(format!("{file}{suffix}"));
            }
        }
    }
}
