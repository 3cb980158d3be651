use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use async_graphql::async_trait::async_trait;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    QueryResult, Statement, TransactionTrait,
};

use super::group_commit::{GroupCommit, Turn};

/// Statements that a connection keeps prepared: more than there are in use, with lists of different lengths.
const STATEMENTS: usize = 500;

/// The database: PostgreSQL, with connections for writing and as many for reading, or embedded SQLite with one for
/// writing and several for reading.
#[derive(Clone)]
pub struct Db {
    write: DatabaseConnection,
    /// Shares out the one connection for writing of SQLite.
    group: Option<Arc<GroupCommit>>,
    read: DatabaseConnection,
    /// Statements that were sent, outside transactions: what pins down a list that asks once for each row.
    sent: Arc<AtomicU64>,
    steps: Arc<Steps>,
}

/// Whoever wants to know of each step of a writing.
#[derive(Default)]
struct Steps(OnceLock<Box<dyn Fn() + Send + Sync>>);

impl Steps {
    fn done(&self) {
        if let Some(told) = self.0.get() {
            told();
        }
    }
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
                .min_connections(2)
                .acquire_timeout(Duration::from_secs(30))
                .sqlx_logging(false)
                // Asking before each use whether the connection lives would double the round trips.
                .test_before_acquire_if_idle_for(Duration::from_secs(1))
                .map_sqlx_postgres_opts(|o| {
                    o.statement_cache_capacity(STATEMENTS).options([
                        ("synchronous_commit", "on"),
                        ("lock_timeout", "10s"),
                        ("statement_timeout", "120s"),
                    ])
                });
            // Apart, so that a transaction that has to read something beside itself never waits for transactions that
            // wait for it.
            options.max_connections((connections / 2).max(2));
            let write = Database::connect(options.clone()).await?;
            Ok(Self::counting(write, Database::connect(options).await?))
        }
    }

    fn counting(mut write: DatabaseConnection, mut read: DatabaseConnection) -> Self {
        let sent = Arc::<AtomicU64>::default();
        let counter = Arc::clone(&sent);
        read.set_metric_callback(move |_| {
            counter.fetch_add(1, Ordering::Relaxed);
        });
        let steps = Arc::<Steps>::default();
        let statements = Arc::clone(&steps);
        write.set_metric_callback(move |_| statements.done());
        let is_sqlite = read.get_database_backend() == DbBackend::Sqlite;
        let group = is_sqlite.then(|| GroupCommit::new(write.clone()));
        Db { write, group, read, sent, steps }
    }

    /// How many statements were sent outside transactions so far.
    pub fn queries(&self) -> u64 {
        self.sent.load(Ordering::Relaxed)
    }

    /// Calls `told`, once set, after each statement of a transaction and after each transaction that is kept: for tests
    /// that end the process between any two of them.
    pub fn after_each_step(&self, told: impl Fn() + Send + Sync + 'static) {
        // Whoever came first stays.
        let _ = self.steps.0.set(Box::new(told));
    }

    /// For reading outside a transaction. What it returns may be older than a transaction under way.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// The only way to write. Don't use [`Db::read`] for what the transaction itself has changed.
    pub async fn begin(&self) -> Result<Tx, DbErr> {
        let inner = match &self.group {
            Some(group) => Inner::Part(group.begin().await?),
            None => Inner::Whole(self.write.begin().await?),
        };
        Ok(Tx { inner, steps: Arc::clone(&self.steps) })
    }

    /// For a change that is one statement: a transaction by itself, flushed when the statement has returned.
    pub fn once(&self) -> Once<'_> {
        Once(self)
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

/// A transaction of one use case. It ends by [`Tx::commit`] or [`Tx::give_up`]; dropped, as on an error, it is rolled
/// back.
pub struct Tx {
    inner: Inner,
    steps: Arc<Steps>,
}

enum Inner {
    Whole(DatabaseTransaction),
    /// Of a common transaction.
    Part(Turn),
}

impl Tx {
    /// Returns when what was changed has been flushed to the disk.
    pub async fn commit(self) -> Result<(), DbErr> {
        match self.inner {
            Inner::Whole(transaction) => transaction.commit().await?,
            Inner::Part(turn) => turn.commit().await?,
        }
        self.steps.done();
        Ok(())
    }

    /// Rolls back and passes the answer on: when what this transaction has seen of others, and the answer may speak
    /// of, has been flushed too.
    pub async fn give_up<T>(self, answer: T) -> Result<T, DbErr> {
        match self.inner {
            Inner::Whole(transaction) => transaction.rollback().await?,
            Inner::Part(turn) => turn.give_up().await?,
        }
        Ok(answer)
    }
}

impl Deref for Tx {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        match &self.inner {
            Inner::Whole(transaction) => transaction,
            Inner::Part(turn) => turn.connection(),
        }
    }
}

#[async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.deref().get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.deref().execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.deref().execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.deref().query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.deref().query_all_raw(statement).await
    }
}

/// Statements that are each a transaction.
pub struct Once<'a>(&'a Db);

macro_rules! once {
    ($this:ident, $method:ident, $argument:ident) => {{
        let Some(group) = &$this.0.group else { return $this.0.write.$method($argument).await };
        let turn = group.turn().await?;
        let answer = turn.connection().$method($argument).await?;
        turn.commit().await?;
        $this.0.steps.done();
        Ok(answer)
    }};
}

#[async_trait]
impl ConnectionTrait for Once<'_> {
    fn get_database_backend(&self) -> DbBackend {
        self.0.write.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        once!(self, execute_raw, statement)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        once!(self, execute_unprepared, sql)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        once!(self, query_one_raw, statement)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        once!(self, query_all_raw, statement)
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
            o.statement_cache_capacity(STATEMENTS)
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .pragma("foreign_keys", "ON")
                .pragma("temp_store", "MEMORY")
                .pragma("cache_size", "-65536")
                .busy_timeout(Duration::from_secs(20))
        });
    options
}
