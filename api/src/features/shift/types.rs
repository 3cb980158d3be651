use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{ComplexObject, Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::till::{CashKind as Code, Tender as TenderCode};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{cash_operation, shift};

use crate::app::App;
use crate::features::blank::{ShiftBlanks, blanks_of};
use crate::features::desk::Desk;
use crate::features::order::order_number;
use crate::features::staff::StaffMember;
use crate::graphql::{By, Gid, Kind, Money, Page, Sort, SortDirection, app};
use crate::platform::Fault;

use super::pending::{ShiftPending, pending};
use super::report::{ShiftTotals, totals};

crate::connection!(Shift, ShiftConnection, ShiftEdge);
crate::connection!(CashOperation, CashOperationConnection, CashOperationEdge);

/// A cashier's time at a desk, with the money of its till.
#[derive(Clone)]
pub struct Shift(pub shift::Model);

#[Object]
impl Shift {
    async fn id(&self) -> ID {
        Gid::of(Kind::Shift, self.0.id)
    }

    /// Of the desk, from 1.
    async fn number(&self) -> i32 {
        i32::try_from(self.0.number).unwrap_or(i32::MAX)
    }

    async fn desk(&self, ctx: &Context<'_>) -> Result<Desk> {
        let desk = Desk::load(ctx, self.0.desk_id).await?;
        Ok(desk.ok_or_else(|| Fault::new("a shift without its desk"))?)
    }

    /// Whose it is.
    async fn cashier(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, Some(self.0.account_id)).await
    }

    /// UTC.
    async fn opened_at(&self) -> DateTime<Utc> {
        self.0.opened_at
    }

    /// UTC; null while it is open.
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.0.closed_at
    }

    /// What the cashier wrote at the end, for example about a difference.
    async fn closing_note(&self) -> Option<&str> {
        self.0.closing_note.as_deref()
    }

    /// By currency: the X report while it is open, the Z report once it is closed. Empty where no money moved.
    #[graphql(complexity = "5 + child_complexity")]
    async fn totals(&self, ctx: &Context<'_>) -> Result<Vec<ShiftTotals>> {
        let loader = ctx.data_unchecked::<DataLoader<ShiftLoader>>();
        let loaded = loader.load_one(TotalsOf(self.0.id)).await.map_err(|fault| Fault::new(format!("{fault:?}")))?;
        Ok(loaded.unwrap_or_default())
    }

    /// What of its sales and returns is not settled outside yet: letters to send, money to be given back by a bank.
    #[graphql(complexity = "10 + child_complexity")]
    async fn pending(&self, ctx: &Context<'_>) -> Result<ShiftPending> {
        Ok(pending(app(ctx), self.0.id).await?)
    }

    /// Blanks of paper tickets that it has entered or marked; empty: none.
    #[graphql(complexity = "5 + child_complexity")]
    async fn blanks(&self, ctx: &Context<'_>) -> Result<Vec<ShiftBlanks>> {
        Ok(blanks_of(app(ctx).db.read(), self.0.id).await?)
    }

    /// What happened to its money, the latest first.
    #[graphql(complexity = "10 + first.max(1) as usize * child_complexity / 4")]
    async fn operations(
        &self,
        ctx: &Context<'_>,
        #[graphql(default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<CashOperationConnection> {
        use cash_operation::Column;
        let page = Page::read(first, after.as_deref())?;
        let rows = cash_operation::Entity::find().filter(Column::ShiftId.eq(self.0.id));
        let sort = Sort::new("Position", SortDirection::Desc, By::Number(Column::Position), Column::Id);
        let (nodes, info) = page.find(rows, sort, app(ctx).db.read(), CashOperation::from).await?;
        Ok(CashOperationConnection::new(nodes, info, None))
    }
}

/// What happens to the money of a shift.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "Code")]
pub enum CashKind {
    /// What the cashier begins with, for change.
    Float,
    /// Cash put in.
    In,
    /// Cash taken out for an expense.
    Out,
    /// Cash handed over to the station's safe.
    Collection,
    Sale,
    Return,
    /// What was counted at the end differs from what should have been there.
    Difference,
}

/// How money is handed over at a desk.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "TenderCode")]
pub enum Tender {
    Cash,
    /// By the desk's card terminal: nothing of it is in the till.
    Card,
}

/// One thing that happened to the money of a shift; never changed.
#[derive(SimpleObject, Clone)]
#[graphql(complex)]
pub struct CashOperation {
    pub id: ID,
    /// In the shift, from 1, without gaps.
    pub position: i32,
    pub kind: CashKind,
    pub tender: Tender,
    /// What comes in is positive, what goes out negative.
    pub amount: Money,
    /// Cash of this currency in the till after it.
    pub balance: Money,
    pub note: Option<String>,
    /// UTC.
    pub at: DateTime<Utc>,
    #[graphql(skip)]
    order_id: Option<Uuid>,
}

impl From<cash_operation::Model> for CashOperation {
    fn from(row: cash_operation::Model) -> Self {
        CashOperation {
            id: Gid::of(Kind::CashOperation, row.id),
            position: row.position,
            kind: Code::parse(&row.kind).unwrap_or(Code::Difference).into(),
            tender: TenderCode::parse(&row.tender).unwrap_or(TenderCode::Cash).into(),
            amount: Money::of(row.amount_minor, &row.currency),
            balance: Money::of(row.balance_minor, &row.currency),
            note: row.note,
            at: row.at,
            order_id: row.order_id,
        }
    }
}

#[ComplexObject]
impl CashOperation {
    /// Number of the order that was paid or given back; null for other cash.
    async fn order_number(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(order_number(ctx, self.order_id).await?)
    }
}

/// Loads the totals of shifts, for lists.
pub struct ShiftLoader(pub App);

/// The totals of a shift.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct TotalsOf(Uuid);

impl Loader<TotalsOf> for ShiftLoader {
    type Value = Vec<ShiftTotals>;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[TotalsOf]) -> Result<HashMap<TotalsOf, Vec<ShiftTotals>>, Arc<Fault>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let found = totals(self.0.db.read(), &ids).await.map_err(Arc::new)?;
        Ok(found.into_iter().map(|(shift, totals)| (TotalsOf(shift), totals)).collect())
    }
}
