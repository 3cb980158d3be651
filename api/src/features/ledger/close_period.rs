use std::collections::BTreeMap;

use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use domain::carrier_settlement::State;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};
use serde_json::json;

use ::entity::{period_balance, period_closing, settlement, shift};

use crate::features::audit::{Change, audit_change};
use crate::features::site::day_ends;
use crate::graphql::{Can, Date, Form, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::insert_all;

use super::balance::turnovers;
use super::closing::last_closing;
use super::days::{is_over, lock_books};
use super::types::PeriodClosing;

#[derive(InputObject)]
pub struct ClosePeriodInput {
    /// On the clock of the home station: this day and all before it are closed.
    pub last_day: Date,
}

/// The books as they are closed now, or opened again.
#[derive(SimpleObject)]
pub struct PeriodChanged {
    pub closing: PeriodClosing,
}

#[derive(Union)]
pub enum ClosePeriodResult {
    Closed(PeriodChanged),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct ClosePeriod;

#[Object]
impl ClosePeriod {
    /// Staff: nothing can be booked up to the end of a day any more, and the balances of that moment are kept. At `lastDay`:
    /// DAY_NOT_OVER; PERIOD_CLOSED: it is closed already; OPEN_SHIFTS: a till of those days is not handed over; DRAFTS_WITHIN: a
    /// settlement that ends by then is not approved; BOOKS_UNBALANCED: the accounts do not sum to zero.
    #[graphql(guard = "Can(Permission::ClosePeriods)", complexity = "100 + child_complexity")]
    async fn close_period(&self, ctx: &Context<'_>, input: ClosePeriodInput) -> Result<ClosePeriodResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let Date(last_day) = input.last_day;
        let until = day_ends(last_day);
        let mut form = Form::new(viewer.language);
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock_books(&tx).await?;
        let open = shift::Entity::find()
            .filter(shift::Column::ClosedAt.is_null())
            .filter(shift::Column::OpenedAt.lt(until))
            .count(&*tx)
            .await
            .map_err(Fault::from)?;
        let drafts = settlement::Entity::find()
            .filter(settlement::Column::State.eq(State::Draft.code()))
            .filter(settlement::Column::EndsOn.lte(last_day))
            .count(&*tx)
            .await
            .map_err(Fault::from)?;
        if !is_over(app, last_day) {
            form.wrong("lastDay", "DAY_NOT_OVER");
        } else if last_closing(&*tx, None).await?.is_some_and(|row| last_day <= row.last_day) {
            form.wrong("lastDay", "PERIOD_CLOSED");
        } else if open > 0 {
            form.wrong_with("lastDay", "OPEN_SHIFTS", &[("count", &open.to_string())]);
        } else if drafts > 0 {
            form.wrong_with("lastDay", "DRAFTS_WITHIN", &[("count", &drafts.to_string())]);
        }
        if !form.is_good() {
            return Ok(tx.give_up(ClosePeriodResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        }
        let row = period_closing::Model {
            id: app.ids.new(),
            last_day,
            until,
            closed_at: app.clock.now(),
            closed_by: viewer.account_id(),
            reopened_at: None,
            reopened_by: None,
            reopened_reason: None,
        };
        let accounts = turnovers(&*tx, until, until).await?;
        let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
        for ((currency, _), turnover) in &accounts {
            *sums.entry(currency).or_default() += turnover.opening;
        }
        if sums.values().any(|sum| *sum != 0) {
            form.wrong("lastDay", "BOOKS_UNBALANCED");
            return Ok(tx.give_up(ClosePeriodResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        }
        let balances = accounts.into_iter().map(|((currency, account), turnover)| period_balance::Model {
            closing_id: row.id,
            account,
            currency,
            balance_minor: turnover.opening,
        });
        let balances: Vec<_> = balances.collect();
        let closing = row.clone().into_active_model();
        period_closing::Entity::insert(closing).exec_without_returning(&*tx).await.map_err(Fault::from)?;
        insert_all::<period_balance::Entity>(&tx, balances).await.map_err(Fault::from)?;
        let change = Change::made(&json!({ "lastDay": last_day }));
        audit_change(app, &tx, viewer, "CLOSE_PERIOD", &format!("period:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(ClosePeriodResult::Closed(PeriodChanged { closing: PeriodClosing(row) }))
    }
}
