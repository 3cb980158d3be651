use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::NaiveDate;
use domain::permit::{Holder, PermitKind as Paper};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{permit, trip, trip_driver, vehicle};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::forget_trip;
use crate::features::trip::put_planned_vehicles;
use crate::graphql::{
    Can, ChangedMeanwhile, Date, Form, Gid, InvalidInput, Kind, Permission, Viewer, app, error, viewer,
};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::ended::Papers;
use super::holder::find_holder;
use super::types::{Permit, PermitHolder, PermitKind};

#[derive(InputObject)]
pub struct SavePermitInput {
    /// Of the paper that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`.
    pub version: Option<i32>,
    pub holder: PermitHolder,
    /// A paper stays with its holder.
    pub holder_id: ID,
    pub kind: PermitKind,
    pub number: String,
    pub issued_on: Option<Date>,
    /// The last day on which it holds.
    pub expires_on: Date,
    pub note: Option<String>,
}

#[derive(SimpleObject)]
pub struct PermitSaved {
    pub permit: Permit,
    /// Coming trips that the holder is on, by whose day a paper of the holder will have ended: they stay as they are, and the
    /// board raises an alarm.
    pub trips_without_it: i32,
}

#[derive(Union)]
pub enum SavePermitResult {
    Saved(PermitSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SavePermit;

#[Object]
impl SavePermit {
    /// Staff: writes down a paper of a carrier, a vehicle or a driver, or changes one. Reminders begin anew where its last
    /// day is another.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "20 + child_complexity")]
    async fn save_permit(&self, ctx: &Context<'_>, input: SavePermitInput) -> Result<SavePermitResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let (holder, kind) = (Holder::from(input.holder), Paper::from(input.kind));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let holder_id = find_holder(&tx, viewer, holder, &input.holder_id).await?;
        let before = match &input.id {
            Some(id) => {
                let id = Gid::find(Kind::Permit, id)?;
                let row = permit::Entity::find_by_id(id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
                let row = row.filter(|row| row.holder == holder.code() && row.holder_id == holder_id);
                Some(row.ok_or_else(error::not_found)?)
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SavePermitResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        if !holder.kinds().contains(&kind) {
            form.wrong("kind", "PERMIT_KIND");
        }
        let number = form.text("number", &input.number, 60);
        let note = form.optional("note", input.note.as_deref(), 300);
        let (issued_on, expires_on) = (input.issued_on.map(|date| date.0), input.expires_on.0);
        if issued_on.is_some_and(|issued| expires_on < issued) {
            form.wrong("expiresOn", "ENDS_BEFORE_START");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SavePermitResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let as_before = before.as_ref().filter(|row| row.expires_on == expires_on);
        let row = permit::Model {
            id: before.as_ref().map_or_else(|| app.ids.new(), |row| row.id),
            holder: holder.code().to_owned(),
            holder_id,
            kind: kind.code().to_owned(),
            number,
            issued_on,
            expires_on,
            note,
            reminded: as_before.map_or(0, |row| row.reminded),
            version: before.as_ref().map_or(1, |row| row.version + 1),
        };
        upsert::<permit::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        audit_change(app, &tx, viewer, "SAVE_PERMIT", &subject(&row), change).await?;
        let put = made_good(app, &tx, viewer, holder, holder_id).await?;
        let without = trips_without(app, &tx, holder, holder_id).await?;
        tx.commit().await.map_err(Fault::from)?;
        put.into_iter().for_each(|trip| forget_trip(app, trip));
        Ok(SavePermitResult::Saved(PermitSaved {
            permit: Permit(row),
            trips_without_it: i32::try_from(without).unwrap_or(i32::MAX),
        }))
    }
}

/// Vehicles go on the trips that they were planned for and were left out of, where their papers are good now. The trips.
pub async fn made_good(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    holder: Holder,
    holder_id: Uuid,
) -> Result<Vec<Uuid>, Fault> {
    let vehicles = match holder {
        Holder::Vehicle => vec![holder_id],
        Holder::Carrier => {
            let rows = vehicle::Entity::find().select_only().column(vehicle::Column::Id);
            rows.filter(vehicle::Column::CarrierId.eq(holder_id)).into_tuple().all(tx).await?
        }
        Holder::Driver => Vec::new(),
    };
    put_planned_vehicles(app, tx, viewer, &vehicles).await
}

/// How many coming trips the holder is on without a good paper. A carrier's is every vehicle's.
async fn trips_without(app: &App, tx: &DatabaseTransaction, holder: Holder, id: Uuid) -> Result<usize, Fault> {
    use trip::Column;
    let coming = trip::Entity::find()
        .select_only()
        .column(Column::ServiceDate)
        .filter(Column::State.eq("SCHEDULED"))
        .filter(Column::DepartsAt.gt(app.clock.now()));
    let theirs = match holder {
        Holder::Vehicle => coming.filter(Column::VehicleId.eq(id)),
        Holder::Carrier => coming.filter(Column::CarrierId.eq(id)).filter(Column::VehicleId.is_not_null()),
        Holder::Driver => {
            let driven = trip_driver::Entity::find().select_only().column(trip_driver::Column::TripId);
            coming.filter(Column::Id.in_subquery(driven.filter(trip_driver::Column::DriverId.eq(id)).into_query()))
        }
    };
    let days: Vec<NaiveDate> = theirs.into_tuple().all(tx).await?;
    let papers = Papers::of(tx, [id]).await?;
    Ok(days.into_iter().filter(|day| !papers.ended(id, *day).is_empty()).count())
}

/// The log keeps papers with their holder.
pub fn subject(row: &permit::Model) -> String {
    format!("{}:{}", row.holder.to_lowercase(), row.holder_id)
}

pub fn facts(row: &permit::Model) -> Value {
    json!({
        "paper": row.kind, "paperNumber": row.number, "issuedOn": row.issued_on, "expiresOn": row.expires_on, "note": row.note,
    })
}
