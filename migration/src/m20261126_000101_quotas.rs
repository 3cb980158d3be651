//! Seats that are kept or closed.

use sea_orm_migration::prelude::*;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        grant(manager, "MANAGE_QUOTAS", &["TRANSPORT_MANAGER", "DISPATCHER"]).await
    }
}

const STATEMENTS: &[&str] = &[
    // Trips are made and removed with the timetable; their ids come again, and so does what is kept on them.
    "CREATE TABLE quota (
        id {uuid} NOT NULL PRIMARY KEY,
        trip_id {uuid},
        series_id {uuid},
        purpose TEXT NOT NULL,
        seats {json} NOT NULL,
        places INTEGER NOT NULL,
        channels {json} NOT NULL,
        partner_id {uuid} REFERENCES api_key (id),
        stop_id {uuid} REFERENCES stop (id),
        reason TEXT,
        release_minutes INTEGER,
        made_at {ts} NOT NULL,
        dropped_at {ts},
        version BIGINT NOT NULL,
        CHECK ((trip_id IS NULL) <> (series_id IS NULL))
    )",
    "CREATE INDEX quota_trip ON quota (trip_id)",
    "CREATE INDEX quota_series ON quota (series_id)",
    // What a sale looks at: on the row that every sale changes.
    "ALTER TABLE trip ADD COLUMN kept TEXT",
    "ALTER TABLE \"order\" ADD COLUMN partner_id {uuid}",
];
