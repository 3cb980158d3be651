use async_graphql::{Context, InputObject, Object, Result};

use crate::features::audit::{Change, audit_change};
use crate::graphql::{StaffSession, app, viewer};
use crate::platform::Fault;

use super::change::{RecoveryCodes, RecoveryCodesResult, Shown, take_code};
use super::recovery;

#[derive(InputObject)]
pub struct RenewRecoveryCodesInput {
    /// Of the app, or a recovery code that is left.
    pub code: String,
}

#[derive(Default)]
pub struct RenewRecoveryCodes;

#[Object]
impl RenewRecoveryCodes {
    /// Staff, for themselves: ten new recovery codes; those from before are void.
    #[graphql(guard = "StaffSession", complexity = "20 + child_complexity")]
    async fn renew_recovery_codes(
        &self,
        ctx: &Context<'_>,
        input: RenewRecoveryCodesInput,
    ) -> Result<RecoveryCodesResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let account = match take_code(app, viewer, &input.code).await? {
            Shown::Right(account) => account,
            Shown::Wrong(code) => return Ok(RecoveryCodesResult::invalid(viewer, "code", code)),
            Shown::TooOften(limited) => return Ok(RecoveryCodesResult::TooManyAttempts(limited)),
        };
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let recovery_codes = recovery::renew(app, &tx, account.id).await?;
        let subject = format!("staff:{}", account.id);
        audit_change(app, &tx, viewer, "RENEW_RECOVERY_CODES", &subject, Change::none()).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(RecoveryCodesResult::RecoveryCodes(RecoveryCodes { recovery_codes }))
    }
}
