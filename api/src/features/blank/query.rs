use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QueryTrait};

use ::entity::blank_block::{Column, Entity};

use crate::features::shift::own_open_desk;
use crate::graphql::{By, Can, Gid, Kind, Page, Permission, Sort, SortDirection, app, error, viewer};
use crate::platform::Fault;

use super::types::{BlankBlock, BlankBlockConnection};

/// Which blocks to list; everything given has to fit.
#[derive(InputObject, Default)]
pub struct BlankBlockFilterInput {
    /// A series, or a blank's number with it: the block that has it.
    pub text: Option<String>,
    /// At which desk.
    pub desk_id: Option<ID>,
}

/// By what blocks are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlankBlockSort {
    /// When it was entered.
    Issued,
    /// Since when it is where it is.
    Moved,
    /// Its series.
    Series,
    /// Its first number.
    Number,
}

#[derive(Default)]
pub struct BlankQuery;

#[Object]
impl BlankQuery {
    /// Accountants: blocks of paper tickets; the newest first unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManageBlanks)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn blank_blocks(
        &self,
        ctx: &Context<'_>,
        filter: Option<BlankBlockFilterInput>,
        #[graphql(default_with = "BlankBlockSort::Issued")] sort: BlankBlockSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<BlankBlockConnection> {
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let desk = filter.desk_id.as_ref().map(|id| Gid::find(Kind::Desk, id)).transpose()?;
        let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let query = Entity::find().apply_if(desk, |query, desk| query.filter(Column::DeskId.eq(desk))).apply_if(
            text,
            |query, text| match domain::blank::read(text) {
                Some((series, number)) => query
                    .filter(Column::Series.eq(series))
                    .filter(Column::FirstNumber.lte(number))
                    .filter(Column::LastNumber.gte(number)),
                None => query.filter(Column::Series.eq(text.to_uppercase())),
            },
        );
        let by = match sort {
            BlankBlockSort::Issued => By::Time(Column::IssuedAt),
            BlankBlockSort::Moved => By::Time(Column::MovedAt),
            BlankBlockSort::Series => By::Text(Column::Series),
            BlankBlockSort::Number => By::Number(Column::FirstNumber),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(query, sort, app(ctx).db.read(), BlankBlock).await?;
        Ok(BlankBlockConnection::new(nodes, info, None))
    }

    /// Accountants: one block. NOT_FOUND.
    #[graphql(guard = "Can(Permission::ManageBlanks)", complexity = "5 + child_complexity")]
    async fn blank_block(&self, ctx: &Context<'_>, id: ID) -> Result<BlankBlock> {
        let row = Entity::find_by_id(Gid::find(Kind::BlankBlock, &id)?).one(app(ctx).db.read()).await;
        Ok(BlankBlock(row.map_err(Fault::from)?.ok_or_else(error::not_found)?))
    }

    /// Cashiers: the blocks at the desk of one's open shift, by number; none without one.
    #[graphql(guard = "Can(Permission::SellAtDesk)", complexity = "10 + 5 * child_complexity")]
    async fn desk_blank_blocks(&self, ctx: &Context<'_>) -> Result<Vec<BlankBlock>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let Some(desk) = own_open_desk(app, viewer).await? else { return Ok(Vec::new()) };
        let rows = Entity::find().filter(Column::DeskId.eq(desk.id));
        let rows = rows.order_by_asc(Column::Series).order_by_asc(Column::FirstNumber).all(app.db.read()).await;
        Ok(rows.map_err(Fault::from)?.into_iter().map(BlankBlock).collect())
    }
}
