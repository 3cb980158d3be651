//! A request that moves money or inventory carries a key: the same key with the same input has one effect and one
//! answer, the same key with another input is an error.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};

use super::Fault;

#[derive(Debug, PartialEq)]
pub enum Begun {
    /// The key is new; its effect belongs to this transaction.
    Fresh,
    /// The key has had its effect: this is what it made.
    Repeated(serde_json::Value),
    /// The key came before with another input.
    Conflict,
}

/// Binds `key` to `answer` in the transaction of its effect. A concurrent request with the same key waits for this
/// transaction and then finds it repeated; a transaction that is rolled back frees the key.
pub async fn begin(
    tx: &DatabaseTransaction,
    operation: &str,
    key: &str,
    fingerprint: &str,
    answer: serde_json::Value,
    now: DateTime<Utc>,
) -> Result<Begun, Fault> {
    use ::entity::idempotency::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        operation: Set(operation.to_owned()),
        key: Set(key.to_owned()),
        fingerprint: Set(fingerprint.to_owned()),
        answer: Set(answer),
        created_at: Set(now),
    };
    let inserted = Entity::insert(row)
        .on_conflict(OnConflict::columns([Column::Operation, Column::Key]).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    if inserted == 1 {
        return Ok(Begun::Fresh);
    }
    let before = Entity::find_by_id((operation.to_owned(), key.to_owned()))
        .one(tx)
        .await?
        .ok_or_else(|| Fault::new("an idempotency key vanished"))?;
    Ok(if before.fingerprint == fingerprint { Begun::Repeated(before.answer) } else { Begun::Conflict })
}

/// What `key` has made, if it has had its effect; saves the work that leads to [`begin`].
pub async fn recall(
    db: &impl sea_orm::ConnectionTrait,
    operation: &str,
    key: &str,
    fingerprint: &str,
) -> Result<Option<Begun>, Fault> {
    let before = ::entity::idempotency::Entity::find_by_id((operation.to_owned(), key.to_owned())).one(db).await?;
    Ok(before.map(|row| if row.fingerprint == fingerprint { Begun::Repeated(row.answer) } else { Begun::Conflict }))
}
