use std::collections::BTreeMap;

use async_graphql::{Context, Error, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::{NaiveDate, TimeDelta};
use domain::quota::Buyer;
use domain::timetable::{Calendar, parse_time, shift_to_start};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use ::entity::{departure, layout, route, schedule, trip, vehicle};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::inventory;
use crate::features::network::{
    Departure, Planned, TripView, begin_change, finish_change, taken_over, trip_id, trip_views,
};
use crate::features::permit::ended_papers;
use crate::features::trip::{Run, Trip, VehicleChoice, objections, staff_trip, vehicle_choices};
use crate::graphql::{
    Can, Date, Form, Gid, InvalidInput, Kind, Objection, OverruleNeeded, Permission, Viewer, ZonedTime, app, viewer,
};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::follow::row_of;
use super::read::as_overruled;

/// Trips of the line that day which are shown beside an extra one.
const MOST_NEAR: u64 = 20;

#[derive(InputObject)]
pub struct AddTripInput {
    /// The trip that it is like: line, stops, minutes between them, prices and rules of sale are that one's.
    pub trip_id: ID,
    /// Of departure from the first stop, by its clock.
    pub date: Date,
    /// `HH:MM`, from the first stop by its clock.
    pub starts_at: String,
    /// What passengers call it; as the other one where nothing is said.
    pub number: Option<String>,
    /// The carrier's; its layout is what passengers choose seats on. Without it, the seats that are usual on the line.
    pub vehicle_id: Option<ID>,
    /// Why, although something speaks against the vehicle.
    pub overrule: Option<String>,
}

/// A trip of the same line that day.
#[derive(SimpleObject)]
pub struct NearTrip {
    pub trip: Trip,
    /// Free from the first stop to the last.
    pub seats_left: i32,
}

/// What adding a trip would give; nothing was added.
#[derive(SimpleObject)]
pub struct TripAddition {
    pub departs: ZonedTime,
    pub arrives: ZonedTime,
    /// That would be put on sale.
    pub seats: i32,
    /// Trips of the line that day, by departure; at most 20.
    pub near: Vec<NearTrip>,
    /// Those of the carrier, with what speaks against each at that time; first those against whom nothing does.
    pub vehicles: Vec<VehicleChoice>,
}

#[derive(Union)]
pub enum TripAdditionResult {
    Addition(TripAddition),
    InvalidInput(InvalidInput),
}

/// The extra trip; it is on sale.
#[derive(SimpleObject)]
pub struct TripAdded {
    pub trip: Trip,
}

#[derive(Union)]
pub enum AddTripResult {
    Added(TripAdded),
    InvalidInput(InvalidInput),
    OverruleNeeded(OverruleNeeded),
}

#[derive(Default)]
pub struct TripAdditionQuery;

#[Object]
impl TripAdditionQuery {
    /// Staff: what an extra trip would be, and what runs beside it; nothing is added.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "50 + 20 * child_complexity")]
    async fn trip_addition(&self, ctx: &Context<'_>, input: AddTripInput) -> Result<TripAdditionResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let like = staff_trip(app, viewer, &input.trip_id).await?;
        let db = app.db.read();
        let mut form = Form::new(viewer.language);
        let Some(extra) = read(app, db, &mut form, &like, &input).await? else {
            return Ok(TripAdditionResult::InvalidInput(form.told()));
        };
        let near = near(app, &like, input.date.0).await?;
        let run = &extra.run;
        let seats = extra.seats(db, &like).await?;
        Ok(TripAdditionResult::Addition(TripAddition {
            departs: ZonedTime::new(run.departs, run.zone),
            arrives: ZonedTime::new(run.arrives, like.calls.last().map_or(run.zone, |call| call.stop.zone)),
            seats,
            near,
            vehicles: vehicle_choices(db, viewer.language, &like, run).await?,
        }))
    }
}

#[derive(Default)]
pub struct AddTrip;

#[Object]
impl AddTrip {
    /// Staff: one more trip like another one, at another time or beside it under another number. It is on sale at once, at the
    /// same prices. Where a paper of the vehicle has run out by its day, or it is on another trip, a reason is needed.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "30 + child_complexity")]
    async fn add_trip(&self, ctx: &Context<'_>, input: AddTripInput) -> Result<AddTripResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let like = staff_trip(app, viewer, &input.trip_id).await?;
        let mut form = Form::new(viewer.language);
        let reason = form.optional("overrule", input.overrule.as_deref(), 300);
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let Some(extra) = read(app, &*tx, &mut form, &like, &input).await? else {
            return Ok(tx.give_up(AddTripResult::InvalidInput(form.told())).await.map_err(Fault::from)?);
        };
        let against = against(&*tx, viewer, &extra).await?;
        if !against.is_empty() && reason.is_none() {
            let answer = AddTripResult::OverruleNeeded(OverruleNeeded::new(viewer.language, against));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let overruled = match extra.planned.vehicle {
            Some((vehicle, _)) => as_overruled(&ended_papers(&*tx, extra.run.carrier, vehicle, extra.run.date).await?),
            None => None,
        };
        upsert::<departure::Entity>(&tx, vec![departure::Model { overruled, ..extra.row.clone() }])
            .await
            .map_err(Fault::from)?;
        extra.planned.write(app, &tx).await?;
        let id = trip_id(extra.planned.series, input.date.0);
        let departs = extra.run.departs.with_timezone(&extra.run.zone).format("%d.%m.%Y %H:%M").to_string();
        let change = Change::of(
            json!({ "departs": null, "number": null, "plate": null, "overruled": null }),
            json!({ "departs": departs, "number": extra.planned.number, "plate": extra.plate,
                    "overruled": reason.filter(|_| !against.is_empty()) }),
        );
        audit_change(app, &tx, viewer, "ADD_TRIP", &format!("trip:{id}"), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        let trip = trip_views(app, &[id]).await?.remove(&id).ok_or_else(|| Fault::new("an extra trip vanished"))?;
        Ok(AddTripResult::Added(TripAdded { trip: Trip::from(trip) }))
    }
}

/// An extra trip as it would be written.
struct Extra {
    row: departure::Model,
    planned: Planned,
    run: Run,
    plate: Option<String>,
}

impl Extra {
    async fn seats(&self, db: &impl ConnectionTrait, like: &TripView) -> Result<i32, Fault> {
        let layout = self.planned.vehicle.map_or(self.planned.route.layout_id, |(_, layout)| layout);
        let row = match layout {
            Some(id) => layout::Entity::find_by_id(id).one(db).await?,
            None => None,
        };
        let units = if self.planned.vehicle.is_some() { 1 } else { self.planned.route.units };
        let standing = |row: &layout::Model| if self.planned.route.reserved { 0 } else { row.standing_places };
        Ok(row.map_or(like.capacity, |row| (row.seat_count + standing(&row)) * units))
    }
}

/// Reads what was typed; the form has what is wrong with it.
async fn read(
    app: &App,
    db: &impl ConnectionTrait,
    form: &mut Form,
    like: &TripView,
    input: &AddTripInput,
) -> Result<Option<Extra>, Error> {
    let lost = || Fault::new("a trip has lost its timetable");
    let schedule = schedule::Entity::find_by_id(like.schedule_id).one(db).await.map_err(Fault::from)?;
    let schedule = schedule.ok_or_else(lost)?;
    let route = route::Entity::find_by_id(schedule.route_id).one(db).await.map_err(Fault::from)?.ok_or_else(lost)?;
    let starts = match parse_time(&input.starts_at) {
        Ok(seconds) if (0..86_400).contains(&seconds) && seconds % 60 == 0 => seconds,
        _ => {
            form.wrong("startsAt", "TIME");
            return Ok(None);
        }
    };
    let number = form.optional("number", input.number.as_deref(), 12).unwrap_or_else(|| like.number.clone());
    let vehicle = match input.vehicle_id.as_ref() {
        Some(id) => {
            let found = match Gid::read(Kind::Vehicle, id) {
                Some(id) => vehicle::Entity::find_by_id(id).one(db).await.map_err(Fault::from)?,
                None => None,
            };
            let found = found.filter(|row| row.active && row.carrier_id == route.carrier_id);
            if found.is_none() {
                form.wrong("vehicleId", "NO_SUCH_VEHICLE");
            }
            found
        }
        None => None,
    };
    if !route.active {
        form.wrong("tripId", "ROUTE_NOT_IN_USE");
    }
    let mut planned = taken_over(db, &schedule, &route).await?;
    planned.times = shift_to_start(&planned.times, starts);
    planned.series = app.ids.new();
    planned.number = number;
    planned.active = true;
    planned.calendar = Calendar { exceptions: BTreeMap::from([(input.date.0, true)]), ..Calendar::default() };
    planned.vehicle = vehicle.as_ref().map(|row| (row.id, row.layout_id));
    let times = serde_json::to_string(&planned.times).map_err(Fault::from)?;
    let made = Departure::new(schedule::Model { times, ..schedule.clone() }, route.carrier_id).map_err(Fault::new)?;
    let made = made.trip(input.date.0);
    let now = app.clock.now();
    let network = app.network.get(app).await?;
    if made.departs_at <= now {
        form.wrong("startsAt", "TIME_PAST");
    } else if made.departs_at > now + TimeDelta::days(i64::from(network.settings.sale_days_ahead)) {
        form.wrong_with("date", "TOO_FAR_AHEAD", &[("days", &network.settings.sale_days_ahead.to_string())]);
    } else if same_number(db, &made, &planned.number).await? {
        form.wrong("startsAt", "TRIP_THERE");
    }
    if !form.is_good() {
        return Ok(None);
    }
    let run = Run {
        trip: None,
        carrier: route.carrier_id,
        date: input.date.0,
        departs: made.departs_at,
        arrives: made.arrives_at,
        zone: schedule.time_zone.parse().unwrap_or(chrono_tz::UTC),
    };
    let row = departure::Model {
        id: planned.series,
        path_id: None,
        starts_at: starts / 60,
        number: planned.number.clone(),
        weekdays: 0,
        first_date: input.date.0,
        last_date: input.date.0,
        exceptions: json!([(input.date.0, true)]),
        vehicle_id: vehicle.as_ref().map(|row| row.id),
        active: true,
        version: 1,
        ..row_of(&schedule, &planned.calendar)?
    };
    Ok(Some(Extra { row, planned, run, plate: vehicle.map(|row| row.plate) }))
}

/// Whether a trip of the line leaves at that very time under that number.
async fn same_number(db: &impl ConnectionTrait, made: &trip::Model, number: &str) -> Result<bool, Fault> {
    use trip::Column;
    let there = trip::Entity::find()
        .find_also_related(schedule::Entity)
        .filter(Column::RouteId.eq(made.route_id))
        .filter(Column::DepartsAt.eq(made.departs_at))
        .filter(Column::State.ne("CANCELLED"));
    let there = there.all(db).await?;
    Ok(there.iter().any(|(_, schedule)| schedule.as_ref().is_some_and(|schedule| schedule.number == number)))
}

async fn against(db: &impl ConnectionTrait, viewer: &Viewer, extra: &Extra) -> Result<Vec<Objection>, Fault> {
    let vehicle: Vec<Uuid> = extra.planned.vehicle.iter().map(|(id, _)| *id).collect();
    Ok(objections(db, viewer.language, &extra.run, &vehicle, &[]).await?.into_values().flatten().collect())
}

/// Trips of the line that day.
async fn near(app: &App, like: &TripView, date: NaiveDate) -> Result<Vec<NearTrip>, Error> {
    use trip::Column;
    let ids: Vec<Uuid> = trip::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::RouteId.eq(like.route.id))
        .filter(Column::ServiceDate.eq(date))
        .order_by_asc(Column::DepartsAt)
        .limit(MOST_NEAR)
        .into_tuple()
        .all(app.db.read())
        .await
        .map_err(Fault::from)?;
    let mut views = trip_views(app, &ids).await?;
    let trips: Vec<_> = ids.iter().filter_map(|id| views.remove(id)).collect();
    let whole = |trip: &TripView| (trip.id, 0, i32::try_from(trip.calls.len()).unwrap_or(i32::MAX) - 1);
    let asks: Vec<(Uuid, i32, i32)> = trips.iter().map(|trip| whole(trip)).collect();
    let left = inventory::seats_left(app, &Buyer::STAFF, &asks).await?;
    Ok(trips.into_iter().zip(left).map(|(trip, seats_left)| NearTrip { trip: Trip::from(trip), seats_left }).collect())
}
