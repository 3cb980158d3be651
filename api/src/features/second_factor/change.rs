//! What the use cases of one's own second factor have in common.

use async_graphql::{Error, SimpleObject, Union};
use chrono::TimeDelta;
use sea_orm::EntityTrait;

use ::entity::account;

use crate::app::App;
use crate::graphql::{InvalidInput, TooManyAttempts, Viewer, error};
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::check::{Answer, check};

/// Passwords and codes tried for one account.
const TRIES: Quota = Quota { name: "second-factor", count: 10, per: TimeDelta::minutes(15) };

/// Codes for a lost device, shown this once.
#[derive(SimpleObject)]
pub struct RecoveryCodes {
    /// Each good for one sign-in.
    pub recovery_codes: Vec<String>,
}

#[derive(Union)]
pub enum RecoveryCodesResult {
    RecoveryCodes(RecoveryCodes),
    InvalidInput(InvalidInput),
    TooManyAttempts(TooManyAttempts),
}

impl RecoveryCodesResult {
    pub fn invalid(viewer: &Viewer, path: &str, code: &str) -> Self {
        RecoveryCodesResult::InvalidInput(InvalidInput::one(viewer.language, path, code))
    }
}

/// The account of who asks.
pub async fn own_account(app: &App, viewer: &Viewer) -> Result<account::Model, Error> {
    let id = viewer.account_id().ok_or_else(error::unauthenticated)?;
    let row = account::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
    row.ok_or_else(error::unauthenticated)
}

/// Counts a try; `Some`: there were too many.
pub async fn take_try(app: &App, viewer: &Viewer, account: &account::Model) -> Option<TooManyAttempts> {
    let limited = app.limits.take(TRIES, &account.id.to_string()).await.err()?;
    Some(TooManyAttempts::new(viewer.language, limited.retry_after_seconds))
}

/// How a code was shown for what its owner does to the second factor.
pub enum Shown {
    /// By this account; it is used up.
    Right(account::Model),
    /// A code of `field.CODE`.
    Wrong(&'static str),
    TooOften(TooManyAttempts),
}

/// Takes a code of the app, or a recovery code, of who asks.
pub async fn take_code(app: &App, viewer: &Viewer, code: &str) -> Result<Shown, Error> {
    let account = own_account(app, viewer).await?;
    if let Some(limited) = take_try(app, viewer, &account).await {
        return Ok(Shown::TooOften(limited));
    }
    Ok(match check(app, viewer, &account, Some(code)).await? {
        Answer::Right => {
            forgive_tries(app, &account).await;
            Shown::Right(account)
        }
        Answer::NotNeeded => Shown::Wrong("SECOND_FACTOR_NOT_BEGUN"),
        Answer::Missing | Answer::Wrong => Shown::Wrong("WRONG_SECOND_FACTOR"),
    })
}

/// What was shown was right: earlier tries do not count any more.
pub async fn forgive_tries(app: &App, account: &account::Model) {
    app.limits.reset(TRIES, &account.id.to_string()).await;
}
