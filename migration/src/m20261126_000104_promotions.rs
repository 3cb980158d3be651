//! Promotional codes, and which order has one.

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
    "CREATE TABLE promotion (
        id {uuid} NOT NULL PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        name {json} NOT NULL,
        percent TEXT,
        amount_minor BIGINT,
        currency TEXT NOT NULL,
        minimum_minor BIGINT NOT NULL,
        sold_from {ts},
        sold_to {ts},
        travel_from {date},
        travel_to {date},
        routes {json} NOT NULL,
        carriers {json} NOT NULL,
        uses_limit INTEGER,
        customer_limit INTEGER,
        active BOOLEAN NOT NULL,
        touched BIGINT NOT NULL,
        made_at {ts} NOT NULL,
        version BIGINT NOT NULL,
        CHECK ((percent IS NULL) <> (amount_minor IS NULL))
    )",
    "ALTER TABLE \"order\" ADD COLUMN promotion_id {uuid} REFERENCES promotion (id)",
    "CREATE INDEX order_promotion ON \"order\" (promotion_id) WHERE promotion_id IS NOT NULL",
];
