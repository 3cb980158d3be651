use async_graphql::{Context, InputObject, Object, Result, SimpleObject, Union};
use domain::order::{LineState, OrderStatus};
use sea_orm::{EntityTrait, Set};

use ::entity::order;

use crate::app::App;
use crate::features::inventory;
use crate::graphql::{OrderClosed, app, error, viewer};
use crate::i18n::Language;
use crate::platform::Fault;

use super::access::{OrderRefInput, own_order};
use super::bundle::{let_go, lock_lines, status_of};
use super::types::Order;

/// Gives up an order before payment.
#[derive(InputObject)]
pub struct ReleaseOrderInput {
    pub order: OrderRefInput,
}

/// The order after the change.
#[derive(SimpleObject)]
pub struct OrderChanged {
    pub order: Order,
}

#[derive(Union)]
pub enum ReleaseOrderResult {
    Changed(OrderChanged),
    OrderClosed(OrderClosed),
}

#[derive(Default)]
pub struct ReleaseOrder;

#[Object]
impl ReleaseOrder {
    /// Gives an unpaid order up: its seats are free for others at once. An order that has expired or was given up
    /// before is answered as it is; a paid one is OrderClosed: ask for a refund instead.
    async fn release_order(&self, ctx: &Context<'_>, input: ReleaseOrderInput) -> Result<ReleaseOrderResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = own_order(app, viewer, &input.order).await?;
        Ok(match release_order(app, id, viewer.language).await?.ok_or_else(error::not_found)? {
            Ok(order) => ReleaseOrderResult::Changed(OrderChanged { order: Order::customers(order) }),
            Err(closed) => ReleaseOrderResult::OrderClosed(closed),
        })
    }
}

async fn release_order(
    app: &App,
    id: uuid::Uuid,
    language: Language,
) -> Result<Option<Result<order::Model, OrderClosed>>, Fault> {
    let tx = app.db.begin().await?;
    let Some((order, lines)) = lock_lines(&tx, id).await? else { return Ok(tx.give_up(None).await?) };
    match status_of(&order, &lines, app.clock.now()) {
        OrderStatus::Held => {}
        OrderStatus::Cancelled | OrderStatus::Expired => return Ok(tx.give_up(Some(Ok(order))).await?),
        status => return Ok(tx.give_up(Some(Err(OrderClosed::new(language, status.into())))).await?),
    }
    let held: Vec<_> = lines.iter().filter(|line| line.state == LineState::Held.code()).collect();
    let ids: Vec<_> = held.iter().map(|line| line.id).collect();
    let_go(&tx, &ids).await?;
    let row = order::ActiveModel { id: Set(id), version: Set(order.version + 1), ..Default::default() };
    let order = order::Entity::update(row).exec(&tx).await?;
    let raised = inventory::bump(&tx, held.iter().map(|line| line.space_id).collect()).await?;
    tx.commit().await?;
    inventory::changed(app, &raised);
    super::changed(app, id);
    Ok(Some(Ok(order)))
}
