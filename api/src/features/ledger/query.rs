use std::collections::BTreeMap;

use async_graphql::{Context, Enum, InputObject, Object, Result};
use chrono::{DateTime, TimeDelta, Utc};
use domain::ledger::{self as rule, KINDS};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use ::entity::{ledger_account, period_closing, posting, posting_line};

use crate::graphql::{By, Can, CanAny, Money, Page, Permission, Sort, SortDirection, app, error};
use crate::platform::Fault;

use super::account::{LedgerAccount, LedgerKind, bookable};
use super::balance::{Turnover, turnovers};
use super::types::{
    BalanceRow, CurrencyBalance, LedgerPosting, LedgerPostingConnection, PeriodClosing, PostingKind, TrialBalance,
};

/// Which postings; everything given has to fit.
#[derive(InputObject, Default)]
pub struct LedgerPostingFilterInput {
    /// With a line on the account of this code, or on any of the kind: `WALLET`.
    pub account: Option<String>,
    /// With a line in this currency, ISO 4217; of the account, where one is given.
    pub currency: Option<String>,
    pub kind: Option<PostingKind>,
    /// UTC: of this instant or later.
    pub from: Option<DateTime<Utc>>,
    /// UTC: of this instant or earlier.
    pub to: Option<DateTime<Utc>>,
}

/// By what postings are listed.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum LedgerPostingSort {
    /// To which instant they belong.
    At,
}

#[derive(Default)]
pub struct LedgerQuery;

#[Object]
impl LedgerQuery {
    /// Staff: what all accounts come to at an instant, with what moved since another, by currency. `from` is not after `at`.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "100 + child_complexity")]
    async fn trial_balance(&self, ctx: &Context<'_>, from: DateTime<Utc>, at: DateTime<Utc>) -> Result<TrialBalance> {
        if from > at {
            return Err(error::bad_input("from: not after at"));
        }
        // Instants are kept to the microsecond.
        let until = at + TimeDelta::microseconds(1);
        let mut by_currency: BTreeMap<String, Vec<(String, Turnover)>> = BTreeMap::new();
        for ((currency, account), turnover) in turnovers(app(ctx).db.read(), from, until).await? {
            by_currency.entry(currency).or_default().push((account, turnover));
        }
        let place = |code: &str| KINDS.iter().position(|(kind, _)| code.split(':').next() == Some(kind));
        let mut currencies = Vec::new();
        for (currency, mut accounts) in by_currency {
            accounts.sort_by_key(|(code, _)| (place(code), code.clone()));
            let money = |minor| Money::of(minor, &currency);
            let sum = |of: fn(&Turnover) -> i64| money(accounts.iter().map(|(_, turnover)| of(turnover)).sum());
            let (debit, credit) = (sum(|turnover| turnover.debit), sum(|turnover| turnover.credit));
            let rows = accounts.iter().map(|(code, turnover)| BalanceRow {
                account: LedgerAccount(code.clone()),
                opening: money(turnover.opening),
                debit: money(turnover.debit),
                credit: money(turnover.credit),
                closing: money(turnover.closing()),
            });
            currencies.push(CurrencyBalance { rows: rows.collect(), debit, credit, currency: currency.clone() });
        }
        Ok(TrialBalance { from, at, currencies })
    }

    /// Staff: postings of the ledger, the latest first unless asked otherwise.
    #[graphql(
        guard = "Can(Permission::ManageSettlements)",
        complexity = "10 + first.max(1) as usize * child_complexity / 4"
    )]
    async fn ledger_postings(
        &self,
        ctx: &Context<'_>,
        filter: Option<LedgerPostingFilterInput>,
        #[graphql(default_with = "LedgerPostingSort::At")] sort: LedgerPostingSort,
        #[graphql(default_with = "SortDirection::Desc")] direction: SortDirection,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<LedgerPostingConnection> {
        use posting::Column;
        let page = Page::read(first, after.as_deref())?;
        let filter = filter.unwrap_or_default();
        let mut all = Condition::all();
        let given = |text: Option<String>| text.filter(|text| !text.is_empty());
        let (account, currency) = (given(filter.account), given(filter.currency));
        if account.is_some() || currency.is_some() {
            let mut lines = Query::select();
            lines.column(posting_line::Column::PostingId).from(posting_line::Entity);
            if let Some(account) = account {
                let mut on = Condition::any().add(posting_line::Column::Account.eq(account.as_str()));
                if KINDS.iter().any(|(kind, _)| *kind == account) {
                    on = on.add(posting_line::Column::Account.starts_with(format!("{account}:")));
                }
                lines.cond_where(on);
            }
            if let Some(currency) = currency {
                lines.and_where(posting_line::Column::Currency.eq(currency));
            }
            all = all.add(Column::Id.in_subquery(lines.to_owned()));
        }
        if let Some(kind) = filter.kind {
            all = all.add(Column::Kind.eq(rule::PostingKind::from(kind).code()));
        }
        if let Some(from) = filter.from {
            all = all.add(Column::At.gte(from));
        }
        if let Some(to) = filter.to {
            all = all.add(Column::At.lte(to));
        }
        let LedgerPostingSort::At = sort;
        let sort = Sort::new(sort, direction, By::Time(Column::At), Column::Id);
        let list = posting::Entity::find().filter(all);
        let (nodes, info) = page.find(list, sort, app(ctx).db.read(), LedgerPosting).await?;
        Ok(LedgerPostingConnection::new(nodes, info, None))
    }

    /// Staff: the kinds of account, as the station names and numbers them.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "10 + 13 * child_complexity")]
    async fn ledger_kinds(&self, ctx: &Context<'_>) -> Result<Vec<LedgerKind>> {
        let rows = ledger_account::Entity::find().order_by_asc(ledger_account::Column::Position);
        let rows = rows.all(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(rows.into_iter().map(LedgerKind).collect())
    }

    /// Staff: the accounts that can be booked on by hand.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "10 + 40 * child_complexity")]
    async fn bookable_accounts(&self, ctx: &Context<'_>) -> Result<Vec<LedgerAccount>> {
        Ok(bookable(app(ctx)).await?)
    }

    /// Staff: up to which days the books were closed, the last closing first, a hundred at the most.
    #[graphql(
        guard = "CanAny([Permission::ClosePeriods, Permission::ReopenPeriods])",
        complexity = "10 + 25 * child_complexity"
    )]
    async fn period_closings(&self, ctx: &Context<'_>) -> Result<Vec<PeriodClosing>> {
        let rows = period_closing::Entity::find().order_by_desc(period_closing::Column::Id).limit(100);
        let rows = rows.all(app(ctx).db.read()).await.map_err(Fault::from)?;
        Ok(rows.into_iter().map(PeriodClosing).collect())
    }
}
