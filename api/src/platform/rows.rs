//! Writing many rows within the limits of the databases.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, Iterable, PrimaryKeyToColumn};

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

/// Inserts the rows of a feed; those that are there take over these columns, unless the office has changed them since.
pub async fn upsert_unedited<E>(
    tx: &DatabaseTransaction,
    rows: Vec<E::Model>,
    columns: &[E::Column],
    edited_at: E::Column,
) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let keys = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column);
    let mut conflict = OnConflict::columns(keys);
    conflict.update_columns(columns.iter().copied()).action_and_where(ColumnTrait::is_null(&edited_at));
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

/// Inserts rows that are all new.
pub async fn insert_all<E>(tx: &DatabaseTransaction, rows: Vec<E::Model>) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model).peekable();
    while rows.peek().is_some() {
        let chunk: Vec<E::ActiveModel> = rows.by_ref().take(chunk_size::<E>()).collect();
        E::insert_many(chunk).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn chunk_size<E: EntityTrait>() -> usize {
    (MAX_VALUES / E::Column::iter().count().max(1)).max(1)
}

async fn insert<E>(tx: &DatabaseTransaction, rows: Vec<E::Model>, conflict: &OnConflict) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let size = chunk_size::<E>();
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<E::ActiveModel> = rows.by_ref().take(size).map(IntoActiveModel::into_active_model).collect();
        E::insert_many(chunk).on_conflict(conflict.clone()).exec_without_returning(tx).await?;
    }
    Ok(())
}
