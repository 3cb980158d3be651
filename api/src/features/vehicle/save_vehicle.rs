use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::Datelike;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::{Value, json};

use ::entity::{layout, vehicle};

use crate::features::audit::{Change, audit_change};
use crate::features::carrier::{chosen_carrier, sees_carrier};
use crate::features::network::{OFFICE, begin_change, finish_change};
use crate::features::site::HOME_ZONE;
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::types::Vehicle;

/// What may be on board.
pub const AMENITIES: [&str; 7] = ["ac", "toilet", "usb", "wifi", "tv", "buffet", "blanket"];

#[derive(InputObject)]
pub struct SaveVehicleInput {
    /// Of the vehicle that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`.
    pub version: Option<i32>,
    pub carrier_id: ID,
    /// Registration number; capital letters are made of small ones.
    pub plate: String,
    /// Make and model.
    pub make: String,
    /// Of manufacture.
    pub year: Option<i32>,
    /// Its class and its number of seats come from it.
    pub layout_id: ID,
    #[graphql(default)]
    pub amenities: Vec<String>,
    /// Large pieces that the hold takes.
    #[graphql(default)]
    pub baggage_places: i32,
    #[graphql(default)]
    pub wheelchair_places: i32,
    /// In service.
    #[graphql(default = true)]
    pub active: bool,
}

#[derive(SimpleObject)]
pub struct VehicleSaved {
    pub vehicle: Vehicle,
}

#[derive(Union)]
pub enum SaveVehicleResult {
    Saved(VehicleSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveVehicle;

#[Object]
impl SaveVehicle {
    /// Staff: a new vehicle of a carrier, or a change of one. From then on imports leave it alone.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "20 + child_complexity")]
    async fn save_vehicle(&self, ctx: &Context<'_>, input: SaveVehicleInput) -> Result<SaveVehicleResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let mut form = Form::new(viewer.language);
        let carrier = chosen_carrier(&tx, viewer, &input.carrier_id, &mut form).await?;
        let before = match &input.id {
            Some(id) => {
                let id = Gid::find(Kind::Vehicle, id)?;
                let row = vehicle::Entity::find_by_id(id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
                Some(row.filter(|row| sees_carrier(viewer, row.carrier_id)).ok_or_else(error::not_found)?)
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveVehicleResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let plate =
            form.text("plate", &input.plate.split_whitespace().collect::<Vec<_>>().join(" "), 20).to_uppercase();
        let make = form.text("make", &input.make, 80);
        let this_year = app.clock.now().with_timezone(&HOME_ZONE).year();
        if input.year.is_some_and(|year| !(1950..=this_year + 1).contains(&year)) {
            form.wrong("year", "YEAR");
        }
        for (path, places) in [("baggagePlaces", input.baggage_places), ("wheelchairPlaces", input.wheelchair_places)] {
            if !(0..=500).contains(&places) {
                form.wrong(path, "PLACES");
            }
        }
        if input.amenities.iter().any(|code| !AMENITIES.contains(&code.as_str())) {
            form.wrong("amenities", "AMENITY");
        }
        let layout = match Gid::read(Kind::Layout, &input.layout_id) {
            Some(id) => layout::Entity::find_by_id(id).one(&tx).await.map_err(Fault::from)?,
            None => None,
        };
        if layout.is_none() {
            form.wrong("layoutId", "NO_SUCH_LAYOUT");
        }
        let id = before.as_ref().map_or_else(|| app.ids.new(), |row| row.id);
        if input.active {
            use vehicle::Column;
            let same = vehicle::Entity::find().filter(Column::Plate.eq(&plate)).filter(Column::Active.eq(true));
            if same.filter(Column::Id.ne(id)).one(&tx).await.map_err(Fault::from)?.is_some() {
                form.wrong("plate", "PLATE_TAKEN");
            }
        }
        let (Some(carrier), Some(layout), true) = (carrier, layout, form.is_good()) else {
            let problem = form.told();
            return Ok(tx.give_up(SaveVehicleResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        };
        let row = vehicle::Model {
            id,
            feed: before.as_ref().map_or_else(|| OFFICE.to_owned(), |row| row.feed.clone()),
            code: before.as_ref().map_or_else(|| id.simple().to_string(), |row| row.code.clone()),
            carrier_id: carrier.id,
            layout_id: Some(layout.id),
            kind: layout.vehicle_class,
            make,
            year: input.year,
            plate,
            seats: layout.seat_count,
            amenities: json!(
                AMENITIES.iter().filter(|code| input.amenities.iter().any(|one| one == *code)).collect::<Vec<_>>()
            ),
            baggage_places: input.baggage_places,
            wheelchair_places: input.wheelchair_places,
            active: input.active,
            edited_at: Some(app.clock.now()),
            version: before.as_ref().map_or(1, |row| row.version + 1),
        };
        upsert::<vehicle::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        audit_change(app, &tx, viewer, "SAVE_VEHICLE", &format!("vehicle:{}", row.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(SaveVehicleResult::Saved(VehicleSaved { vehicle: Vehicle(row) }))
    }
}

fn facts(row: &vehicle::Model) -> Value {
    json!({
        "plate": row.plate, "make": row.make, "year": row.year, "seats": row.seats, "vehicleClass": row.kind,
        "amenities": row.amenities, "baggagePlaces": row.baggage_places, "wheelchairPlaces": row.wheelchair_places,
        "active": row.active, "carrierId": Gid::of(Kind::Carrier, row.carrier_id).to_string(),
    })
}
