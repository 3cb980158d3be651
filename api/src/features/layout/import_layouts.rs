use std::collections::HashMap;

use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use domain::layout::check_layouts;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use ::entity::layout;

use crate::features::network::{NewestMaps, begin_change, finish_change};
use crate::graphql::{Can, FieldError, InvalidInput, Permission, app, viewer};
use crate::platform::Fault;

use super::draft::{check_words, field_error};
use super::store::{row_of, write_version};
use super::types::Layout;

#[derive(InputObject)]
pub struct ImportLayoutsInput {
    /// The text of a file as `layoutFile` makes it.
    pub json: String,
    /// Layouts whose code is there already get a new version; otherwise each is an error.
    #[graphql(default)]
    pub replace: bool,
}

#[derive(SimpleObject)]
pub struct LayoutsImported {
    /// Every layout of the file, as it is now.
    pub layouts: Vec<Layout>,
    /// How many of them are new or have a new version.
    pub changed: i32,
}

#[derive(Union)]
pub enum ImportLayoutsResult {
    Imported(LayoutsImported),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct ImportLayouts;

#[Object]
impl ImportLayouts {
    /// Staff: takes all layouts of a file or none. Errors name the layout and the place:
    /// `layouts.CODE.decks.LEVEL.ROW.COLUMN`.
    #[graphql(guard = "Can(Permission::ManageFleet)", complexity = "100 + 10 * child_complexity")]
    async fn import_layouts(&self, ctx: &Context<'_>, input: ImportLayoutsInput) -> Result<ImportLayoutsResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let invalid = |errors| Ok(ImportLayoutsResult::InvalidInput(InvalidInput::new(language, errors)));
        let read = match check_layouts(&input.json) {
            Ok(read) => read,
            Err(fault) => return invalid(vec![field_error(language, "", &fault)]),
        };
        let mut errors = Vec::new();
        let mut plans: Vec<domain::layout::Layout> = Vec::new();
        for layout in read {
            match layout {
                Ok((plan, faults)) => {
                    let path = format!("layouts.{}.", plan.code);
                    check_words(language, &path, &plan, &mut errors);
                    errors.extend(faults.iter().map(|fault| field_error(language, &path, fault)));
                    if plans.iter().any(|known| known.code == plan.code) {
                        errors.push(FieldError::new(language, format!("{path}code"), "LAYOUT_CODE_TAKEN", &[]));
                    }
                    plans.push(plan);
                }
                Err((name, fault)) => errors.push(field_error(language, &format!("layouts.{name}."), &fault)),
            }
        }
        if plans.is_empty() && errors.is_empty() {
            errors.push(FieldError::new(language, "json", "NO_LAYOUTS", &[]));
        }
        if !errors.is_empty() {
            return invalid(errors);
        }
        let tx = begin_change(app).await.map_err(Fault::from)?;
        let rows = layout::Entity::find()
            .filter(layout::Column::Code.is_in(plans.iter().map(|plan| plan.code.as_str())))
            .order_by_asc(layout::Column::Id)
            .lock_exclusive();
        let rows = rows.all(&tx).await.map_err(Fault::from)?;
        // Of two feeds with the same code the one whose layout was saved most often is the office's own.
        let mut known: HashMap<String, layout::Model> = HashMap::new();
        for row in rows {
            if known.get(&row.code).is_none_or(|other| other.version < row.version) {
                known.insert(row.code.clone(), row);
            }
        }
        if !input.replace && !known.is_empty() {
            let mut codes: Vec<&String> = known.keys().collect();
            codes.sort();
            let error = |code| FieldError::new(language, format!("layouts.{code}.code"), "LAYOUT_EXISTS", &[]);
            let answer = InvalidInput::new(language, codes.into_iter().map(error).collect());
            return Ok(tx.give_up(ImportLayoutsResult::InvalidInput(answer)).await.map_err(Fault::from)?);
        }
        let mut after = Vec::with_capacity(plans.len());
        let mut changed = 0;
        for plan in &plans {
            let before = known.get(&plan.code);
            let row = row_of(before, app.ids.new(), plan)?;
            changed += i32::from(before != Some(&row));
            after.push(write_version(app, &tx, viewer, "IMPORT_LAYOUT", before, row).await?);
        }
        NewestMaps::load(&*tx).await?.store(&tx).await.map_err(Fault::from)?;
        finish_change(app, tx).await.map_err(Fault::from)?;
        let layouts = Layout::with_uses(app.db.read(), after).await?;
        Ok(ImportLayoutsResult::Imported(LayoutsImported { layouts, changed }))
    }
}
