use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use sea_orm::{EntityTrait, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{exchange, order};

use crate::features::audit::{Change, audit_change};
use crate::features::inventory;
use crate::features::order::{Order, awaits_exchange, let_go, lock_order, staff_order};
use crate::graphql::{Can, InvalidInput, Permission, app, error, viewer};
use crate::platform::Fault;

use super::quote_exchange::id_of;
use super::{DROPPED, WAITING};

#[derive(InputObject)]
pub struct DropExchangeInput {
    pub order_id: ID,
    pub exchange_id: ID,
}

/// The order without it.
#[derive(SimpleObject)]
pub struct ExchangeDropped {
    pub order: Order,
}

#[derive(Union)]
pub enum DropExchangeResult {
    Dropped(ExchangeDropped),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct DropExchange;

#[Object]
impl DropExchange {
    /// Staff: gives an exchange up that waits for its difference. The seats that were held for it are free for others, the
    /// tickets stay as they are; money that comes all the same goes back.
    #[graphql(guard = "Can(Permission::ExchangeTickets)", complexity = "20 + child_complexity")]
    async fn drop_exchange(&self, ctx: &Context<'_>, input: DropExchangeInput) -> Result<DropExchangeResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?.id;
        let id = id_of(&input.exchange_id)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let bundle = lock_order(&tx, order).await?.ok_or_else(error::not_found)?;
        if !bundle.exchanges.iter().any(|row| row.id == id && row.state == WAITING) {
            let answer =
                DropExchangeResult::InvalidInput(InvalidInput::one(viewer.language, "exchangeId", "NOT_WAITING"));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let held = bundle.lines.iter().filter(|line| line.exchange_id == Some(id) && awaits_exchange(line));
        let (lines, spaces): (Vec<Uuid>, Vec<Uuid>) = held.map(|line| (line.id, line.space_id)).unzip();
        let_go(&tx, &lines).await?;
        let dropped = exchange::ActiveModel { id: Set(id), state: Set(DROPPED.into()), ..Default::default() };
        exchange::Entity::update(dropped).exec(&tx).await.map_err(Fault::from)?;
        let row = order::ActiveModel { id: Set(order), version: Set(bundle.order.version + 1), ..Default::default() };
        let row = order::Entity::update(row).exec(&tx).await.map_err(Fault::from)?;
        let change = Change::of(json!({ "waits": true }), json!({ "waits": false }));
        audit_change(app, &tx, viewer, "DROP_EXCHANGE", &format!("order:{order}"), change).await?;
        let raised = inventory::bump(&tx, spaces).await?;
        tx.commit().await.map_err(Fault::from)?;
        inventory::changed(app, &raised);
        crate::features::order::changed(app, order);
        Ok(DropExchangeResult::Dropped(ExchangeDropped { order: Order::staffs(row) }))
    }
}
