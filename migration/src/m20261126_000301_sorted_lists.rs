//! What the largest lists are sorted by.

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

const STATEMENTS: &[&str] =
    &[r#"CREATE INDEX order_departure ON "order" (first_departure_at, id)"#, "CREATE INDEX audit_at ON audit (at, id)"];
