//! At departure a version is made and sent: when staff report it, or by the clock, whichever is first.

use std::collections::HashSet;

use chrono::TimeDelta;
use domain::order::LineState;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use ::entity::{job, order_line, trip};

use crate::app::App;
use crate::features::network::{TripState, trip_view};
use crate::platform::Fault;
use crate::platform::jobs::JobError;

use super::content::{ManifestCause, make};
use super::delivery::promise;

/// The kind of job that does it.
pub const TRIP_DEPARTED: &str = "trip_departed";
/// What left while no server ran is done for so long.
const LOOKS_BACK: TimeDelta = TimeDelta::hours(6);
const MOST_DELAY: TimeDelta = TimeDelta::days(1);

#[derive(Serialize, Deserialize)]
struct Departed {
    trip: Uuid,
}

async fn promise_departure(app: &App, tx: &DatabaseTransaction, key: &str, trip: Uuid) -> Result<(), Fault> {
    let payload = serde_json::to_value(Departed { trip })?;
    app.jobs.promise(tx, TRIP_DEPARTED, key, payload, app.clock.now()).await
}

/// Staff have reported it, in the transaction of the report.
pub async fn departed(app: &App, tx: &DatabaseTransaction, trip: Uuid) -> Result<(), Fault> {
    promise_departure(app, tx, &format!("{trip}:{}", app.clock.now().timestamp_micros()), trip).await
}

/// The key of the promise by the clock, as jobs keep it.
fn key_of(trip: Uuid) -> String {
    format!("{TRIP_DEPARTED}:{trip}")
}

/// Trips whose time, with their delay, has come.
pub async fn promise_departures(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let found: Vec<(Uuid, chrono::DateTime<chrono::Utc>, i32)> = trip::Entity::find()
        .select_only()
        .columns([trip::Column::Id, trip::Column::DepartsAt, trip::Column::DelayMinutes])
        .filter(trip::Column::DepartsAt.gt(now - LOOKS_BACK - MOST_DELAY))
        .filter(trip::Column::DepartsAt.lte(now))
        .filter(trip::Column::State.ne(TripState::Cancelled.as_str()))
        .into_tuple()
        .all(app.db.read())
        .await?;
    let due = found.into_iter().filter(|(_, departs, delay)| {
        let leaves = *departs + TimeDelta::minutes((*delay).max(0).into());
        leaves <= now && leaves > now - LOOKS_BACK
    });
    let due: Vec<Uuid> = due.map(|(id, ..)| id).collect();
    let mut done: HashSet<String> = HashSet::new();
    for chunk in due.chunks(1_000) {
        let names = chunk.iter().map(|id| key_of(*id));
        let keys: Vec<String> = job::Entity::find()
            .select_only()
            .column(job::Column::Key)
            .filter(job::Column::Kind.eq(TRIP_DEPARTED))
            .filter(job::Column::Key.is_in(names))
            .into_tuple()
            .all(app.db.read())
            .await?;
        done.extend(keys);
    }
    let new: Vec<Uuid> = due.into_iter().filter(|id| !done.contains(&key_of(*id))).collect();
    let new = with_passengers(app, &new).await?;
    if new.is_empty() {
        return Ok(0);
    }
    let tx = app.db.begin().await?;
    for id in &new {
        promise_departure(app, &tx, &id.to_string(), *id).await?;
    }
    tx.commit().await?;
    app.jobs.wake();
    Ok(new.len())
}

async fn with_passengers(app: &App, trips: &[Uuid]) -> Result<Vec<Uuid>, Fault> {
    let mut found = Vec::new();
    for chunk in trips.chunks(1_000) {
        let lines = order_line::Entity::find()
            .select_only()
            .column(order_line::Column::SpaceId)
            .distinct()
            .filter(order_line::Column::SpaceId.is_in(chunk.iter().copied()))
            .filter(order_line::Column::State.is_in([LineState::Issued.code(), LineState::Used.code()]));
        found.extend(lines.into_tuple::<Uuid>().all(app.db.read()).await?);
    }
    Ok(found)
}

/// Does the job.
pub async fn depart(app: &App, payload: &serde_json::Value) -> Result<(), JobError> {
    let Departed { trip } = serde_json::from_value(payload.clone()).map_err(|e| JobError::Fatal(e.to_string()))?;
    let Some(view) = trip_view(app, trip).await? else { return Ok(()) };
    if view.state == TripState::Cancelled {
        return Ok(());
    }
    let tx = app.db.begin().await.map_err(Fault::from)?;
    lock(&tx, trip).await?;
    if let Some(row) = make(app, &*tx, trip, ManifestCause::Departure).await? {
        promise(app, &tx, &row, &view).await?;
    }
    tx.commit().await.map_err(Fault::from)?;
    app.jobs.wake();
    Ok(())
}

/// Versions of a trip are made one after the other.
pub async fn lock(tx: &DatabaseTransaction, id: Uuid) -> Result<(), Fault> {
    trip::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    Ok(())
}
