//! The right to undo a sale of one's own shift.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        grant(manager, "ANNUL_SALES", &["CASHIER"]).await
    }
}
