//! Holidays that the office keeps.

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
    "ALTER TABLE holiday ADD COLUMN edited_at {ts}",
    "ALTER TABLE holiday ADD COLUMN dropped BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE holiday ADD COLUMN version BIGINT NOT NULL DEFAULT 1",
];
