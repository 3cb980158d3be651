//! Writing a version.

use domain::layout::Layout as Plan;
use sea_orm::{DatabaseTransaction, EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{Names, layout, layout_version};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::network::{OFFICE, version_of};
use crate::graphql::Viewer;
use crate::platform::Fault;
use crate::platform::rows::upsert;

/// The row that `plan` makes of `before`, or of nothing.
pub fn row_of(before: Option<&layout::Model>, id: Uuid, plan: &Plan) -> Result<layout::Model, Fault> {
    let text = |text: &str| text.trim().to_owned();
    Ok(layout::Model {
        id: before.map_or(id, |row| row.id),
        feed: before.map_or_else(|| OFFICE.to_owned(), |row| row.feed.clone()),
        code: before.map_or_else(|| plan.code.clone(), |row| row.code.clone()),
        name: Names { ru: text(&plan.title.ru), ky: text(&plan.title.ky), en: text(&plan.title.en) },
        vehicle_class: plan.vehicle_class.clone(),
        seat_count: i32::try_from(plan.seat_count()).unwrap_or(i32::MAX),
        standing_places: plan.standing_places.into(),
        decks: serde_json::to_string(&plan.decks)?,
        version: before.map_or(1, |row| row.version),
        notes: plan.notes.clone(),
        edited: before.is_none_or(|row| row.edited),
        archived_at: before.and_then(|row| row.archived_at),
    })
}

/// Saves `after` as one version more, unless it is as `before`.
pub async fn write_version(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    action: &str,
    before: Option<&layout::Model>,
    mut after: layout::Model,
) -> Result<layout::Model, Fault> {
    if before == Some(&after) {
        return Ok(after);
    }
    if let Some(before) = before {
        after.version = before.version + 1;
        after.edited = true;
    }
    upsert::<layout::Entity>(tx, vec![after.clone()]).await?;
    let version = version_of(&after, app.clock.now(), viewer.account_id());
    layout_version::Entity::insert(version.into_active_model()).exec_without_returning(tx).await?;
    let change = Change::saved(before.map(facts), facts(&after));
    audit_change(app, tx, viewer, action, &format!("layout:{}", after.id), change).await?;
    Ok(after)
}

/// The decks themselves stay in the versions, which nobody changes.
pub fn facts(row: &layout::Model) -> Value {
    json!({
        "code": row.code,
        "nameRu": row.name.ru,
        "nameKy": row.name.ky,
        "nameEn": row.name.en,
        "vehicleClass": row.vehicle_class,
        "seatCount": row.seat_count,
        "standingPlaces": row.standing_places,
        "notes": row.notes,
        "version": row.version,
        "archived": row.archived_at.is_some(),
    })
}
