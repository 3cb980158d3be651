//! Ten codes for the day the device is lost, each good once.

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::{account, recovery_code};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::notification::{self, SecurityNews};
use crate::graphql::Viewer;
use crate::platform::Fault;

const COUNT: usize = 10;

/// Makes new ones; those from before are void. They are shown once: only their hashes are kept.
pub(super) async fn renew(app: &App, tx: &DatabaseTransaction, account: Uuid) -> Result<Vec<String>, Fault> {
    recovery_code::Entity::delete_many().filter(recovery_code::Column::AccountId.eq(account)).exec(tx).await?;
    let codes: Vec<String> = (0..COUNT).map(|_| format!("{}-{}", app.ids.readable(5), app.ids.readable(5))).collect();
    let rows = codes
        .iter()
        .map(|code| recovery_code::ActiveModel { account_id: Set(account), hash: Set(hash(app, account, code)) });
    recovery_code::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(codes)
}

/// Whether it is one of them; it is no more then, and its owner is told.
pub(super) async fn use_up(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    account: &account::Model,
    given: &str,
) -> Result<bool, Fault> {
    let used = recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(account.id))
        .filter(recovery_code::Column::Hash.eq(hash(app, account.id, given)))
        .exec(tx)
        .await?;
    if used.rows_affected == 0 {
        return Ok(false);
    }
    notification::security(app, tx, account, SecurityNews::RecoveryCodeUsed).await?;
    let subject = format!("staff:{}", account.id);
    audit_change(app, tx, viewer, "USE_RECOVERY_CODE", &subject, Change::none()).await?;
    Ok(true)
}

fn hash(app: &App, account: Uuid, code: &str) -> Vec<u8> {
    let letters: String = code.chars().filter(|c| c.is_alphanumeric()).collect();
    app.secrets.token_hash(&format!("recovery {account}"), &letters.to_uppercase())
}
