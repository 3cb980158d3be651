use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, Error, ID, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::fiscal::{Item, Marks, ReceiptKind, ReceiptState, link};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{fiscal_receipt, order};

use crate::app::App;
use crate::features::fiscal_register::FiscalRegister;
use crate::features::order::Order;
use crate::features::site::HOME_ZONE;
use crate::graphql::{Date, Gid, InvalidInput, Kind, Money, Permission, app, viewer};
use crate::platform::Fault;

crate::connection!(FiscalReceipt, FiscalReceiptConnection, FiscalReceiptEdge);

/// What a receipt records.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "ReceiptKind")]
pub enum FiscalReceiptKind {
    Sale,
    Return,
    /// A sale that was not recorded in its time, or with too little.
    SaleCorrection,
    /// A return that was not recorded in its time, or a sale recorded with too much.
    ReturnCorrection,
}

/// How far a receipt has come.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "ReceiptState")]
pub enum FiscalReceiptState {
    /// Of a return whose money has not moved yet.
    Waiting,
    /// In the register's queue.
    Queued,
    /// The register was told, and has not said yet that it is recorded.
    Sending,
    Done,
    /// The register has refused it: see `problem`.
    Failed,
}

/// A line of a receipt.
#[derive(SimpleObject)]
pub struct FiscalReceiptItem {
    pub name: String,
    pub quantity: i32,
    pub sum: Money,
    /// Null: without tax.
    pub tax_percent: Option<Decimal>,
    /// The tax within the sum.
    pub tax: Money,
    /// For whom it is sold; null: the seller's own.
    pub principal: Option<String>,
    /// Number of the taxpayer for whom it is sold.
    pub principal_inn: Option<String>,
}

/// What a cash register has written on a receipt.
#[derive(SimpleObject)]
pub struct FiscalMarks {
    /// FM: number of the fiscal module.
    pub fn_number: String,
    /// FD: number of the document in the module.
    pub fd_number: String,
    /// FPD: the sign of the document.
    pub fm: String,
    pub inn: String,
    pub reg_number: String,
    /// UTC, by the register's clock.
    pub issued_at: DateTime<Utc>,
    /// Of the register's shift.
    pub shift_number: i32,
    /// Where the tax service shows it.
    pub link: String,
}

/// What a cash register is to record of a sale or a return.
#[derive(Clone)]
pub struct FiscalReceipt(pub fiscal_receipt::Model);

impl FiscalReceipt {
    /// Of an order, oldest first; without those that wait for money to move.
    pub async fn of_order(ctx: &Context<'_>, order: Uuid) -> Result<Vec<FiscalReceipt>> {
        let loaded = ctx.data_unchecked::<DataLoader<ReceiptLoader>>().load_one(ReceiptsOfOrder(order)).await;
        let loaded = loaded.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?;
        Ok(loaded.unwrap_or_default())
    }

    fn money(&self, minor: i64) -> Money {
        Money::of(minor, &self.0.currency)
    }

    pub fn items_of(&self) -> Result<Vec<Item>, Fault> {
        Ok(serde_json::from_value(self.0.items.clone())?)
    }

    pub fn kind_of(&self) -> Result<ReceiptKind, Fault> {
        ReceiptKind::parse(&self.0.kind).ok_or_else(|| Fault::new("a receipt of no known kind"))
    }

    /// Once the register has recorded it.
    pub fn marks_of(&self) -> Result<Option<FiscalMarks>, Fault> {
        let row = &self.0;
        let (Some(fn_number), Some(fd_number), Some(fm), Some(inn), Some(reg_number), Some(issued_at)) =
            (&row.fn_number, row.fd_number, &row.fm, &row.inn, &row.reg_number, row.issued_at)
        else {
            return Ok(None);
        };
        let link = link(&Marks {
            at: issued_at.with_timezone(&HOME_ZONE).naive_local(),
            operation_type: self.kind_of()?.operation_type(),
            fn_number,
            fd_number,
            fm,
            inn,
            reg_number,
            sum_minor: row.amount_minor,
        });
        Ok(Some(FiscalMarks {
            fn_number: fn_number.clone(),
            fd_number: fd_number.to_string(),
            fm: fm.clone(),
            inn: inn.clone(),
            reg_number: reg_number.clone(),
            issued_at,
            shift_number: i32::try_from(row.shift_number.unwrap_or(0)).unwrap_or(i32::MAX),
            link,
        }))
    }
}

#[Object]
impl FiscalReceipt {
    async fn id(&self) -> ID {
        Gid::of(Kind::FiscalReceipt, self.0.id)
    }

    async fn kind(&self) -> Result<FiscalReceiptKind> {
        Ok(self.kind_of()?.into())
    }

    async fn state(&self) -> Result<FiscalReceiptState> {
        let state = ReceiptState::parse(&self.0.state).ok_or_else(|| Fault::new("a receipt in no known state"))?;
        Ok(state.into())
    }

    async fn amount(&self) -> Money {
        self.money(self.0.amount_minor)
    }

    /// Of the amount, in cash.
    async fn cash(&self) -> Money {
        self.money(self.0.cash_minor)
    }

    /// Of the amount, by card or otherwise without cash.
    async fn cashless(&self) -> Money {
        self.money(self.0.cashless_minor)
    }

    /// Of the amount, by tickets that were given for it.
    async fn offset(&self) -> Money {
        self.money(self.0.offset_minor)
    }

    async fn items(&self) -> Result<Vec<FiscalReceiptItem>> {
        let item = |item: Item| FiscalReceiptItem {
            name: item.name,
            quantity: i32::try_from(item.quantity).unwrap_or(i32::MAX),
            sum: self.money(item.sum_minor),
            tax_percent: item.tax_percent,
            tax: self.money(item.tax_minor),
            principal_inn: item.principal.as_ref().and_then(|principal| principal.inn.clone()),
            principal: item.principal.map(|principal| principal.name),
        };
        Ok(self.items_of()?.into_iter().map(item).collect())
    }

    /// When it came to be: with the sale or the return. UTC.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Once the register has recorded it.
    async fn marks(&self) -> Result<Option<FiscalMarks>> {
        Ok(self.marks_of()?)
    }

    /// Who sold it, by hand; staff only.
    async fn cashier(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.cashier.as_deref().filter(|_| viewer(ctx).is_staff())
    }

    /// Of a correction: why; staff only.
    async fn basis(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.basis.as_deref().filter(|_| viewer(ctx).is_staff())
    }

    /// Of a correction: the day on which the money moved.
    async fn settled_on(&self) -> Option<Date> {
        self.0.settled_on.map(Date)
    }

    /// Why it is not recorded yet, in the register's words; staff only.
    async fn problem(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.last_error.as_deref().filter(|_| viewer(ctx).is_staff())
    }

    /// How often the register was told.
    async fn attempts(&self) -> i32 {
        self.0.attempts
    }

    /// Who records it; null for who may not see registers.
    #[graphql(complexity = "2 + child_complexity")]
    async fn register(&self, ctx: &Context<'_>) -> Result<Option<FiscalRegister>> {
        FiscalRegister::seen(ctx, self.0.register_id).await
    }

    /// What it is for; null of a correction that names none, and for who may not see orders.
    #[graphql(complexity = "5 + child_complexity")]
    async fn order(&self, ctx: &Context<'_>) -> Result<Option<Order>> {
        if !viewer(ctx).can(Permission::ViewOrders) {
            return Ok(None);
        }
        let Some(id) = self.0.order_id else { return Ok(None) };
        let row = order::Entity::find_by_id(id).one(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(row.map(Order::staffs))
    }
}

/// A receipt as it is now.
#[derive(SimpleObject)]
pub struct FiscalReceiptSaved {
    pub receipt: FiscalReceipt,
}

#[derive(Union)]
pub enum FiscalReceiptResult {
    Saved(FiscalReceiptSaved),
    InvalidInput(InvalidInput),
}

/// Loads receipts of orders, for lists.
pub struct ReceiptLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ReceiptsOfOrder(Uuid);

impl Loader<ReceiptsOfOrder> for ReceiptLoader {
    type Value = Vec<FiscalReceipt>;
    type Error = Arc<Fault>;

    async fn load(
        &self,
        orders: &[ReceiptsOfOrder],
    ) -> Result<HashMap<ReceiptsOfOrder, Vec<FiscalReceipt>>, Arc<Fault>> {
        use fiscal_receipt::Column;
        let rows = fiscal_receipt::Entity::find()
            .filter(Column::OrderId.is_in(orders.iter().map(|order| order.0)))
            .filter(Column::QueuedAt.is_not_null())
            .order_by_asc(Column::Id)
            .all(self.0.db.read())
            .await
            .map_err(|error| Arc::new(Fault::from(error)))?;
        let mut found: HashMap<ReceiptsOfOrder, Vec<FiscalReceipt>> = HashMap::new();
        for row in rows {
            if let Some(order) = row.order_id {
                found.entry(ReceiptsOfOrder(order)).or_default().push(FiscalReceipt(row));
            }
        }
        Ok(found)
    }
}
