//! What people have set on the office's lists, under names.

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
    "CREATE TABLE saved_view (
        id {uuid} NOT NULL PRIMARY KEY,
        account_id {uuid} NOT NULL REFERENCES account (id),
        list TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT,
        settings {json} NOT NULL,
        created_at {ts} NOT NULL
    )",
    "CREATE UNIQUE INDEX saved_view_name ON saved_view (account_id, list, name)",
    "CREATE INDEX saved_view_role ON saved_view (role, list)",
];
