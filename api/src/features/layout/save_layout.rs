use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::seat_map::Title;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use ::entity::layout;

use crate::features::network::{NewestMaps, begin_change, finish_change};
use crate::graphql::{Can, ChangedMeanwhile, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::draft::{DeckInput, Facts, check, read_decks};
use super::store::{row_of, write_version};
use super::types::Layout;

#[derive(InputObject)]
pub struct SaveLayoutInput {
    /// Of the layout that gets a new version; without it a new layout is made.
    pub id: Option<ID>,
    /// As it was read, with `id`.
    pub version: Option<i32>,
    /// Of a new layout: 2 to 20 capital Latin letters, digits and hyphens. That of another stays as it is.
    pub code: Option<String>,
    pub name_ru: String,
    pub name_ky: String,
    pub name_en: String,
    /// coach, vip, minibus, suburban, doubledecker, rail.
    pub vehicle_class: String,
    /// In each vehicle or coach, where seats are not numbered at sale; 0 to 300.
    #[graphql(default)]
    pub standing_places: i32,
    /// For those who work with it.
    pub notes: Option<String>,
    pub decks: Vec<DeckInput>,
}

#[derive(SimpleObject)]
pub struct LayoutSaved {
    pub layout: Layout,
}

#[derive(Union)]
pub enum SaveLayoutResult {
    Saved(LayoutSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SaveLayout;

#[Object]
impl SaveLayout {
    /// Staff: saves a layout as one version more, or a new one. Trips that are there keep their seats; those made later
    /// have the new ones. Errors name the place: `decks.LEVEL.ROW.COLUMN`.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "50 + child_complexity")]
    async fn save_layout(&self, ctx: &Context<'_>, input: SaveLayoutInput) -> Result<SaveLayoutResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let id = input.id.as_ref().map(|id| Gid::find(Kind::Layout, id)).transpose()?;
        let known = match id {
            Some(id) => {
                let row = layout::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
                Some(row.ok_or_else(error::not_found)?)
            }
            None => None,
        };
        let mut errors = Vec::new();
        let decks = read_decks(language, input.decks, &mut errors);
        let code =
            known.as_ref().map_or_else(|| input.code.unwrap_or_default().trim().to_owned(), |row| row.code.clone());
        let facts = Facts {
            code: code.clone(),
            title: Title { ru: input.name_ru, ky: input.name_ky, en: input.name_en },
            vehicle_class: input.vehicle_class,
            standing_places: input.standing_places,
            notes: input.notes,
        };
        let plan = check(language, "", facts, decks, &mut errors);
        // A feed may have codes of another form.
        errors.retain(|error| known.is_none() || error.path != "code");
        if !errors.is_empty() {
            return Ok(SaveLayoutResult::InvalidInput(InvalidInput::new(language, errors)));
        }
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let before = match id {
            Some(id) => {
                let row = layout::Entity::find_by_id(id).lock_exclusive().one(&tx).await.map_err(Fault::from)?;
                Some(row.ok_or_else(error::not_found)?)
            }
            None => None,
        };
        if before.as_ref().is_some_and(|row| input.version.map(i64::from) != Some(row.version)) {
            let answer = SaveLayoutResult::ChangedMeanwhile(ChangedMeanwhile::new(language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let taken = layout::Entity::find().filter(layout::Column::Code.eq(&code));
        if before.is_none() && taken.count(&tx).await.map_err(Fault::from)? > 0 {
            let answer = SaveLayoutResult::InvalidInput(InvalidInput::one(language, "code", "LAYOUT_CODE_TAKEN"));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let after = row_of(before.as_ref(), app.ids.new(), &plan)?;
        let after = write_version(app, &tx, viewer, "SAVE_LAYOUT", before.as_ref(), after).await?;
        NewestMaps::load(&*tx).await?.store(&tx).await.map_err(Fault::from)?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        Ok(SaveLayoutResult::Saved(LayoutSaved { layout: Layout::one(app, after).await? }))
    }
}
