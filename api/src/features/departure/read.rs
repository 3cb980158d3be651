//! What staff have typed of a departure, checked field by field.

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::{Enum, Error, ID, InputObject};
use chrono::{Months, NaiveDate};
use domain::path::PathStop;
use domain::recurrence::{self, Recurrence};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{departure, holiday, path, route, vehicle};

use crate::app::App;
use crate::features::network::{Planned, overruled_of, taken_over};
use crate::features::permit::{EndedPaper, ended_papers};
use crate::features::route::{find_path, find_route};
use crate::features::site::local_today;
use crate::graphql::{Date, Form, Gid, Kind, Viewer, error};
use crate::platform::Fault;

use super::follow::{active_schedule, along, row_of};

/// What a public holiday makes of a departure.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "recurrence::OnHolidays")]
pub enum OnHolidays {
    /// It runs as on any such weekday.
    Usual,
    /// It runs as on a Sunday.
    Sunday,
    /// It does not run.
    None,
}

/// A single date that is not as its weekday.
#[derive(InputObject, Clone)]
pub struct DepartureDateInput {
    pub date: Date,
    /// True: runs on that date; false: does not.
    pub runs: bool,
}

/// What becomes of trips with sales that no longer fit.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Default)]
pub enum SoldTrips {
    /// They run and are sold as before.
    #[default]
    Keep,
    /// They run as they were sold, and nothing more is sold on them.
    CloseSale,
    /// Those that still run on their day, along the same stops, leave at the new time: passengers get new tickets, are told
    /// by mail and SMS, and may have everything back until departure. The others run as they were sold.
    Follow,
    /// They do not run: every ticket is returned for all that was paid, and the passengers are told. It cannot be undone.
    Cancel,
}

#[derive(InputObject)]
pub struct SaveDepartureInput {
    /// Of the departure that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    pub route_id: ID,
    /// A way of the line; without it a departure that a feed brought keeps its stops and minutes.
    pub path_id: Option<ID>,
    /// `HH:MM`, from the first stop by its clock.
    pub starts_at: String,
    /// What passengers call it; the line's number where nothing is said.
    pub number: Option<String>,
    /// 1 is Monday, 7 Sunday.
    pub weekdays: Vec<i32>,
    pub first_date: Date,
    /// At most five years after the first; included.
    pub last_date: Date,
    /// At most 400.
    #[graphql(default)]
    pub exceptions: Vec<DepartureDateInput>,
    pub on_holidays: OnHolidays,
    /// Of the first stop.
    pub platform_id: Option<ID>,
    /// The line's carrier's; its layout is what passengers choose seats on.
    pub vehicle_id: Option<ID>,
    /// Days before the day of departure; without it as everywhere.
    pub sale_opens_days: Option<i32>,
    /// Minutes before departure from the passenger's own stop; without it as everywhere.
    pub sale_closes_minutes: Option<i32>,
    /// False: out of the timetable.
    #[graphql(default = true)]
    pub active: bool,
    /// Trips with sales that no longer fit.
    #[graphql(default)]
    pub sold_trips: SoldTrips,
    /// Why the vehicle is planned although a paper of it, or of its carrier, has run out. At most 300 characters.
    pub overrule: Option<String>,
}

/// What was typed, and what is there.
pub struct Typed {
    pub before: Option<departure::Model>,
    pub row: departure::Model,
    pub planned: Planned,
    pub recurrence: Recurrence,
    /// Papers that have run out when the vehicle begins to run, and that nobody has overruled before.
    pub ended: Vec<EndedPaper>,
    pub overrule: Option<String>,
}

/// Public holidays on which nobody works.
pub async fn holidays(db: &impl ConnectionTrait) -> Result<BTreeSet<NaiveDate>, Fault> {
    let rows = holiday::Entity::find()
        .filter(holiday::Column::NonWorking.eq(true))
        .filter(holiday::Column::Dropped.eq(false))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.date).collect())
}

/// The departure with that id, as it is now; NOT_FOUND where it is not of the line.
async fn present(
    db: &impl ConnectionTrait,
    route: &route::Model,
    id: &ID,
) -> Result<(departure::Model, Option<Planned>), Error> {
    let id = Gid::find(Kind::Departure, id)?;
    let row = departure::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?;
    let schedule = active_schedule(db, id).await?.filter(|schedule| schedule.route_id == route.id);
    let row = row.filter(|row| row.route_id == route.id);
    let Some(schedule) = schedule else { return Ok((row.ok_or_else(error::not_found)?, None)) };
    let planned = taken_over(db, &schedule, route).await?;
    let row = match row {
        Some(row) => row,
        None => row_of(&schedule, &planned.calendar)?,
    };
    Ok((row, Some(planned)))
}

/// Reads what was typed; the form has what is wrong with it. `None` where too little is right to go on.
pub async fn read(
    app: &App,
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    form: &mut Form,
    input: &SaveDepartureInput,
) -> Result<(Option<departure::Model>, Option<Typed>), Error> {
    let route = find_route(db, viewer, &input.route_id).await?;
    let (before, present) = match &input.id {
        Some(id) => present(db, &route, id).await.map(|(row, planned)| (Some(row), planned))?,
        None => (None, None),
    };
    let path = match &input.path_id {
        Some(id) => {
            let (path, of) = find_path(db, viewer, id).await?;
            if of.id != route.id || (!path.active && before.as_ref().is_none_or(|row| row.path_id != Some(path.id))) {
                form.wrong("pathId", "NO_SUCH_PATH");
            }
            Some(path)
        }
        None => None,
    };
    let starts_at = read_time(form, &input.starts_at);
    let recurrence = read_recurrence(form, input);
    let stops = match &path {
        Some(path) => Some(serde_json::from_str::<Vec<PathStop>>(&path.stops).map_err(Fault::from)?),
        None => None,
    };
    let platform = read_platform(app, form, input, stops.as_deref()).await?;
    let vehicle = read_vehicle(db, form, input, &route).await?;
    let network = app.network.get(app).await?;
    let ahead = i32::try_from(network.settings.sale_days_ahead).unwrap_or(i32::MAX);
    between(form, "saleOpensDays", input.sale_opens_days, ahead);
    between(form, "saleClosesMinutes", input.sale_closes_minutes, 24 * 60);
    let overrule = form.optional("overrule", input.overrule.as_deref(), 300);
    let number = form.optional("number", input.number.as_deref(), 12).unwrap_or_else(|| route.number.clone());
    let calls = match (&stops, present) {
        (Some(stops), _) => Some(along(stops, starts_at, platform)),
        (None, Some(planned)) => {
            let shift = starts_at * 60 - planned.times.first().map_or(0, |call| call[1]);
            let times = planned.times.iter().map(|[arrives, departs]| [arrives + shift, departs + shift]);
            Some((planned.stops, times.collect()))
        }
        (None, None) => {
            form.wrong("pathId", "REQUIRED");
            None
        }
    };
    if input.active && !route.active {
        form.wrong("active", "ROUTE_NOT_IN_USE");
    }
    let (Some((stops, times)), true) = (calls, form.is_good()) else { return Ok((before, None)) };
    let id = before.as_ref().map_or_else(|| app.ids.new(), |row| row.id);
    let begins = recurrence.first.max(local_today(app.clock.now()));
    let planned = vehicle.filter(|_| input.active).map(|(vehicle, _)| (route.carrier_id, vehicle));
    let mut overruled = match &before {
        Some(row) if row.vehicle_id == vehicle.map(|(id, _)| id) => overruled_of(row)?,
        _ => Vec::new(),
    };
    let mut ended = match planned {
        Some((carrier, vehicle)) => ended_papers(db, carrier, vehicle, begins).await?,
        None => Vec::new(),
    };
    ended.retain(|paper| !overruled.contains(paper));
    if overrule.is_some() {
        overruled.extend(ended.iter().cloned());
    }
    let row = departure::Model {
        id,
        route_id: route.id,
        path_id: path.map(|path: path::Model| path.id),
        starts_at,
        number: number.clone(),
        weekdays: recurrence.weekdays.into(),
        first_date: recurrence.first,
        last_date: recurrence.last,
        exceptions: serde_json::json!(recurrence.exceptions.iter().collect::<Vec<_>>()),
        on_holidays: recurrence.on_holidays.as_str().to_owned(),
        platform_id: platform,
        vehicle_id: vehicle.map(|(id, _)| id),
        overruled: as_overruled(&overruled),
        sale_opens_days: input.sale_opens_days,
        sale_closes_minutes: input.sale_closes_minutes,
        active: input.active,
        version: before.as_ref().map_or(0, |row| row.version) + 1,
    };
    let planned = Planned {
        series: id,
        route,
        number,
        stops,
        times,
        calendar: recurrence.calendar(&holidays(db).await?),
        vehicle,
        sale_opens_days: input.sale_opens_days,
        sale_closes_minutes: input.sale_closes_minutes,
        active: input.active,
    };
    Ok((before.clone(), Some(Typed { before, row, planned, recurrence, ended, overrule })))
}

/// As the departure's row keeps it.
pub fn as_overruled(papers: &[EndedPaper]) -> Option<serde_json::Value> {
    (!papers.is_empty()).then(|| serde_json::json!(papers))
}

fn between(form: &mut Form, path: &str, value: Option<i32>, most: i32) {
    if value.is_some_and(|value| !(0..=most).contains(&value)) {
        form.wrong_with(path, "BETWEEN", &[("least", "0"), ("most", &most.to_string())]);
    }
}

/// Minutes of the day.
fn read_time(form: &mut Form, text: &str) -> i32 {
    match domain::timetable::parse_time(text) {
        Ok(seconds) if (0..86_400).contains(&seconds) && seconds % 60 == 0 => seconds / 60,
        _ => {
            form.wrong("startsAt", "TIME");
            0
        }
    }
}

fn read_recurrence(form: &mut Form, input: &SaveDepartureInput) -> Recurrence {
    let weekdays = form.weekdays("weekdays", &input.weekdays);
    let (first, last) = (input.first_date.0, input.last_date.0);
    form.period("lastDate", first, Some(last));
    if first.checked_add_months(Months::new(60)).is_none_or(|most| last > most) {
        form.wrong("lastDate", "PERIOD_TOO_LONG");
    }
    let exceptions: BTreeMap<NaiveDate, bool> = input.exceptions.iter().map(|one| (one.date.0, one.runs)).collect();
    if input.exceptions.len() > 400 {
        form.wrong("exceptions", "TOO_LONG");
    }
    if exceptions.len() < input.exceptions.len() {
        form.wrong("exceptions", "DATE_TWICE");
    }
    if weekdays == 0 && !exceptions.values().any(|runs| *runs) {
        form.wrong("weekdays", "REQUIRED");
    }
    Recurrence { weekdays, first, last, on_holidays: input.on_holidays.into(), exceptions }
}

async fn read_platform(
    app: &App,
    form: &mut Form,
    input: &SaveDepartureInput,
    stops: Option<&[PathStop]>,
) -> Result<Option<Uuid>, Fault> {
    let Some(id) = &input.platform_id else { return Ok(None) };
    let network = app.network.get(app).await?;
    let station = stops.and_then(|stops| stops.first()).map(|stop| stop.stop);
    let found = Gid::read(Kind::Stop, id).and_then(|id| network.stop(id));
    let found = found.filter(|stop| stop.active && stop.parent.is_some() && stop.parent == station);
    if found.is_none() {
        form.wrong("platformId", "NO_SUCH_PLATFORM");
    }
    Ok(found.map(|stop| stop.id))
}

async fn read_vehicle(
    db: &impl ConnectionTrait,
    form: &mut Form,
    input: &SaveDepartureInput,
    route: &route::Model,
) -> Result<Option<(Uuid, Option<Uuid>)>, Fault> {
    let Some(id) = &input.vehicle_id else { return Ok(None) };
    let found = match Gid::read(Kind::Vehicle, id) {
        Some(id) => vehicle::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let found = found.filter(|row| row.active && row.carrier_id == route.carrier_id);
    if found.is_none() {
        form.wrong("vehicleId", "NO_SUCH_VEHICLE");
    }
    Ok(found.map(|row| (row.id, row.layout_id)))
}
