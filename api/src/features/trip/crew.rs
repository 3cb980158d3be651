//! Which vehicle runs a trip, who drives it, and what speaks against them.

use std::collections::{HashMap, HashSet};

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use ::entity::{driver, layout, schedule, trip, trip_driver, vehicle};

use crate::app::App;
use crate::features::driver::Driver;
use crate::features::network::{TripView, seat_map_id};
use crate::features::permit::{EndedPaper, Papers, ended_papers};
use crate::features::vehicle::Vehicle;
use crate::graphql::{Can, Objection, ObjectionKind, Permission, app, viewer};
use crate::i18n::{Language, t};
use crate::platform::Fault;

use super::access::staff_trip;

/// Which vehicle runs a trip and who drives.
#[derive(SimpleObject)]
pub struct TripCrew {
    /// Null until somebody has said which.
    pub vehicle: Option<Vehicle>,
    /// The vehicle that is planned and was left out, with what has run out by the trip's day: it is put on the trip when that
    /// is renewed, or by hand with a reason. Null where there is a vehicle, or none is planned.
    pub left_out: Option<VehicleChoice>,
    pub drivers: Vec<Driver>,
    /// What speaks against them on that trip: papers that have run out by its day, another trip at the same time.
    pub objections: Vec<Objection>,
    /// For changes: grows with each.
    pub version: i32,
}

impl TripCrew {
    pub async fn of(app: &App, language: Language, view: &TripView) -> Result<Self> {
        let db = app.db.read();
        let vehicle = match &view.vehicle {
            Some(known) => vehicle::Entity::find_by_id(known.id).one(db).await.map_err(Fault::from)?,
            None => None,
        };
        let ids = drivers_of(db, view.id).await?;
        let vehicles: Vec<Uuid> = vehicle.iter().map(|row| row.id).collect();
        let left_out = if vehicle.is_none() { left_out(db, language, view).await? } else { None };
        let said = objections(db, language, &Run::from(view), &vehicles, &ids).await?;
        let rows = driver::Entity::find().filter(driver::Column::Id.is_in(ids)).order_by_asc(driver::Column::LastName);
        let drivers = rows.all(db).await.map_err(Fault::from)?.into_iter().map(Driver).collect();
        let version = i32::try_from(view.crew_version).unwrap_or(i32::MAX);
        let objections = said.into_values().flatten().collect();
        Ok(TripCrew { vehicle: vehicle.map(Vehicle), left_out, drivers, objections, version })
    }
}

/// The planned vehicle that is not on the trip for its papers.
async fn left_out(
    db: &impl ConnectionTrait,
    language: Language,
    view: &TripView,
) -> Result<Option<VehicleChoice>, Fault> {
    let plan = schedule::Entity::find_by_id(view.schedule_id).one(db).await?;
    let Some(planned) = plan.and_then(|plan| plan.vehicle_id) else { return Ok(None) };
    let ended_by_then = ended_papers(db, view.carrier.id, planned, view.service_date).await?;
    let row = vehicle::Entity::find_by_id(planned).one(db).await?;
    let Some(row) = row.filter(|_| !ended_by_then.is_empty()) else { return Ok(None) };
    let objections = ended_by_then.iter().map(|paper| ended(language, paper, view.carrier.id)).collect();
    let fitting = fitting_layouts(db, view).await?;
    let same_seats = row.layout_id.is_some_and(|id| fitting.contains(&id));
    Ok(Some(VehicleChoice { vehicle: Vehicle(row), same_seats, objections }))
}

pub async fn drivers_of(db: &impl ConnectionTrait, trip: Uuid) -> Result<Vec<Uuid>, Fault> {
    let rows = trip_driver::Entity::find().filter(trip_driver::Column::TripId.eq(trip));
    let rows = rows.order_by_asc(trip_driver::Column::DriverId).all(db).await?;
    Ok(rows.into_iter().map(|row| row.driver_id).collect())
}

/// A vehicle that might run the trip.
#[derive(SimpleObject)]
pub struct VehicleChoice {
    pub vehicle: Vehicle,
    /// It has the very seats that are on sale: nobody has to move.
    pub same_seats: bool,
    pub objections: Vec<Objection>,
}

/// A driver who might drive it.
#[derive(SimpleObject)]
pub struct DriverChoice {
    pub driver: Driver,
    pub objections: Vec<Objection>,
}

/// Those of the trip's carrier who might run it; first those against whom nothing speaks.
#[derive(SimpleObject)]
pub struct CrewChoices {
    pub vehicles: Vec<VehicleChoice>,
    pub drivers: Vec<DriverChoice>,
}

#[derive(Default)]
pub struct CrewQuery;

#[Object]
impl CrewQuery {
    /// Staff: vehicles in service and drivers who work, of the trip's carrier, with what speaks against each on that day.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "50 + 20 * child_complexity")]
    async fn crew_choices(&self, ctx: &Context<'_>, trip_id: ID) -> Result<CrewChoices> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let view = staff_trip(app, viewer, &trip_id).await?;
        let (db, run) = (app.db.read(), Run::from(&*view));
        let drivers = driver::Entity::find()
            .filter(driver::Column::CarrierId.eq(view.carrier.id))
            .filter(driver::Column::Active.eq(true))
            .order_by_asc(driver::Column::LastName)
            .all(db)
            .await
            .map_err(Fault::from)?;
        let ids: Vec<Uuid> = drivers.iter().map(|row| row.id).collect();
        let mut said = objections(db, viewer.language, &run, &[], &ids).await?;
        let choice = |row: driver::Model| DriverChoice {
            objections: said.remove(&row.id).unwrap_or_default(),
            driver: Driver(row),
        };
        let mut drivers: Vec<DriverChoice> = drivers.into_iter().map(choice).collect();
        drivers.sort_by_key(|choice| !choice.objections.is_empty());
        Ok(CrewChoices { vehicles: vehicle_choices(db, viewer.language, &view, &run).await?, drivers })
    }
}

/// Vehicles in service of the trip's carrier that might run it, or one like it at another time; first those with its seats,
/// and among them those against which nothing speaks.
pub async fn vehicle_choices(
    db: &impl ConnectionTrait,
    language: Language,
    view: &TripView,
    run: &Run,
) -> Result<Vec<VehicleChoice>, Fault> {
    let vehicles = vehicle::Entity::find()
        .filter(vehicle::Column::CarrierId.eq(run.carrier))
        .filter(vehicle::Column::Active.eq(true))
        .order_by_asc(vehicle::Column::Plate)
        .all(db)
        .await?;
    let ids: Vec<Uuid> = vehicles.iter().map(|row| row.id).collect();
    let mut said = objections(db, language, run, &ids, &[]).await?;
    let fitting = fitting_layouts(db, view).await?;
    let choice = |row: vehicle::Model| VehicleChoice {
        same_seats: row.layout_id.is_some_and(|id| fitting.contains(&id)),
        objections: said.remove(&row.id).unwrap_or_default(),
        vehicle: Vehicle(row),
    };
    let mut choices: Vec<VehicleChoice> = vehicles.into_iter().map(choice).collect();
    choices.sort_by_key(|choice| (!choice.same_seats, !choice.objections.is_empty()));
    Ok(choices)
}

/// When a trip runs, and whose it is.
pub struct Run {
    /// Its own id, which is not in its own way; `None` while it is not there yet.
    pub trip: Option<Uuid>,
    pub carrier: Uuid,
    /// On which papers have to be good.
    pub date: NaiveDate,
    pub departs: DateTime<Utc>,
    pub arrives: DateTime<Utc>,
    /// For the words.
    pub zone: Tz,
}

impl From<&TripView> for Run {
    fn from(view: &TripView) -> Self {
        let (first, last, delay) = (view.calls.first(), view.calls.last(), view.delay());
        Run {
            trip: Some(view.id),
            carrier: view.carrier.id,
            date: view.service_date,
            departs: first.map(|call| call.departure + delay).unwrap_or_default(),
            arrives: last.map(|call| call.arrival + delay).unwrap_or_default(),
            zone: first.map_or(Tz::UTC, |call| call.stop.zone),
        }
    }
}

/// Layouts whose seats are those that the trip sells.
pub async fn fitting_layouts(db: &impl ConnectionTrait, view: &TripView) -> Result<HashSet<Uuid>, Fault> {
    let row = trip::Entity::find_by_id(view.id).one(db).await?.ok_or_else(|| Fault::new("a trip vanished"))?;
    let units = view.seat_map.as_ref().map_or(1, |map| u16::try_from(map.units().len()).unwrap_or(1));
    let mut fitting = HashSet::new();
    for layout in layout::Entity::find().all(db).await? {
        // A trip whose seats are unknown sells a number of places: any vehicle may run it.
        if row.seat_map_id.is_none() || row.seat_map_id == Some(seat_map_id(&layout, units)?) {
            fitting.insert(layout.id);
        }
    }
    Ok(fitting)
}

/// What speaks against these vehicles and drivers on that trip, by their ids: papers that have run out by its day, those of
/// the carrier among them, and other trips at the same time.
pub async fn objections(
    db: &impl ConnectionTrait,
    language: Language,
    run: &Run,
    vehicles: &[Uuid],
    drivers: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Objection>>, Fault> {
    let all = vehicles.iter().chain(drivers).copied();
    let papers = Papers::of(db, all.chain([run.carrier])).await?;
    let mut said: HashMap<Uuid, Vec<Objection>> = HashMap::new();
    // A carrier's licence is every vehicle's.
    let of_vehicles = vehicles.iter().map(|id| (*id, papers.against(run.carrier, *id, run.date)));
    let of_drivers = drivers.iter().map(|id| (*id, papers.ended(*id, run.date)));
    for (id, papers) in of_vehicles.chain(of_drivers).filter(|(_, papers)| !papers.is_empty()) {
        said.entry(id).or_default().extend(papers.iter().map(|paper| ended(language, paper, run.carrier)));
    }
    for (id, number) in busy(db, run, vehicles, drivers).await? {
        let message = t(language, "objection.BUSY", &[("number", number.as_str())]);
        said.entry(id).or_default().push(Objection { kind: ObjectionKind::Busy, message });
    }
    Ok(said)
}

/// In words: whatever is not of the vehicle or the driver is of their carrier.
pub fn ended(language: Language, paper: &EndedPaper, carrier: Uuid) -> Objection {
    let kind = t(language, &format!("permit.{}", paper.kind), &[]);
    let day = paper.last_day.format("%d.%m.%Y").to_string();
    let key = if paper.holder == carrier { "objection.EXPIRED_CARRIER" } else { "objection.EXPIRED" };
    let message = t(language, key, &[("kind", kind.as_str()), ("day", day.as_str())]);
    Objection { kind: ObjectionKind::Expired, message }
}

/// Vehicles and drivers that are on another trip while this one runs, with its time of departure.
async fn busy(
    db: &impl ConnectionTrait,
    run: &Run,
    vehicles: &[Uuid],
    drivers: &[Uuid],
) -> Result<Vec<(Uuid, String)>, Fault> {
    use trip::Column;
    let at_that_time = || {
        trip::Entity::find()
            .apply_if(run.trip, |query, own| query.filter(Column::Id.ne(own)))
            .filter(Column::State.ne("CANCELLED"))
            .filter(Column::DepartsAt.lt(run.arrives))
            .filter(Column::ArrivesAt.gt(run.departs))
    };
    let when = |row: &trip::Model| row.departs_at.with_timezone(&run.zone).format("%d.%m %H:%M").to_string();
    let mut found: Vec<(Uuid, String)> = Vec::new();
    if !vehicles.is_empty() {
        let rows = at_that_time().filter(Column::VehicleId.is_in(vehicles.iter().copied())).all(db).await?;
        found.extend(rows.iter().filter_map(|row| Some((row.vehicle_id?, when(row)))));
    }
    if drivers.is_empty() {
        return Ok(found);
    }
    let driven = trip_driver::Entity::find()
        .select_only()
        .column(trip_driver::Column::TripId)
        .filter(trip_driver::Column::DriverId.is_in(drivers.iter().copied()));
    let rows = at_that_time().filter(Column::Id.in_subquery(driven.into_query())).all(db).await?;
    let theirs = trip_driver::Entity::find()
        .filter(trip_driver::Column::TripId.is_in(rows.iter().map(|row| row.id)))
        .filter(trip_driver::Column::DriverId.is_in(drivers.iter().copied()))
        .all(db)
        .await?;
    for row in &rows {
        let on_it = theirs.iter().filter(|one| one.trip_id == row.id);
        found.extend(on_it.map(|one| (one.driver_id, when(row))));
    }
    Ok(found)
}
