//! Which vehicle runs a trip, and who drives it.

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
    "ALTER TABLE trip ADD COLUMN vehicle_id {uuid}",
    "ALTER TABLE trip ADD COLUMN crew_version BIGINT NOT NULL DEFAULT 0",
    "CREATE INDEX trip_vehicle ON trip (vehicle_id, departs_at)",
    "CREATE TABLE trip_driver (
        trip_id {uuid} NOT NULL REFERENCES trip (id),
        driver_id {uuid} NOT NULL REFERENCES driver (id),
        PRIMARY KEY (trip_id, driver_id)
    )",
    "CREATE INDEX trip_driver_driver ON trip_driver (driver_id)",
];
