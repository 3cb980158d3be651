//! Sales of a day are counted by the moment of payment.

use sea_orm_migration::prelude::*;

use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, &["CREATE INDEX payment_paid ON payment (paid_at)"]).await
    }
}
