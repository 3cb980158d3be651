use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

/// The database: PostgreSQL, or embedded SQLite with one connection for writing and several for reading.
#[derive(Clone)]
pub struct Db {
    write: DatabaseConnection,
    read: DatabaseConnection,
    /// Statements that were sent, outside transactions: what pins down a list that asks once for each row.
    sent: Arc<AtomicU64>,
}

impl Db {
    /// Connects to `postgres://…` or `sqlite://path?mode=rwc`. Durability is set explicitly on both: an acknowledged
    /// sale has been written to the disk.
    pub async fn connect(url: &str, connections: u32) -> Result<Self, DbErr> {
        if url.starts_with("sqlite:") {
            let write = Database::connect(sqlite_options(url, 1)).await?;
            let read = Database::connect(sqlite_options(url, connections.clamp(2, 8))).await?;
            Ok(Self::counting(write, read))
        } else {
            let mut options = ConnectOptions::new(url);
            options
                .max_connections(connections)
                .min_connections(2)
                .acquire_timeout(Duration::from_secs(30))
                .sqlx_logging(false)
                // Asking before each use whether the connection lives would double the round trips.
                .test_before_acquire_if_idle_for(Duration::from_secs(1))
                .map_sqlx_postgres_opts(|o| {
                    o.options([("synchronous_commit", "on"), ("lock_timeout", "10s"), ("statement_timeout", "120s")])
                });
            let pool = Database::connect(options).await?;
            Ok(Self::counting(pool.clone(), pool))
        }
    }

    fn counting(write: DatabaseConnection, mut read: DatabaseConnection) -> Self {
        let sent = Arc::<AtomicU64>::default();
        let counter = Arc::clone(&sent);
        read.set_metric_callback(move |_| {
            counter.fetch_add(1, Ordering::Relaxed);
        });
        Db { write, read, sent }
    }

    /// How many statements were sent outside transactions so far.
    pub fn queries(&self) -> u64 {
        self.sent.load(Ordering::Relaxed)
    }

    /// For reading outside a transaction. What it returns may be older than a transaction under way.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// The only way to write. On SQLite it begins IMMEDIATE: one that reads first would otherwise fail under load.
    /// Don't use [`Db::read`] for what the transaction itself has changed.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        self.write
            .begin_with_options(TransactionOptions {
                isolation_level: None,
                access_mode: None,
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            })
            .await
    }

    /// The connection that migrations run on.
    pub fn writer(&self) -> &DatabaseConnection {
        &self.write
    }

    pub fn is_sqlite(&self) -> bool {
        self.read.get_database_backend() == DbBackend::Sqlite
    }

    pub async fn close(self) -> Result<(), DbErr> {
        self.read.close().await?;
        self.write.close().await
    }
}

fn sqlite_options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(60))
        .sqlx_logging(false)
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(|o| {
            o.pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .pragma("foreign_keys", "ON")
                .pragma("temp_store", "MEMORY")
                .pragma("cache_size", "-65536")
                .busy_timeout(Duration::from_secs(20))
        });
    options
}
