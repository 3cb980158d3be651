//! Receipt printers of desks, and what was printed on them.

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
    "ALTER TABLE desk ADD COLUMN printer TEXT",
    "ALTER TABLE desk ADD COLUMN paper_mm INTEGER NOT NULL DEFAULT 80",
    "CREATE TABLE printout (
        id {uuid} NOT NULL PRIMARY KEY,
        desk_id {uuid} NOT NULL REFERENCES desk (id),
        account_id {uuid} NOT NULL REFERENCES account (id),
        kind TEXT NOT NULL,
        order_id {uuid} REFERENCES \"order\" (id),
        shift_id {uuid} REFERENCES shift (id),
        tickets {json} NOT NULL,
        state TEXT NOT NULL,
        problem TEXT,
        created_at {ts} NOT NULL,
        done_at {ts}
    )",
    "CREATE INDEX printout_order ON printout (order_id) WHERE order_id IS NOT NULL",
    "CREATE INDEX printout_desk ON printout (desk_id, created_at)",
];
