//! Papers that have run out, and that somebody has overruled when a vehicle was planned.

use sea_orm_migration::prelude::*;

use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, &["ALTER TABLE departure ADD COLUMN overruled {json}"]).await
    }
}
