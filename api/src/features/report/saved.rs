use chrono::{DateTime, Utc};
use domain::report::Rhythm;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use ::entity::{account, report_schedule, saved_report};

use crate::features::staff::StaffMember;
use crate::graphql::{Can, Gid, Kind, Permission, Viewer, app, error, viewer};
use crate::platform::Fault;

use super::data_set::DataSet;
use super::input::ReportDefinition;
use super::schedule_report::ReportRhythm;

/// Most that are shown.
const MOST: u64 = 300;

/// A report that somebody has kept.
pub struct SavedReport {
    pub row: saved_report::Model,
    pub viewer: Option<Uuid>,
}

#[Object]
impl SavedReport {
    async fn id(&self) -> ID {
        Gid::of(Kind::SavedReport, self.row.id)
    }

    async fn name(&self) -> &str {
        &self.row.name
    }

    /// Everybody who may see its data set sees it.
    async fn shared(&self) -> bool {
        self.row.shared
    }

    /// The viewer's own: may be changed and dropped.
    async fn own(&self) -> bool {
        self.viewer == Some(self.row.account_id)
    }

    /// Whose it is.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, Some(self.row.account_id)).await
    }

    /// When and to whom it is sent; for its owner alone.
    async fn schedule(&self, ctx: &Context<'_>) -> Result<Option<ReportSchedule>> {
        if self.viewer != Some(self.row.account_id) {
            return Ok(None);
        }
        let db = app(ctx).db.read();
        let row = report_schedule::Entity::find_by_id(self.row.id).one(db).await.map_err(Fault::from)?;
        let Some(row) = row else { return Ok(None) };
        let ids: Vec<Uuid> = serde_json::from_value(row.recipients).map_err(Fault::from)?;
        let people =
            account::Entity::find().filter(account::Column::Id.is_in(ids)).order_by_asc(account::Column::Email);
        let people = people.all(db).await.map_err(Fault::from)?;
        Ok(Rhythm::parse(&row.rhythm).map(|rhythm| ReportSchedule {
            rhythm: rhythm.into(),
            hour: row.hour,
            recipients: people.into_iter().filter_map(|person| person.email).collect(),
            next_at: row.next_at,
        }))
    }

    async fn definition(&self) -> Result<ReportDefinition> {
        let definition: domain::report::Definition =
            serde_json::from_value(self.row.definition.clone()).map_err(Fault::from)?;
        Ok(definition.into())
    }
}

/// When and to whom a report is sent.
#[derive(SimpleObject)]
pub struct ReportSchedule {
    pub rhythm: ReportRhythm,
    /// Full hour on the clock of the home station.
    pub hour: i32,
    /// Addresses of staff.
    pub recipients: Vec<String>,
    /// UTC.
    pub next_at: DateTime<Utc>,
}

/// The saved report is away.
#[derive(SimpleObject)]
pub struct ReportDropped {
    /// False where the viewer has no such report, be it another's or gone already.
    pub ok: bool,
}

/// Whether the viewer may read it: own or shared, of a data set that is theirs.
fn is_readable(viewer: &Viewer, row: &saved_report::Model) -> bool {
    DataSet::find(&row.data_set).is_some_and(|set| set.is_open_to(viewer))
}

#[derive(Default)]
pub struct SavedReportQuery;

#[Object]
impl SavedReportQuery {
    /// Staff: the viewer's own reports and those that are shared, of data sets that the viewer may see; by name.
    #[graphql(guard = "Can(Permission::ViewReports)", complexity = "10 + 10 * child_complexity")]
    async fn saved_reports(&self, ctx: &Context<'_>) -> Result<Vec<SavedReport>> {
        use saved_report::Column;
        let viewer = viewer(ctx);
        let own = viewer.account_id().ok_or_else(error::unauthenticated)?;
        let rows = saved_report::Entity::find()
            .filter(Condition::any().add(Column::AccountId.eq(own)).add(Column::Shared.eq(true)))
            .order_by_asc(Column::Name)
            .order_by_asc(Column::Id)
            .limit(MOST)
            .all(app(ctx).db.read())
            .await
            .map_err(Fault::from)?;
        let rows = rows.into_iter().filter(|row| is_readable(viewer, row));
        Ok(rows.map(|row| SavedReport { row, viewer: Some(own) }).collect())
    }
}
