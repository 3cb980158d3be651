use async_graphql::{Context, ID, Object, Result, SimpleObject};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use ::entity::saved_view;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Gid, Kind, StaffSession, app, viewer};
use crate::platform::Fault;

#[derive(SimpleObject)]
pub struct ViewDropped {
    /// False where the viewer has no such view, be it another's or gone already.
    pub ok: bool,
}

#[derive(Default)]
pub struct DropView;

#[Object]
impl DropView {
    /// Staff: takes one of the viewer's own views away, from those with whom it was shared too.
    #[graphql(guard = "StaffSession", complexity = "20 + child_complexity")]
    async fn drop_view(&self, ctx: &Context<'_>, id: ID) -> Result<ViewDropped> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let Some(id) = Gid::read(Kind::SavedView, &id) else { return Ok(ViewDropped { ok: false }) };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let gone = saved_view::Entity::delete_many()
            .filter(saved_view::Column::Id.eq(id))
            .filter(saved_view::Column::AccountId.eq(viewer.account_id()))
            .exec_with_returning(&tx)
            .await
            .map_err(Fault::from)?;
        let Some(row) = gone.first() else {
            return Ok(tx.give_up(ViewDropped { ok: false }).await.map_err(Fault::from)?);
        };
        let change = Change::of(json!({ "name": row.name, "list": row.list }), json!({ "name": null, "list": null }));
        audit_change(app, &tx, viewer, "DROP_VIEW", &format!("view:{id}"), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(ViewDropped { ok: true })
    }
}
