//! Readings of tickets at boarding.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        grant(manager, "CHECK_TICKETS", &["TRANSPORT_MANAGER", "DISPATCHER", "INSPECTOR"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE passage (
        id {uuid} NOT NULL PRIMARY KEY,
        nonce TEXT NOT NULL,
        trip_id {uuid} NOT NULL REFERENCES trip (id),
        line_id {uuid} REFERENCES order_line (id),
        ticket TEXT,
        outcome TEXT NOT NULL,
        account_id {uuid} NOT NULL REFERENCES account (id),
        recorded_at {ts} NOT NULL,
        undone_at {ts},
        UNIQUE (account_id, nonce)
    )",
    "CREATE INDEX passage_trip ON passage (trip_id)",
    "CREATE UNIQUE INDEX passage_accepted ON passage (line_id) WHERE outcome = 'ACCEPTED' AND undone_at IS NULL",
];
