//! Passengers get new tickets when they come to other seats: a line has one good ticket, and those before it.

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
    "DROP INDEX ticket_line",
    "CREATE INDEX ticket_line ON ticket (line_id)",
    "CREATE UNIQUE INDEX ticket_good ON ticket (line_id) WHERE void_at IS NULL",
];
