//! What staff write down about an order, and the right to change what is in it.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        grant(manager, "CHANGE_ORDERS", &["TRANSPORT_MANAGER", "CASHIER", "SUPPORT_AGENT"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE note (
        id {uuid} NOT NULL PRIMARY KEY,
        order_id {uuid} NOT NULL REFERENCES \"order\" (id),
        account_id {uuid} NOT NULL REFERENCES account (id),
        text TEXT NOT NULL,
        created_at {ts} NOT NULL
    )",
    "CREATE INDEX note_order ON note (order_id)",
    // What the order's page reads by its order.
    "CREATE INDEX message_order ON message (order_id)",
    "CREATE INDEX payment_event_payment ON payment_event (payment_id)",
    "CREATE INDEX payment_gateway_ref ON payment (gateway_ref)",
    "CREATE INDEX passage_line ON passage (line_id)",
];
