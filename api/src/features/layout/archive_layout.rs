use async_graphql::{Context, ID, InputObject, Object, Result};
use sea_orm::{ActiveModelTrait, EntityTrait, QuerySelect, Set};

use ::entity::layout;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, ChangedMeanwhile, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::save_layout::{LayoutSaved, SaveLayoutResult};
use super::store::facts;
use super::types::Layout;

#[derive(InputObject)]
pub struct ArchiveLayoutInput {
    pub id: ID,
    /// As it was read.
    pub version: i32,
    /// False: brings it back.
    pub archived: bool,
}

#[derive(Default)]
pub struct ArchiveLayout;

#[Object]
impl ArchiveLayout {
    /// Staff: puts a layout that no route and no vehicle uses out of the way, or brings it back. Its versions stay.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "20 + child_complexity")]
    async fn archive_layout(&self, ctx: &Context<'_>, input: ArchiveLayoutInput) -> Result<SaveLayoutResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Layout, &input.id)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let before = layout::Entity::find_by_id(id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
        let before = before.ok_or_else(error::not_found)?;
        if i64::from(input.version) != before.version {
            let answer = SaveLayoutResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let uses = Layout::with_uses(&tx, vec![before.clone()]).await?.remove(0);
        if input.archived && (uses.route_count > 0 || uses.vehicle_count > 0) {
            let answer = InvalidInput::one(viewer.language, "id", "LAYOUT_IN_USE");
            return Ok(tx.give_up(SaveLayoutResult::InvalidInput(answer)).await.map_err(Fault::from)?);
        }
        if input.archived == before.archived_at.is_some() {
            return Ok(tx.give_up(SaveLayoutResult::Saved(LayoutSaved { layout: uses })).await.map_err(Fault::from)?);
        }
        let mut change: layout::ActiveModel = before.clone().into();
        change.archived_at = Set(input.archived.then(|| app.clock.now()));
        let after = change.update(&tx).await.map_err(Fault::from)?;
        let values = Change::of(facts(&before), facts(&after));
        audit_change(app, &tx, viewer, "ARCHIVE_LAYOUT", &format!("layout:{id}"), values).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveLayoutResult::Saved(LayoutSaved { layout: Layout { row: after, ..uses } }))
    }
}
