//! Reports that are kept, the moment of each sale for them, and the rights to see and to share them.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::{grant, roles_with};
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        for had in ["VIEW_ORDERS", "VIEW_TRIPS"] {
            let roles = roles_with(manager, had).await?;
            grant(manager, "VIEW_REPORTS", &roles.iter().map(String::as_str).collect::<Vec<_>>()).await?;
        }
        grant(manager, "SHARE_REPORTS", &["ACCOUNTANT"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE saved_report (
        id {uuid} NOT NULL PRIMARY KEY,
        account_id {uuid} NOT NULL REFERENCES account (id),
        name TEXT NOT NULL,
        shared {bool} NOT NULL,
        data_set TEXT NOT NULL,
        definition {json} NOT NULL,
        created_at {ts} NOT NULL
    )",
    "CREATE UNIQUE INDEX saved_report_name ON saved_report (account_id, name)",
    "CREATE INDEX saved_report_shared ON saved_report (name) WHERE shared",
    "CREATE TABLE report_schedule (
        report_id {uuid} NOT NULL PRIMARY KEY REFERENCES saved_report (id) ON DELETE CASCADE,
        rhythm TEXT NOT NULL,
        hour INTEGER NOT NULL,
        recipients {json} NOT NULL,
        next_at {ts} NOT NULL
    )",
    "CREATE INDEX report_schedule_next ON report_schedule (next_at)",
    "ALTER TABLE order_line ADD COLUMN sold_at {ts}",
    "UPDATE order_line SET sold_at = (SELECT MIN(t.issued_at) FROM ticket t WHERE t.line_id = order_line.id)
     WHERE state IN ('ISSUED', 'USED', 'REFUNDED', 'EXCHANGED')",
    // Baggage has no ticket of its own: it was sold with what else was sold of its order.
    "UPDATE order_line SET sold_at = (SELECT MIN(t.issued_at) FROM ticket t WHERE t.order_id = order_line.order_id)
     WHERE sold_at IS NULL AND state IN ('ISSUED', 'USED', 'REFUNDED', 'EXCHANGED')",
    "CREATE INDEX order_line_sold ON order_line (sold_at) WHERE sold_at IS NOT NULL",
    // How full trips are is counted in the index alone.
    "CREATE INDEX order_line_seated ON order_line (space_id, seat)
     WHERE kind = 'SEAT' AND state IN ('ISSUED', 'USED') AND seat IS NOT NULL",
    "CREATE INDEX refund_confirmed ON refund (confirmed_at) WHERE confirmed_at IS NOT NULL",
    "CREATE INDEX trip_departs ON trip (departs_at)",
    "CREATE INDEX posting_at ON posting (at)",
];
