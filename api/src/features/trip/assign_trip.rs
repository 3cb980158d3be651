use std::collections::BTreeSet;

use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{driver, trip, trip_driver, vehicle};

use crate::features::audit::{Change, audit_change};
use crate::features::driver::Driver;
use crate::features::network::TripState;
use crate::graphql::{
    Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, Objection, OverruleNeeded, Permission, app, viewer,
};
use crate::platform::Fault;
use crate::platform::rows::insert_missing;

use super::access::staff_trip;
use super::change::{ChangeTripResult, TripChanged, changed};
use super::crew::{Run, drivers_of, fitting_layouts, objections};

/// More do not take turns on one trip.
const MOST_DRIVERS: usize = 4;

#[derive(InputObject)]
pub struct AssignTripInput {
    pub trip_id: ID,
    /// Of the crew, as it was read.
    pub version: i32,
    /// Of the trip's carrier and with the seats that are on sale; null: not decided.
    pub vehicle_id: Option<ID>,
    /// Of the trip's carrier; at most four.
    #[graphql(default)]
    pub driver_ids: Vec<ID>,
    /// Why, although something speaks against it.
    pub overrule: Option<String>,
}

#[derive(Union)]
pub enum AssignTripResult {
    Changed(TripChanged),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
    OverruleNeeded(OverruleNeeded),
}

#[derive(Default)]
pub struct AssignTrip;

#[Object]
impl AssignTrip {
    /// Staff: which vehicle runs a trip and who drives. Where a paper has run out by its day, or one of them is on another
    /// trip at that time, a reason is needed, and kept in the log.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "30 + child_complexity")]
    async fn assign_trip(&self, ctx: &Context<'_>, input: AssignTripInput) -> Result<AssignTripResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let view = staff_trip(app, viewer, &input.trip_id).await?;
        let mut form = Form::new(viewer.language);
        let reason = form.optional("overrule", input.overrule.as_deref(), 300);
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let row = trip::Entity::find_by_id(view.id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
        let row = row.ok_or_else(|| Fault::new("a trip vanished"))?;
        if row.crew_version != i64::from(input.version) {
            let answer = AssignTripResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        if matches!(TripState::parse(&row.state), Some(TripState::Cancelled | TripState::Arrived)) {
            form.wrong("tripId", "TRIP_OVER");
        }
        let vehicle = match &input.vehicle_id {
            Some(id) => {
                let found = match Gid::read(Kind::Vehicle, id) {
                    Some(id) => vehicle::Entity::find_by_id(id).one(&tx).await.map_err(Fault::from)?,
                    None => None,
                };
                let found = found.filter(|row| row.active && row.carrier_id == view.carrier.id);
                let fitting = fitting_layouts(&tx, &view).await?;
                match &found {
                    None => form.wrong("vehicleId", "NO_SUCH_VEHICLE"),
                    Some(row) if !row.layout_id.is_some_and(|id| fitting.contains(&id)) => {
                        form.wrong("vehicleId", "OTHER_SEATS");
                    }
                    Some(_) => {}
                }
                found.map(|row| row.id)
            }
            None => None,
        };
        let mut drivers: BTreeSet<Uuid> = BTreeSet::new();
        for (n, id) in input.driver_ids.iter().enumerate() {
            let found = match Gid::read(Kind::Driver, id) {
                Some(id) => driver::Entity::find_by_id(id).one(&tx).await.map_err(Fault::from)?,
                None => None,
            };
            match found.filter(|row| row.active && row.carrier_id == view.carrier.id) {
                Some(row) => _ = drivers.insert(row.id),
                None => form.wrong(format!("driverIds.{n}"), "NO_SUCH_DRIVER"),
            }
        }
        if drivers.len() > MOST_DRIVERS {
            form.wrong("driverIds", "TOO_MANY_DRIVERS");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(AssignTripResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let (vehicles, drivers): (Vec<Uuid>, Vec<Uuid>) =
            (vehicle.into_iter().collect(), drivers.into_iter().collect());
        let said: Vec<Objection> = objections(&tx, viewer.language, &Run::from(&*view), &vehicles, &drivers)
            .await?
            .into_values()
            .flatten()
            .collect();
        if !said.is_empty() && reason.is_none() {
            let answer = AssignTripResult::OverruleNeeded(OverruleNeeded::new(viewer.language, said));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let before = drivers_of(&tx, view.id).await?;
        let assigned = trip::ActiveModel {
            id: Set(row.id),
            vehicle_id: Set(vehicle),
            crew_version: Set(row.crew_version + 1),
            ..Default::default()
        };
        trip::Entity::update(assigned).exec(&tx).await.map_err(Fault::from)?;
        let former = trip_driver::Entity::delete_many().filter(trip_driver::Column::TripId.eq(row.id));
        former.exec(&tx).await.map_err(Fault::from)?;
        let rows = drivers.iter().map(|id| trip_driver::Model { trip_id: row.id, driver_id: *id }).collect();
        insert_missing::<trip_driver::Entity>(&tx, rows).await.map_err(Fault::from)?;
        let overruled = reason.filter(|_| !said.is_empty());
        let was = facts(&tx, row.vehicle_id, &before, None).await?;
        let change = Change::of(was, facts(&tx, vehicle, &drivers, overruled.as_deref()).await?);
        audit_change(app, &tx, viewer, "ASSIGN_TRIP", &format!("trip:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        match changed(app, row.id, 0, 0).await? {
            ChangeTripResult::Changed(changed) => Ok(AssignTripResult::Changed(changed)),
            ChangeTripResult::InvalidInput(invalid) => Ok(AssignTripResult::InvalidInput(invalid)),
        }
    }
}

/// What the log keeps, as people call them.
pub async fn facts(
    db: &impl ConnectionTrait,
    vehicle: Option<Uuid>,
    drivers: &[Uuid],
    overruled: Option<&str>,
) -> Result<Value, Fault> {
    let vehicle = match vehicle {
        Some(id) => vehicle::Entity::find_by_id(id).one(db).await?.map(|row| format!("{}, {}", row.make, row.plate)),
        None => None,
    };
    let rows = driver::Entity::find().filter(driver::Column::Id.is_in(drivers.iter().copied()));
    let drivers: Vec<String> = rows.all(db).await?.into_iter().map(|row| Driver(row).name()).collect();
    Ok(json!({ "vehicle": vehicle, "drivers": drivers.join("; "), "overruled": overruled }))
}
