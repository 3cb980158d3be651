use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use ::entity::job;

use crate::features::account::audit;
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
        job::Entity::find_by_id(id).one(&tx).await.map_err(Fault::from)?.ok_or_else(error::not_found)?;
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
        tx.commit().await.map_err(Fault::from)?;
        let Some(row) = changed.into_iter().next() else {
            return Ok(RetryJobResult::InvalidInput(InvalidInput::one(viewer.language, "id", "JOB_NOT_WAITING")));
        };
        audit(app, viewer, "RETRY_JOB", &format!("job:{id}")).await?;
        app.jobs.wake();
        Ok(RetryJobResult::Retried(JobRetried { job: Job::from(row) }))
    }
}
