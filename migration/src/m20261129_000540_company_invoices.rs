//! Invoices of companies: what was bought in a period or is asked for in advance, as it was issued.

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
    "CREATE TABLE company_invoice (
        id {uuid} NOT NULL PRIMARY KEY,
        number BIGINT NOT NULL,
        company_id {uuid} NOT NULL REFERENCES company (id),
        kind TEXT NOT NULL,
        starts_on {date},
        ends_on {date},
        due_on {date} NOT NULL,
        currency TEXT NOT NULL,
        opening_minor BIGINT NOT NULL,
        bought_minor BIGINT NOT NULL,
        returned_minor BIGINT NOT NULL,
        paid_minor BIGINT NOT NULL,
        closing_minor BIGINT NOT NULL,
        due_minor BIGINT NOT NULL,
        last_position BIGINT NOT NULL,
        facts {json} NOT NULL,
        issued_at {ts} NOT NULL,
        issued_by {uuid},
        cancelled_at {ts},
        cancelled_by {uuid},
        cancelled_reason TEXT,
        CHECK (opening_minor + bought_minor + returned_minor + paid_minor = closing_minor)
    )",
    "CREATE UNIQUE INDEX company_invoice_number ON company_invoice (number)",
    "CREATE INDEX company_invoice_company ON company_invoice (company_id, number)",
];
