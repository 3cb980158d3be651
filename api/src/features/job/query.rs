use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::job;

use crate::graphql::{By, Can, Gid, Kind, Page, Permission, Sort, SortDirection, app};

crate::connection!(Job, JobConnection, JobEdge);

#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    /// For its time, or for another try.
    Waiting,
    Running,
    Done,
    /// Given up: somebody has to look at it.
    Failed,
}

impl JobState {
    fn code(self) -> &'static str {
        match self {
            JobState::Waiting => "WAITING",
            JobState::Running => "RUNNING",
            JobState::Done => "DONE",
            JobState::Failed => "FAILED",
        }
    }
}

/// Work that was promised and is done apart.
#[derive(SimpleObject, Clone)]
pub struct Job {
    pub id: ID,
    /// `send_message`, `send_refund`, `trip_cancelled`, `road_closed`, …
    pub kind: String,
    pub state: JobState,
    pub attempts: i32,
    /// UTC. Not before.
    pub run_at: DateTime<Utc>,
    /// Why the last try failed.
    pub last_error: Option<String>,
    /// UTC.
    pub created_at: DateTime<Utc>,
    /// UTC.
    pub finished_at: Option<DateTime<Utc>>,
}

impl From<job::Model> for Job {
    fn from(row: job::Model) -> Self {
        let states = [JobState::Running, JobState::Done, JobState::Failed];
        Job {
            id: Gid::of(Kind::Job, row.id),
            kind: row.kind,
            state: states.into_iter().find(|state| state.code() == row.state).unwrap_or(JobState::Waiting),
            attempts: row.attempts,
            run_at: row.run_at,
            last_error: row.last_error,
            created_at: row.created_at,
            finished_at: row.finished_at,
        }
    }
}

/// By what jobs are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobSort {
    /// When it was promised.
    Created,
}

#[derive(Default)]
pub struct JobQuery;

#[Object]
impl JobQuery {
    /// Jobs; the newest first unless asked otherwise.
    #[graphql(guard = "Can(Permission::ViewJobs)", complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn jobs(
        &self,
        ctx: &Context<'_>,
        state: Option<JobState>,
        #[graphql(default_with = "JobSort::Created")] sort: JobSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<JobConnection> {
        let page = Page::read(first, after.as_deref())?;
        let mut query = job::Entity::find();
        if let Some(state) = state {
            query = query.filter(job::Column::State.eq(state.code()));
        }
        let JobSort::Created = sort;
        let sort = Sort::new(sort, direction, By::Id, job::Column::Id);
        let (nodes, info) = page.find(query, sort, app(ctx).db.read(), Job::from).await?;
        Ok(JobConnection::new(nodes, info, None))
    }
}
