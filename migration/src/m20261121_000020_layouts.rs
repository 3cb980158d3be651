//! Layouts are drawn in the office: each saving is a version that stays as it is.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        let sqlite = manager.get_database_backend() == DatabaseBackend::Sqlite;
        sql(manager, if sqlite { ON_SQLITE } else { ON_POSTGRES }).await?;
        grant(manager, "MANAGE_FLEET", &["TRANSPORT_MANAGER"]).await
    }
}

const STATEMENTS: &[&str] = &[
    "ALTER TABLE layout ADD COLUMN version BIGINT NOT NULL DEFAULT 1",
    "ALTER TABLE layout ADD COLUMN notes TEXT",
    "ALTER TABLE layout ADD COLUMN edited {bool} NOT NULL DEFAULT FALSE",
    "ALTER TABLE layout ADD COLUMN archived_at {ts}",
    "CREATE TABLE layout_version (
        layout_id {uuid} NOT NULL REFERENCES layout (id),
        version BIGINT NOT NULL,
        name {json} NOT NULL,
        vehicle_class TEXT NOT NULL,
        seat_count INTEGER NOT NULL,
        standing_places INTEGER NOT NULL,
        notes TEXT,
        decks TEXT NOT NULL,
        made_at {ts} NOT NULL,
        account_id {uuid} REFERENCES account (id),
        PRIMARY KEY (layout_id, version)
    )",
    // Until now layouts came with imports alone.
    "INSERT INTO layout_version (layout_id, version, name, vehicle_class, seat_count, standing_places, decks, made_at)
     SELECT layout.id, 1, layout.name, layout.vehicle_class, layout.seat_count, layout.standing_places, layout.decks,
            (SELECT MAX(import_run.finished_at) FROM import_run WHERE import_run.feed = layout.feed)
     FROM layout",
];

const ON_SQLITE: &[&str] = &[
    "CREATE TRIGGER layout_version_no_update BEFORE UPDATE ON layout_version \
     BEGIN SELECT RAISE(ABORT, 'layout_version is append-only'); END",
    "CREATE TRIGGER layout_version_no_delete BEFORE DELETE ON layout_version \
     BEGIN SELECT RAISE(ABORT, 'layout_version is append-only'); END",
];

const ON_POSTGRES: &[&str] = &["CREATE TRIGGER layout_version_append_only BEFORE UPDATE OR DELETE ON layout_version \
     FOR EACH ROW EXECUTE FUNCTION refuse_change()"];
