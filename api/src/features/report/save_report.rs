use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};

use ::entity::saved_report;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Form, InvalidInput, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::question;
use super::input::ReportDefinition;
use super::saved::SavedReport;

/// Reports of one person.
const MOST: u64 = 100;

#[derive(InputObject)]
pub struct SaveReportInput {
    /// One of the viewer's own with this name is replaced.
    pub name: String,
    /// With everybody who may see the data set: needs the right to share.
    #[graphql(default)]
    pub shared: bool,
    pub definition: ReportDefinition,
}

#[derive(SimpleObject)]
pub struct ReportSaved {
    pub report: SavedReport,
}

#[derive(Union)]
pub enum SaveReportResult {
    Saved(ReportSaved),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct SaveReport;

#[Object]
impl SaveReport {
    /// Staff: keeps a report's definition under a name, for oneself or, with the right to share, for all. It holds a
    /// question and no rows: whoever reads it sees what they may see.
    #[graphql(guard = "Can(Permission::ViewReports)", complexity = "20 + child_complexity")]
    async fn save_report(&self, ctx: &Context<'_>, input: SaveReportInput) -> Result<SaveReportResult> {
        use saved_report::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account_id = viewer.account_id().ok_or_else(error::unauthenticated)?;
        if input.shared && !viewer.can(Permission::ShareReports) {
            return Err(error::forbidden());
        }
        let question = match question(app, viewer, input.definition).await? {
            Ok(question) => question,
            Err(problem) => return Ok(SaveReportResult::InvalidInput(problem)),
        };
        let mut form = Form::new(viewer.language);
        let name = form.text("name", &input.name, 80);
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let own = saved_report::Entity::find().filter(Column::AccountId.eq(account_id));
        let count = own.clone().count(&tx).await.map_err(Fault::from)?;
        let before = own.filter(Column::Name.eq(&name)).one(&tx).await.map_err(Fault::from)?;
        if before.is_none() && count >= MOST {
            form.wrong("name", "TOO_MANY_VIEWS");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveReportResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let row = saved_report::Model {
            id: before.as_ref().map_or_else(|| app.ids.new(), |row| row.id),
            account_id,
            name,
            shared: input.shared,
            data_set: question.set.code.into(),
            definition: serde_json::to_value(&question.definition).map_err(Fault::from)?,
            created_at: before.as_ref().map_or_else(|| app.clock.now(), |row| row.created_at),
        };
        upsert::<saved_report::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        audit_change(app, &tx, viewer, "SAVE_REPORT", &format!("report:{}", row.data_set), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveReportResult::Saved(ReportSaved { report: SavedReport { row, viewer: viewer.account_id() } }))
    }
}

/// Without the definition: somebody's name may be among what is filtered by.
pub fn facts(row: &saved_report::Model) -> Value {
    json!({ "name": row.name, "shared": row.shared })
}
