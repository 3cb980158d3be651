//! Orders of the past in great number: a sale must not cost more because others were made before it. Each has a
//! passenger, a ride, a line, a claim and its idempotency key, spread over the trips of the last days on sale, which the
//! driver does not sell (see [`super::scenarios::DAYS`]).

use chrono::{TimeDelta, Utc};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, Value};

/// Orders to a transaction.
const CHUNK: i64 = 50_000;
/// Seats of a trip that are sold before the next leg's are.
const SEATS: i64 = 40;

/// Numbers from $1 to $2, and an id made of a number, larger for a larger one as real ids are.
fn words(backend: DbBackend) -> (&'static str, &'static str) {
    if backend == DbBackend::Postgres {
        ("WITH s AS (SELECT generate_series($1::bigint, $2::bigint) AS n)", "lpad(n::text, 32, '0')::uuid")
    } else {
        (
            "WITH RECURSIVE s (n) AS (SELECT $1 UNION ALL SELECT n + 1 FROM s WHERE n < $2)",
            "CAST(printf('%016d', n) AS BLOB)",
        )
    }
}

async fn count(db: &DatabaseConnection, sql: &str) -> i64 {
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

/// Fills the tables until there are so many such orders.
pub async fn run(url: &str, orders: i64) {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await.unwrap();
    let backend = db.get_database_backend();
    let later = Utc::now() + TimeDelta::days(i64::try_from(super::scenarios::DAYS.end).unwrap() + 2);
    let later = later.to_rfc3339();
    for sql in [
        "CREATE TABLE IF NOT EXISTS bench_trip (n BIGINT PRIMARY KEY, trip_id BYTES NOT NULL)",
        "CREATE TABLE IF NOT EXISTS bench_filled (n BIGINT NOT NULL)",
        &format!(
            "INSERT INTO bench_trip SELECT row_number() OVER (ORDER BY id) - 1, id FROM trip \
             WHERE departs_at > '{later}' ON CONFLICT DO NOTHING"
        ),
    ] {
        let bytes = if backend == DbBackend::Postgres { "UUID" } else { "BLOB" };
        db.execute_unprepared(&sql.replace("BYTES", bytes)).await.unwrap();
    }
    let trips = count(&db, "SELECT count(*) FROM bench_trip").await;
    let mut done = count(&db, "SELECT CAST(coalesce(max(n), 0) AS BIGINT) FROM bench_filled").await;
    let (series, id) = words(backend);
    let trip = format!("(SELECT trip_id FROM bench_trip WHERE bench_trip.n = s.n % {trips})");
    let (seat, leg) = (format!("s.n / {trips} % {SEATS}"), format!("s.n / ({trips} * {SEATS})"));
    let int = |what: &str| format!("CAST({what} AS INTEGER)");
    let json = |what: &str| if backend == DbBackend::Postgres { format!("{what}::jsonb") } else { what.to_owned() };
    let (seat, leg) = (int(&seat), int(&leg));
    let (answer, parts) =
        (json("'\"1\"'"), json(r#"'[{"kind":"Fare","rule":"","amount_minor":50000,"percent":null}]'"#));
    let statements = [
        format!(
            "INSERT INTO idempotency (operation, key, fingerprint, answer, created_at) \
             {series} SELECT 'holdSeats', 'bench-' || n, '', {answer}, $3 FROM s"
        ),
        format!(
            "INSERT INTO claim (space_id, seat, leg, line_id, held_until) {series} SELECT {trip}, {seat}, {leg}, {id}, NULL \
             FROM s WHERE $3 IS NOT NULL"
        ),
        format!(
            r#"INSERT INTO "order" (id, number, channel, currency, language, email, hold_until, hold_extended, version,
               created_at, first_departure_at)
               {series} SELECT {id}, 'BENCH-' || n, 'WEB', 'KGS', 'ru', 'buyer' || n || '@example.com', $3, FALSE, 2, $3, $3
               FROM s"#
        ),
        format!(
            "INSERT INTO order_segment (order_id, position, trip_id, from_call, to_call, direction, departs_at, arrives_at) \
             {series} SELECT {id}, 0, {trip}, {leg}, {leg} + 1, 'OUTBOUND', $3, $3 FROM s"
        ),
        format!(
            "INSERT INTO order_passenger (id, order_id, position, category, last_name) \
             {series} SELECT {id}, {id}, 0, 'ADULT', 'B' || n FROM s WHERE $3 IS NOT NULL"
        ),
        format!(
            "INSERT INTO order_line (id, order_id, passenger_id, segment, kind, space_id, from_call, to_call, seat, seat_label, \
             state, currency, price_minor, fare_minor, parts, created_at) \
             {series} SELECT {id}, {id}, {id}, 0, 'SEAT', {trip}, {leg}, {leg} + 1, {seat}, '1', 'ISSUED', 'KGS', 50000, 50000, \
             {parts}, $3 FROM s"
        ),
        "INSERT INTO bench_filled SELECT CAST($2 AS BIGINT) WHERE CAST($1 AS BIGINT) <= $2 AND $3 IS NOT NULL"
            .to_owned(),
    ];
    while done < orders {
        let last = (done + CHUNK).min(orders);
        db.execute_unprepared("BEGIN").await.unwrap();
        for statement in &statements {
            let values: Vec<Value> = vec![(done + 1).into(), last.into(), Utc::now().into()];
            let typed = if backend == DbBackend::Postgres {
                statement.replace("$3", "$3::timestamptz")
            } else {
                statement.clone()
            };
            db.execute_raw(Statement::from_sql_and_values(backend, typed, values)).await.unwrap();
        }
        db.execute_unprepared("COMMIT").await.unwrap();
        done = last;
    }
    let settle = if backend == DbBackend::Postgres { "VACUUM ANALYZE" } else { "PRAGMA wal_checkpoint(TRUNCATE)" };
    db.execute_unprepared(settle).await.unwrap();
}
