//! What the database itself can do: the statements of holdSeats' and releaseOrder's transactions on one connection,
//! durable as the server's. `tests/load/hold.sql` is the same for PostgreSQL.

use std::time::{Duration, Instant};

use api::platform::db::Db;
use chrono::{TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement, Value};
use serde_json::json;
use uuid::Uuid;

struct Ride {
    trip: Uuid,
    from: i32,
    to: i32,
    seats: i32,
}

fn read(file: &str) -> Vec<Ride> {
    let text = std::fs::read_to_string(file).unwrap();
    let ride = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let number = |n: usize| fields[n].parse::<i32>().unwrap();
        Ride { trip: fields[0].parse().unwrap(), from: number(1), to: number(2), seats: number(3) }
    };
    text.lines().map(ride).collect()
}

async fn execute(tx: &DatabaseTransaction, sql: &str, values: Vec<Value>) {
    tx.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await.unwrap();
}

async fn query(tx: &DatabaseTransaction, sql: &str, values: Vec<Value>) {
    tx.query_all_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await.unwrap();
}

const BUMP: &str = "UPDATE trip SET version = version + 1 WHERE id = $1 RETURNING version";

async fn hold(db: &Db, ride: &Ride, seat: i32) -> (Uuid, Uuid) {
    let id = || Uuid::now_v7();
    let (order, passenger, line) = (id(), id(), id());
    let now = Utc::now();
    let until = now + TimeDelta::minutes(15);
    let tx = db.begin().await.unwrap();
    execute(
        &tx,
        "INSERT INTO idempotency (operation, key, fingerprint, answer, created_at) VALUES ('holdSeats', $1, $2, $3, $4) \
         ON CONFLICT (operation, key) DO NOTHING",
        vec![id().to_string().into(), "0".repeat(64).into(), json!(order).into(), now.into()],
    )
    .await;
    let (mut rows, mut values): (Vec<String>, Vec<Value>) = (Vec::new(), vec![now.into()]);
    for leg in ride.from..ride.to {
        let n = values.len();
        rows.push(format!("(${}, ${}, ${}, ${}, ${})", n + 1, n + 2, n + 3, n + 4, n + 5));
        values.extend([ride.trip.into(), seat.into(), leg.into(), line.into(), until.into()]);
    }
    let claim = format!(
        "INSERT INTO claim (space_id, seat, leg, line_id, held_until) VALUES {} \
         ON CONFLICT (space_id, seat, leg) DO UPDATE SET line_id = excluded.line_id, held_until = excluded.held_until \
         WHERE claim.held_until IS NOT NULL AND claim.held_until <= $1",
        rows.join(", ")
    );
    execute(&tx, &claim, values).await;
    execute(
        &tx,
        r#"INSERT INTO "order" (id, number, channel, currency, language, hold_until, hold_extended, version, created_at,
           first_departure_at) VALUES ($1, $2, 'WEB', 'KGS', 'ru', $3, FALSE, 1, $4, $4)"#,
        vec![order.into(), order.to_string().into(), until.into(), now.into()],
    )
    .await;
    execute(
        &tx,
        "INSERT INTO order_segment (order_id, position, trip_id, from_call, to_call, direction, departs_at, arrives_at) \
         VALUES ($1, 0, $2, $3, $4, 'OUTBOUND', $5, $5)",
        vec![order.into(), ride.trip.into(), ride.from.into(), ride.to.into(), now.into()],
    )
    .await;
    execute(
        &tx,
        "INSERT INTO order_passenger (id, order_id, position, category) VALUES ($1, $2, 0, 'ADULT')",
        vec![passenger.into(), order.into()],
    )
    .await;
    execute(
        &tx,
        r#"INSERT INTO order_line (id, order_id, passenger_id, segment, kind, space_id, from_call, to_call, seat, seat_label,
           state, currency, price_minor, fare_minor, parts, created_at)
           VALUES ($1, $2, $3, 0, 'SEAT', $4, $5, $6, $7, '1', 'HELD', 'KGS', 50000, 50000,
           '[{"kind":"Fare","rule":"","amount_minor":50000,"percent":null}]', $8)"#,
        vec![
            line.into(),
            order.into(),
            passenger.into(),
            ride.trip.into(),
            ride.from.into(),
            ride.to.into(),
            seat.into(),
            now.into(),
        ],
    )
    .await;
    query(&tx, BUMP, vec![ride.trip.into()]).await;
    tx.commit().await.unwrap();
    (order, line)
}

async fn release(db: &Db, ride: &Ride, order: Uuid, line: Uuid) {
    let tx = db.begin().await.unwrap();
    query(&tx, r#"SELECT * FROM "order" WHERE id = $1"#, vec![order.into()]).await;
    query(&tx, "SELECT * FROM order_line WHERE order_id = $1 ORDER BY id", vec![order.into()]).await;
    execute(&tx, "UPDATE order_line SET state = 'RELEASED' WHERE id = $1", vec![line.into()]).await;
    query(&tx, r#"UPDATE "order" SET version = version + 1 WHERE id = $1 RETURNING *"#, vec![order.into()]).await;
    execute(&tx, "DELETE FROM claim WHERE line_id = $1", vec![line.into()]).await;
    query(&tx, BUMP, vec![ride.trip.into()]).await;
    tx.commit().await.unwrap();
}

/// Pairs of transactions a second, one after the other as SQLite does them anyway.
pub async fn run(file: &str, rides: &str, lasts: Duration) -> serde_json::Value {
    let db = Db::connect(&format!("sqlite://{file}"), 2).await.unwrap();
    let rides = read(rides);
    let began = Instant::now();
    let mut done = 0;
    while began.elapsed() < lasts {
        let ride = &rides[done % rides.len()];
        let seat = i32::try_from(done / rides.len()).unwrap() % ride.seats;
        let (order, line) = hold(&db, ride, seat).await;
        release(&db, ride, order, line).await;
        done += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    let rate = done as f64 / began.elapsed().as_secs_f64();
    json!({ "scenario": "bare-sqlite", "result": { "per_second": rate, "done": done } })
}
