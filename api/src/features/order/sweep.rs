//! Writes down what the clock has decided: lines whose hold has ended become EXPIRED and their claims go. Nothing
//! depends on it but tidiness; seats are free by the clock.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef, Set};
use uuid::Uuid;

use ::entity::{claim, order, order_line};

use crate::app::App;
use crate::features::inventory;
use crate::platform::Fault;

use super::bundle::raise_versions;

/// Holds that ended so long ago are swept.
const AFTER: TimeDelta = TimeDelta::seconds(30);
const BATCH: u64 = 500;

/// Sweeps until nothing is left, and returns how many lines have expired.
pub async fn sweep(app: &App) -> Result<usize, Fault> {
    let to_order: RelationDef =
        order_line::Entity::belongs_to(order::Entity).from(order_line::Column::OrderId).to(order::Column::Id).into();
    let mut swept = 0;
    loop {
        let before = app.clock.now() - AFTER;
        let mut orders: Vec<Uuid> = order_line::Entity::find()
            .select_only()
            .column(order_line::Column::OrderId)
            .join(JoinType::InnerJoin, to_order.clone())
            .filter(order_line::Column::State.eq("HELD"))
            .filter(order::Column::HoldUntil.lte(before))
            .order_by_asc(order_line::Column::OrderId)
            .limit(BATCH)
            .into_tuple()
            .all(app.db.read())
            .await?;
        orders.dedup();
        if orders.is_empty() {
            return Ok(swept);
        }
        let tx = app.db.begin().await?;
        // Locked now: a payment that has begun meanwhile has extended its hold.
        let ended = raise_versions(&tx, &orders).await?.into_iter().filter(|order| order.hold_until <= before);
        let expired = order_line::ActiveModel { state: Set("EXPIRED".into()), ..Default::default() };
        let lines: Vec<Uuid> = order_line::Entity::update_many()
            .set(expired)
            .filter(order_line::Column::OrderId.is_in(ended.map(|order| order.id)))
            .filter(order_line::Column::State.eq("HELD"))
            .exec_with_returning(&tx)
            .await?
            .into_iter()
            .map(|line| line.id)
            .collect();
        let gone = claim::Entity::delete_many()
            .filter(claim::Column::LineId.is_in(lines.iter().copied()))
            .filter(claim::Column::HeldUntil.lte(before))
            .exec_with_returning(&tx)
            .await?;
        let raised = inventory::bump(&tx, gone.iter().map(|claim| claim.space_id).collect()).await?;
        tx.commit().await?;
        inventory::changed(app, &raised);
        swept += lines.len();
    }
}
