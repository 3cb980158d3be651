use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{EntityTrait, QuerySelect};
use serde_json::{Value, json};

use ::entity::driver;

use crate::features::audit::{Change, audit_change};
use crate::features::carrier::{chosen_carrier, sees_carrier};
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::types::Driver;

#[derive(InputObject)]
pub struct SaveDriverInput {
    /// Of the driver who is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`.
    pub version: Option<i32>,
    /// Empty: REQUIRED, with all else that is wrong.
    pub carrier_id: ID,
    pub last_name: String,
    pub first_name: String,
    pub middle_name: Option<String>,
    pub phone: Option<String>,
    /// Works now.
    #[graphql(default = true)]
    pub active: bool,
}

#[derive(SimpleObject)]
pub struct DriverSaved {
    pub driver: Driver,
}

#[derive(Union)]
pub enum SaveDriverResult {
    Saved(DriverSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveDriver;

#[Object]
impl SaveDriver {
    /// Staff: a new driver of a carrier, or a change of one.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "20 + child_complexity")]
    async fn save_driver(&self, ctx: &Context<'_>, input: SaveDriverInput) -> Result<SaveDriverResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let mut form = Form::new(viewer.language);
        let carrier = chosen_carrier(&tx, viewer, &input.carrier_id, &mut form).await?;
        let before = match &input.id {
            Some(id) => {
                let id = Gid::find(Kind::Driver, id)?;
                let row = driver::Entity::find_by_id(id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
                Some(row.filter(|row| sees_carrier(viewer, row.carrier_id)).ok_or_else(error::not_found)?)
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveDriverResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let last_name = form.text("lastName", &input.last_name, 60);
        let first_name = form.text("firstName", &input.first_name, 60);
        let middle_name = form.optional("middleName", input.middle_name.as_deref(), 60);
        let phone = form.phone("phone", input.phone.as_deref());
        let Some(carrier) = carrier.filter(|_| form.is_good()) else {
            let answer = SaveDriverResult::InvalidInput(form.told());
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        };
        let row = driver::Model {
            id: before.as_ref().map_or_else(|| app.ids.new(), |row| row.id),
            carrier_id: carrier.id,
            last_name,
            first_name,
            middle_name,
            phone,
            active: input.active,
            version: before.as_ref().map_or(1, |row| row.version + 1),
        };
        upsert::<driver::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        audit_change(app, &tx, viewer, "SAVE_DRIVER", &format!("driver:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveDriverResult::Saved(DriverSaved { driver: Driver(row) }))
    }
}

fn facts(row: &driver::Model) -> Value {
    json!({
        "lastName": row.last_name, "firstName": row.first_name, "middleName": row.middle_name, "phone": row.phone,
        "active": row.active, "carrierId": Gid::of(Kind::Carrier, row.carrier_id).to_string(),
    })
}
