//! Cash registers in the cloud and the fiscal receipts that they are to record.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        grant(manager, "MANAGE_REGISTERS", &["ACCOUNTANT"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE fiscal_register (
        id {uuid} NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        url TEXT NOT NULL,
        token {blob} NOT NULL,
        organisation TEXT NOT NULL,
        inn TEXT NOT NULL,
        reg_number TEXT NOT NULL,
        place TEXT NOT NULL,
        fee_tax_percent TEXT,
        enabled {bool} NOT NULL,
        serves_all {bool} NOT NULL,
        serves_since {ts},
        shift_opened_at {ts},
        shift_number BIGINT,
        close_asked_at {ts},
        unsure {bool} NOT NULL,
        failures INTEGER NOT NULL,
        next_try_at {ts},
        locked_until {ts},
        last_ok_at {ts},
        last_error TEXT,
        last_error_at {ts},
        made_at {ts} NOT NULL,
        version BIGINT NOT NULL
    )",
    // One serves everything that has no register of its own.
    "CREATE UNIQUE INDEX fiscal_register_all ON fiscal_register (serves_all) WHERE serves_all",
    "CREATE TABLE fiscal_receipt (
        id {uuid} NOT NULL PRIMARY KEY,
        register_id {uuid} NOT NULL REFERENCES fiscal_register (id),
        source TEXT NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        order_id {uuid} REFERENCES \"order\" (id),
        refund_id {uuid} REFERENCES refund (id),
        shift_id {uuid} REFERENCES shift (id),
        currency TEXT NOT NULL,
        amount_minor BIGINT NOT NULL,
        cash_minor BIGINT NOT NULL,
        cashless_minor BIGINT NOT NULL,
        offset_minor BIGINT NOT NULL,
        tax_minor BIGINT NOT NULL,
        items {json} NOT NULL,
        cashier TEXT,
        basis TEXT,
        settled_on {date},
        attempts INTEGER NOT NULL,
        last_error TEXT,
        created_at {ts} NOT NULL,
        queued_at {ts},
        done_at {ts},
        fn_number TEXT,
        fd_number BIGINT,
        fm TEXT,
        inn TEXT,
        reg_number TEXT,
        issued_at {ts},
        shift_number BIGINT
    )",
    "CREATE UNIQUE INDEX fiscal_receipt_source ON fiscal_receipt (source)",
    "CREATE UNIQUE INDEX fiscal_receipt_document ON fiscal_receipt (fn_number, fd_number) WHERE fd_number IS NOT NULL",
    "CREATE INDEX fiscal_receipt_queue ON fiscal_receipt (register_id, queued_at, id) WHERE state IN ('QUEUED', 'SENDING')",
    "CREATE INDEX fiscal_receipt_order ON fiscal_receipt (order_id) WHERE order_id IS NOT NULL",
    "CREATE INDEX fiscal_receipt_refund ON fiscal_receipt (refund_id) WHERE refund_id IS NOT NULL",
    "CREATE INDEX fiscal_receipt_shift ON fiscal_receipt (shift_id) WHERE shift_id IS NOT NULL",
    "CREATE INDEX fiscal_receipt_issued ON fiscal_receipt (issued_at) WHERE issued_at IS NOT NULL",
    "CREATE INDEX fiscal_receipt_state ON fiscal_receipt (state, id)",
    "ALTER TABLE desk ADD COLUMN register_id {uuid} REFERENCES fiscal_register (id)",
    "ALTER TABLE carrier ADD COLUMN tax_percent TEXT",
];
