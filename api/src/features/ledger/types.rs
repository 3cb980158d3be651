use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use domain::ledger as rule;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::{period_closing, posting, posting_line};

use crate::app::App;
use crate::features::order::order_number;
use crate::features::staff::StaffMember;
use crate::graphql::{Date, Gid, Kind, Money};
use crate::platform::Fault;

use super::account::{LedgerAccount, told};
use super::reverse_posting::REVERSIBLE;

crate::connection!(LedgerPosting, LedgerPostingConnection, LedgerPostingEdge);

/// What a posting follows from.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
#[graphql(remote = "rule::PostingKind")]
pub enum PostingKind {
    /// Money came.
    Payment,
    Sale,
    Refund,
    /// Money went back.
    MoneyBack,
    /// A gateway has given its fee back with the money.
    FeeBack,
    /// A gateway's fee was another than its contract says.
    FeeCorrection,
    Exchange,
    /// Another carrier took passengers over.
    Rebooking,
    /// Cash of a till.
    Cash,
    /// Money was put on a customer's internal account.
    TopUp,
    /// Who has put it there has taken it back.
    TopUpUndone,
    /// A settlement with a carrier was approved.
    Settlement,
    /// A carrier was paid.
    Payout,
    /// Something was withheld from a carrier.
    Withholding,
    /// By an accountant.
    Entry,
}

/// A dated entry of the ledger; its lines sum to zero in each currency.
#[derive(Clone)]
pub struct LedgerPosting(pub posting::Model);

/// One account's part of a posting.
#[derive(SimpleObject, Clone)]
pub struct LedgerLine {
    pub account: LedgerAccount,
    /// Debit above zero, credit below.
    pub amount: Money,
}

/// What a posting follows from.
pub fn kind_of(row: &posting::Model) -> std::result::Result<rule::PostingKind, Fault> {
    rule::PostingKind::parse(&row.kind).ok_or_else(|| Fault::new("a posting of no known kind"))
}

fn loader<'a>(ctx: &'a Context<'_>) -> &'a DataLoader<PostingLoader> {
    ctx.data_unchecked()
}

#[Object]
impl LedgerPosting {
    async fn id(&self) -> ID {
        Gid::of(Kind::Posting, self.0.id)
    }

    async fn kind(&self) -> Result<PostingKind> {
        Ok(kind_of(&self.0)?.into())
    }

    /// UTC: to which instant it belongs.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// UTC: when it was written, where it belongs to another instant.
    async fn made_at(&self) -> Option<DateTime<Utc>> {
        self.0.made_at
    }

    /// Who booked it, where it was by hand.
    async fn made_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.0.made_by).await
    }

    /// Why, where it was by hand.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// Number of the paper that it follows.
    async fn document(&self) -> Option<&str> {
        self.0.document.as_deref()
    }

    async fn order_number(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(order_number(ctx, self.0.order_id).await?)
    }

    async fn lines(&self, ctx: &Context<'_>) -> Result<Vec<LedgerLine>> {
        let lines = told(loader(ctx).load_one(LinesOf(self.0.id)).await)?.unwrap_or_default();
        let line = |row: posting_line::Model| LedgerLine {
            amount: Money::of(row.amount_minor, &row.currency),
            account: LedgerAccount(row.account),
        };
        Ok(lines.into_iter().map(line).collect())
    }

    /// It takes another back.
    async fn reversal(&self) -> bool {
        self.0.reverses.is_some()
    }

    /// Another has taken it back.
    async fn reversed(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(told(loader(ctx).load_one(ReversedBy(self.0.id)).await)?.is_some())
    }

    /// It was booked by hand and can be taken back: `reversePosting`.
    async fn reversible(&self, ctx: &Context<'_>) -> Result<bool> {
        if self.0.reverses.is_some() || !REVERSIBLE.contains(&kind_of(&self.0)?) {
            return Ok(false);
        }
        Ok(told(loader(ctx).load_one(ReversedBy(self.0.id)).await)?.is_none())
    }
}

/// Loads what belongs to postings, for lists.
pub struct PostingLoader(pub App);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct LinesOf(Uuid);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ReversedBy(Uuid);

impl Loader<LinesOf> for PostingLoader {
    type Value = Vec<posting_line::Model>;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[LinesOf]) -> Result<HashMap<LinesOf, Self::Value>, Arc<Fault>> {
        let rows = posting_line::Entity::find()
            .filter(posting_line::Column::PostingId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(posting_line::Column::Position);
        let mut lines: HashMap<LinesOf, Self::Value> = HashMap::new();
        for row in rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))? {
            lines.entry(LinesOf(row.posting_id)).or_default().push(row);
        }
        Ok(lines)
    }
}

impl Loader<ReversedBy> for PostingLoader {
    type Value = Uuid;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[ReversedBy]) -> Result<HashMap<ReversedBy, Uuid>, Arc<Fault>> {
        let rows = posting::Entity::find().filter(posting::Column::Reverses.is_in(keys.iter().map(|key| key.0)));
        let rows = rows.all(self.0.db.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(rows.into_iter().filter_map(|row| Some((ReversedBy(row.reverses?), row.id))).collect())
    }
}

/// An account's line of a trial balance.
#[derive(SimpleObject, Clone)]
pub struct BalanceRow {
    pub account: LedgerAccount,
    /// When the period began: debit above zero, credit below.
    pub opening: Money,
    /// Booked to its debit within the period.
    pub debit: Money,
    /// Booked to its credit, above zero.
    pub credit: Money,
    /// At the end.
    pub closing: Money,
}

/// The accounts in one currency.
#[derive(SimpleObject, Clone)]
pub struct CurrencyBalance {
    /// ISO 4217.
    pub currency: String,
    pub rows: Vec<BalanceRow>,
    /// All debits of the period; equal to all credits.
    pub debit: Money,
    pub credit: Money,
}

/// What all accounts come to at an instant.
#[derive(SimpleObject, Clone)]
pub struct TrialBalance {
    /// UTC: since when turnovers count.
    pub from: DateTime<Utc>,
    /// UTC: up to and with this instant.
    pub at: DateTime<Utc>,
    pub currencies: Vec<CurrencyBalance>,
}

/// Up to which day the books are, or were, closed.
#[derive(Clone)]
pub struct PeriodClosing(pub period_closing::Model);

#[Object]
impl PeriodClosing {
    async fn id(&self) -> ID {
        Gid::of(Kind::PeriodClosing, self.0.id)
    }

    /// On the clock of the home station.
    async fn last_day(&self) -> Date {
        Date(self.0.last_day)
    }

    /// UTC.
    async fn closed_at(&self) -> DateTime<Utc> {
        self.0.closed_at
    }

    async fn closed_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.0.closed_by).await
    }

    /// UTC; null: it is closed.
    async fn reopened_at(&self) -> Option<DateTime<Utc>> {
        self.0.reopened_at
    }

    async fn reopened_by(&self, ctx: &Context<'_>) -> Result<Option<StaffMember>> {
        StaffMember::load(ctx, self.0.reopened_by).await
    }

    /// Why it was opened again.
    async fn reopened_reason(&self) -> Option<&str> {
        self.0.reopened_reason.as_deref()
    }
}
