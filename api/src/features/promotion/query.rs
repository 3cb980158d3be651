use async_graphql::{Context, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, Order as Direction, QueryFilter};

use ::entity::promotion::{Column, Entity};

use crate::graphql::{Can, Page, Permission, Sort, app, viewer};

use super::types::{Promotion, PromotionConnection, sets_promotions};

#[derive(Default)]
pub struct PromotionQuery;

#[Object]
impl PromotionQuery {
    /// Staff: promotional codes, the newest first; those in use or those of the past.
    #[graphql(
        guard = "Can(Permission::ManageTimetable)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn promotions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = true)] active: bool,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<PromotionConnection> {
        sets_promotions(viewer(ctx))?;
        let page = Page::read(first, after.as_deref())?;
        let query = Entity::find().filter(Column::Active.eq(active));
        let sort = Sort::by_time(Column::MadeAt, Column::Id, Direction::Desc);
        let (nodes, info) = page.find(query, sort, app(ctx).db.read(), Promotion).await?;
        Ok(PromotionConnection::new(nodes, info, None))
    }
}
