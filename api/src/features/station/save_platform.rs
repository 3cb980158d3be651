use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use ::entity::stop;

use crate::features::audit::{Change, audit_change};
use crate::features::network::{begin_change, finish_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::{find_platform, find_station, may_change};
use super::change::{calls_of, new_stop, read_active};
use super::record::PlatformRecord;

#[derive(InputObject)]
pub struct SavePlatformInput {
    /// Of the platform that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    /// Whose; a platform stays with its station.
    pub station_id: ID,
    /// What is written on it, for example `3`.
    pub sign: String,
    /// False: out of use; refused while departures in the timetable use it.
    #[graphql(default = true)]
    pub active: bool,
}

/// The platform as it is now.
#[derive(SimpleObject)]
pub struct PlatformSaved {
    pub platform: PlatformRecord,
}

#[derive(Union)]
pub enum SavePlatformResult {
    Saved(PlatformSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SavePlatform;

#[Object]
impl SavePlatform {
    /// Staff: a new platform of a station, or a change of one. From then on imports leave it alone.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "20 + child_complexity")]
    async fn save_platform(&self, ctx: &Context<'_>, input: SavePlatformInput) -> Result<SavePlatformResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        may_change(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let station = find_station(&tx, viewer, &input.station_id).await?;
        let before = match &input.id {
            Some(id) => Some(find_platform(&tx, station.id, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SavePlatformResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let mut row = match &before {
            Some(before) => before.clone(),
            None => of_station(&*tx, &station, input.sign.trim(), new_stop(app.ids.new())).await?,
        };
        if before.is_none() && station.kind != "STATION" {
            // A stop in the street has none.
            form.wrong("stationId", "NO_SUCH_STATION");
        }
        row.platform = Some(form.text("sign", &input.sign, 12));
        let calls = if before.is_some() { calls_of(app, row.id).await? } else { 0 };
        read_active(&mut form, &mut row, input.active, calls);
        row.edited_at = Some(app.clock.now());
        if row.active && !station.active {
            form.wrong("active", "STATION_NOT_IN_USE");
        }
        if row.active && form.is_good() && sign_taken(&*tx, &row).await? {
            form.wrong("sign", "SIGN_TAKEN");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SavePlatformResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        row.version = before.as_ref().map_or(1, |before| before.version + 1);
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        upsert::<stop::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        audit_change(app, &tx, viewer, "SAVE_PLATFORM", &format!("station:{}", station.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(SavePlatformResult::Saved(PlatformSaved { platform: PlatformRecord(row) }))
    }
}

/// A platform has its station's name, town, clock and point, and no fare zones of its own: the network gives it those
/// of the others.
async fn of_station(
    db: &impl ConnectionTrait,
    station: &stop::Model,
    sign: &str,
    row: stop::Model,
) -> Result<stop::Model, Fault> {
    let mut code = format!("{}-{sign}", station.code);
    let same = stop::Entity::find().filter(stop::Column::Feed.eq(&row.feed)).filter(stop::Column::Code.eq(&code));
    if same.one(db).await?.is_some() {
        // Another had that sign before.
        code = format!("{code}-{}", row.id.simple());
    }
    Ok(stop::Model {
        code,
        name: station.name.clone(),
        kind: "PLATFORM".to_owned(),
        place_id: station.place_id,
        parent_id: Some(station.id),
        time_zone: station.time_zone.clone(),
        latitude: station.latitude,
        longitude: station.longitude,
        ..row
    })
}

async fn sign_taken(db: &impl ConnectionTrait, row: &stop::Model) -> Result<bool, Fault> {
    use stop::Column;
    let others = stop::Entity::find().filter(Column::ParentId.eq(row.parent_id)).filter(Column::Id.ne(row.id));
    let others = others.filter(Column::Active.eq(true)).filter(Column::Platform.eq(row.platform.clone()));
    Ok(others.one(db).await?.is_some())
}

fn facts(row: &stop::Model) -> Value {
    json!({ "platform": row.platform, "active": row.active })
}
