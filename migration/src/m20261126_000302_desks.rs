//! Desks of stations, and who works at them; partners' keys are kept by the office.

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
    "CREATE TABLE desk (
        id {uuid} NOT NULL PRIMARY KEY,
        stop_id {uuid} NOT NULL REFERENCES stop (id),
        sign TEXT NOT NULL,
        note TEXT,
        active {bool} NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE UNIQUE INDEX desk_sign ON desk (stop_id, sign) WHERE active",
    "CREATE TABLE staff_desk (
        account_id {uuid} NOT NULL REFERENCES account (id),
        desk_id {uuid} NOT NULL REFERENCES desk (id),
        PRIMARY KEY (account_id, desk_id)
    )",
    "CREATE INDEX staff_desk_desk ON staff_desk (desk_id)",
    "ALTER TABLE api_key ADD COLUMN tail TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE api_key ADD COLUMN contact TEXT",
    "ALTER TABLE api_key ADD COLUMN used_at {ts}",
];
