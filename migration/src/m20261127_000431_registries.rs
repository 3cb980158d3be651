//! Registry files of gateways and terminals' networks, and what differs from them here.

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
    "CREATE TABLE registry_format (
        method TEXT NOT NULL PRIMARY KEY,
        columns {json} NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE TABLE registry (
        id {uuid} NOT NULL PRIMARY KEY,
        method TEXT NOT NULL,
        name TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        first_day {date} NOT NULL,
        last_day {date} NOT NULL,
        currency TEXT NOT NULL,
        payments BIGINT NOT NULL,
        paid_minor BIGINT NOT NULL,
        refunds BIGINT NOT NULL,
        returned_minor BIGINT NOT NULL,
        errors {json} NOT NULL,
        differences BIGINT NOT NULL,
        open BIGINT NOT NULL,
        loaded_at {ts} NOT NULL,
        loaded_by {uuid} NOT NULL
    )",
    "CREATE UNIQUE INDEX registry_file ON registry (method, fingerprint)",
    "CREATE TABLE registry_difference (
        id {uuid} NOT NULL PRIMARY KEY,
        registry_id {uuid} NOT NULL REFERENCES registry (id),
        kind TEXT NOT NULL,
        refund {bool} NOT NULL,
        line BIGINT,
        reference TEXT,
        payment_id {uuid},
        refund_id {uuid},
        theirs_minor BIGINT,
        ours_minor BIGINT,
        their_fee_minor BIGINT,
        our_fee_minor BIGINT,
        said_at TEXT,
        state TEXT NOT NULL,
        note TEXT,
        settled_at {ts},
        settled_by {uuid}
    )",
    "CREATE INDEX registry_difference_registry ON registry_difference (registry_id, id)",
    "CREATE INDEX registry_difference_open ON registry_difference (id) WHERE state = 'OPEN'",
];
