//! Companies that buy on account, who buys for them, and orders that are theirs.

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
    "CREATE TABLE company (
        id {uuid} NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        inn TEXT NOT NULL,
        address TEXT,
        contact TEXT,
        email TEXT,
        phone TEXT,
        contract_number TEXT NOT NULL,
        contract_from {date} NOT NULL,
        contract_to {date},
        discount_percent TEXT,
        term_days INTEGER NOT NULL,
        made_at {ts} NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE UNIQUE INDEX company_inn ON company (inn)",
    "CREATE TABLE company_member (
        id {uuid} NOT NULL PRIMARY KEY,
        company_id {uuid} NOT NULL REFERENCES company (id),
        email TEXT NOT NULL,
        monthly_minor BIGINT,
        added_at {ts} NOT NULL,
        removed_at {ts}
    )",
    "CREATE UNIQUE INDEX company_member_email ON company_member (company_id, email) WHERE removed_at IS NULL",
    "CREATE INDEX company_member_of ON company_member (email) WHERE removed_at IS NULL",
    "ALTER TABLE \"order\" ADD COLUMN company_id {uuid}",
    "ALTER TABLE \"order\" ADD COLUMN company_percent TEXT",
];
