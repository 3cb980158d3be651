//! Cashiers' shifts, what happens to the money of their desks, and payments and refunds by hand.

use sea_orm_migration::prelude::*;

use super::m20260101_000002_sales::refuse_changes;
use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        for statement in refuse_changes(manager.get_database_backend(), "cash_operation") {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        grant(manager, "SELL_AT_DESK", &["CASHIER"]).await?;
        grant(manager, "RETURN_TICKETS", &["CASHIER", "SUPPORT_AGENT"]).await?;
        grant(manager, "VIEW_SHIFTS", &["ACCOUNTANT", "TRANSPORT_MANAGER"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE shift (
        id {uuid} NOT NULL PRIMARY KEY,
        desk_id {uuid} NOT NULL REFERENCES desk (id),
        number BIGINT NOT NULL,
        account_id {uuid} NOT NULL REFERENCES account (id),
        opened_at {ts} NOT NULL,
        closed_at {ts},
        closing_note TEXT,
        version BIGINT NOT NULL
    )",
    "CREATE UNIQUE INDEX shift_number ON shift (desk_id, number)",
    "CREATE UNIQUE INDEX shift_open_desk ON shift (desk_id) WHERE closed_at IS NULL",
    "CREATE UNIQUE INDEX shift_open_cashier ON shift (account_id) WHERE closed_at IS NULL",
    "CREATE INDEX shift_opened ON shift (opened_at)",
    "CREATE INDEX shift_cashier ON shift (account_id, opened_at)",
    "CREATE TABLE cash_operation (
        id {uuid} NOT NULL PRIMARY KEY,
        shift_id {uuid} NOT NULL REFERENCES shift (id),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        tender TEXT NOT NULL,
        currency TEXT NOT NULL,
        amount_minor BIGINT NOT NULL,
        balance_minor BIGINT NOT NULL,
        order_id {uuid},
        payment_id {uuid},
        refund_id {uuid},
        note TEXT,
        account_id {uuid} NOT NULL,
        at {ts} NOT NULL
    )",
    "CREATE UNIQUE INDEX cash_operation_position ON cash_operation (shift_id, position)",
    "CREATE UNIQUE INDEX cash_operation_payment ON cash_operation (payment_id) WHERE kind = 'SALE'",
    "CREATE UNIQUE INDEX cash_operation_refund ON cash_operation (refund_id) WHERE refund_id IS NOT NULL",
    "CREATE INDEX cash_operation_order ON cash_operation (order_id) WHERE order_id IS NOT NULL",
    "CREATE INDEX cash_operation_at ON cash_operation (at)",
    "ALTER TABLE payment ADD COLUMN shift_id {uuid}",
    "ALTER TABLE payment ADD COLUMN together_id {uuid}",
    "CREATE INDEX payment_shift ON payment (shift_id) WHERE shift_id IS NOT NULL",
    "ALTER TABLE refund ADD COLUMN way TEXT NOT NULL DEFAULT 'ORIGINAL'",
    "ALTER TABLE refund ADD COLUMN shift_id {uuid}",
    "CREATE INDEX refund_waiting ON refund (created_at) WHERE state IN ('PENDING', 'FAILED')",
];
