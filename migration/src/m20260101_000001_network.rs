//! The supply side: who runs what, where, when, with which seats and for how much.

use sea_orm_migration::prelude::*;

use crate::sql;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: &[&str] = &[
    "CREATE TABLE setting (
        key text PRIMARY KEY,
        value {json} NOT NULL,
        updated_at {ts} NOT NULL
    )",
    "CREATE TABLE import_run (
        id {uuid} PRIMARY KEY,
        feed text NOT NULL,
        source text NOT NULL,
        content_hash text NOT NULL,
        started_at {ts} NOT NULL,
        finished_at {ts} NOT NULL,
        report {json} NOT NULL
    )",
    "CREATE INDEX import_run_feed ON import_run (feed, finished_at)",
    "CREATE TABLE carrier (
        id {uuid} PRIMARY KEY,
        feed text NOT NULL,
        code text NOT NULL,
        name {json} NOT NULL,
        time_zone text NOT NULL,
        phone text,
        email text,
        url text,
        active {bool} NOT NULL,
        UNIQUE (feed, code)
    )",
    "CREATE TABLE place (
        id {uuid} PRIMARY KEY,
        feed text NOT NULL,
        code text NOT NULL,
        name {json} NOT NULL,
        latitude {f64} NOT NULL,
        longitude {f64} NOT NULL,
        UNIQUE (feed, code)
    )",
    "CREATE TABLE stop (
        id {uuid} PRIMARY KEY,
        feed text NOT NULL,
        code text NOT NULL,
        name {json} NOT NULL,
        kind text NOT NULL,
        place_id {uuid} REFERENCES place (id),
        parent_id {uuid} REFERENCES stop (id),
        time_zone text NOT NULL,
        platform text,
        zones {json} NOT NULL,
        latitude {f64} NOT NULL,
        longitude {f64} NOT NULL,
        active {bool} NOT NULL,
        UNIQUE (feed, code)
    )",
    "CREATE TABLE layout (
        id {uuid} PRIMARY KEY,
        feed text NOT NULL,
        code text NOT NULL,
        name {json} NOT NULL,
        vehicle_class text NOT NULL,
        seat_count integer NOT NULL,
        standing_places integer NOT NULL,
        decks text NOT NULL,
        UNIQUE (feed, code)
    )",
    "CREATE TABLE seat_map (
        id {uuid} PRIMARY KEY,
        content text NOT NULL,
        seat_count integer NOT NULL,
        capacity integer NOT NULL
    )",
    "CREATE TABLE route (
        id {uuid} PRIMARY KEY,
        feed text NOT NULL,
        code text NOT NULL,
        carrier_id {uuid} NOT NULL REFERENCES carrier (id),
        number text NOT NULL,
        name {json} NOT NULL,
        kind text NOT NULL,
        service_class text NOT NULL,
        color text,
        position integer NOT NULL,
        layout_id {uuid} REFERENCES layout (id),
        units integer NOT NULL,
        reserved {bool} NOT NULL,
        online_sale {bool} NOT NULL,
        passport_required {bool} NOT NULL,
        amenities {json} NOT NULL,
        active {bool} NOT NULL,
        UNIQUE (feed, code)
    )",
    "CREATE TABLE vehicle (
        id {uuid} PRIMARY KEY,
        feed text NOT NULL,
        code text NOT NULL,
        carrier_id {uuid} NOT NULL REFERENCES carrier (id),
        layout_id {uuid} REFERENCES layout (id),
        kind text NOT NULL,
        make text NOT NULL,
        year integer,
        plate text NOT NULL,
        seats integer NOT NULL,
        amenities {json} NOT NULL,
        baggage_places integer NOT NULL,
        wheelchair_places integer NOT NULL,
        active {bool} NOT NULL,
        UNIQUE (feed, code)
    )",
    "CREATE TABLE service (
        id {uuid} PRIMARY KEY,
        feed text NOT NULL,
        code text NOT NULL,
        weekdays integer NOT NULL,
        start_date {date},
        end_date {date},
        UNIQUE (feed, code)
    )",
    "CREATE TABLE service_exception (
        service_id {uuid} NOT NULL REFERENCES service (id),
        date {date} NOT NULL,
        added {bool} NOT NULL,
        PRIMARY KEY (service_id, date)
    )",
    "CREATE TABLE pattern (
        id {uuid} PRIMARY KEY,
        route_id {uuid} NOT NULL REFERENCES route (id),
        stops text NOT NULL
    )",
    "CREATE INDEX pattern_route ON pattern (route_id)",
    "CREATE TABLE schedule (
        id {uuid} PRIMARY KEY,
        series_id {uuid} NOT NULL,
        feed text NOT NULL,
        code text NOT NULL,
        route_id {uuid} NOT NULL REFERENCES route (id),
        pattern_id {uuid} NOT NULL REFERENCES pattern (id),
        service_id {uuid} NOT NULL REFERENCES service (id),
        seat_map_id {uuid} REFERENCES seat_map (id),
        capacity integer NOT NULL,
        reserved {bool} NOT NULL,
        number text NOT NULL,
        headsign {json} NOT NULL,
        time_zone text NOT NULL,
        times text NOT NULL,
        active {bool} NOT NULL
    )",
    "CREATE INDEX schedule_feed ON schedule (feed, active)",
    "CREATE INDEX schedule_series ON schedule (series_id)",
    "CREATE TABLE trip (
        id {uuid} PRIMARY KEY,
        series_id {uuid} NOT NULL,
        schedule_id {uuid} NOT NULL REFERENCES schedule (id),
        route_id {uuid} NOT NULL REFERENCES route (id),
        carrier_id {uuid} NOT NULL REFERENCES carrier (id),
        service_date {date} NOT NULL,
        departs_at {ts} NOT NULL,
        arrives_at {ts} NOT NULL,
        state text NOT NULL,
        delay_minutes integer NOT NULL DEFAULT 0,
        seat_map_id {uuid} REFERENCES seat_map (id),
        capacity integer NOT NULL,
        reserved {bool} NOT NULL,
        sale_closed {bool} NOT NULL DEFAULT FALSE,
        version bigint NOT NULL DEFAULT 0,
        UNIQUE (series_id, service_date)
    )",
    "CREATE INDEX trip_schedule ON trip (schedule_id, service_date)",
    "CREATE INDEX trip_date ON trip (service_date, departs_at)",
    "CREATE TABLE fare (
        id {uuid} PRIMARY KEY,
        feed text NOT NULL,
        position integer NOT NULL,
        route_id {uuid} REFERENCES route (id),
        from_zone text,
        to_zone text,
        product text NOT NULL,
        currency text NOT NULL,
        amount bigint NOT NULL,
        child_amount bigint,
        infant_amount bigint
    )",
    "CREATE INDEX fare_feed ON fare (feed)",
    "CREATE TABLE tariff_rule (
        code text PRIMARY KEY,
        feed text NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL,
        scopes {json} NOT NULL,
        terms {json} NOT NULL
    )",
    "CREATE TABLE holiday (
        date {date} PRIMARY KEY,
        name {json} NOT NULL,
        kind text NOT NULL,
        non_working {bool} NOT NULL,
        shortened_day {bool} NOT NULL,
        certain {bool} NOT NULL
    )",
];

const TABLES: &[&str] = &[
    "holiday",
    "tariff_rule",
    "fare",
    "trip",
    "schedule",
    "pattern",
    "service_exception",
    "service",
    "vehicle",
    "route",
    "seat_map",
    "layout",
    "stop",
    "place",
    "carrier",
    "import_run",
    "setting",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sql(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            sql(manager, &[&format!("DROP TABLE {table}")]).await?;
        }
        Ok(())
    }
}
