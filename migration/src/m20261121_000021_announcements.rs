//! What a station tells its passengers for a while, on its boards.

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
    "CREATE TABLE announcement (
        id {uuid} NOT NULL PRIMARY KEY,
        stop_id {uuid} NOT NULL REFERENCES stop (id),
        text {json} NOT NULL,
        starts_at {ts} NOT NULL,
        ends_at {ts} NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE INDEX announcement_stop ON announcement (stop_id, ends_at)",
];
