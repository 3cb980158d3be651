//! Finding the few trips that do not run as planned among millions that do.

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

const STATEMENTS: &[&str] =
    &["CREATE INDEX trip_deviates ON trip (arrives_at) WHERE state <> 'SCHEDULED' OR delay_minutes <> 0"];
