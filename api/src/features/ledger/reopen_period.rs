use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use ::entity::period_closing;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::close_period::PeriodChanged;
use super::closing::last_closing;
use super::days::lock_books;
use super::types::PeriodClosing;

#[derive(InputObject)]
pub struct ReopenPeriodInput {
    pub id: ID,
    /// To 300 letters.
    pub reason: String,
}

#[derive(Union)]
pub enum ReopenPeriodResult {
    Reopened(PeriodChanged),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct ReopenPeriod;

#[Object]
impl ReopenPeriod {
    /// Administrators: opens the books again up to the closing before. NOT_THE_LAST at `id`: a later day is closed, or it is open
    /// already.
    #[graphql(guard = "Can(Permission::ReopenPeriods)", complexity = "20 + child_complexity")]
    async fn reopen_period(&self, ctx: &Context<'_>, input: ReopenPeriodInput) -> Result<ReopenPeriodResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::PeriodClosing, &input.id)?;
        let mut form = Form::new(viewer.language);
        let reason = form.text("reason", &input.reason, 300);
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock_books(&tx).await?;
        let row = period_closing::Entity::find_by_id(id).one(&*tx).await.map_err(Fault::from)?;
        let row = row.ok_or_else(error::not_found)?;
        if last_closing(&*tx, None).await?.is_none_or(|last| last.id != id) {
            form.wrong("id", "NOT_THE_LAST");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(ReopenPeriodResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let change = period_closing::ActiveModel {
            id: Set(id),
            reopened_at: Set(Some(app.clock.now())),
            reopened_by: Set(viewer.account_id()),
            reopened_reason: Set(Some(reason.clone())),
            ..Default::default()
        };
        let after = period_closing::Entity::update(change).exec(&*tx).await.map_err(Fault::from)?;
        let change = Change::made(&json!({ "lastDay": row.last_day, "reason": reason }));
        audit_change(app, &tx, viewer, "REOPEN_PERIOD", &format!("period:{id}"), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(ReopenPeriodResult::Reopened(PeriodChanged { closing: PeriodClosing(after) }))
    }
}
