use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use serde_json::json;

use crate::features::audit::{Change, audit_change};
use crate::features::notification::{self, SecurityNews};
use crate::graphql::{InvalidInput, StaffSession, TooManyAttempts, app, viewer};
use crate::platform::Fault;

use super::change::{Shown, take_code};
use super::check::forget;

#[derive(InputObject)]
pub struct DropSecondFactorInput {
    /// Of the app, or a recovery code.
    pub code: String,
}

#[derive(SimpleObject)]
pub struct SecondFactorDropped {
    /// Always true: it is not asked for any more.
    pub ok: bool,
}

#[derive(Union)]
pub enum DropSecondFactorResult {
    Dropped(SecondFactorDropped),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct DropSecondFactor;

#[Object]
impl DropSecondFactor {
    /// Staff, for themselves: turns the second factor off, for another device or for good. Where the role demands it,
    /// nothing is allowed then until it is set up again.
    #[graphql(guard = "StaffSession", complexity = "20 + child_complexity")]
    async fn drop_second_factor(
        &self,
        ctx: &Context<'_>,
        input: DropSecondFactorInput,
    ) -> Result<DropSecondFactorResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account = match take_code(app, viewer, &input.code).await? {
            Shown::Right(account) => account,
            Shown::Wrong(code) => {
                let invalid = InvalidInput::one(viewer.language, "code", code);
                return Ok(DropSecondFactorResult::InvalidInput(invalid));
            }
            Shown::TooOften(limited) => return Ok(DropSecondFactorResult::TooManyAttempts(limited)),
        };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        forget(&tx, account.id).await?;
        notification::security(app, &tx, &account, SecurityNews::SecondFactorOff).await?;
        let change = Change::of(json!({ "secondFactor": true }), json!({ "secondFactor": false }));
        audit_change(app, &tx, viewer, "SET_SECOND_FACTOR", &format!("staff:{}", account.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        Ok(DropSecondFactorResult::Dropped(SecondFactorDropped { ok: true }))
    }
}
