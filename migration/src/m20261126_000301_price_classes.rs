//! Prices by class of seat, by line and by demand, and campaigns.

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
    "ALTER TABLE tariff_rule ADD COLUMN routes {json} NOT NULL DEFAULT '[]'",
    "ALTER TABLE price_list ADD COLUMN seat_class TEXT",
    "ALTER TABLE promotion ADD COLUMN automatic BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE promotion ADD COLUMN combinable BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE promotion ADD COLUMN weekdays INTEGER NOT NULL DEFAULT 127",
    "ALTER TABLE promotion ADD COLUMN channels {json} NOT NULL DEFAULT '[]'",
    "ALTER TABLE promotion ADD COLUMN categories {json} NOT NULL DEFAULT '[]'",
    "ALTER TABLE promotion ADD COLUMN budget_minor BIGINT",
    "ALTER TABLE order_line ADD COLUMN campaign_id {uuid} REFERENCES promotion (id)",
    "ALTER TABLE order_line ADD COLUMN campaign_minor BIGINT NOT NULL DEFAULT 0",
    "CREATE INDEX order_line_campaign ON order_line (campaign_id) WHERE campaign_id IS NOT NULL",
];
