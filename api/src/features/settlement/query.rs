use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use domain::carrier_settlement::State;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use ::entity::settlement::{Column, Entity};

use crate::graphql::{By, Can, Date, Gid, Kind, Page, Permission, Sort, SortDirection, app, viewer};

use super::access::{find_settlement, seen};
use super::types::{Settlement, SettlementConnection, SettlementState, fresh};

/// Which settlements; everything given has to fit.
#[derive(InputObject, Default)]
pub struct SettlementFilterInput {
    pub carrier_id: Option<ID>,
    /// ISO 4217.
    pub currency: Option<String>,
    pub state: Option<SettlementState>,
    /// Periods that end on this day or later.
    pub from: Option<Date>,
    /// Periods that begin on this day or earlier.
    pub to: Option<Date>,
}

/// By what settlements are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SettlementSort {
    /// The last day of its period.
    Ends,
    /// What is owed when the period ends.
    Closing,
    /// When it was made.
    Made,
}

#[derive(Default)]
pub struct SettlementQuery;

#[Object]
impl SettlementQuery {
    /// Staff: settlements with carriers, the latest period first unless asked otherwise. Who represents a carrier sees its
    /// own that were approved.
    #[graphql(
        guard = "Can(Permission::ViewSettlements)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn settlements(
        &self,
        ctx: &Context<'_>,
        filter: Option<SettlementFilterInput>,
        #[graphql(default_with = "SettlementSort::Ends")] sort: SettlementSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<SettlementConnection> {
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut all = seen(viewer(ctx));
        if let Some(id) = &filter.carrier_id {
            all = all.add(Column::CarrierId.eq(Gid::find(Kind::Carrier, id)?));
        }
        if let Some(currency) = filter.currency.filter(|code| !code.is_empty()) {
            all = all.add(Column::Currency.eq(currency));
        }
        if let Some(state) = filter.state {
            all = all.add(Column::State.eq(State::from(state).code()));
        }
        if let Some(Date(from)) = filter.from {
            all = all.add(Column::EndsOn.gte(from));
        }
        if let Some(Date(to)) = filter.to {
            all = all.add(Column::StartsOn.lte(to));
        }
        let by = match sort {
            SettlementSort::Ends => By::Date(Column::EndsOn),
            SettlementSort::Closing => By::Number(Column::ClosingMinor),
            SettlementSort::Made => By::Id,
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(Entity::find().filter(all), sort, app(ctx).db.read(), Settlement).await?;
        Ok(SettlementConnection::new(nodes, info, None))
    }

    /// Staff: a settlement, a draft with its lines of this moment. Of another carrier than one's own, or no such one:
    /// NOT_FOUND.
    #[graphql(guard = "Can(Permission::ViewSettlements)", complexity = "50 + child_complexity")]
    async fn settlement(&self, ctx: &Context<'_>, id: ID) -> Result<Settlement> {
        let app = app(ctx);
        let row = find_settlement(app.db.read(), viewer(ctx), &id).await?;
        Ok(fresh(app, row).await?)
    }
}
