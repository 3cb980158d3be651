//! Who travels on a trip, in versions, and to whom that is sent.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        grant(manager, "MANAGE_EXCHANGE", &["TRANSPORT_MANAGER"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE manifest (
        id {uuid} NOT NULL PRIMARY KEY,
        trip_id {uuid} NOT NULL REFERENCES trip (id),
        number INTEGER NOT NULL,
        cause TEXT NOT NULL,
        made_at {ts} NOT NULL,
        passengers INTEGER NOT NULL,
        content {blob} NOT NULL,
        UNIQUE (trip_id, number)
    )",
    "CREATE TABLE manifest_destination (
        id {uuid} NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        url TEXT NOT NULL,
        format TEXT NOT NULL,
        secret {blob} NOT NULL,
        carrier_id {uuid} REFERENCES carrier (id),
        stop_id {uuid} REFERENCES stop (id),
        active {bool} NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE TABLE manifest_delivery (
        id {uuid} NOT NULL PRIMARY KEY,
        manifest_id {uuid} NOT NULL REFERENCES manifest (id),
        destination_id {uuid} NOT NULL REFERENCES manifest_destination (id),
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        last_status INTEGER,
        last_error TEXT,
        created_at {ts} NOT NULL,
        delivered_at {ts},
        UNIQUE (manifest_id, destination_id)
    )",
];
