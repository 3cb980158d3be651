//! Roles are rows that administrators edit; entries of the audit log say what was before a change and after it.

use sea_orm_migration::prelude::*;

use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        for (position, (code, [ru, ky, en], permissions)) in ROLES.iter().enumerate() {
            let permissions = serde_json_array(permissions);
            let row = format!(
                "INSERT INTO role (code, name_ru, name_ky, name_en, permissions, position, version) \
                 VALUES ('{code}', '{ru}', '{ky}', '{en}', '{permissions}', {position}, 1)"
            );
            sql(manager, &[&row]).await?;
        }
        Ok(())
    }
}

fn serde_json_array(items: &[&str]) -> String {
    let quoted: Vec<String> = items.iter().map(|item| format!("\"{item}\"")).collect();
    format!("[{}]", quoted.join(","))
}

const STATEMENTS: &[&str] = &[
    "CREATE TABLE role (
        code TEXT NOT NULL PRIMARY KEY,
        name_ru TEXT NOT NULL,
        name_ky TEXT NOT NULL,
        name_en TEXT NOT NULL,
        permissions {json} NOT NULL,
        position INTEGER NOT NULL,
        version BIGINT NOT NULL
    )",
    "ALTER TABLE account ADD COLUMN invited_at {ts}",
    "ALTER TABLE account ADD COLUMN version BIGINT NOT NULL DEFAULT 1",
    "CREATE INDEX account_role ON account (role)",
    "ALTER TABLE audit ADD COLUMN old_values TEXT",
    "ALTER TABLE audit ADD COLUMN new_values TEXT",
    "CREATE INDEX audit_subject ON audit (subject)",
    "CREATE INDEX audit_account ON audit (account_id)",
];

/// What a station begins with. The administrator may do everything, whatever is written here.
const ROLES: &[(&str, [&str; 3], &[&str])] = &[
    ("ADMINISTRATOR", ["Администратор", "Администратор", "Administrator"], &[]),
    (
        "TRANSPORT_MANAGER",
        ["Начальник перевозок", "Ташуулар башчысы", "Transport manager"],
        &["VIEW_TRIPS", "RUN_TRIPS", "VIEW_PASSENGERS", "VIEW_ORDERS", "VIEW_JOBS"],
    ),
    (
        "DISPATCHER",
        ["Диспетчер", "Диспетчер", "Dispatcher"],
        &["VIEW_TRIPS", "RUN_TRIPS", "VIEW_PASSENGERS", "VIEW_ORDERS"],
    ),
    ("CASHIER", ["Кассир", "Кассир", "Cashier"], &["VIEW_TRIPS", "VIEW_PASSENGERS", "VIEW_ORDERS"]),
    ("ACCOUNTANT", ["Бухгалтер", "Бухгалтер", "Accountant"], &["VIEW_TRIPS", "VIEW_ORDERS"]),
    ("CONTENT_EDITOR", ["Редактор сайта", "Сайттын редактору", "Content editor"], &["VIEW_TRIPS"]),
    (
        "SUPPORT_AGENT",
        ["Служба поддержки", "Колдоо кызматы", "Support agent"],
        &["VIEW_TRIPS", "VIEW_PASSENGERS", "VIEW_ORDERS"],
    ),
    ("INSPECTOR", ["Контролёр", "Контролёр", "Inspector"], &["VIEW_TRIPS", "VIEW_PASSENGERS"]),
    (
        "CARRIER_REPRESENTATIVE",
        ["Представитель перевозчика", "Ташуучунун өкүлү", "Carrier’s representative"],
        &["VIEW_TRIPS", "VIEW_PASSENGERS"],
    ),
];
