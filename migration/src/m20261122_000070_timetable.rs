//! Lines, recurring departures and prices that the office keeps itself.

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
    "CREATE TABLE path (
        id {uuid} NOT NULL PRIMARY KEY,
        route_id {uuid} NOT NULL REFERENCES route (id),
        stops TEXT NOT NULL,
        active {bool} NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE INDEX path_by_route ON path (route_id)",
    "CREATE TABLE departure (
        id {uuid} NOT NULL PRIMARY KEY,
        route_id {uuid} NOT NULL REFERENCES route (id),
        path_id {uuid} REFERENCES path (id),
        starts_at INTEGER NOT NULL,
        number TEXT NOT NULL,
        weekdays INTEGER NOT NULL,
        first_date {date} NOT NULL,
        last_date {date} NOT NULL,
        exceptions {json} NOT NULL,
        on_holidays TEXT NOT NULL,
        platform_id {uuid} REFERENCES stop (id),
        vehicle_id {uuid} REFERENCES vehicle (id),
        sale_opens_days INTEGER,
        sale_closes_minutes INTEGER,
        active {bool} NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE INDEX departure_by_route ON departure (route_id)",
    "ALTER TABLE schedule ADD COLUMN vehicle_id {uuid}",
    "ALTER TABLE schedule ADD COLUMN sale_opens_days INTEGER",
    "ALTER TABLE schedule ADD COLUMN sale_closes_minutes INTEGER",
    "CREATE INDEX schedule_by_series ON schedule (series_id)",
    "CREATE TABLE price_list (
        id {uuid} NOT NULL PRIMARY KEY,
        route_id {uuid} NOT NULL REFERENCES route (id),
        name TEXT NOT NULL,
        first_date {date} NOT NULL,
        last_date {date},
        weekdays INTEGER NOT NULL,
        currency TEXT NOT NULL,
        prices TEXT NOT NULL,
        made_at {ts} NOT NULL,
        active {bool} NOT NULL,
        version BIGINT NOT NULL
    )",
    "CREATE INDEX price_list_by_route ON price_list (route_id)",
];
