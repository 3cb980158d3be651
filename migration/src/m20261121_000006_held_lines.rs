//! Ended holds are found by their lines, one row for a seat, and no longer by their claims, one for each leg: selling a seat
//! then changes no index of its claims. On PostgreSQL, tables whose rows are written once and changed soon after leave room
//! for the change beside the row.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(
            manager,
            &["DROP INDEX claim_held", "CREATE INDEX order_line_held ON order_line (order_id) WHERE state = 'HELD'"],
        )
        .await?;
        if manager.get_database_backend() == DatabaseBackend::Postgres {
            for table in ["claim", "\"order\"", "order_line", "payment"] {
                sql(manager, &[&format!("ALTER TABLE {table} SET (fillfactor = 60)")]).await?;
            }
        }
        Ok(())
    }
}
