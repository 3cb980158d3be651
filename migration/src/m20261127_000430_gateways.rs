//! Payment gateways as the office keeps them, and all that they have said.

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
    "CREATE TABLE gateway (
        id {uuid} NOT NULL PRIMARY KEY,
        code TEXT NOT NULL,
        kind TEXT NOT NULL,
        name {json} NOT NULL,
        enabled {bool} NOT NULL,
        position BIGINT NOT NULL,
        channels {json} NOT NULL,
        currency TEXT NOT NULL,
        smallest_minor BIGINT NOT NULL,
        largest_minor BIGINT NOT NULL,
        fee_percent TEXT NOT NULL,
        fee_fixed_minor BIGINT NOT NULL,
        address TEXT,
        merchant TEXT,
        elqr {json},
        secret {blob},
        made_at {ts} NOT NULL,
        version BIGINT NOT NULL,
        answered_at {ts},
        failed_at {ts},
        failure TEXT,
        failures BIGINT NOT NULL
    )",
    "CREATE UNIQUE INDEX gateway_code ON gateway (code)",
    "CREATE TABLE gateway_message (
        id {uuid} NOT NULL PRIMARY KEY,
        gateway_id {uuid} NOT NULL REFERENCES gateway (id),
        about TEXT NOT NULL,
        payment_id {uuid},
        status INTEGER,
        raw TEXT NOT NULL,
        outcome TEXT NOT NULL,
        trouble {bool} NOT NULL,
        times BIGINT NOT NULL,
        at {ts} NOT NULL,
        last_at {ts} NOT NULL
    )",
    "CREATE INDEX gateway_message_gateway ON gateway_message (gateway_id, id)",
    "CREATE INDEX gateway_message_trouble ON gateway_message (gateway_id, id) WHERE trouble",
    "CREATE INDEX gateway_message_payment ON gateway_message (payment_id, id) WHERE payment_id IS NOT NULL",
    "ALTER TABLE payment ADD COLUMN qr TEXT",
    "ALTER TABLE payment ADD COLUMN app_url TEXT",
    "DROP INDEX payment_poll",
    // A refusal is asked about once more, and money that is kept ready until it is taken.
    "CREATE INDEX payment_poll ON payment (next_poll_at) WHERE state IN ('CREATED', 'PENDING', 'UNKNOWN', 'AUTHORISED', 'FAILED')",
    "UPDATE payment SET next_poll_at = NULL WHERE state = 'FAILED'",
];
