//! Numbered blanks of paper tickets.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        grant(manager, "MANAGE_BLANKS", &["ACCOUNTANT", "TRANSPORT_MANAGER"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE blank_block (
        id {uuid} NOT NULL PRIMARY KEY,
        series TEXT NOT NULL,
        first_number INTEGER NOT NULL,
        last_number INTEGER NOT NULL,
        desk_id {uuid} REFERENCES desk (id),
        issued_by {uuid} NOT NULL REFERENCES account (id),
        issued_at {ts} NOT NULL,
        moved_at {ts} NOT NULL,
        note TEXT,
        version BIGINT NOT NULL,
        CHECK (first_number <= last_number)
    )",
    "CREATE INDEX blank_block_issued ON blank_block (issued_at, id)",
    "CREATE INDEX blank_block_numbers ON blank_block (series, first_number, id)",
    "CREATE INDEX blank_block_desk ON blank_block (desk_id) WHERE desk_id IS NOT NULL",
    "CREATE TABLE blank (
        id {uuid} NOT NULL PRIMARY KEY,
        block_id {uuid} NOT NULL REFERENCES blank_block (id),
        series TEXT NOT NULL,
        number INTEGER NOT NULL,
        state TEXT NOT NULL,
        line_id {uuid} REFERENCES order_line (id),
        order_id {uuid} REFERENCES \"order\" (id),
        shift_id {uuid} REFERENCES shift (id),
        sold_at {ts},
        note TEXT,
        account_id {uuid} REFERENCES account (id),
        changed_at {ts},
        CHECK ((state = 'SOLD') = (line_id IS NOT NULL))
    )",
    // Blocks that overlap have a blank in common, which the database refuses.
    "CREATE UNIQUE INDEX blank_number ON blank (series, number)",
    "CREATE INDEX blank_in_block ON blank (block_id, number)",
    "CREATE UNIQUE INDEX blank_line ON blank (line_id) WHERE line_id IS NOT NULL",
    "CREATE INDEX blank_shift ON blank (shift_id) WHERE shift_id IS NOT NULL",
    "ALTER TABLE ticket ADD COLUMN blank TEXT",
    "CREATE INDEX ticket_blank ON ticket (blank) WHERE blank IS NOT NULL",
];
