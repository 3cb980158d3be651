//! Closed sections of road, and the trips that they take off sale.

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

const STATEMENTS: &[&str] = &[
    "CREATE TABLE closure (
        id {uuid} NOT NULL PRIMARY KEY,
        from_id {uuid} NOT NULL,
        to_id {uuid} NOT NULL,
        both_ways BOOLEAN NOT NULL,
        starts_at {ts} NOT NULL,
        ends_at {ts},
        reason {json} NOT NULL,
        lifted_at {ts},
        version BIGINT NOT NULL
    )",
    // Beside the dispatcher's own sale_closed: each is opened by what has closed it.
    "ALTER TABLE trip ADD COLUMN road_closed BOOLEAN NOT NULL DEFAULT FALSE",
];
