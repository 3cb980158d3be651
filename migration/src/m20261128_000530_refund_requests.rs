//! What passengers ask for beyond the rules of refunds, with their documents.

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
    "CREATE TABLE refund_request (
        id {uuid} NOT NULL PRIMARY KEY,
        order_id {uuid} NOT NULL REFERENCES \"order\" (id),
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        text TEXT NOT NULL,
        lines {json} NOT NULL,
        asked_at {ts} NOT NULL,
        answer TEXT,
        answered_by {uuid} REFERENCES account (id),
        answered_at {ts}
    )",
    "CREATE INDEX refund_request_order ON refund_request (order_id)",
    "CREATE INDEX refund_request_asked ON refund_request (asked_at, id)",
    // What is shown by itself is what waits for an answer.
    "CREATE INDEX refund_request_open ON refund_request (asked_at, id) WHERE state = 'OPEN'",
    "CREATE TABLE refund_document (
        id {uuid} NOT NULL PRIMARY KEY,
        request_id {uuid} NOT NULL REFERENCES refund_request (id),
        name TEXT NOT NULL,
        content_type TEXT NOT NULL,
        size BIGINT NOT NULL,
        fingerprint TEXT NOT NULL,
        sealed {blob},
        added_at {ts} NOT NULL,
        UNIQUE (request_id, fingerprint)
    )",
    "CREATE INDEX refund_document_kept ON refund_document (added_at) WHERE sealed IS NOT NULL",
];
