//! Several use cases' transactions in one flush of SQLite's log.
//!
//! SQLite has one writer and flushes the log at each commit; a slow disk would then allow a few hundred sales a second.
//! So those who wait for the writer share a commit, as PostgreSQL does by itself: each use case works in a savepoint of
//! a common transaction, one after the other, and is answered when that transaction has been committed and flushed.
//! With nobody waiting each has a commit of its own. What is rolled back is rolled back alone, to its savepoint, and
//! answered when what it saw of the others is flushed; a commit that fails is told to all who were in it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

/// A common transaction is committed when so many have finished in it,
const MOST: usize = 64;
/// or when it is so old, though others still wait.
const OLDEST: Duration = Duration::from_millis(10);

/// The writer of an SQLite database and the common transaction on it.
pub struct GroupCommit {
    common: Arc<Mutex<Common>>,
    waiting: AtomicUsize,
}

struct Common {
    writer: DatabaseConnection,
    open: Option<(DatabaseTransaction, Instant)>,
    finished: Vec<oneshot::Sender<Result<(), Arc<DbErr>>>>,
}

impl Common {
    async fn open(&mut self) -> Result<(), DbErr> {
        if self.open.is_none() {
            let options = TransactionOptions {
                isolation_level: None,
                access_mode: None,
                // One that reads first would otherwise fail under load.
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            };
            self.open = Some((self.writer.begin_with_options(options).await?, Instant::now()));
        }
        Ok(())
    }

    fn full(&self) -> bool {
        let old = self.open.as_ref().is_some_and(|(_, since)| since.elapsed() >= OLDEST);
        old || self.finished.len() >= MOST
    }

    /// Commits and tells all who are in it.
    async fn commit(&mut self) {
        let Some((common, _)) = self.open.take() else { return };
        let finished = std::mem::take(&mut self.finished);
        let outcome = common.commit().await.map_err(Arc::new);
        for one in finished {
            // Who has gone away needs no answer.
            let _ = one.send(outcome.clone());
        }
    }
}

impl GroupCommit {
    pub fn new(writer: DatabaseConnection) -> Arc<Self> {
        let common = Common { writer, open: None, finished: Vec::new() };
        Arc::new(GroupCommit { common: Arc::new(Mutex::new(common)), waiting: AtomicUsize::new(0) })
    }

    /// Waits for the writer and begins a part of the common transaction.
    pub async fn begin(self: &Arc<Self>) -> Result<Turn, DbErr> {
        let mut turn = self.turn().await?;
        // Before it is set: somebody who goes away meanwhile may leave it behind.
        turn.savepoint = true;
        turn.connection().execute_unprepared("SAVEPOINT part").await?;
        Ok(turn)
    }

    /// Waits for the writer, for one statement, which is all or nothing without a savepoint.
    pub async fn turn(self: &Arc<Self>) -> Result<Turn, DbErr> {
        let waiting = Waiting::new(self);
        let common = Arc::clone(&self.common).lock_owned().await;
        waiting.done();
        let mut turn = Turn { group: Arc::clone(self), common: Some(common), savepoint: false };
        turn.common_mut().open().await?;
        Ok(turn)
    }

    /// Leaves the common transaction to who waits, or commits it.
    fn pass_on(&self, common: OwnedMutexGuard<Common>) {
        if common.full() || self.waiting.load(Ordering::Acquire) == 0 {
            Self::finish(common);
        }
    }

    fn finish(mut common: OwnedMutexGuard<Common>) {
        // Apart from the request that happens to be the last: if it is given up, the others are still answered.
        tokio::spawn(async move { common.commit().await });
    }
}

/// Somebody who waits for the writer, so that who has it leaves the common transaction open.
struct Waiting<'a> {
    group: &'a Arc<GroupCommit>,
    done: bool,
}

impl<'a> Waiting<'a> {
    fn new(group: &'a Arc<GroupCommit>) -> Self {
        group.waiting.fetch_add(1, Ordering::AcqRel);
        Waiting { group, done: false }
    }

    fn done(mut self) {
        self.done = true;
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let left = self.group.waiting.fetch_sub(1, Ordering::AcqRel) - 1;
        if self.done || left > 0 {
            return;
        }
        // It was given up, and somebody may have left the common transaction open for it.
        let group = Arc::clone(self.group);
        tokio::spawn(async move {
            let common = Arc::clone(&group.common).lock_owned().await;
            if group.waiting.load(Ordering::Acquire) == 0 {
                GroupCommit::finish(common);
            }
        });
    }
}

/// The right to write, until its end. Dropped, its savepoint is rolled back.
pub struct Turn {
    group: Arc<GroupCommit>,
    common: Option<OwnedMutexGuard<Common>>,
    savepoint: bool,
}

const UNDO: &str = "ROLLBACK TO part; RELEASE part";

impl Turn {
    #[expect(clippy::expect_used, reason = "only the drop takes it out")]
    fn common(&self) -> &Common {
        self.common.as_deref().expect("a turn has its common transaction until it ends")
    }

    #[expect(clippy::expect_used, reason = "only the drop takes it out")]
    fn common_mut(&mut self) -> &mut Common {
        self.common.as_deref_mut().expect("a turn has its common transaction until it ends")
    }

    /// The common transaction.
    #[expect(clippy::expect_used, reason = "a turn begins by opening it, and who has the turn alone may commit it")]
    pub fn connection(&self) -> &DatabaseTransaction {
        self.common().open.as_ref().map(|(connection, _)| connection).expect("a turn's transaction is open")
    }

    /// Keeps what was changed; returns when it has been flushed.
    pub async fn commit(mut self) -> Result<(), DbErr> {
        if self.savepoint {
            self.connection().execute_unprepared("RELEASE part").await?;
            self.savepoint = false;
        }
        self.flushed().await
    }

    /// Undoes what was changed; returns when what it saw of those before it has been flushed.
    pub async fn give_up(mut self) -> Result<(), DbErr> {
        if self.savepoint {
            self.connection().execute_unprepared(UNDO).await?;
            self.savepoint = false;
        }
        if self.common().finished.is_empty() { Ok(()) } else { self.flushed().await }
    }

    async fn flushed(mut self) -> Result<(), DbErr> {
        let (tell, told) = oneshot::channel();
        self.common_mut().finished.push(tell);
        drop(self);
        match told.await {
            Ok(outcome) => outcome.map_err(|error| DbErr::Custom(format!("a common commit failed: {error}"))),
            Err(_) => Err(DbErr::Custom("a common commit was lost".into())),
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(common) = self.common.take() else { return };
        if self.savepoint {
            let group = Arc::clone(&self.group);
            tokio::spawn(async move {
                if let Some((connection, _)) = &common.open
                    && let Err(error) = connection.execute_unprepared(UNDO).await
                {
                    // As when the savepoint was never set.
                    tracing::debug!(%error, "nothing to undo");
                }
                group.pass_on(common);
            });
        } else {
            self.group.pass_on(common);
        }
    }
}
