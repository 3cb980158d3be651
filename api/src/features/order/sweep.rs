//! Writes down what the clock has decided: lines whose hold has ended become EXPIRED and their claims go. Nothing
//! depends on it but tidiness; seats are free by the clock.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use ::entity::{claim, order_line};

use crate::app::App;
use crate::features::inventory;
use crate::platform::Fault;

/// Claims that ended so long ago are swept.
const AFTER: TimeDelta = TimeDelta::seconds(30);
const BATCH: u64 = 500;

/// Sweeps until nothing is left, and returns how many lines have expired.
pub async fn sweep(app: &App) -> Result<usize, Fault> {
    let mut swept = 0;
    loop {
        let before = app.clock.now() - AFTER;
        let lines: Vec<uuid::Uuid> = claim::Entity::find()
            .select_only()
            .column(claim::Column::LineId)
            .distinct()
            .filter(claim::Column::HeldUntil.lte(before))
            .order_by_asc(claim::Column::LineId)
            .limit(BATCH)
            .into_tuple()
            .all(app.db.read())
            .await?;
        if lines.is_empty() {
            return Ok(swept);
        }
        let tx = app.db.begin().await?;
        let gone = claim::Entity::delete_many()
            .filter(claim::Column::LineId.is_in(lines.iter().copied()))
            .filter(claim::Column::HeldUntil.lte(before))
            .exec_with_returning(&tx)
            .await?;
        let expired = order_line::ActiveModel { state: Set("EXPIRED".into()), ..Default::default() };
        order_line::Entity::update_many()
            .set(expired)
            .filter(order_line::Column::Id.is_in(gone.iter().map(|claim| claim.line_id)))
            .filter(order_line::Column::State.eq("HELD"))
            .exec(&tx)
            .await?;
        let versions = inventory::bump(&tx, gone.iter().map(|claim| claim.space_id).collect()).await?;
        tx.commit().await?;
        inventory::changed(app, &versions).await;
        swept += lines.len();
    }
}
