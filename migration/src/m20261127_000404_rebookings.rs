//! Passengers of a closed road who are carried by other trips, a row for each pair of trips.

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
    "CREATE TABLE rebooking (
        id {uuid} NOT NULL PRIMARY KEY,
        closure_id {uuid} NOT NULL REFERENCES closure (id),
        from_trip_id {uuid} NOT NULL,
        to_trip_id {uuid} NOT NULL,
        orders {json} NOT NULL,
        other_class {bool} NOT NULL,
        account_id {uuid},
        address TEXT NOT NULL,
        passengers INTEGER NOT NULL,
        moved INTEGER NOT NULL,
        left_behind INTEGER NOT NULL,
        created_at {ts} NOT NULL,
        done_at {ts}
    )",
    "CREATE INDEX rebooking_closure ON rebooking (closure_id)",
];
