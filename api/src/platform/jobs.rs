//! Work promised inside a transaction and done after it, at least once. Every handler may run twice without harm.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::BoxFuture;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, Set, Statement};
use tokio::sync::Notify;
use tokio::task::JoinSet;

use super::clock::Clock;
use super::db::Db;
use super::{Fault, ids::Ids};

pub use ::entity::job::Model as Job;

const MAX_ATTEMPTS: i32 = 12;
/// A worker that has not finished by then is taken for dead.
const LOCK: TimeDelta = TimeDelta::minutes(2);
const BATCH: u32 = 16;

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
        use ::entity::job::{ActiveModel, Column, Entity};
        let row = ActiveModel {
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
        };
        Entity::insert(row)
            .on_conflict(OnConflict::column(Column::Key).do_nothing().to_owned())
            .exec_without_returning(tx)
            .await?;
        Ok(())
    }

    /// Tells the worker of this process that a promise has been committed.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Works until told to stop, then finishes what it has begun.
    pub async fn work(&self, db: Db, handler: Handler, mut stop: tokio::sync::watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.run_due(&db, &handler).await {
                Ok(0) => {
                    tokio::select! {
                        () = self.wake.notified() => {}
                        () = tokio::time::sleep(Duration::from_millis(500)) => {}
                        _ = stop.changed() => {}
                    }
                }
                Ok(_) => {}
                Err(fault) => {
                    tracing::error!(?fault, "jobs cannot be read; trying again");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        }
    }

    /// Runs what is due now, at most a batch, and returns how many it ran.
    pub async fn run_due(&self, db: &Db, handler: &Handler) -> Result<usize, Fault> {
        let jobs = self.take(db).await?;
        let mut running = JoinSet::new();
        let count = jobs.len();
        for job in jobs {
            let (this, db, handler) = (self.clone(), db.clone(), Arc::clone(handler));
            running.spawn(async move {
                // A handler that panics must not take the worker with it.
                let outcome = match tokio::spawn(handler(job.clone())).await {
                    Ok(outcome) => outcome,
                    Err(panic) => Err(JobError::Retry(panic.to_string())),
                };
                if let Err(fault) = this.finish(&db, &job, outcome).await {
                    tracing::error!(?fault, kind = job.kind, "a job's end could not be written; it will run again");
                }
            });
        }
        while running.join_next().await.is_some() {}
        Ok(count)
    }

    async fn take(&self, db: &Db) -> Result<Vec<Job>, Fault> {
        let now = self.clock.now();
        // A look without a lock first: an idle worker must not hold up those who sell.
        let due = Statement::from_sql_and_values(
            db.read().get_database_backend(),
            "SELECT 1 FROM job WHERE state IN ('WAITING', 'RUNNING') AND run_at <= $1 \
             AND (locked_until IS NULL OR locked_until <= $1) LIMIT 1",
            [now.into()],
        );
        if db.read().query_one_raw(due).await?.is_none() {
            return Ok(Vec::new());
        }
        let skip_locked = if db.is_sqlite() { "" } else { "FOR UPDATE SKIP LOCKED" };
        let take = format!(
            "UPDATE job SET state = 'RUNNING', locked_until = $2, attempts = attempts + 1 WHERE id IN (\
             SELECT id FROM job WHERE state IN ('WAITING', 'RUNNING') AND run_at <= $1 \
             AND (locked_until IS NULL OR locked_until <= $1) ORDER BY run_at LIMIT {BATCH} {skip_locked}) RETURNING *"
        );
        let tx = db.begin().await?;
        let rows = tx
            .query_all_raw(Statement::from_sql_and_values(
                tx.get_database_backend(),
                take,
                [now.into(), (now + LOCK).into()],
            ))
            .await?;
        let jobs = rows.iter().map(|row| Job::from_query_result(row, "")).collect::<Result<_, _>>()?;
        tx.commit().await?;
        Ok(jobs)
    }

    async fn finish(&self, db: &Db, job: &Job, outcome: Result<(), JobError>) -> Result<(), Fault> {
        use ::entity::job::{ActiveModel, Column, Entity};
        let now = self.clock.now();
        let mut row = ActiveModel { locked_until: Set(None), ..Default::default() };
        match outcome {
            Ok(()) => {
                row.state = Set("DONE".into());
                row.finished_at = Set(Some(now));
                row.last_error = Set(None);
            }
            Err(JobError::Retry(error)) if job.attempts < MAX_ATTEMPTS => {
                let pause = TimeDelta::seconds(2i64.pow(u32::try_from(job.attempts.clamp(0, 9)).unwrap_or(0)));
                tracing::warn!(kind = job.kind, id = %job.id, error, "a job failed and will be tried again");
                row.state = Set("WAITING".into());
                row.run_at = Set(now + pause);
                row.last_error = Set(Some(error));
            }
            Err(JobError::Retry(error) | JobError::Fatal(error)) => {
                tracing::error!(kind = job.kind, id = %job.id, error, "a job was given up");
                row.state = Set("FAILED".into());
                row.finished_at = Set(Some(now));
                row.last_error = Set(Some(error));
            }
        }
        let tx = db.begin().await?;
        Entity::update_many()
            .set(row)
            .filter(Column::Id.eq(job.id))
            .filter(Column::State.eq("RUNNING"))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
