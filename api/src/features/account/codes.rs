//! One-time codes: six digits, ten minutes, five tries; and invitations, which are a long code with more time.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use domain::contact::Contact;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use ::entity::one_time_code;

use crate::app::App;
use crate::platform::Fault;
use crate::platform::secrets::same;

pub const CODE_LASTS: TimeDelta = TimeDelta::minutes(10);
pub const RESEND_AFTER: TimeDelta = TimeDelta::seconds(60);
pub const TRIES: i32 = 5;

pub const INVITATION_LASTS: TimeDelta = TimeDelta::days(7);
const INVITATION: &str = "INVITATION";

/// Makes a code and keeps its keyed hash; an earlier one for the same purpose is void.
pub async fn make(app: &App, tx: &DatabaseTransaction, contact: &Contact, purpose: &str) -> Result<String, Fault> {
    let code = app.ids.digits(6);
    keep(app, tx, contact, purpose, &code, CODE_LASTS).await?;
    Ok(code)
}

/// The secret of an invitation's link; an earlier one is void.
pub async fn invitation(app: &App, tx: &DatabaseTransaction, contact: &Contact) -> Result<String, Fault> {
    let token = URL_SAFE_NO_PAD.encode(app.ids.bytes::<24>());
    keep(app, tx, contact, INVITATION, &token, INVITATION_LASTS).await?;
    Ok(token)
}

/// The same as [`check`] for an invitation.
pub async fn check_invitation(app: &App, contact: &Contact, token: &str) -> Result<Checked, Fault> {
    check(app, contact, INVITATION, token).await
}

async fn keep(
    app: &App,
    tx: &DatabaseTransaction,
    contact: &Contact,
    purpose: &str,
    code: &str,
    lasts: TimeDelta,
) -> Result<(), Fault> {
    let now = app.clock.now();
    let row = one_time_code::ActiveModel {
        contact: Set(contact.value().to_owned()),
        purpose: Set(purpose.to_owned()),
        code_hash: Set(hash(app, contact, purpose, code)),
        attempts: Set(0),
        created_at: Set(now),
        expires_at: Set(now + lasts),
    };
    use one_time_code::Column;
    let again = OnConflict::columns([Column::Contact, Column::Purpose])
        .update_columns([Column::CodeHash, Column::Attempts, Column::CreatedAt, Column::ExpiresAt])
        .to_owned();
    one_time_code::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

fn hash(app: &App, contact: &Contact, purpose: &str, code: &str) -> Vec<u8> {
    app.secrets.token_hash(&format!("code {purpose} {}", contact.value()), code)
}

/// How a code was answered.
#[derive(Debug, PartialEq, Eq)]
pub enum Checked {
    Right,
    /// Wrong, old or never sent; so many tries are left.
    Wrong {
        left: i32,
    },
}

/// Checks a code and uses it up. A try is counted before the comparison and committed on its own, so that tries sent
/// at once are counted one by one.
pub async fn check(app: &App, contact: &Contact, purpose: &str, code: &str) -> Result<Checked, Fault> {
    use one_time_code::{Column, Entity};
    let now = app.clock.now();
    let of_it =
        || Entity::update_many().filter(Column::Contact.eq(contact.value())).filter(Column::Purpose.eq(purpose));
    let tx = app.db.begin().await?;
    let counted = of_it()
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Attempts.lt(TRIES))
        .filter(Column::ExpiresAt.gt(now))
        .exec_with_returning(&tx)
        .await?;
    tx.commit().await?;
    let Some(row) = counted.into_iter().next() else { return Ok(Checked::Wrong { left: 0 }) };
    if !same(&row.code_hash, &hash(app, contact, purpose, code.trim())) {
        return Ok(Checked::Wrong { left: Ord::max(TRIES - row.attempts, 0) });
    }
    let tx = app.db.begin().await?;
    let used = Entity::delete_many()
        .filter(Column::Contact.eq(contact.value()))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::CodeHash.eq(row.code_hash))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    // Somebody has used it at the same moment: it counts once.
    Ok(if used.rows_affected == 1 { Checked::Right } else { Checked::Wrong { left: 0 } })
}
