//! Tickets that are exchanged for others, with the difference in price.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        grant(manager, "EXCHANGE_TICKETS", &["TRANSPORT_MANAGER", "CASHIER", "SUPPORT_AGENT"]).await?;
        grant(manager, "OVERRULE_ORDERS", &["TRANSPORT_MANAGER"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE exchange (
        id {uuid} NOT NULL PRIMARY KEY,
        order_id {uuid} NOT NULL REFERENCES \"order\" (id),
        account_id {uuid} NOT NULL REFERENCES account (id),
        state TEXT NOT NULL,
        currency TEXT NOT NULL,
        difference_minor BIGINT NOT NULL,
        forgone_minor BIGINT NOT NULL,
        overrule_reason TEXT,
        moves {json} NOT NULL,
        valid_until {ts} NOT NULL,
        created_at {ts} NOT NULL,
        confirmed_at {ts},
        done_at {ts}
    )",
    "CREATE INDEX exchange_order ON exchange (order_id)",
    "ALTER TABLE order_line ADD COLUMN exchange_id {uuid}",
    "ALTER TABLE payment ADD COLUMN exchange_id {uuid}",
];
