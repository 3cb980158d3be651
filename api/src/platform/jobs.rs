//! Work promised inside a transaction and done after it, at least once. Every handler may run twice without harm.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Set, Statement};
use tokio::sync::Notify;
use tokio::task::{JoinError, JoinSet};
use uuid::Uuid;

use super::clock::Clock;
use super::db::Db;
use super::{Fault, ids::Ids};

pub use ::entity::job::Model as Job;

/// A job that has failed so often is given up.
pub const MAX_ATTEMPTS: i32 = 12;
/// A worker that has not finished by then is taken for dead.
const LOCK: TimeDelta = TimeDelta::minutes(2);
/// Jobs of one worker that run at the same time.
const MOST_AT_ONCE: usize = 16;

/// Why a job was not done.
#[derive(Debug)]
pub enum JobError {
    /// Worth another try, later.
    Retry(String),
    /// Will never work; somebody has to look at it.
    Fatal(String),
}

impl From<Fault> for JobError {
    fn from(fault: Fault) -> Self {
        JobError::Retry(format!("{fault:?}"))
    }
}

/// Does a job of any kind.
pub type Handler = Arc<dyn Fn(Job) -> BoxFuture<'static, Result<(), JobError>> + Send + Sync>;

#[derive(Clone)]
pub struct Jobs {
    clock: Clock,
    ids: Ids,
    wake: Arc<Notify>,
}

impl Jobs {
    pub fn new(clock: Clock, ids: Ids) -> Self {
        Jobs { clock, ids, wake: Arc::default() }
    }

    /// Promises a job in the caller's transaction. `key` is unique: the same promise twice is one job.
    pub async fn promise(
        &self,
        tx: &impl ConnectionTrait,
        kind: &str,
        key: &str,
        payload: serde_json::Value,
        run_at: DateTime<Utc>,
    ) -> Result<(), Fault> {
        self.promise_all(tx, kind, [(key.to_owned(), payload)], run_at).await
    }

    /// Promises several jobs of a kind, each with its key, by one statement.
    pub async fn promise_all(
        &self,
        tx: &impl ConnectionTrait,
        kind: &str,
        jobs: impl IntoIterator<Item = (String, serde_json::Value)>,
        run_at: DateTime<Utc>,
    ) -> Result<(), Fault> {
        use ::entity::job::{ActiveModel, Column, Entity};
        let rows = jobs.into_iter().map(|(key, payload)| ActiveModel {
            id: Set(self.ids.new()),
            kind: Set(kind.to_owned()),
            key: Set(format!("{kind}:{key}")),
            payload: Set(payload),
            state: Set("WAITING".into()),
            attempts: Set(0),
            run_at: Set(run_at),
            locked_until: Set(None),
            last_error: Set(None),
            created_at: Set(self.clock.now()),
            finished_at: Set(None),
        });
        Entity::insert_many(rows)
            .on_conflict(OnConflict::column(Column::Key).do_nothing().to_owned())
            .exec_without_returning(tx)
            .await?;
        Ok(())
    }

    /// Tells the worker of this process that a promise has been committed.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Works until told to stop, then finishes what it has begun. A slow job holds up nothing but itself.
    pub async fn work(&self, db: Db, handler: Handler, mut stop: tokio::sync::watch::Receiver<bool>) {
        let mut running = Running::default();
        while !*stop.borrow() {
            if let Err(fault) = self.begin_due(&db, &handler, &mut running).await {
                tracing::error!(?fault, "jobs cannot be read; trying again");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            let patience = Duration::from_millis(500);
            tokio::select! {
                Some(first) = running.join_next() => self.finish(&db, first, &mut running).await,
                () = self.wake.notified(), if running.len() < MOST_AT_ONCE => {}
                () = tokio::time::sleep(patience) => {}
                _ = stop.changed() => {}
            }
        }
        while let Some(first) = running.join_next().await {
            self.finish(&db, first, &mut running).await;
        }
    }

    /// Runs what is due now, at most a batch, and returns how many it ran.
    pub async fn run_due(&self, db: &Db, handler: &Handler) -> Result<usize, Fault> {
        let mut running = Running::default();
        let began = self.begin_due(db, handler, &mut running).await?;
        while let Some(first) = running.join_next().await {
            self.finish(db, first, &mut running).await;
        }
        Ok(began)
    }

    async fn begin_due(&self, db: &Db, handler: &Handler, running: &mut Running) -> Result<usize, Fault> {
        let room = MOST_AT_ONCE - running.len();
        let jobs = if room == 0 { Vec::new() } else { self.take(db, room).await? };
        let began = jobs.len();
        for job in jobs {
            // A handler that panics must not take the worker with it.
            let work = AssertUnwindSafe(handler(job.clone())).catch_unwind();
            running.spawn(async move {
                let outcome = work.await.unwrap_or_else(|panic| Err(JobError::Retry(words(&panic))));
                (job, outcome)
            });
        }
        Ok(began)
    }

    async fn take(&self, db: &Db, most: usize) -> Result<Vec<Job>, Fault> {
        let now = self.clock.now();
        if db.is_sqlite() {
            // A look without the writer first: an idle worker must not hold up those who sell.
            let due = Statement::from_sql_and_values(
                db.read().get_database_backend(),
                "SELECT 1 FROM job WHERE state IN ('WAITING', 'RUNNING') AND run_at <= $1 \
                 AND (locked_until IS NULL OR locked_until <= $1) LIMIT 1",
                [now.into()],
            );
            if db.read().query_one_raw(due).await?.is_none() {
                return Ok(Vec::new());
            }
        }
        let skip_locked = if db.is_sqlite() { "" } else { "FOR UPDATE SKIP LOCKED" };
        let take = format!(
            "UPDATE job SET state = 'RUNNING', locked_until = $2, attempts = attempts + 1 WHERE id IN (\
             SELECT id FROM job WHERE state IN ('WAITING', 'RUNNING') AND run_at <= $1 \
             AND (locked_until IS NULL OR locked_until <= $1) ORDER BY run_at LIMIT $3 {skip_locked}) RETURNING *"
        );
        let values = [now.into(), (now + LOCK).into(), i64::try_from(most).unwrap_or(1).into()];
        let db = db.once();
        let rows = db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), take, values)).await?;
        Ok(rows.iter().map(|row| Job::from_query_result(row, "")).collect::<Result<_, _>>()?)
    }

    /// Writes down the end of a job and of those that have ended meanwhile.
    async fn finish(&self, db: &Db, first: Result<Ended, JoinError>, running: &mut Running) {
        let (mut done, mut failed) = (Vec::new(), Vec::new());
        let mut next = Some(first);
        while let Some(ended) = next {
            match ended {
                Ok((job, Ok(()))) => done.push(job.id),
                Ok((job, Err(error))) => failed.push((job, error)),
                Err(error) => tracing::error!(%error, "a job was cut off; it will run again"),
            }
            next = running.try_join_next();
        }
        if let Err(fault) = self.write_ends(db, done, failed).await {
            tracing::error!(?fault, "the end of jobs could not be written; they will run again");
        }
    }

    async fn write_ends(&self, db: &Db, done: Vec<Uuid>, failed: Vec<(Job, JobError)>) -> Result<(), Fault> {
        use ::entity::job::{ActiveModel, Column, Entity};
        let now = self.clock.now();
        if !done.is_empty() {
            let row = ActiveModel {
                state: Set("DONE".into()),
                finished_at: Set(Some(now)),
                last_error: Set(None),
                locked_until: Set(None),
                ..Default::default()
            };
            let ended = Entity::update_many().set(row).filter(Column::Id.is_in(done));
            ended.filter(Column::State.eq("RUNNING")).exec(&db.once()).await?;
        }
        for (job, error) in failed {
            let mut row = ActiveModel { locked_until: Set(None), ..Default::default() };
            match error {
                JobError::Retry(error) if job.attempts < MAX_ATTEMPTS => {
                    let pause = TimeDelta::seconds(2i64.pow(u32::try_from(job.attempts.clamp(0, 9)).unwrap_or(0)));
                    tracing::warn!(kind = job.kind, id = %job.id, error, "a job failed and will be tried again");
                    row.state = Set("WAITING".into());
                    row.run_at = Set(now + pause);
                    row.last_error = Set(Some(error));
                }
                JobError::Retry(error) | JobError::Fatal(error) => {
                    tracing::error!(kind = job.kind, id = %job.id, error, "a job was given up");
                    row.state = Set("FAILED".into());
                    row.finished_at = Set(Some(now));
                    row.last_error = Set(Some(error));
                }
            }
            let ended = Entity::update_many().set(row).filter(Column::Id.eq(job.id));
            ended.filter(Column::State.eq("RUNNING")).exec(&db.once()).await?;
        }
        Ok(())
    }
}

type Ended = (Job, Result<(), JobError>);
type Running = JoinSet<Ended>;

fn words(panic: &Box<dyn std::any::Any + Send>) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    format!("panicked: {}", text.unwrap_or_default())
}
