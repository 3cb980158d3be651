//! What the office keeps of stations and towns, and who may.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        grant(manager, "MANAGE_TIMETABLE", &["TRANSPORT_MANAGER"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "ALTER TABLE place ADD COLUMN edited_at {ts}",
    "ALTER TABLE place ADD COLUMN version BIGINT NOT NULL DEFAULT 1",
    "ALTER TABLE stop ADD COLUMN phone TEXT",
    "ALTER TABLE stop ADD COLUMN address {json}",
    "ALTER TABLE stop ADD COLUMN opening_hours {json}",
];
