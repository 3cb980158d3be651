//! Networks of payment terminals, their transactions, and all that they have asked.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        grant(manager, "MANAGE_GATEWAYS", &["ACCOUNTANT"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE terminal_network (
        id {uuid} NOT NULL PRIMARY KEY,
        code TEXT NOT NULL,
        name {json} NOT NULL,
        enabled {bool} NOT NULL,
        login TEXT NOT NULL,
        password {blob} NOT NULL,
        addresses {json} NOT NULL,
        currency TEXT NOT NULL,
        smallest_minor BIGINT NOT NULL,
        largest_minor BIGINT NOT NULL,
        tolerance_minor BIGINT NOT NULL,
        fee_percent TEXT NOT NULL,
        results {json} NOT NULL,
        sum_form TEXT NOT NULL,
        cancels {bool} NOT NULL,
        tells_status {bool} NOT NULL,
        made_at {ts} NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE UNIQUE INDEX terminal_network_code ON terminal_network (code)",
    "CREATE TABLE terminal_payment (
        id {uuid} NOT NULL PRIMARY KEY,
        network_id {uuid} NOT NULL REFERENCES terminal_network (id),
        txn TEXT NOT NULL,
        number BIGINT NOT NULL,
        account TEXT NOT NULL,
        sum_minor BIGINT NOT NULL,
        txn_at {ts},
        state TEXT NOT NULL,
        outcome TEXT NOT NULL,
        payment_id {uuid},
        order_id {uuid},
        fee_minor BIGINT NOT NULL,
        answer TEXT NOT NULL,
        cancel_answer TEXT,
        made_at {ts} NOT NULL,
        cancelled_at {ts}
    )",
    "CREATE UNIQUE INDEX terminal_payment_txn ON terminal_payment (network_id, txn)",
    "CREATE UNIQUE INDEX terminal_payment_number ON terminal_payment (number)",
    "CREATE UNIQUE INDEX terminal_payment_payment ON terminal_payment (payment_id) WHERE payment_id IS NOT NULL",
    "CREATE INDEX terminal_payment_order ON terminal_payment (order_id) WHERE order_id IS NOT NULL",
    "CREATE TABLE terminal_request (
        id {uuid} NOT NULL PRIMARY KEY,
        network_id {uuid} NOT NULL REFERENCES terminal_network (id),
        at {ts} NOT NULL,
        address TEXT NOT NULL,
        raw TEXT NOT NULL,
        command TEXT,
        txn TEXT,
        account TEXT,
        outcome TEXT NOT NULL,
        result INTEGER,
        status INTEGER NOT NULL,
        answer TEXT NOT NULL,
        took_ms BIGINT NOT NULL,
        trouble {bool} NOT NULL
    )",
    "CREATE INDEX terminal_request_network ON terminal_request (network_id, id)",
    "CREATE INDEX terminal_request_trouble ON terminal_request (network_id, id) WHERE trouble",
    "CREATE INDEX terminal_request_txn ON terminal_request (txn) WHERE txn IS NOT NULL",
    "CREATE INDEX terminal_request_account ON terminal_request (account) WHERE account IS NOT NULL",
];
