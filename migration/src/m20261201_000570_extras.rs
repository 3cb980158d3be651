//! What the station earns with extras has an account; the station's fee has one name everywhere.

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
    // After the service fee.
    "UPDATE ledger_account SET position = position + 1 WHERE position >= 9",
    "INSERT INTO ledger_account (code, position, name, version) VALUES ('EXTRAS', 9, \
     '{\"ru\":\"Дополнительные услуги\",\"ky\":\"Кошумча кызматтар\",\"en\":\"Extras\"}', 1)",
    // Unless an accountant has named it.
    "UPDATE ledger_account SET name = '{\"ru\":\"Сбор автовокзала\",\"ky\":\"Автобекеттин жыйымы\",\"en\":\"Station fee\"}' \
     WHERE code = 'STATION_FEE' AND version = 1",
];
