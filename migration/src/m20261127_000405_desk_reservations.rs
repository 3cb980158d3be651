//! Orders of the site that are held until they are paid at a desk.

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
    "ALTER TABLE \"order\" ADD COLUMN reserved_until {ts}",
    "CREATE INDEX order_reserved ON \"order\" (phone, reserved_until) WHERE reserved_until IS NOT NULL",
];
