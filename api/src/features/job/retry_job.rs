use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

use ::entity::job;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::query::Job;

#[derive(InputObject)]
pub struct RetryJobInput {
    pub id: ID,
}

#[derive(SimpleObject)]
pub struct JobRetried {
    pub job: Job,
}

#[derive(Union)]
pub enum RetryJobResult {
    Retried(JobRetried),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct RetryJob;

#[Object]
impl RetryJob {
    /// Lets a job that was given up, or waits for its next try, run now. InvalidInput for one that is done or running.
    #[graphql(guard = "Can(Permission::RetryJobs)")]
    async fn retry_job(&self, ctx: &Context<'_>, input: RetryJobInput) -> Result<RetryJobResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Job, &input.id)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = job::Entity::find_by_id(id).one(&tx).await.map_err(Fault::from)?.ok_or_else(error::not_found)?;
        let again = job::ActiveModel {
            state: Set("WAITING".into()),
            attempts: Set(0),
            run_at: Set(app.clock.now()),
            finished_at: Set(None),
            ..Default::default()
        };
        let changed = job::Entity::update_many()
            .set(again)
            .filter(job::Column::Id.eq(id))
            .filter(job::Column::State.is_in(["FAILED", "WAITING"]))
            .exec_with_returning(&tx)
            .await
            .map_err(Fault::from)?;
        let Some(row) = changed.into_iter().next() else {
            let done = RetryJobResult::InvalidInput(InvalidInput::one(viewer.language, "id", "JOB_NOT_WAITING"));
            return Ok(tx.give_up(done).await.map_err(Fault::from)?);
        };
        let facts = |row: &job::Model| json!({ "state": row.state, "attempts": row.attempts, "runAt": row.run_at });
        let change = Change::of(facts(&before), facts(&row));
        audit_change(app, &tx, viewer, "RETRY_JOB", &format!("job:{id}"), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        Ok(RetryJobResult::Retried(JobRetried { job: Job::from(row) }))
    }
}
