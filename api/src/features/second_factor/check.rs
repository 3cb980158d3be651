use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};
use totp_rs::{Builder, Secret, Totp};
use uuid::Uuid;

use ::entity::{account, recovery_code, second_factor};

use crate::app::App;
use crate::graphql::Viewer;
use crate::platform::Fault;

use super::recovery;

/// What an authenticator app shows beside the account.
const ISSUER: &str = "Beket";

/// How a second factor was answered.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// The account has none.
    NotNeeded,
    Missing,
    Wrong,
    Right,
}

/// Whether the account's owner has set it up.
pub async fn is_on(db: &impl ConnectionTrait, account: Uuid) -> Result<bool, Fault> {
    let on = second_factor::Entity::find_by_id(account).filter(second_factor::Column::ConfirmedAt.is_not_null());
    Ok(on.count(db).await? > 0)
}

/// Checks a code of the app, or a recovery code, and uses it up.
pub async fn check(app: &App, viewer: &Viewer, account: &account::Model, given: Option<&str>) -> Result<Answer, Fault> {
    let row = second_factor::Entity::find_by_id(account.id).one(app.db.read()).await?;
    let Some(row) = row.filter(|row| row.confirmed_at.is_some()) else { return Ok(Answer::NotNeeded) };
    let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) else { return Ok(Answer::Missing) };
    let tx = app.db.begin().await?;
    let right = match step_of(app, account, &row, given)? {
        Some(step) => use_up(&tx, account.id, step).await?,
        None => recovery::use_up(app, &tx, viewer, account, given).await?,
    };
    tx.commit().await?;
    app.jobs.wake();
    Ok(if right { Answer::Right } else { Answer::Wrong })
}

/// Takes it away, with its recovery codes.
pub async fn forget(tx: &DatabaseTransaction, account: Uuid) -> Result<(), Fault> {
    recovery_code::Entity::delete_many().filter(recovery_code::Column::AccountId.eq(account)).exec(tx).await?;
    second_factor::Entity::delete_by_id(account).exec(tx).await?;
    Ok(())
}

/// The codes of a secret, as all authenticator apps make them: SHA-1, six digits, 30 seconds. Those of the step before
/// and after are good too, as clocks differ.
pub(super) fn codes(secret: &[u8], account: &account::Model) -> Result<Totp, Fault> {
    let name = account.email.clone().unwrap_or_default().replace(':', " ");
    let codes = Builder::new().with_secret(Secret::from(secret.to_vec())).with_issuer(Some(ISSUER));
    codes.with_account_name(name).build().map_err(|error| Fault::new(format!("{error:?}")))
}

/// The step in which the secret has this code; `None` where it has not.
pub(super) fn step_of(
    app: &App,
    account: &account::Model,
    row: &second_factor::Model,
    given: &str,
) -> Result<Option<i64>, Fault> {
    let secret = Secret::try_from_base32(app.secrets.open(row.account_id, &row.secret_sealed)?);
    let secret = secret.map_err(|error| Fault::new(format!("{error:?}")))?;
    let digits: String = given.chars().filter(|c| !c.is_whitespace()).collect();
    let now = u64::try_from(app.clock.now().timestamp())?;
    Ok(codes(secret.as_ref(), account)?.check(&digits, now).map(i64::try_from).transpose()?)
}

/// A code is good once, and none from before it.
async fn use_up(tx: &DatabaseTransaction, account: Uuid, step: i64) -> Result<bool, Fault> {
    let used = second_factor::Entity::update_many()
        .col_expr(second_factor::Column::LastStep, Expr::value(step))
        .filter(second_factor::Column::AccountId.eq(account))
        .filter(second_factor::Column::LastStep.lt(step))
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}
