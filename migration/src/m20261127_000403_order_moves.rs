//! Which trips have carried an order before the one that does now.

use sea_orm_migration::prelude::*;

use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await
    }
}

const STATEMENTS: &[&str] = &["CREATE TABLE order_move (
        order_id {uuid} NOT NULL,
        from_trip_id {uuid} NOT NULL,
        moved_at {ts} NOT NULL,
        to_trip_id {uuid} NOT NULL,
        account_id {uuid},
        PRIMARY KEY (order_id, from_trip_id, moved_at)
    ) {without_rowid}"];
