use async_graphql::{Context, Object, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use ::entity::saved_view;

use crate::graphql::{StaffSession, app, error, viewer};
use crate::platform::Fault;

use super::types::SavedView;

/// Most that are shown of one list.
const MOST: u64 = 200;

#[derive(Default)]
pub struct SavedViewQuery;

#[Object]
impl SavedViewQuery {
    /// Staff: the viewer's own views of a list, and those that are shared with the viewer's role; by name.
    #[graphql(guard = "StaffSession", complexity = "10 + 10 * child_complexity")]
    async fn saved_views(&self, ctx: &Context<'_>, list: String) -> Result<Vec<SavedView>> {
        use saved_view::Column;
        let viewer = viewer(ctx);
        let session = viewer.session.as_ref().ok_or_else(error::unauthenticated)?;
        let role = session.role.as_ref().map(|role| role.code.clone());
        let theirs = Condition::any().add(Column::AccountId.eq(session.account_id)).add(Column::Role.eq(role));
        let rows = saved_view::Entity::find()
            .filter(Column::List.eq(list))
            .filter(theirs)
            .order_by_asc(Column::Name)
            .order_by_asc(Column::Id)
            .limit(MOST)
            .all(app(ctx).db.read())
            .await
            .map_err(Fault::from)?;
        Ok(rows.into_iter().map(|row| SavedView { row, viewer: viewer.account_id() }).collect())
    }
}
