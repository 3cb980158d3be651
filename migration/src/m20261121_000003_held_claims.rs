//! Ended holds are found without reading every claim that was ever sold.

use sea_orm_migration::prelude::*;

use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, &["CREATE INDEX claim_held ON claim (held_until) WHERE held_until IS NOT NULL"]).await
    }
}
