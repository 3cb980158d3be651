//! Each row of the audit log is linked to the one before it. Rows from before have no place in the chain; its head
//! remembers how many they were.

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
    "ALTER TABLE audit ADD COLUMN number BIGINT",
    "ALTER TABLE audit ADD COLUMN hash {blob}",
    "CREATE UNIQUE INDEX audit_number ON audit (number)",
    "CREATE TABLE audit_head (
        id INTEGER NOT NULL CHECK (id = 1),
        number BIGINT NOT NULL,
        hash {blob} NOT NULL,
        unchained BIGINT NOT NULL,
        PRIMARY KEY (id)
    )",
    "INSERT INTO audit_head (id, number, hash, unchained) SELECT 1, 0, {empty}, COUNT(*) FROM audit",
];
