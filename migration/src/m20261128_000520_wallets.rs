//! Internal accounts of customers, and orders that put money on them.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        grant(manager, "MANAGE_CLIENTS", &["ACCOUNTANT"]).await
    }
}

const STATEMENTS: &[&str] = &[
    // Whatever goes wrong elsewhere, nobody spends more than they have and may owe.
    "CREATE TABLE wallet (
        id {uuid} NOT NULL PRIMARY KEY,
        number TEXT NOT NULL,
        account_id {uuid},
        company_id {uuid},
        currency TEXT NOT NULL,
        balance_minor BIGINT NOT NULL,
        credit_minor BIGINT NOT NULL,
        blocked_at {ts},
        blocked_reason TEXT,
        opened_at {ts} NOT NULL,
        version BIGINT NOT NULL,
        CONSTRAINT wallet_one_owner CHECK ((account_id IS NULL) <> (company_id IS NULL)),
        CONSTRAINT wallet_credit CHECK (credit_minor >= 0),
        CONSTRAINT wallet_not_overdrawn CHECK (balance_minor + credit_minor >= 0)
    )",
    "CREATE UNIQUE INDEX wallet_number ON wallet (number)",
    "CREATE UNIQUE INDEX wallet_account ON wallet (account_id) WHERE account_id IS NOT NULL",
    "CREATE UNIQUE INDEX wallet_company ON wallet (company_id) WHERE company_id IS NOT NULL",
    "CREATE TABLE wallet_entry (
        id {uuid} NOT NULL PRIMARY KEY,
        wallet_id {uuid} NOT NULL REFERENCES wallet (id),
        position BIGINT NOT NULL,
        kind TEXT NOT NULL,
        amount_minor BIGINT NOT NULL,
        balance_minor BIGINT NOT NULL,
        order_id {uuid} NOT NULL,
        payment_id {uuid},
        refund_id {uuid},
        buyer_id {uuid},
        at {ts} NOT NULL
    )",
    "CREATE UNIQUE INDEX wallet_entry_position ON wallet_entry (wallet_id, position)",
    "CREATE INDEX wallet_entry_payment ON wallet_entry (payment_id) WHERE payment_id IS NOT NULL",
    // A refund comes once.
    "CREATE UNIQUE INDEX wallet_entry_refund ON wallet_entry (refund_id) WHERE refund_id IS NOT NULL",
    "ALTER TABLE \"order\" ADD COLUMN wallet_id {uuid}",
    "ALTER TABLE \"order\" ADD COLUMN top_up_minor BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE \"order\" ADD COLUMN topped_up_at {ts}",
    "CREATE INDEX order_wallet ON \"order\" (wallet_id, id) WHERE wallet_id IS NOT NULL",
];
