//! Departures follow their line and their way.

use chrono::NaiveDate;
use domain::path::PathStop;
use domain::recurrence::{OnHolidays, Recurrence};
use domain::timetable::{Calendar, CallTimes};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{departure, path, route, schedule};

use crate::app::App;
use crate::features::network::{DepartureEffect, StoredStop, calls, taken_over};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::read::holidays;

/// What became of trips that are there already.
#[derive(Default)]
pub struct RoutesTrips {
    /// They stay as they were sold.
    pub kept: usize,
}

/// Gives the departures of a line its carrier, seats and state. Those that a feed brought are the office's from now on.
pub async fn follow_route(app: &App, tx: &DatabaseTransaction, route: &route::Model) -> Result<RoutesTrips, Fault> {
    use schedule::Column;
    let schedules = schedule::Entity::find().filter(Column::RouteId.eq(route.id)).filter(Column::Active.eq(true));
    let mut trips = RoutesTrips::default();
    for schedule in schedules.all(tx).await? {
        let mut planned = taken_over(tx, &schedule, route).await?;
        planned.active = route.active;
        let known = departure::Entity::find_by_id(planned.series).one(tx).await?;
        let row = match known {
            Some(row) => departure::Model { active: route.active, version: row.version + 1, ..row },
            None => departure::Model { active: route.active, version: 1, ..row_of(&schedule, &planned.calendar)? },
        };
        upsert::<departure::Entity>(tx, vec![row]).await?;
        trips.kept += planned.write(app, tx).await?.kept.len();
    }
    Ok(trips)
}

/// Gives the departures along a way its stops and minutes.
pub async fn follow_path(
    app: &App,
    tx: &DatabaseTransaction,
    route: &route::Model,
    path: &path::Model,
) -> Result<RoutesTrips, Fault> {
    use departure::Column;
    let stops: Vec<PathStop> = serde_json::from_str(&path.stops)?;
    let rows = departure::Entity::find().filter(Column::PathId.eq(path.id)).filter(Column::Active.eq(true));
    let mut trips = RoutesTrips::default();
    for row in rows.all(tx).await? {
        let Some(schedule) = active_schedule(tx, row.id).await? else { continue };
        let mut planned = taken_over(tx, &schedule, route).await?;
        // A platform of another station is not this way's.
        let platform = platform_of(app, row.platform_id, &stops).await?;
        (planned.stops, planned.times) = along(&stops, row.starts_at, platform);
        trips.kept += planned.write(app, tx).await?.kept.len();
        if platform != row.platform_id {
            upsert::<departure::Entity>(tx, vec![departure::Model { platform_id: platform, ..row }]).await?;
        }
    }
    Ok(trips)
}

/// Gives the departures that holidays concern the calendar that a date now makes, and their trips with it. Those that a feed
/// has brought follow the feed's own dates.
pub async fn follow_holidays(app: &App, tx: &DatabaseTransaction, date: NaiveDate) -> Result<DepartureEffect, Fault> {
    use departure::Column;
    let holidays = holidays(tx).await?;
    let rows = departure::Entity::find()
        .filter(Column::Active.eq(true))
        .filter(Column::OnHolidays.ne(OnHolidays::Usual.as_str()))
        .filter(Column::FirstDate.lte(date))
        .filter(Column::LastDate.gte(date));
    let mut effect = DepartureEffect::default();
    for row in rows.all(tx).await? {
        let Some(schedule) = active_schedule(tx, row.id).await? else { continue };
        let Some(route) = route::Entity::find_by_id(row.route_id).one(tx).await? else { continue };
        let mut planned = taken_over(tx, &schedule, &route).await?;
        planned.calendar = recurrence_of(&row)?.calendar(&holidays);
        let one = planned.write(app, tx).await?;
        effect.made += one.made;
        effect.removed += one.removed;
        effect.renewed += one.renewed;
        effect.without_vehicle += one.without_vehicle;
        effect.kept.extend(one.kept);
    }
    Ok(effect)
}

fn recurrence_of(row: &departure::Model) -> Result<Recurrence, Fault> {
    let exceptions: Vec<(NaiveDate, bool)> = serde_json::from_value(row.exceptions.clone())?;
    Ok(Recurrence {
        weekdays: u8::try_from(row.weekdays).unwrap_or(0),
        first: row.first_date,
        last: row.last_date,
        on_holidays: OnHolidays::parse(&row.on_holidays).unwrap_or(OnHolidays::Usual),
        exceptions: exceptions.into_iter().collect(),
    })
}

async fn platform_of(app: &App, platform: Option<Uuid>, stops: &[PathStop]) -> Result<Option<Uuid>, Fault> {
    let network = app.network.get(app).await?;
    let station = stops.first().map(|stop| stop.stop);
    Ok(platform.filter(|id| network.stop(*id).is_some_and(|stop| stop.parent == station)))
}

/// A way at a time of the day, from a platform of its first station.
pub fn along(stops: &[PathStop], starts_at: i32, platform: Option<Uuid>) -> (Vec<StoredStop>, Vec<[i32; 2]>) {
    let mut stops = stops.to_vec();
    if let (Some(first), Some(platform)) = (stops.first_mut(), platform) {
        first.stop = platform;
    }
    calls(&stops, starts_at)
}

/// Departures in use along a way.
pub async fn runs_along(db: &impl ConnectionTrait, path: Uuid) -> Result<u64, Fault> {
    use departure::Column;
    let rows = departure::Entity::find().filter(Column::PathId.eq(path)).filter(Column::Active.eq(true));
    Ok(rows.count(db).await?)
}

pub async fn active_schedule(db: &impl ConnectionTrait, series: Uuid) -> Result<Option<schedule::Model>, Fault> {
    use schedule::Column;
    let rows = schedule::Entity::find().filter(Column::SeriesId.eq(series)).filter(Column::Active.eq(true));
    Ok(rows.one(db).await?)
}

/// What the office would have written to get the departure that a feed has brought.
pub fn row_of(schedule: &schedule::Model, calendar: &Calendar) -> Result<departure::Model, Fault> {
    let times: Vec<CallTimes> = serde_json::from_str(&schedule.times)?;
    let (first_date, last_date) = calendar.period.or_else(|| calendar.span()).unwrap_or_default();
    Ok(departure::Model {
        id: schedule.series_id,
        route_id: schedule.route_id,
        path_id: None,
        starts_at: times.first().map_or(0, |call| call[1]) / 60,
        number: schedule.number.clone(),
        weekdays: calendar.weekdays.into(),
        first_date,
        last_date,
        exceptions: serde_json::json!(calendar.exceptions.iter().collect::<Vec<_>>()),
        on_holidays: OnHolidays::Usual.as_str().to_owned(),
        platform_id: None,
        vehicle_id: schedule.vehicle_id,
        overruled: None,
        sale_opens_days: schedule.sale_opens_days,
        sale_closes_minutes: schedule.sale_closes_minutes,
        active: schedule.active,
        version: 0,
    })
}
