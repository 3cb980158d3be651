//! Writing many rows within the limits of the databases.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait, IntoActiveModel, Iterable,
    PrimaryKeyToColumn, Statement,
};

/// Values bound in one statement: SQLite allows 32,766, PostgreSQL 65,535.
const MAX_VALUES: usize = 15_000;

/// Ids in one `IN (…)`.
pub const MAX_IDS: usize = 5_000;

/// Inserts the rows; those whose key is there already are overwritten.
pub async fn upsert<E>(tx: &DatabaseTransaction, rows: Vec<E::Model>) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let keys: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let is_key = |column: &E::Column| {
        keys.iter().any(|key| key.as_column_ref().1.to_string() == column.as_column_ref().1.to_string())
    };
    let others: Vec<E::Column> = E::Column::iter().filter(|column| !is_key(column)).collect();
    let conflict = OnConflict::columns(keys.iter().copied()).update_columns(others).to_owned();
    insert::<E>(tx, rows, &conflict).await
}

/// Inserts the rows; those that collide with a key or a unique index are left out.
pub async fn insert_missing<E>(tx: &DatabaseTransaction, rows: Vec<E::Model>) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    insert::<E>(tx, rows, &OnConflict::new().do_nothing().to_owned()).await
}

async fn insert<E>(tx: &DatabaseTransaction, rows: Vec<E::Model>, conflict: &OnConflict) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let size = (MAX_VALUES / E::Column::iter().count().max(1)).max(1);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<E::ActiveModel> = rows.by_ref().take(size).map(IntoActiveModel::into_active_model).collect();
        E::insert_many(chunk).on_conflict(conflict.clone()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Makes imports and the generation of trips wait for each other, and tells the version of the network: it grows
/// with each import.
pub async fn lock_network(tx: &DatabaseTransaction, now: chrono::DateTime<chrono::Utc>) -> Result<i64, DbErr> {
    use entity::setting::{ActiveModel, Column, Entity};
    let first = ActiveModel {
        key: sea_orm::Set(VERSION_KEY.to_owned()),
        value: sea_orm::Set(serde_json::json!(0)),
        updated_at: sea_orm::Set(now),
    };
    let conflict = OnConflict::column(Column::Key).do_nothing().to_owned();
    Entity::insert(first).on_conflict(conflict).exec_without_returning(tx).await?;
    if tx.get_database_backend() == DbBackend::Postgres {
        let lock = "SELECT key FROM setting WHERE key = $1 FOR UPDATE";
        tx.query_one_raw(Statement::from_sql_and_values(DbBackend::Postgres, lock, [VERSION_KEY.into()])).await?;
    }
    network_version(tx).await
}

const VERSION_KEY: &str = "network_version";

pub async fn network_version(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let row = entity::setting::Entity::find_by_id(VERSION_KEY).one(db).await?;
    Ok(row.and_then(|row| row.value.as_i64()).unwrap_or(0))
}

pub async fn set_network_version(
    tx: &DatabaseTransaction,
    version: i64,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), DbErr> {
    let row =
        entity::setting::Model { key: VERSION_KEY.to_owned(), value: serde_json::json!(version), updated_at: now };
    upsert::<entity::setting::Entity>(tx, vec![row]).await
}
