//! Settlements with carriers, entries of accountants, the chart of accounts, and the closing of periods.

use sea_orm_migration::prelude::*;

use super::m20260101_000002_sales::refuse_changes;
use super::m20261121_000010_carriers::grant;
use super::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, STATEMENTS).await?;
        for table in ["carrier_ticket", "settlement_trip", "period_balance"] {
            for statement in refuse_changes(manager.get_database_backend(), table) {
                manager.get_connection().execute_unprepared(&statement).await?;
            }
        }
        for (position, (code, ru, ky, en)) in CHART.iter().enumerate() {
            let name = format!("{{\"ru\":\"{ru}\",\"ky\":\"{ky}\",\"en\":\"{en}\"}}");
            let row = format!(
                "INSERT INTO ledger_account (code, position, name, version) VALUES ('{code}', {position}, '{name}', 1)"
            );
            sql(manager, &[&row]).await?;
        }
        grant(manager, "VIEW_SETTLEMENTS", &["ACCOUNTANT", "CARRIER_REPRESENTATIVE"]).await?;
        grant(manager, "MANAGE_SETTLEMENTS", &["ACCOUNTANT"]).await?;
        grant(manager, "CLOSE_PERIODS", &["ACCOUNTANT"]).await
    }
}

/// Code, and the name in Russian, Kyrgyz and English.
const CHART: [(&str, &str, &str, &str); 14] = [
    ("TILL", "Наличные в кассах", "Кассалардагы накталай акча", "Cash in tills"),
    ("SAFE", "Наличные в сейфах", "Сейфтердеги накталай акча", "Cash in safes"),
    ("BANK", "Расчётный счёт", "Эсептешүү эсеби", "Bank account"),
    ("GATEWAY", "Деньги у платёжных систем", "Төлөм системаларындагы акча", "Money with payment systems"),
    ("CUSTOMER", "Расчёты с пассажирами", "Жүргүнчүлөр менен эсептешүүлөр", "Customers"),
    ("WALLET", "Внутренние счета клиентов", "Кардарлардын ички эсептери", "Internal accounts of customers"),
    ("CARRIER", "Расчёты с перевозчиками", "Ташуучулар менен эсептешүүлөр", "Carriers"),
    ("STATION_FEE", "Станционный сбор", "Бекеттин жыйымы", "Station fee"),
    ("SERVICE_FEE", "Сервисный сбор", "Тейлөө жыйымы", "Service fee"),
    ("COMMISSION", "Комиссия вокзала", "Бекеттин комиссиясы", "Commission"),
    ("WITHHELD", "Удержания с перевозчиков", "Ташуучулардан кармоолор", "Withheld from carriers"),
    ("GATEWAY_FEE", "Комиссия платёжных систем", "Төлөм системаларынын комиссиясы", "Fees of payment systems"),
    ("PETTY_CASH", "Внесения и изъятия касс", "Кассага салуу жана алуу", "Cash put in and taken out"),
    ("TILL_DIFFERENCE", "Недостачи и излишки касс", "Кассанын кеми жана ашыгы", "Till differences"),
];

const STATEMENTS: &[&str] = &[
    "ALTER TABLE posting ADD COLUMN made_at {ts}",
    "ALTER TABLE posting ADD COLUMN reason TEXT",
    "ALTER TABLE posting ADD COLUMN document TEXT",
    "ALTER TABLE posting ADD COLUMN made_by {uuid}",
    "ALTER TABLE posting ADD COLUMN reverses {uuid}",
    "ALTER TABLE posting ADD COLUMN settlement_id {uuid}",
    // What was taken back cannot be taken back once more.
    "CREATE UNIQUE INDEX posting_reverses ON posting (reverses) WHERE reverses IS NOT NULL",
    "CREATE INDEX posting_settlement ON posting (settlement_id) WHERE settlement_id IS NOT NULL",
    "CREATE TABLE carrier_ticket (
        posting_id {uuid} NOT NULL,
        position INTEGER NOT NULL,
        carrier_id {uuid} NOT NULL,
        line_id {uuid} NOT NULL,
        trip_id {uuid} NOT NULL,
        currency TEXT NOT NULL,
        at {ts} NOT NULL,
        whole_minor BIGINT NOT NULL,
        amount_minor BIGINT NOT NULL,
        PRIMARY KEY (posting_id, position)
    ) {without_rowid}",
    "CREATE INDEX carrier_ticket_carrier ON carrier_ticket (carrier_id, currency, at)",
    "CREATE INDEX carrier_ticket_line ON carrier_ticket (line_id, carrier_id)",
    "CREATE TABLE settlement (
        id {uuid} NOT NULL PRIMARY KEY,
        number BIGINT NOT NULL,
        carrier_id {uuid} NOT NULL REFERENCES carrier (id),
        currency TEXT NOT NULL,
        starts_on {date} NOT NULL,
        ends_on {date} NOT NULL,
        until {ts} NOT NULL,
        state TEXT NOT NULL,
        opening_minor BIGINT NOT NULL,
        sold_count BIGINT NOT NULL,
        returned_count BIGINT NOT NULL,
        sold_minor BIGINT NOT NULL,
        returned_minor BIGINT NOT NULL,
        exchanged_minor BIGINT NOT NULL,
        handed_over_minor BIGINT NOT NULL,
        commission_minor BIGINT NOT NULL,
        station_fee_minor BIGINT NOT NULL,
        withheld_minor BIGINT NOT NULL,
        corrected_minor BIGINT NOT NULL,
        paid_before_minor BIGINT NOT NULL,
        closing_minor BIGINT NOT NULL,
        paid_minor BIGINT NOT NULL,
        made_at {ts} NOT NULL,
        made_by {uuid},
        approved_at {ts},
        approved_by {uuid},
        version BIGINT NOT NULL,
        CHECK (starts_on <= ends_on)
    )",
    // Each begins where the one before it ends, so that two of a number, or of a first day, would overlap.
    "CREATE UNIQUE INDEX settlement_number ON settlement (carrier_id, currency, number)",
    "CREATE UNIQUE INDEX settlement_start ON settlement (carrier_id, currency, starts_on)",
    "CREATE UNIQUE INDEX settlement_draft ON settlement (carrier_id, currency) WHERE state = 'DRAFT'",
    "CREATE INDEX settlement_ends ON settlement (ends_on)",
    "CREATE TABLE settlement_trip (
        settlement_id {uuid} NOT NULL REFERENCES settlement (id),
        trip_id {uuid} NOT NULL,
        sold_count BIGINT NOT NULL,
        returned_count BIGINT NOT NULL,
        sold_minor BIGINT NOT NULL,
        returned_minor BIGINT NOT NULL,
        exchanged_minor BIGINT NOT NULL,
        handed_over_minor BIGINT NOT NULL,
        commission_minor BIGINT NOT NULL,
        station_fee_minor BIGINT NOT NULL,
        PRIMARY KEY (settlement_id, trip_id)
    ) {without_rowid}",
    "CREATE TABLE ledger_account (
        code TEXT NOT NULL PRIMARY KEY,
        position INTEGER NOT NULL,
        number TEXT,
        name {json} NOT NULL,
        note TEXT,
        version BIGINT NOT NULL
    )",
    "CREATE TABLE period_closing (
        id {uuid} NOT NULL PRIMARY KEY,
        last_day {date} NOT NULL,
        until {ts} NOT NULL,
        closed_at {ts} NOT NULL,
        closed_by {uuid},
        reopened_at {ts},
        reopened_by {uuid},
        reopened_reason TEXT
    )",
    "CREATE UNIQUE INDEX period_closing_day ON period_closing (last_day) WHERE reopened_at IS NULL",
    "CREATE TABLE period_balance (
        closing_id {uuid} NOT NULL REFERENCES period_closing (id),
        account TEXT NOT NULL,
        currency TEXT NOT NULL,
        balance_minor BIGINT NOT NULL,
        PRIMARY KEY (closing_id, account, currency)
    ) {without_rowid}",
    // Whoever books on another day than today, approves or closes takes this row first.
    "INSERT INTO setting (key, value, updated_at) VALUES ('books_lock', '0', '2026-01-01T00:00:00+00:00')",
];
