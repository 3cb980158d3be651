use std::collections::BTreeMap;

use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};

use ::entity::saved_view;

use crate::features::audit::{Change, audit_change};
use crate::graphql::{Form, InvalidInput, StaffSession, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::upsert;

use super::types::{SavedView, ViewSetting};

/// Views of one person on one list.
const MOST: u64 = 30;
/// Settings of one view, and the longest of their values.
const SETTINGS: usize = 30;
const LONGEST: usize = 300;

#[derive(InputObject)]
pub struct SaveViewInput {
    /// `orders`, `trips`, …
    pub list: String,
    /// One of the viewer's own with this name is replaced.
    pub name: String,
    /// With everybody who has the viewer's role.
    #[graphql(default)]
    pub shared: bool,
    /// At most 30.
    pub settings: Vec<ViewSetting>,
}

#[derive(SimpleObject)]
pub struct ViewSaved {
    pub view: SavedView,
}

#[derive(Union)]
pub enum SaveViewResult {
    Saved(ViewSaved),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct SaveView;

#[Object]
impl SaveView {
    /// Staff: keeps what is set on a list under a name, for oneself or for all with the same role.
    #[graphql(guard = "StaffSession", complexity = "20 + child_complexity")]
    async fn save_view(&self, ctx: &Context<'_>, input: SaveViewInput) -> Result<SaveViewResult> {
        use saved_view::Column;
        let (app, viewer) = (app(ctx), viewer(ctx));
        let session = viewer.session.as_ref().ok_or_else(error::unauthenticated)?;
        let mut form = Form::new(viewer.language);
        let list = form.text("list", &input.list, 40);
        let name = form.text("name", &input.name, 60);
        if input.settings.len() > SETTINGS {
            form.wrong("settings", "TOO_LONG");
        }
        for (n, setting) in input.settings.iter().enumerate() {
            form.text(&format!("settings.{n}.name"), &setting.name, 40);
            form.text(&format!("settings.{n}.value"), &setting.value, LONGEST);
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let own =
            saved_view::Entity::find().filter(Column::AccountId.eq(session.account_id)).filter(Column::List.eq(&list));
        let count = own.clone().count(&tx).await.map_err(Fault::from)?;
        let before = own.filter(Column::Name.eq(&name)).one(&tx).await.map_err(Fault::from)?;
        if before.is_none() && count >= MOST {
            form.wrong("name", "TOO_MANY_VIEWS");
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SaveViewResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let settings: BTreeMap<&str, &str> =
            input.settings.iter().map(|setting| (setting.name.as_str(), setting.value.as_str())).collect();
        let row = saved_view::Model {
            id: before.as_ref().map_or_else(|| app.ids.new(), |row| row.id),
            account_id: session.account_id,
            list,
            name,
            role: session.role.as_ref().filter(|_| input.shared).map(|role| role.code.clone()),
            settings: json!(settings),
            created_at: before.as_ref().map_or_else(|| app.clock.now(), |row| row.created_at),
        };
        upsert::<saved_view::Entity>(&tx, vec![row.clone()]).await.map_err(Fault::from)?;
        let change = Change::saved(before.as_ref().map(facts), facts(&row));
        audit_change(app, &tx, viewer, "SAVE_VIEW", &format!("view:{}", row.id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SaveViewResult::Saved(ViewSaved { view: SavedView { row, viewer: viewer.account_id() } }))
    }
}

/// Without the settings: somebody's name may be among what was searched for.
fn facts(row: &saved_view::Model) -> Value {
    json!({ "name": row.name, "list": row.list, "shared": row.role.is_some() })
}
