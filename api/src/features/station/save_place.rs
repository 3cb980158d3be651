use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::station::{Point, distance_km};
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::{Value, json};

use ::entity::{Names, place};

use crate::features::audit::{Change, audit_change};
use crate::features::network::{NAMESAKES_KM, OFFICE, begin_change, finish_change};
use crate::graphql::{Can, ChangedMeanwhile, Form, InvalidInput, Permission, ThreeNamesInput, app, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::access::{find_place, may_change_network};
use super::change::read_point;
use super::record::PlaceRecord;

#[derive(InputObject)]
pub struct SavePlaceInput {
    /// Of the town that is changed; without it a new one is made.
    pub id: Option<ID>,
    /// As it was read, with `id`: a change on top of somebody else's is refused.
    pub version: Option<i32>,
    pub names: ThreeNamesInput,
    /// Degrees, WGS 84.
    pub latitude: f64,
    /// Degrees, WGS 84.
    pub longitude: f64,
}

/// The town as it is now.
#[derive(SimpleObject)]
pub struct PlaceSaved {
    pub place: PlaceRecord,
}

#[derive(Union)]
pub enum SavePlaceResult {
    Saved(PlaceSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SavePlace;

#[Object]
impl SavePlace {
    /// Staff: a new town, or a change of one; passengers find it at once. From then on imports leave it alone.
    #[graphql(guard = "Can(Permission::ManageTimetable)", complexity = "20 + child_complexity")]
    async fn save_place(&self, ctx: &Context<'_>, input: SavePlaceInput) -> Result<SavePlaceResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        may_change_network(viewer)?;
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let before = match &input.id {
            Some(id) => Some(find_place(&tx, id).await?),
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SavePlaceResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut form = Form::new(viewer.language);
        let mut row = before.clone().unwrap_or_else(|| {
            let id = app.ids.new();
            place::Model {
                id,
                feed: OFFICE.to_owned(),
                // Towns have no code that people know.
                code: id.to_string(),
                name: Names::default(),
                latitude: 0.0,
                longitude: 0.0,
                edited_at: None,
                version: 1,
            }
        });
        row.name = form.names("names", &input.names, 120);
        read_point(&mut form, input.latitude, input.longitude);
        (row.latitude, row.longitude) = (input.latitude, input.longitude);
        row.edited_at = Some(app.clock.now());
        if form.is_good() && has_namesake(&*tx, &row).await? {
            form.wrong("names.ru", "PLACE_TAKEN");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SavePlaceResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        row.version = before.as_ref().map_or(1, |before| before.version + 1);
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        upsert::<place::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        audit_change(app, &tx, viewer, "SAVE_PLACE", &format!("place:{}", row.id), change).await?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(SavePlaceResult::Saved(PlaceSaved { place: PlaceRecord(row) }))
    }
}

/// Passengers could not tell them apart.
async fn has_namesake(db: &impl ConnectionTrait, row: &place::Model) -> Result<bool, Fault> {
    let point = |row: &place::Model| Point { latitude: row.latitude, longitude: row.longitude };
    let rows = place::Entity::find().all(db).await?;
    Ok(rows.iter().any(|other| {
        let near = distance_km(point(row), point(other)).is_none_or(|km| km < NAMESAKES_KM);
        other.id != row.id && near && other.name.ru.to_lowercase() == row.name.ru.to_lowercase()
    }))
}

fn facts(row: &place::Model) -> Value {
    json!({
        "nameRu": row.name.ru, "nameKy": row.name.ky, "nameEn": row.name.en,
        "latitude": row.latitude, "longitude": row.longitude,
    })
}
