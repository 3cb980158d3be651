//! Rules of the tariff with a time, a carrier and channels, and a history.

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
    "ALTER TABLE tariff_rule ADD COLUMN series TEXT NOT NULL DEFAULT ''",
    "UPDATE tariff_rule SET series = code",
    "ALTER TABLE tariff_rule ADD COLUMN carrier_id {uuid}",
    "ALTER TABLE tariff_rule ADD COLUMN channels {json} NOT NULL DEFAULT '[]'",
    "ALTER TABLE tariff_rule ADD COLUMN valid_from {ts}",
    "ALTER TABLE tariff_rule ADD COLUMN valid_to {ts}",
    "ALTER TABLE tariff_rule ADD COLUMN edited_at {ts}",
    "ALTER TABLE tariff_rule ADD COLUMN version BIGINT NOT NULL DEFAULT 1",
    "CREATE INDEX tariff_rule_series ON tariff_rule (series)",
];
