use async_graphql::{Context, InputObject, Object, Result};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QuerySelect, Set};
use serde_json::json;

use ::entity::{second_factor, session};

use crate::features::account::revoke;
use crate::features::audit::{Change, audit_change};
use crate::features::notification::{self, SecurityNews};
use crate::graphql::{StaffSession, app, viewer};
use crate::platform::Fault;

use super::change::{RecoveryCodes, RecoveryCodesResult, forgive_tries, own_account, take_try};
use super::check::step_of;
use super::recovery;

#[derive(InputObject)]
pub struct ConfirmSecondFactorInput {
    /// What the app shows now.
    pub code: String,
}

#[derive(Default)]
pub struct ConfirmSecondFactor;

#[Object]
impl ConfirmSecondFactor {
    /// Staff, for themselves: turns the second factor on with a first code. Other sessions end. The answer has the
    /// recovery codes, which are not shown again.
    #[graphql(guard = "StaffSession", complexity = "20 + child_complexity")]
    async fn confirm_second_factor(
        &self,
        ctx: &Context<'_>,
        input: ConfirmSecondFactorInput,
    ) -> Result<RecoveryCodesResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account = own_account(app, viewer).await?;
        if let Some(limited) = take_try(app, viewer, &account).await {
            return Ok(RecoveryCodesResult::TooManyAttempts(limited));
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = second_factor::Entity::find_by_id(account.id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
        let Some(row) = row.filter(|row| row.confirmed_at.is_none()) else {
            let answer = RecoveryCodesResult::invalid(viewer, "code", "SECOND_FACTOR_NOT_BEGUN");
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        };
        let Some(step) = step_of(app, &account, &row, &input.code)? else {
            let answer = RecoveryCodesResult::invalid(viewer, "code", "WRONG_SECOND_FACTOR");
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        };
        let on = second_factor::ActiveModel {
            account_id: Set(account.id),
            last_step: Set(step),
            confirmed_at: Set(Some(app.clock.now())),
            ..Default::default()
        };
        second_factor::Entity::update(on).exec(&tx).await.map_err(Fault::from)?;
        let recovery_codes = recovery::renew(app, &tx, account.id).await?;
        let mut others = Condition::all().add(session::Column::AccountId.eq(account.id));
        if let Some(own) = &viewer.session {
            others = others.add(session::Column::Id.ne(own.id));
        }
        revoke(app, &*tx, others).await?;
        notification::security(app, &tx, &account, SecurityNews::SecondFactorOn).await?;
        let change = Change::of(json!({ "secondFactor": false }), json!({ "secondFactor": true }));
        audit_change(app, &tx, viewer, "SET_SECOND_FACTOR", &format!("staff:{}", account.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        forgive_tries(app, &account).await;
        Ok(RecoveryCodesResult::RecoveryCodes(RecoveryCodes { recovery_codes }))
    }
}
