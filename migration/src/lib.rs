//! The database's schema, step by step. Each step is SQL written by hand that suits both SQLite and
//! PostgreSQL; the few types that differ are written as `{uuid}`, `{ts}`, … and filled in by [`sql`].

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

mod m20260101_000001_network;
mod m20260101_000002_sales;
mod m20261121_000003_held_claims;
mod m20261121_000004_audit_chain;
mod m20261121_000005_payment_polls;
mod m20261121_000006_held_lines;
mod m20261121_000007_staff;
mod m20261121_000008_second_factor;
mod m20261121_000009_staff_stations;
mod m20261121_000010_carriers;
mod m20261121_000011_fleet;
mod m20261121_000012_crew;
mod m20261121_000020_layouts;
mod m20261121_000021_announcements;
mod m20261121_000022_payments_by_time;
mod m20261121_000030_feeds;
mod m20261121_000031_manifests;
mod m20261121_000032_passages;
mod m20261121_000040_stations;
mod m20261122_000050_closures;
mod m20261122_000060_swaps;
mod m20261122_000061_platforms;
mod m20261122_000070_timetable;
mod m20261126_000001_skipped_stops;
mod m20261126_000002_moved_lines;
mod m20261126_000101_quotas;
mod m20261126_000102_tariff_rules;
mod m20261126_000103_holidays;
mod m20261126_000104_promotions;
mod m20261126_000201_notes;
mod m20261126_000202_exchanges;
mod m20261126_000203_saved_views;
mod m20261126_000301_price_classes;
mod m20261126_000301_sorted_lists;
mod m20261126_000301_splits;
mod m20261126_000302_desks;
mod m20261127_000400_rights;
mod m20261127_000401_shifts;
mod m20261127_000402_overrules;
mod m20261127_000403_order_moves;
mod m20261127_000404_rebookings;
mod m20261127_000405_desk_reservations;
mod m20261127_000406_annulments;
mod m20261127_000407_printers;
mod m20261127_000410_terminals;
mod m20261127_000420_refund_overrules;
mod m20261127_000430_gateways;
mod m20261127_000431_registries;
mod m20261127_000450_reports;
mod m20261128_000500_fiscal_receipts;
mod m20261128_000510_settlements;
mod m20261128_000520_wallets;
mod m20261128_000521_companies;
mod m20261128_000530_refund_requests;
mod m20261129_000540_company_invoices;
mod m20261129_000550_blanks;
mod m20261130_000560_debts;
mod m20261201_000570_extras;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20260101_000001_network::Migration),
            Box::new(m20260101_000002_sales::Migration),
            Box::new(m20261121_000003_held_claims::Migration),
            Box::new(m20261121_000004_audit_chain::Migration),
            Box::new(m20261121_000005_payment_polls::Migration),
            Box::new(m20261121_000006_held_lines::Migration),
            Box::new(m20261121_000007_staff::Migration),
            Box::new(m20261121_000008_second_factor::Migration),
            Box::new(m20261121_000009_staff_stations::Migration),
            Box::new(m20261121_000010_carriers::Migration),
            Box::new(m20261121_000011_fleet::Migration),
            Box::new(m20261121_000012_crew::Migration),
            Box::new(m20261121_000030_feeds::Migration),
            Box::new(m20261121_000020_layouts::Migration),
            Box::new(m20261121_000021_announcements::Migration),
            Box::new(m20261121_000031_manifests::Migration),
            Box::new(m20261121_000022_payments_by_time::Migration),
            Box::new(m20261121_000032_passages::Migration),
            Box::new(m20261121_000040_stations::Migration),
            Box::new(m20261122_000050_closures::Migration),
            Box::new(m20261122_000060_swaps::Migration),
            Box::new(m20261122_000061_platforms::Migration),
            Box::new(m20261122_000070_timetable::Migration),
            Box::new(m20261126_000201_notes::Migration),
            Box::new(m20261126_000101_quotas::Migration),
            Box::new(m20261126_000001_skipped_stops::Migration),
            Box::new(m20261126_000102_tariff_rules::Migration),
            Box::new(m20261126_000202_exchanges::Migration),
            Box::new(m20261126_000103_holidays::Migration),
            Box::new(m20261126_000104_promotions::Migration),
            Box::new(m20261126_000203_saved_views::Migration),
            Box::new(m20261126_000301_splits::Migration),
            Box::new(m20261126_000302_desks::Migration),
            Box::new(m20261126_000002_moved_lines::Migration),
            Box::new(m20261126_000301_sorted_lists::Migration),
            Box::new(m20261126_000301_price_classes::Migration),
            Box::new(m20261127_000400_rights::Migration),
            Box::new(m20261127_000401_shifts::Migration),
            Box::new(m20261127_000402_overrules::Migration),
            Box::new(m20261127_000403_order_moves::Migration),
            Box::new(m20261127_000404_rebookings::Migration),
            Box::new(m20261127_000405_desk_reservations::Migration),
            Box::new(m20261127_000406_annulments::Migration),
            Box::new(m20261127_000407_printers::Migration),
            Box::new(m20261127_000410_terminals::Migration),
            Box::new(m20261127_000420_refund_overrules::Migration),
            Box::new(m20261127_000430_gateways::Migration),
            Box::new(m20261127_000431_registries::Migration),
            Box::new(m20261127_000450_reports::Migration),
            Box::new(m20261128_000500_fiscal_receipts::Migration),
            Box::new(m20261128_000530_refund_requests::Migration),
            Box::new(m20261128_000510_settlements::Migration),
            Box::new(m20261128_000520_wallets::Migration),
            Box::new(m20261128_000521_companies::Migration),
            Box::new(m20261129_000540_company_invoices::Migration),
            Box::new(m20261129_000550_blanks::Migration),
            Box::new(m20261130_000560_debts::Migration),
            Box::new(m20261201_000570_extras::Migration),
        ]
    }
}

/// Types that the two databases name differently: placeholder, SQLite, PostgreSQL.
///
/// On SQLite an id is its 16 bytes, an instant and a date are ISO text (which sorts as time does), and JSON is text.
const TYPES: &[(&str, &str, &str)] = &[
    ("{uuid}", "BLOB", "uuid"),
    ("{ts}", "TEXT", "timestamptz"),
    ("{date}", "TEXT", "date"),
    ("{json}", "TEXT", "jsonb"),
    ("{blob}", "BLOB", "bytea"),
    ("{empty}", "x''", "''::bytea"),
    ("{bool}", "BOOLEAN", "boolean"),
    ("{f64}", "REAL", "double precision"),
    ("{without_rowid}", "WITHOUT ROWID", ""),
];

/// Runs the statements one by one after filling in the types of the database at hand.
pub async fn sql(manager: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    let sqlite = manager.get_database_backend() == DatabaseBackend::Sqlite;
    let connection = manager.get_connection();
    for statement in statements {
        let mut text = (*statement).to_owned();
        for (placeholder, on_sqlite, on_postgres) in TYPES {
            text = text.replace(placeholder, if sqlite { on_sqlite } else { on_postgres });
        }
        connection.execute_unprepared(&text).await?;
    }
    Ok(())
}
