use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use domain::path::PathStop;
use domain::recurrence;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{departure, pattern, schedule, service, service_exception, vehicle};

use crate::app::App;
use crate::features::network::{StoredStop, calendars};
use crate::features::route::PathCall;
use crate::features::vehicle::Vehicle;
use crate::graphql::{Date, Gid, Kind, app, weekdays_of};
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

use super::follow::row_of;
use super::read::OnHolidays;

/// A single date that is not as its weekday.
#[derive(SimpleObject)]
pub struct DepartureDate {
    pub date: Date,
    /// True: runs on that date; false: does not.
    pub runs: bool,
}

/// A recurring departure as the office keeps it.
#[derive(Clone)]
pub struct DepartureRecord {
    pub row: departure::Model,
    /// As trips follow it now; `None` while it is out of the timetable.
    pub schedule: Option<Arc<schedule::Model>>,
}

impl DepartureRecord {
    /// Of a line, by time; those out of use last.
    pub async fn of_route(app: &App, route: Uuid) -> Result<Vec<Self>, Fault> {
        let db = app.db.read();
        let rows = departure::Entity::find().filter(departure::Column::RouteId.eq(route)).all(db).await?;
        let active = schedule::Entity::find()
            .filter(schedule::Column::RouteId.eq(route))
            .filter(schedule::Column::Active.eq(true))
            .all(db)
            .await?;
        let mut active: HashMap<Uuid, Arc<schedule::Model>> =
            active.into_iter().map(|schedule| (schedule.series_id, Arc::new(schedule))).collect();
        let mut records: Vec<Self> =
            rows.into_iter().map(|row| Self { schedule: active.remove(&row.id), row }).collect();
        let brought: Vec<_> = active.into_values().collect();
        records.extend(Self::brought(app, brought).await?);
        records.sort_by_key(|record| (!record.row.active, record.row.starts_at, record.row.id));
        Ok(records)
    }

    /// Those that a feed brought, as the office would have written them.
    async fn brought(app: &App, schedules: Vec<Arc<schedule::Model>>) -> Result<Vec<Self>, Fault> {
        let db = app.db.read();
        let (mut services, mut exceptions) = (Vec::new(), Vec::new());
        let mut ids: Vec<Uuid> = schedules.iter().map(|schedule| schedule.service_id).collect();
        ids.sort_unstable();
        ids.dedup();
        for chunk in ids.chunks(MAX_IDS) {
            let chunk = || chunk.iter().copied();
            services.extend(service::Entity::find().filter(service::Column::Id.is_in(chunk())).all(db).await?);
            let found = service_exception::Entity::find().filter(service_exception::Column::ServiceId.is_in(chunk()));
            exceptions.extend(found.all(db).await?);
        }
        let calendars = calendars(&services, &exceptions);
        let record = |schedule: Arc<schedule::Model>| {
            let calendar = calendars.get(&schedule.service_id).cloned().unwrap_or_default();
            let row = row_of(&schedule, &calendar)?;
            Ok(Self { row, schedule: Some(schedule) })
        };
        schedules.into_iter().map(record).collect()
    }
}

/// `HH:MM` of a minute of the day; beyond 24 hours it is the next day's.
fn clock(minutes: i32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

#[Object]
impl DepartureRecord {
    async fn id(&self) -> ID {
        Gid::of(Kind::Departure, self.row.id)
    }

    /// For changes: grows with each; 0 where a feed has brought it.
    async fn version(&self) -> i32 {
        i32::try_from(self.row.version).unwrap_or(i32::MAX)
    }

    /// What passengers call it.
    async fn number(&self) -> &str {
        &self.row.number
    }

    /// `HH:MM`, from the first stop by its clock.
    async fn starts_at(&self) -> String {
        clock(self.row.starts_at)
    }

    /// 1 is Monday, 7 Sunday.
    async fn weekdays(&self) -> Vec<i32> {
        weekdays_of(self.row.weekdays)
    }

    async fn first_date(&self) -> Date {
        Date(self.row.first_date)
    }

    /// Included.
    async fn last_date(&self) -> Date {
        Date(self.row.last_date)
    }

    /// By date.
    async fn exceptions(&self) -> Result<Vec<DepartureDate>> {
        let dates: Vec<(NaiveDate, bool)> = serde_json::from_value(self.row.exceptions.clone()).map_err(Fault::from)?;
        Ok(dates.into_iter().map(|(date, runs)| DepartureDate { date: Date(date), runs }).collect())
    }

    async fn on_holidays(&self) -> OnHolidays {
        recurrence::OnHolidays::parse(&self.row.on_holidays).unwrap_or(recurrence::OnHolidays::Usual).into()
    }

    /// Its way; null where a feed brought its stops and minutes.
    async fn path_id(&self) -> Option<ID> {
        self.row.path_id.map(|id| Gid::of(Kind::Path, id))
    }

    /// Where it calls, with minutes from the first departure; empty while it is out of the timetable.
    #[graphql(complexity = "5 + 10 * child_complexity")]
    async fn calls(&self, ctx: &Context<'_>) -> Result<Vec<PathCall>> {
        let Some(schedule) = &self.schedule else { return Ok(Vec::new()) };
        let db = app(ctx).db.read();
        let pattern = pattern::Entity::find_by_id(schedule.pattern_id).one(db).await.map_err(Fault::from)?;
        let stops = pattern.map_or_else(|| "[]".to_owned(), |pattern| pattern.stops);
        let stops: Vec<StoredStop> = serde_json::from_str(&stops).map_err(Fault::from)?;
        let times: Vec<[i32; 2]> = serde_json::from_str(&schedule.times).map_err(Fault::from)?;
        let start = times.first().map_or(0, |call| call[1]);
        let calls: Vec<PathStop> = stops.iter().zip(times).map(|(stop, times)| stop.at(times, start)).collect();
        PathCall::all(ctx, &calls).await
    }

    /// Of the first stop.
    async fn platform_id(&self) -> Option<ID> {
        self.row.platform_id.map(|id| Gid::of(Kind::Stop, id))
    }

    /// Which is to run it.
    async fn vehicle(&self, ctx: &Context<'_>) -> Result<Option<Vehicle>> {
        let Some(id) = self.row.vehicle_id else { return Ok(None) };
        Ok(vehicle::Entity::find_by_id(id).one(app(ctx).db.read()).await.map_err(Fault::from)?.map(Vehicle))
    }

    /// Days before the day of departure; null: as everywhere.
    async fn sale_opens_days(&self) -> Option<i32> {
        self.row.sale_opens_days
    }

    /// Minutes before departure from the passenger's own stop; null: as everywhere.
    async fn sale_closes_minutes(&self) -> Option<i32> {
        self.row.sale_closes_minutes
    }

    /// False: out of the timetable.
    async fn active(&self) -> bool {
        self.row.active
    }
}
