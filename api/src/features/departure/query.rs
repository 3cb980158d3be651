use std::collections::HashMap;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject, Union};
use chrono::TimeDelta;
use domain::order::LineState;
use domain::recurrence;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use ::entity::order_line;

use crate::app::App;
use crate::features::network::{DepartureEffect, overruled_of, trip_views};
use crate::graphql::{Can, Date, Form, Gid, InvalidInput, Kind, Permission, ZonedTime, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::MAX_IDS;

use super::clash::{VehicleClash, vehicle_clashes};
use super::read::{SaveDepartureInput, holidays, read};

/// A calendar shows no more.
pub const MOST_DAYS: i64 = 400;

/// Why a departure runs on a date, or does not.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "recurrence::Because")]
pub enum Because {
    Weekday,
    Holiday,
    /// Somebody has said so for that very date.
    Exception,
}

/// A date of the calendar.
#[derive(SimpleObject)]
pub struct DepartureDay {
    pub date: Date,
    pub runs: bool,
    pub because: Because,
}

/// A trip with sales that a change does not touch.
#[derive(SimpleObject)]
pub struct KeptTrip {
    pub trip_id: ID,
    /// What passengers call it.
    pub number: String,
    /// As it was sold.
    pub departs: ZonedTime,
    /// Tickets that are valid now.
    pub tickets: i32,
}

/// What a change of a departure would do.
#[derive(SimpleObject)]
pub struct DeparturePreview {
    /// From today on, for 400 days at the most: those on which it runs, and those that are not as their weekday.
    pub days: Vec<DepartureDay>,
    /// Trips that would be put on sale.
    pub made: i32,
    /// Trips without sales that would no longer run.
    pub removed: i32,
    /// Trips without sales that would run with other times, stops or seats.
    pub renewed: i32,
    /// Trips with sales, or with a crew, that no longer fit: they stay as they were sold.
    pub kept: Vec<KeptTrip>,
    /// Of those made and renewed, the ones that would not have the planned vehicle: one of its papers, or of its carrier,
    /// ends before their day, and nobody has overruled it.
    pub without_vehicle: i32,
    /// Other departures that the planned vehicle is on its way with at the same time; nothing keeps one from saving it.
    pub vehicle_clashes: Vec<VehicleClash>,
}

#[derive(Union)]
pub enum DeparturePreviewResult {
    Preview(DeparturePreview),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct DepartureQuery;

#[Object]
impl DepartureQuery {
    /// Staff: what saving a departure would do; nothing is saved.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "30 + 20 * child_complexity")]
    async fn departure_preview(&self, ctx: &Context<'_>, input: SaveDepartureInput) -> Result<DeparturePreviewResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let db = app.db.read();
        let mut form = Form::new(viewer.language);
        let (_, typed) = read(app, db, viewer, &mut form, &input).await?;
        let Some(typed) = typed else { return Ok(DeparturePreviewResult::InvalidInput(form.told())) };
        let holidays = holidays(db).await?;
        let today = app.clock.now().date_naive();
        let days = today.iter_days().take_while(|day| *day <= today + TimeDelta::days(MOST_DAYS)).filter_map(|day| {
            let (runs, because) = typed.recurrence.on(day, &holidays);
            let told = typed.planned.active && (runs || because != recurrence::Because::Weekday);
            told.then(|| DepartureDay { date: Date(day), runs, because: because.into() })
        });
        let days = days.collect();
        let effect = typed.planned.effect(app, db, &overruled_of(&typed.row)?).await?;
        let DepartureEffect { made, removed, renewed, kept, without_vehicle } = effect;
        let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        Ok(DeparturePreviewResult::Preview(DeparturePreview {
            days,
            made: count(made),
            removed: count(removed),
            renewed: count(renewed),
            kept: kept_trips(app, &kept).await?,
            without_vehicle: count(without_vehicle),
            vehicle_clashes: vehicle_clashes(app, db, &typed.planned).await?,
        }))
    }
}

pub async fn kept_trips(app: &App, ids: &[Uuid]) -> Result<Vec<KeptTrip>, Fault> {
    let views = trip_views(app, ids).await?;
    let tickets = tickets_on(app.db.read(), ids).await?;
    let mut trips: Vec<KeptTrip> = views
        .values()
        .filter_map(|view| {
            let first = view.calls.first()?;
            Some(KeptTrip {
                trip_id: Gid::of(Kind::Trip, view.id),
                number: view.number.clone(),
                departs: ZonedTime::new(first.departure, first.stop.zone),
                tickets: tickets.get(&view.id).copied().unwrap_or(0),
            })
        })
        .collect();
    trips.sort_by_key(|trip| trip.departs.at);
    Ok(trips)
}

/// Tickets for seats on each of the trips.
async fn tickets_on(db: &impl ConnectionTrait, trips: &[Uuid]) -> Result<HashMap<Uuid, i32>, Fault> {
    use order_line::Column;
    let mut tickets: HashMap<Uuid, i32> = HashMap::new();
    for chunk in trips.chunks(MAX_IDS) {
        let lines = order_line::Entity::find()
            .select_only()
            .column(Column::SpaceId)
            .filter(Column::SpaceId.is_in(chunk.iter().copied()))
            .filter(Column::State.eq(LineState::Issued.code()))
            .filter(Column::Code.is_null());
        for trip in lines.into_tuple::<Uuid>().all(db).await? {
            *tickets.entry(trip).or_default() += 1;
        }
    }
    Ok(tickets)
}
