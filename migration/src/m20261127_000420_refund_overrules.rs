//! Refunds of more than the rules give, and the second person who says yes or no.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        // Who asks does not approve: two roles.
        grant(manager, "OVERRULE_REFUNDS", &["SUPPORT_AGENT"]).await?;
        grant(manager, "APPROVE_REFUNDS", &["ACCOUNTANT"]).await
    }
}

const STATEMENTS: &[&str] = &[
    // An offer that is dropped goes with its overrule.
    "CREATE TABLE overrule (
        id {uuid} NOT NULL PRIMARY KEY REFERENCES refund (id) ON DELETE CASCADE,
        order_id {uuid} NOT NULL REFERENCES \"order\" (id),
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        currency TEXT NOT NULL,
        beyond_minor BIGINT NOT NULL,
        way TEXT,
        asked_by {uuid} NOT NULL REFERENCES account (id),
        asked_at {ts} NOT NULL,
        decided_by {uuid} REFERENCES account (id),
        decided_at {ts},
        decision_note TEXT
    )",
    "CREATE INDEX overrule_order ON overrule (order_id)",
    "CREATE INDEX overrule_asked ON overrule (asked_at) WHERE state <> 'OFFERED'",
];
