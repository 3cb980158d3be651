//! When a gateway is asked next about a payment whose callback has not come: a column in the place of a job for each
//! payment, most of which had nothing to do.

use sea_orm_migration::prelude::*;

use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let open = "state IN ('CREATED', 'PENDING', 'UNKNOWN')";
        sql(
            manager,
            &[
                "ALTER TABLE payment ADD COLUMN next_poll_at {ts}",
                &format!("UPDATE payment SET next_poll_at = created_at WHERE {open}"),
                "DROP INDEX payment_open",
                &format!("CREATE INDEX payment_poll ON payment (next_poll_at) WHERE {open}"),
                "DELETE FROM job WHERE kind = 'poll_payment'",
            ],
        )
        .await
    }
}
