//! What the office keeps of carriers, their contracts, and which rows of the timetable the office has taken over from
//! the feed.

use sea_orm_migration::prelude::*;

use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["carrier", "vehicle", "stop", "route"] {
            sql(
                manager,
                &[
                    &format!("ALTER TABLE {table} ADD COLUMN edited_at {{ts}}"),
                    &format!("ALTER TABLE {table} ADD COLUMN version BIGINT NOT NULL DEFAULT 1"),
                ],
            )
            .await?;
        }
        sql(manager, STATEMENTS).await?;
        grant(manager, "VIEW_CARRIERS", &["TRANSPORT_MANAGER", "ACCOUNTANT", "CARRIER_REPRESENTATIVE"]).await?;
        grant(manager, "MANAGE_CARRIERS", &["TRANSPORT_MANAGER"]).await
    }
}

/// The roles that have a permission.
pub async fn roles_with(manager: &SchemaManager<'_>, permission: &str) -> Result<Vec<String>, DbErr> {
    let text = format!("SELECT code FROM role WHERE CAST(permissions AS TEXT) LIKE '%\"{permission}\"%' ORDER BY code");
    let ask = sea_orm_migration::sea_orm::Statement::from_string(manager.get_database_backend(), text);
    let rows = manager.get_connection().query_all_raw(ask).await?;
    rows.into_iter().map(|row| row.try_get("", "code")).collect()
}

/// Gives a new permission to roles that a station begins with, after those they have.
pub async fn grant(manager: &SchemaManager<'_>, permission: &str, roles: &[&str]) -> Result<(), DbErr> {
    let rows = manager.get_connection();
    for role in roles {
        let backend = manager.get_database_backend();
        let text = format!("SELECT CAST(permissions AS TEXT) AS list FROM role WHERE code = '{role}'");
        let row = rows.query_one_raw(sea_orm_migration::sea_orm::Statement::from_string(backend, text)).await?;
        let Some(row) = row else { continue };
        let list: String = row.try_get("", "list")?;
        let inside = list.trim().trim_start_matches('[').trim_end_matches(']').trim();
        if inside.contains(&format!("\"{permission}\"")) {
            continue;
        }
        let comma = if inside.is_empty() { "" } else { "," };
        let update = format!("UPDATE role SET permissions = '[{inside}{comma}\"{permission}\"]' WHERE code = '{role}'");
        sql(manager, &[&update]).await?;
    }
    Ok(())
}

const STATEMENTS: &[&str] = &[
    "ALTER TABLE carrier ADD COLUMN legal_name TEXT",
    "ALTER TABLE carrier ADD COLUMN inn TEXT",
    "ALTER TABLE carrier ADD COLUMN address TEXT",
    "ALTER TABLE carrier ADD COLUMN director TEXT",
    "ALTER TABLE carrier ADD COLUMN bank TEXT",
    "ALTER TABLE carrier ADD COLUMN bank_account TEXT",
    "ALTER TABLE carrier ADD COLUMN blocked_at {ts}",
    "ALTER TABLE carrier ADD COLUMN blocked_reason TEXT",
    "CREATE UNIQUE INDEX carrier_inn ON carrier (inn)",
    "CREATE TABLE contract (
        id {uuid} NOT NULL PRIMARY KEY,
        carrier_id {uuid} NOT NULL REFERENCES carrier (id),
        number TEXT NOT NULL,
        starts_on {date} NOT NULL,
        ends_on {date},
        commission_kind TEXT NOT NULL,
        commission_value BIGINT NOT NULL,
        station_fee BIGINT NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE INDEX contract_carrier ON contract (carrier_id)",
    "CREATE TABLE contract_route (
        contract_id {uuid} NOT NULL REFERENCES contract (id),
        route_id {uuid} NOT NULL REFERENCES route (id),
        commission_kind TEXT NOT NULL,
        commission_value BIGINT NOT NULL,
        PRIMARY KEY (contract_id, route_id)
    )",
];
