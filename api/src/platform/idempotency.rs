//! A request that moves money or inventory carries a key: the same key with the same input has one effect and one
//! answer, the same key with another input is an error.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};

use super::Fault;
use super::db::Db;

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
    Ok(known(before, fingerprint))
}

/// Looks keys up for everybody who asks in the same moment by one statement: in a rush, nearly all are refused, and each
/// refusal has to know first that it is not a repetition.
pub struct Keys(Db);

/// Operation and key.
type Name = (String, String);

impl Keys {
    pub fn loader(db: Db) -> DataLoader<Keys> {
        DataLoader::new(Keys(db), tokio::spawn).max_batch_size(400)
    }
}

impl Loader<Name> for Keys {
    type Value = ::entity::idempotency::Model;
    type Error = Arc<Fault>;

    async fn load(&self, names: &[Name]) -> Result<HashMap<Name, Self::Value>, Self::Error> {
        use ::entity::idempotency::{Column, Entity};
        // All of one operation, as good as always: those of others only come along.
        let keys = names.iter().map(|(_, key)| key.clone());
        let mut operations: Vec<&str> = names.iter().map(|(operation, _)| operation.as_str()).collect();
        operations.sort_unstable();
        operations.dedup();
        let found = Entity::find().filter(Column::Operation.is_in(operations)).filter(Column::Key.is_in(keys));
        let found = found.all(self.0.read()).await.map_err(|error| Arc::new(Fault::from(error)))?;
        Ok(found.into_iter().map(|row| ((row.operation.clone(), row.key.clone()), row)).collect())
    }
}

/// What `key` has made, if it has had its effect, looked up together with all who ask now.
pub async fn recall(
    keys: &DataLoader<Keys>,
    operation: &str,
    key: &str,
    fingerprint: &str,
) -> Result<Option<Begun>, Fault> {
    let before = keys.load_one((operation.to_owned(), key.to_owned())).await;
    let before = before.map_err(|fault| Fault::new(format!("{fault:?}")))?;
    Ok(before.map(|row| known(row, fingerprint)))
}

fn known(row: ::entity::idempotency::Model, fingerprint: &str) -> Begun {
    if row.fingerprint == fingerprint { Begun::Repeated(row.answer) } else { Begun::Conflict }
}
