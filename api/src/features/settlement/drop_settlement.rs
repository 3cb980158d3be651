use async_graphql::{Context, ID, Object, Result, SimpleObject, Union};
use domain::carrier_settlement::State;
use sea_orm::EntityTrait;
use serde_json::json;

use ::entity::settlement;

use crate::features::audit::{Change, audit_change};
use crate::features::ledger::lock_books;
use crate::graphql::{Can, Gid, InvalidInput, Kind, Permission, app, viewer};
use crate::platform::Fault;

use super::access::find_settlement;

/// A draft that is gone.
#[derive(SimpleObject)]
pub struct SettlementDropped {
    pub id: ID,
}

#[derive(Union)]
pub enum DropSettlementResult {
    Dropped(SettlementDropped),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct DropSettlement;

#[Object]
impl DropSettlement {
    /// Staff: throws a draft away. SETTLEMENT_APPROVED at `id`: it is none any more.
    #[graphql(guard = "Can(Permission::ManageSettlements)", complexity = "20 + child_complexity")]
    async fn drop_settlement(&self, ctx: &Context<'_>, id: ID) -> Result<DropSettlementResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock_books(&tx).await?;
        let row = find_settlement(&*tx, viewer, &id).await?;
        if row.state != State::Draft.code() {
            let approved = InvalidInput::one(viewer.language, "id", "SETTLEMENT_APPROVED");
            return Ok(tx.give_up(DropSettlementResult::InvalidInput(approved)).await.map_err(Fault::from)?);
        }
        settlement::Entity::delete_by_id(row.id).exec(&*tx).await.map_err(Fault::from)?;
        let change = Change::made(&json!({
            "number": row.number, "currency": row.currency, "startsOn": row.starts_on, "endsOn": row.ends_on,
        }));
        audit_change(app, &tx, viewer, "DROP_SETTLEMENT", &format!("carrier:{}", row.carrier_id), change).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(DropSettlementResult::Dropped(SettlementDropped { id: Gid::of(Kind::Settlement, row.id) }))
    }
}
