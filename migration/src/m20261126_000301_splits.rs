//! Orders that came out of others, and the shares of payments that came with them.

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
    r#"ALTER TABLE "order" ADD COLUMN split_from_id {uuid}"#,
    r#"CREATE INDEX order_split ON "order" (split_from_id) WHERE split_from_id IS NOT NULL"#,
    "ALTER TABLE payment ADD COLUMN origin_id {uuid}",
    "ALTER TABLE payment ADD COLUMN moved_minor BIGINT NOT NULL DEFAULT 0",
    "CREATE INDEX payment_origin ON payment (origin_id) WHERE origin_id IS NOT NULL",
];
