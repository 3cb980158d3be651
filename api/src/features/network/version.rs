//! The version of the timetable, and the one lock that its changes take.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait, Statement};

use crate::app::App;
use crate::platform::db::Tx;
use crate::platform::rows::upsert;

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

/// Begins a change of the timetable by the office: changes and imports come one after the other. It ends by
/// [`finish_change`].
pub async fn begin_change(app: &App) -> Result<Tx, DbErr> {
    let tx = app.db.begin().await?;
    lock_network(&tx, app.clock.now()).await?;
    Ok(tx)
}

/// Commits a change of the timetable; everybody reads it anew.
pub async fn finish_change(app: &App, tx: Tx) -> Result<(), DbErr> {
    let version = network_version(&*tx).await? + 1;
    set_network_version(&tx, version, app.clock.now()).await?;
    tx.commit().await?;
    app.network.forget();
    app.bus.publish("network:changed", &version.to_string());
    Ok(())
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
