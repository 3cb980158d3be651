//! Staff may be tied to stations.

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

const STATEMENTS: &[&str] = &["CREATE TABLE staff_station (
    account_id {uuid} NOT NULL REFERENCES account (id),
    stop_id {uuid} NOT NULL REFERENCES stop (id),
    PRIMARY KEY (account_id, stop_id)
)"];
