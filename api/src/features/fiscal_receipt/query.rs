use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{fiscal_receipt, order};

use crate::app::App;
use crate::features::order::number_of;
use crate::features::site::{day_begins, day_ends};
use crate::graphql::{By, Can, Date, Gid, Kind, Page, Permission, Sort, SortDirection, app};
use crate::platform::Fault;

use super::types::{FiscalReceipt, FiscalReceiptConnection, FiscalReceiptKind, FiscalReceiptState};

/// By what receipts are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum FiscalReceiptSort {
    /// When it came to be.
    Made,
    Amount,
    /// FD: its number in the register's module.
    Document,
}

/// Which receipts; everything given has to fit.
#[derive(InputObject, Default)]
pub struct FiscalReceiptFilterInput {
    pub register_id: Option<ID>,
    pub states: Option<Vec<FiscalReceiptState>>,
    pub kinds: Option<Vec<FiscalReceiptKind>>,
    /// An order's number in any form, or the number of the fiscal document.
    pub text: Option<String>,
    /// First and last day on which they came to be, on the site's calendar, inclusive.
    pub from: Option<Date>,
    pub to: Option<Date>,
}

#[derive(Default)]
pub struct FiscalReceiptQuery;

#[Object]
impl FiscalReceiptQuery {
    /// Staff: fiscal receipts, the newest first unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManageRegisters)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn fiscal_receipts(
        &self,
        ctx: &Context<'_>,
        filter: Option<FiscalReceiptFilterInput>,
        #[graphql(default_with = "FiscalReceiptSort::Made")] sort: FiscalReceiptSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<FiscalReceiptConnection> {
        use fiscal_receipt::Column;
        let app = app(ctx);
        let page = Page::read(first, after.as_deref())?;
        let list = fiscal_receipt::Entity::find().filter(condition(app, &filter.unwrap_or_default()).await?);
        let by = match sort {
            FiscalReceiptSort::Made => By::Id,
            FiscalReceiptSort::Amount => By::Number(Column::AmountMinor),
            FiscalReceiptSort::Document => By::Number(Column::FdNumber),
        };
        let sort = Sort::new(sort, direction, by, Column::Id);
        let (nodes, info) = page.find(list, sort, app.db.read(), FiscalReceipt).await?;
        Ok(FiscalReceiptConnection::new(nodes, info, None))
    }
}

async fn condition(app: &App, filter: &FiscalReceiptFilterInput) -> Result<Condition> {
    use fiscal_receipt::Column;
    let mut all = Condition::all();
    if let Some(id) = &filter.register_id {
        all = all.add(Column::RegisterId.eq(Gid::find(Kind::FiscalRegister, id)?));
    }
    if let Some(states) = &filter.states {
        let codes = states.iter().map(|state| domain::fiscal::ReceiptState::from(*state).code());
        all = all.add(Column::State.is_in(codes));
    }
    if let Some(kinds) = &filter.kinds {
        let codes = kinds.iter().map(|kind| domain::fiscal::ReceiptKind::from(*kind).code());
        all = all.add(Column::Kind.is_in(codes));
    }
    if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        let mut any = Condition::any();
        let number = number_of(&text.to_uppercase());
        let order = order::Entity::find().filter(order::Column::Number.eq(number)).one(app.db.read()).await;
        if let Some(order) = order.map_err(Fault::from)? {
            any = any.add(Column::OrderId.eq(order.id));
        }
        any = any.add(Column::FdNumber.eq(text.parse::<i64>().unwrap_or(-1)));
        all = all.add(any);
    }
    if let Some(from) = filter.from {
        all = all.add(Column::CreatedAt.gte(day_begins(from.0)));
    }
    if let Some(to) = filter.to {
        all = all.add(Column::CreatedAt.lt(day_ends(to.0)));
    }
    Ok(all)
}

/// The receipts of an order, oldest first; those that wait for money to move among them.
pub async fn receipts_of(app: &App, order: Uuid) -> Result<Vec<fiscal_receipt::Model>, Fault> {
    let rows = fiscal_receipt::Entity::find()
        .filter(fiscal_receipt::Column::OrderId.eq(order))
        .order_by_asc(fiscal_receipt::Column::Id);
    Ok(rows.all(app.db.read()).await?)
}
