//! What the use cases of one's own second factor have in common.

use async_graphql::{Error, SimpleObject, Union};
use chrono::TimeDelta;
use sea_orm::EntityTrait;

use ::entity::account;

use crate::app::App;
use crate::graphql::{InvalidInput, TooManyAttempts, Viewer, error};
use crate::platform::Fault;
use crate::platform::limit::Quota;

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

/// What was shown was right: earlier tries do not count any more.
pub async fn forgive_tries(app: &App, account: &account::Model) {
    app.limits.reset(TRIES, &account.id.to_string()).await;
}
