//! One vehicle that is planned for two departures at the same time.

use async_graphql::{ID, SimpleObject};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::timetable::instant;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use ::entity::{route, schedule};

use crate::app::App;
use crate::features::network::{Planned, taken_over};
use crate::features::site::local_today;
use crate::graphql::{Gid, Kind, ZonedTime};
use crate::platform::Fault;

use super::query::MOST_DAYS;

/// A trip that goes over more midnights than that overlaps with another that nobody is told of.
const NIGHTS: i64 = 2;

/// Another departure that the vehicle is planned for while it is on its way.
#[derive(SimpleObject)]
pub struct VehicleClash {
    pub route_id: ID,
    /// What passengers call the other departure.
    pub number: String,
    /// The first time that the other departs meanwhile.
    pub departs: ZonedTime,
    /// From today on, for 400 days at the most: how many days that is so.
    pub days: i32,
}

/// When it is on its way on a day.
fn way(planned: &Planned, zone: Tz, day: NaiveDate) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let (first, last) = (planned.times.first()?, planned.times.last()?);
    planned.calendar.runs_on(day).then(|| (instant(day, first[1], zone), instant(day, last[0], zone)))
}

/// The departures that the same vehicle is planned for at the same time, the one that is met first before others.
pub async fn vehicle_clashes(
    app: &App,
    db: &impl ConnectionTrait,
    planned: &Planned,
) -> Result<Vec<VehicleClash>, Fault> {
    use schedule::Column;
    let Some((vehicle, _)) = planned.vehicle.filter(|_| planned.active) else { return Ok(Vec::new()) };
    let network = app.network.get(app).await?;
    let zone_of = |planned: &Planned| Some(network.stop(planned.stops.first()?.stop())?.zone);
    let Some(zone) = zone_of(planned) else { return Ok(Vec::new()) };
    let others = schedule::Entity::find()
        .filter(Column::VehicleId.eq(vehicle))
        .filter(Column::Active.eq(true))
        .filter(Column::SeriesId.ne(planned.series));
    let today = local_today(app.clock.now());
    let mut clashes = Vec::new();
    for schedule in others.all(db).await? {
        let Some(route) = route::Entity::find_by_id(schedule.route_id).one(db).await? else { continue };
        let other = taken_over(db, &schedule, &route).await?;
        let Some(its_zone) = zone_of(&other) else { continue };
        let met = today.iter_days().take_while(|day| *day <= today + TimeDelta::days(MOST_DAYS)).filter_map(|day| {
            let (leaves, arrives) = way(planned, zone, day)?;
            let its = (-NIGHTS..=NIGHTS).filter_map(|nights| way(&other, its_zone, day + TimeDelta::days(nights)));
            its.filter(|(starts, ends)| leaves < *ends && *starts < arrives).map(|(starts, _)| starts).next()
        });
        let met: Vec<DateTime<Utc>> = met.collect();
        let Some(first) = met.first() else { continue };
        clashes.push(VehicleClash {
            route_id: Gid::of(Kind::Route, route.id),
            number: other.number,
            departs: ZonedTime::new(*first, its_zone),
            days: i32::try_from(met.len()).unwrap_or(i32::MAX),
        });
    }
    clashes.sort_by_key(|clash| clash.departs.at);
    Ok(clashes)
}
