//! What is published, as it is in the database.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::timetable::Calendar;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    RelationTrait,
};
use uuid::Uuid;

use ::entity::{
    carrier, fare, order_segment, pattern, place, price_list, route, schedule, service, service_exception, setting,
    stop, trip,
};

use crate::features::network::calendars;
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

use super::naming::Naming;

pub struct Rows {
    pub version: i64,
    /// When the timetable was changed last.
    pub changed_at: DateTime<Utc>,
    pub naming: Naming,
    pub carriers: HashMap<Uuid, carrier::Model>,
    pub places: HashMap<Uuid, place::Model>,
    pub stops: HashMap<Uuid, stop::Model>,
    pub routes: HashMap<Uuid, route::Model>,
    /// Feed and code of each service, and its dates.
    pub services: HashMap<Uuid, (String, String, Calendar)>,
    pub patterns: HashMap<Uuid, String>,
    /// Those on sale, and those that only trips already sold follow, by feed and code.
    pub schedules: Vec<schedule::Model>,
    pub fares: Vec<fare::Model>,
    /// The office's own, that have not ended, the one made last at the end; those of one class of seats are left out.
    pub price_lists: Vec<price_list::Model>,
    pub kept: Vec<Kept>,
}

/// A trip to come that is sold, or follows a schedule that is not on sale any more.
#[derive(Clone, Copy)]
pub struct Kept {
    pub series: Uuid,
    pub schedule: Uuid,
    pub date: NaiveDate,
}

async fn version(db: &impl ConnectionTrait) -> Result<(i64, Option<DateTime<Utc>>), Fault> {
    let row = setting::Entity::find_by_id("network_version").one(db).await?;
    Ok(row.map_or((0, None), |row| (row.value.as_i64().unwrap_or(0), Some(row.updated_at))))
}

impl Rows {
    /// Everything of one version of the timetable.
    pub async fn read(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Self, Fault> {
        loop {
            let (before, changed_at) = version(db).await?;
            let rows = Self::at(db, before, changed_at.unwrap_or(now), now).await?;
            if version(db).await?.0 == before {
                return Ok(rows);
            }
        }
    }

    async fn at(
        db: &impl ConnectionTrait,
        version: i64,
        changed_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Self, Fault> {
        let services = service::Entity::find().all(db).await?;
        let mut dates = calendars(&services, &service_exception::Entity::find().all(db).await?);
        let services = services
            .into_iter()
            .map(|row| (row.id, (row.feed, row.code, dates.remove(&row.id).unwrap_or_default())))
            .collect();
        let kept = kept(db, now).await?;
        let mut schedules = schedule::Entity::find().filter(schedule::Column::Active.eq(true)).all(db).await?;
        let mut old: Vec<Uuid> = kept.iter().map(|kept| kept.schedule).collect();
        old.sort_unstable();
        old.dedup();
        for chunk in old.chunks(MAX_IDS) {
            let found = schedule::Entity::find()
                .filter(schedule::Column::Id.is_in(chunk.iter().copied()))
                .filter(schedule::Column::Active.eq(false));
            schedules.extend(found.all(db).await?);
        }
        schedules.sort_by(|a, b| (&a.feed, &a.code, a.id).cmp(&(&b.feed, &b.code, b.id)));
        let mut wanted: Vec<Uuid> = schedules.iter().map(|schedule| schedule.pattern_id).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut patterns = HashMap::with_capacity(wanted.len());
        for chunk in wanted.chunks(MAX_IDS) {
            let found = pattern::Entity::find().filter(pattern::Column::Id.is_in(chunk.iter().copied()));
            patterns.extend(found.all(db).await?.into_iter().map(|row| (row.id, row.stops)));
        }
        let carriers = carrier::Entity::find().all(db).await?;
        let places = place::Entity::find().all(db).await?;
        let stops = stop::Entity::find().all(db).await?;
        let routes = route::Entity::find().all(db).await?;
        Ok(Self {
            version,
            changed_at,
            naming: Naming::read(db).await?,
            carriers: carriers.into_iter().map(|row| (row.id, row)).collect(),
            places: places.into_iter().map(|row| (row.id, row)).collect(),
            stops: stops.into_iter().map(|row| (row.id, row)).collect(),
            routes: routes.into_iter().map(|row| (row.id, row)).collect(),
            services,
            patterns,
            schedules,
            fares: fare::Entity::find()
                .order_by_asc(fare::Column::Position)
                .order_by_asc(fare::Column::Id)
                .all(db)
                .await?,
            price_lists: price_list::Entity::find()
                .filter(price_list::Column::Active.eq(true))
                .filter(price_list::Column::SeatClass.is_null())
                .filter(
                    Condition::any()
                        .add(price_list::Column::LastDate.is_null())
                        .add(price_list::Column::LastDate.gte(now.date_naive())),
                )
                .order_by_asc(price_list::Column::MadeAt)
                .order_by_asc(price_list::Column::Id)
                .all(db)
                .await?,
            kept,
        })
    }
}

/// Trips to come that may differ from the timetable: an import leaves those with sales as they were sold.
async fn kept(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Kept>, Fault> {
    let sold = order_segment::Entity::find().select_only().column(order_segment::Column::TripId).into_query();
    let found: Vec<(Uuid, Uuid, NaiveDate)> = trip::Entity::find()
        .select_only()
        .columns([trip::Column::SeriesId, trip::Column::ScheduleId, trip::Column::ServiceDate])
        .join(JoinType::InnerJoin, trip::Relation::Schedule.def())
        // Those on their way count too.
        .filter(trip::Column::ArrivesAt.gt(now))
        .filter(Condition::any().add(schedule::Column::Active.eq(false)).add(trip::Column::Id.in_subquery(sold)))
        .order_by_asc(trip::Column::ServiceDate)
        .order_by_asc(trip::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|(series, schedule, date)| Kept { series, schedule, date }).collect())
}
