use async_graphql::{Context, ID, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use ::entity::saved_report;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Gid, Kind, Permission, app, viewer};
use crate::platform::Fault;

use super::save_report::facts;
use super::saved::ReportDropped;

#[derive(Default)]
pub struct DropReport;

#[Object]
impl DropReport {
    /// Staff: takes one of the viewer's own saved reports away, from those with whom it was shared too.
    #[graphql(guard = "Can(Permission::ViewReports)", complexity = "20 + child_complexity")]
    async fn drop_report(&self, ctx: &Context<'_>, id: ID) -> Result<ReportDropped> {
        use saved_report::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let Some(id) = Gid::read(Kind::SavedReport, &id) else { return Ok(ReportDropped { ok: false }) };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let own = saved_report::Entity::delete_many().filter(Column::AccountId.eq(viewer.account_id()));
        let gone = own.filter(Column::Id.eq(id)).exec_with_returning(&tx).await.map_err(Fault::from)?;
        let Some(row) = gone.first() else {
            return Ok(tx.give_up(ReportDropped { ok: false }).await.map_err(Fault::from)?);
        };
        let change = Change::of(facts(row), json!({ "name": null, "shared": null }));
        audit_change(app, &tx, viewer, "DROP_REPORT", &format!("report:{}", row.data_set), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(ReportDropped { ok: true })
    }
}
