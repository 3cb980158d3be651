//! A second factor of staff, which a role may demand.

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
    "CREATE TABLE second_factor (
        account_id {uuid} NOT NULL PRIMARY KEY REFERENCES account (id),
        secret_sealed {blob} NOT NULL,
        last_step BIGINT NOT NULL,
        confirmed_at {ts},
        created_at {ts} NOT NULL
    )",
    "CREATE TABLE recovery_code (
        account_id {uuid} NOT NULL REFERENCES account (id),
        hash {blob} NOT NULL,
        PRIMARY KEY (account_id, hash)
    )",
    "ALTER TABLE role ADD COLUMN second_factor {bool} NOT NULL DEFAULT FALSE",
];
