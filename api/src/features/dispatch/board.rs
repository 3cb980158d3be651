use std::sync::Arc;
use std::time::Duration;

use async_graphql::{Context, Enum, Error, ID, Object, Result, SimpleObject, Subscription};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::timetable::local_to_utc;
use futures::Stream;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use ::entity::trip;

use crate::app::App;
use crate::features::network::{Network, Target, TripView, trip_views};
use crate::features::station::{board_changes, find_target};
use crate::features::trip::{StopCall, Trip, works_at, works_with};
use crate::graphql::{Can, Date, Gid, Kind, Permission, Viewer, ZonedTime, app, error, viewer};
use crate::platform::Fault;

use super::alarms::{TripAlarm, alarms};
use super::figures::Figures;

/// Trips are on their way so many days at most.
const LONGEST_DAYS: i64 = 4;
/// Changes by several dispatchers are told together, and soon.
const PAUSE: Duration = Duration::from_millis(400);

/// Which of a station's trips.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum BoardSide {
    /// Those that passengers get on.
    Departures,
    /// Those that passengers get off.
    Arrivals,
}

/// A trip at a station, with what its dispatcher has to know.
#[derive(SimpleObject)]
pub struct DispatchEntry {
    pub trip: Trip,
    /// Its call at this station.
    pub call: StopCall,
    /// Of that call, with the delay, in the station's zone.
    pub expected_at: ZonedTime,
    /// Surname and initial of each driver; empty for who may not see the fleet, and until somebody has said who drives.
    pub drivers: Vec<String>,
    /// Passengers that the trip takes on each leg.
    pub places: i32,
    /// Of these, sold on at least a part of the way.
    pub sold: i32,
    /// Passengers with tickets who get on (departures) or off (arrivals) here.
    pub passengers: i32,
    /// Of these, who have been let on board.
    pub boarded: i32,
    /// What asks for attention, the most urgent first.
    pub alarms: Vec<TripAlarm>,
}

#[derive(Default)]
pub struct DispatchQuery;

#[Object]
impl DispatchQuery {
    /// Staff: all trips of a station's or town's day by planned time, gone and cancelled ones too, those of the viewer's
    /// carrier and stations alone. NOT_FOUND: no such station, or not the viewer's.
    #[graphql(guard = "Can(Permission::ViewTrips)", complexity = "100 + 10 * child_complexity")]
    async fn dispatch_board(
        &self,
        ctx: &Context<'_>,
        station_id: ID,
        #[graphql(desc = "On the station's calendar.")] date: Date,
        side: BoardSide,
    ) -> Result<Vec<DispatchEntry>> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let network = app.network.get(app).await?;
        let target = own_target(&network, viewer, &station_id)?;
        let stops = network.stops_of_target(target);
        let calls = day(app, viewer, &network, &stops, date.0, side).await?;
        let views: Vec<&TripView> = calls.iter().map(|one| &*one.view).collect();
        let figures = Figures::read(app.db.read(), &views).await?;
        let now = app.clock.now();
        let mut said = alarms(app, &views, &figures, now).await?;
        let sees_fleet = viewer.can(Permission::ViewFleet);
        let count = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
        let entry = |one: &AtStation| {
            let call = &one.view.calls[one.call];
            let id = one.view.id;
            let (passengers, boarded) = match side {
                BoardSide::Departures => figures.boarding(id, call.sequence),
                BoardSide::Arrivals => figures.alighting(id, call.sequence),
            };
            DispatchEntry {
                trip: Trip::from(Arc::clone(&one.view)),
                call: StopCall::new(&one.view, call),
                expected_at: ZonedTime::new(one.planned + one.view.delay(), call.stop.zone),
                drivers: if sees_fleet { figures.drivers_named(id) } else { Vec::new() },
                places: one.view.capacity,
                sold: count(figures.sold(id)),
                passengers: count(passengers),
                boarded: count(boarded),
                alarms: said.remove(&id).unwrap_or_default(),
            }
        };
        Ok(calls.iter().map(entry).collect())
    }
}

/// A station that staff work at; a town is its stations together, for those who are tied to none.
fn own_target(network: &Network, viewer: &Viewer, id: &str) -> Result<Target, Error> {
    let target = find_target(network, id)?;
    let stations = viewer.only_stations();
    let own = Gid::read(Kind::Stop, id).is_some_and(|id| stations.contains(&id));
    if stations.is_empty() || own { Ok(target) } else { Err(error::not_found()) }
}

struct AtStation {
    view: Arc<TripView>,
    /// Position in its calls.
    call: usize,
    planned: DateTime<Utc>,
}

/// What calls at these stops on that day.
async fn day(
    app: &App,
    viewer: &Viewer,
    network: &Network,
    stops: &[u32],
    date: NaiveDate,
    side: BoardSide,
) -> Result<Vec<AtStation>, Fault> {
    use trip::Column;
    let zone = stops.first().map_or(chrono_tz::Tz::UTC, |stop| network.stops[*stop as usize].zone);
    let midnight = |date: NaiveDate| local_to_utc(date.and_hms_opt(0, 0, 0).unwrap_or_default(), zone);
    let (begins, ends) = (midnight(date), midnight(date + TimeDelta::days(1)));
    let mut query = trip::Entity::find()
        .select_only()
        .columns([Column::Id, Column::ScheduleId])
        .filter(Column::ServiceDate.between(date - TimeDelta::days(LONGEST_DAYS), date + TimeDelta::days(1)))
        .filter(Column::DepartsAt.lt(ends))
        .filter(Column::ArrivesAt.gte(begins));
    if let Some(carrier) = viewer.only_carrier() {
        query = query.filter(Column::CarrierId.eq(carrier));
    }
    let rows: Vec<(Uuid, Uuid)> = query.into_tuple().all(app.db.read()).await?;
    // Of a timetable that has been replaced meanwhile the trip itself knows where it calls.
    let may_call = |schedule: &Uuid| {
        let pattern = network.schedule(*schedule).map(|schedule| &network.patterns[schedule.pattern as usize]);
        pattern.is_none_or(|pattern| pattern.stops.iter().any(|stop| stops.contains(&stop.stop)))
    };
    let ids: Vec<Uuid> = rows.into_iter().filter(|(_, schedule)| may_call(schedule)).map(|(id, _)| id).collect();
    let mut found = Vec::new();
    for view in trip_views(app, &ids).await?.into_values().filter(|view| works_with(viewer, view)) {
        let here = |call: &&crate::features::network::Call| stops.contains(&call.stop.index) && works_at(viewer, call);
        let call = match side {
            BoardSide::Departures => view.calls.iter().find(|call| here(call) && call.boarding),
            BoardSide::Arrivals => view.calls.iter().rev().find(|call| here(call) && call.alighting),
        };
        let Some(call) = call else { continue };
        let planned = if side == BoardSide::Departures { call.departure } else { call.arrival };
        if planned >= begins && planned < ends {
            let call = usize::try_from(call.sequence).unwrap_or(0);
            found.push(AtStation { call, planned, view });
        }
    }
    found.sort_by_key(|one| (one.planned, one.view.id));
    Ok(found)
}

#[derive(Default)]
pub struct DispatchSubscription;

#[Subscription]
impl DispatchSubscription {
    /// Staff: tells when a station's `dispatchBoard` should be read again, within half a second of what another
    /// dispatcher has done: a number that grows, the first at once, and another every minute as time passes.
    #[graphql(guard = "Can(Permission::ViewTrips)")]
    async fn dispatch_changed(&self, ctx: &Context<'_>, station_id: ID) -> Result<impl Stream<Item = i32>> {
        let app = app(ctx).clone();
        let network = app.network.get(&app).await?;
        own_target(&network, viewer(ctx), &station_id)?;
        Ok(board_changes(app, PAUSE))
    }
}
