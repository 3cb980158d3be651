//! Future trips follow a changed timetable: those that nobody has to do with are removed, and made anew where their
//! departure still runs; the others stay as they were sold.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::timetable::ServiceDays;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait, JoinType, QueryFilter,
    QuerySelect, RelationTrait, Statement, Value,
};
use uuid::Uuid;

use super::generate_trips::{Departure, insert_trips};
use super::layouts::NewestMaps;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

/// The timetable as it is from now on.
pub(super) struct Renewal<'a> {
    /// Active schedules, by id.
    pub schedules: &'a HashMap<Uuid, entity::schedule::Model>,
    /// Of each route.
    pub carriers: &'a HashMap<Uuid, Uuid>,
    /// Of each service.
    pub days: &'a HashMap<Uuid, ServiceDays>,
    pub now: DateTime<Utc>,
}

/// What became of the trips that no longer fit.
#[derive(Default)]
pub(super) struct Renewed {
    /// They stay as they were sold.
    pub kept: Vec<Uuid>,
    pub removed: usize,
    pub renewed: usize,
}

impl Renewal<'_> {
    fn runs(&self, schedule: &entity::schedule::Model, date: NaiveDate) -> bool {
        self.days.get(&schedule.service_id).is_some_and(|days| days.contains(date))
    }

    /// Future trips whose schedules, as the condition picks them, are no longer so: (trip, series, service date).
    pub async fn stale(
        &self,
        db: &impl ConnectionTrait,
        which: Condition,
    ) -> Result<Vec<(Uuid, Uuid, NaiveDate)>, DbErr> {
        use entity::trip::{Column, Entity, Relation};
        let coming: Vec<(Uuid, Uuid, Uuid, NaiveDate)> = Entity::find()
            .select_only()
            .columns([Column::Id, Column::SeriesId, Column::ScheduleId, Column::ServiceDate])
            .join(JoinType::InnerJoin, Relation::Schedule.def())
            .filter(which)
            .filter(Column::DepartsAt.gt(self.now))
            .into_tuple()
            .all(db)
            .await?;
        let follows = |schedule: &Uuid, date: NaiveDate| {
            self.schedules.get(schedule).is_some_and(|schedule| self.runs(schedule, date))
        };
        let stale = coming.into_iter().filter(|(_, _, schedule, date)| !follows(schedule, *date));
        Ok(stale.map(|(id, series, _, date)| (id, series, date)).collect())
    }

    pub async fn renew(&self, tx: &DatabaseTransaction, which: Condition) -> Result<Renewed, Fault> {
        let newest = NewestMaps::load(tx).await?;
        newest.store(tx).await?;
        let stale = self.stale(tx, which).await?;
        let ids: Vec<Uuid> = stale.iter().map(|(id, ..)| *id).collect();
        let removed = remove_unsold(tx, &ids).await?;
        let by_series: HashMap<Uuid, &entity::schedule::Model> =
            self.schedules.values().map(|schedule| (schedule.series_id, schedule)).collect();
        let mut renewed = Vec::new();
        for (_, series, date) in stale.iter().filter(|(id, ..)| removed.contains(id)) {
            let Some(schedule) = by_series.get(series).filter(|schedule| self.runs(schedule, *date)) else { continue };
            let carrier_id = self.carriers.get(&schedule.route_id).copied().unwrap_or_default();
            let departure = Departure::new(newest.seated((*schedule).clone()), carrier_id).map_err(Fault::new)?;
            renewed.push(departure.trip(*date));
        }
        let counts = (removed.len() - renewed.len(), renewed.len());
        insert_trips(tx, renewed).await?;
        let kept = ids.into_iter().filter(|id| !removed.contains(id)).collect();
        Ok(Renewed { kept, removed: counts.0, renewed: counts.1 })
    }
}

/// Nobody has bought a seat on the trip, nor tried to; it has no crew yet, and no dispatcher has changed it.
const UNTOUCHED: &str = "crew_version = 0 AND platforms IS NULL AND skipped IS NULL AND state = 'SCHEDULED' AND sale_closed = FALSE \
    AND delay_minutes = 0 \
    AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.space_id = trip.id) \
    AND NOT EXISTS (SELECT 1 FROM order_segment WHERE order_segment.trip_id = trip.id)";

/// Which of the trips stay as they are, whatever becomes of their departure.
pub(super) async fn touched(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashSet<Uuid>, DbErr> {
    let select = |places: &str| format!("SELECT id FROM trip WHERE id IN ({places}) AND NOT ({UNTOUCHED})");
    let mut found = HashSet::new();
    for chunk in ids.chunks(MAX_IDS) {
        found.extend(ids_of(db, &select(&places(chunk)), chunk).await?);
    }
    Ok(found)
}

async fn remove_unsold(tx: &DatabaseTransaction, ids: &[Uuid]) -> Result<HashSet<Uuid>, DbErr> {
    let mut removed = HashSet::new();
    for chunk in ids.chunks(MAX_IDS) {
        let places = places(chunk);
        if tx.get_database_backend() == DbBackend::Postgres {
            // Wait for sales under way, so that the next statement sees their claims.
            ids_of(tx, &format!("SELECT id FROM trip WHERE id IN ({places}) ORDER BY id FOR UPDATE"), chunk).await?;
        }
        let delete = format!("DELETE FROM trip WHERE id IN ({places}) AND {UNTOUCHED} RETURNING id");
        removed.extend(ids_of(tx, &delete, chunk).await?);
    }
    Ok(removed)
}

fn places(ids: &[Uuid]) -> String {
    (1..=ids.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

async fn ids_of(db: &impl ConnectionTrait, sql: &str, ids: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    let values = ids.iter().map(|id| Value::from(*id)).collect::<Vec<_>>();
    let rows = db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    rows.into_iter().map(|row| row.try_get::<Uuid>("", "id")).collect()
}
