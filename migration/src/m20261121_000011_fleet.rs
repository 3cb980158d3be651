//! Drivers, papers that run out, photos of vehicles.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        let viewers = ["TRANSPORT_MANAGER", "DISPATCHER", "CARRIER_REPRESENTATIVE"];
        grant(manager, "VIEW_FLEET", &viewers).await
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE driver (
        id {uuid} NOT NULL PRIMARY KEY,
        carrier_id {uuid} NOT NULL REFERENCES carrier (id),
        last_name TEXT NOT NULL,
        first_name TEXT NOT NULL,
        middle_name TEXT,
        phone TEXT,
        active {bool} NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE INDEX driver_carrier ON driver (carrier_id)",
    "CREATE INDEX driver_name ON driver (last_name, id)",
    "CREATE INDEX vehicle_plate ON vehicle (plate, id)",
    "CREATE TABLE permit (
        id {uuid} NOT NULL PRIMARY KEY,
        holder TEXT NOT NULL,
        holder_id {uuid} NOT NULL,
        kind TEXT NOT NULL,
        number TEXT NOT NULL,
        issued_on {date},
        expires_on {date} NOT NULL,
        note TEXT,
        reminded INTEGER NOT NULL DEFAULT 0,
        version BIGINT NOT NULL
    )",
    "CREATE INDEX permit_holder ON permit (holder, holder_id)",
    "CREATE INDEX permit_expiry ON permit (expires_on, id)",
    "CREATE TABLE photo (
        id {uuid} NOT NULL PRIMARY KEY,
        vehicle_id {uuid} NOT NULL REFERENCES vehicle (id),
        content_type TEXT NOT NULL,
        bytes {blob} NOT NULL,
        made_at {ts} NOT NULL
    )",
    "CREATE INDEX photo_vehicle ON photo (vehicle_id, id)",
];
