//! Until when each purchase of a company is to be paid; prices that a contract has for a line, a class or a category.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The home station's clock is six hours ahead.
        let bought = if manager.get_database_backend() == DatabaseBackend::Sqlite {
            "date(at, '+6 hours', (SELECT c.term_days || ' days' FROM wallet w JOIN company c ON c.id = w.company_id \
             WHERE w.id = wallet_entry.wallet_id))"
        } else {
            "CAST(at AT TIME ZONE 'UTC' + interval '6 hours' AS date) + (SELECT c.term_days FROM wallet w \
             JOIN company c ON c.id = w.company_id WHERE w.id = wallet_entry.wallet_id)"
        };
        let due = format!(
            "UPDATE wallet_entry SET due_on = {bought} \
             WHERE kind = 'PURCHASE' AND wallet_id IN (SELECT id FROM wallet WHERE company_id IS NOT NULL)"
        );
        sql(manager, STATEMENTS).await?;
        sql(manager, &[&due]).await
    }
}

const STATEMENTS: &[&str] = &[
    "ALTER TABLE wallet_entry ADD COLUMN due_on {date}",
    "CREATE INDEX ticket_issued ON ticket (issued_at)",
    "ALTER TABLE company ADD COLUMN prices {json} NOT NULL DEFAULT '[]'",
    "ALTER TABLE \"order\" ADD COLUMN company_terms {json}",
    "UPDATE \"order\" SET company_terms = CAST('{\"percent\":\"' || company_percent || '\",\"prices\":[]}' AS {json}) \
     WHERE company_percent IS NOT NULL",
    "ALTER TABLE \"order\" DROP COLUMN company_percent",
];
