use async_graphql::{Context, Enum, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::promotion::{Column, Entity};

use crate::graphql::{By, Can, Page, Permission, Sort, SortDirection, app, viewer};

use super::types::{Promotion, PromotionConnection, sets_promotions};

/// By what promotional codes are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum PromotionSort {
    /// When it was made.
    Made,
    /// The code itself.
    Code,
    /// Until when it is taken; those without an end after all others.
    SoldTo,
}

#[derive(Default)]
pub struct PromotionQuery;

#[Object]
impl PromotionQuery {
    /// Staff: promotional codes, those in use or those of the past; the newest first unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManagePrices)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn promotions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = true)] active: bool,
        #[graphql(default_with = "PromotionSort::Made")] sort: PromotionSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<PromotionConnection> {
        sets_promotions(viewer(ctx))?;
        let page = Page::read(first, after.as_deref())?;
        let query = Entity::find().filter(Column::Active.eq(active));
        let by = match sort {
            PromotionSort::Made => By::Time(Column::MadeAt),
            PromotionSort::Code => By::Text(Column::Code),
            PromotionSort::SoldTo => By::Time(Column::SoldTo),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(query, sort, app(ctx).db.read(), Promotion).await?;
        Ok(PromotionConnection::new(nodes, info, None))
    }
}
