//! Stops at which single trips do not call.

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
    "ALTER TABLE trip ADD COLUMN skipped {json}",
    "DROP INDEX trip_deviates",
    "CREATE INDEX trip_deviates ON trip (arrives_at) WHERE state <> 'SCHEDULED' OR delay_minutes <> 0 \
     OR platforms IS NOT NULL OR skipped IS NOT NULL",
];
