use async_graphql::{Context, ID, Object, Result, SimpleObject, Union};
use domain::refund_request::RequestState;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use ::entity::refund_request;

use crate::features::order::{Order, OrderRefInput, lock_order, own_order, reread};
use crate::graphql::{Gid, InvalidInput, Kind, app, error, viewer};
use crate::platform::Fault;

/// The office does not have to answer any more.
#[derive(SimpleObject)]
pub struct RefundRequestWithdrawn {
    pub order: Order,
}

#[derive(Union)]
pub enum WithdrawRefundRequestResult {
    Withdrawn(RefundRequestWithdrawn),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct WithdrawRefundRequest;

#[Object]
impl WithdrawRefundRequest {
    /// A passenger takes a request for a refund back. ANSWERED_ALREADY at `requestId`: the office has decided.
    #[graphql(complexity = "20 + child_complexity")]
    async fn withdraw_refund_request(
        &self,
        ctx: &Context<'_>,
        order: OrderRefInput,
        request_id: ID,
    ) -> Result<WithdrawRefundRequestResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = own_order(app, viewer, &order).await?;
        let id = Gid::find(Kind::RefundRequest, &request_id)?;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        lock_order(&tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
        let row = refund_request::Entity::find_by_id(id).filter(refund_request::Column::OrderId.eq(order));
        let row = row.one(&tx).await.map_err(Fault::from)?.ok_or_else(error::not_found)?;
        match RequestState::parse(&row.state) {
            Some(RequestState::Withdrawn) => {}
            Some(state) if state.is_live() => {
                let withdrawn = refund_request::ActiveModel {
                    id: Set(id),
                    state: Set(RequestState::Withdrawn.code().into()),
                    ..Default::default()
                };
                refund_request::Entity::update(withdrawn).exec(&tx).await.map_err(Fault::from)?;
            }
            _ => {
                let problem = InvalidInput::one(viewer.language, "requestId", "ANSWERED_ALREADY");
                let answer = WithdrawRefundRequestResult::InvalidInput(problem);
                return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
            }
        }
        tx.commit().await.map_err(Fault::from)?;
        crate::features::order::changed(app, order);
        let order = Order::customers(reread(app, order).await?);
        Ok(WithdrawRefundRequestResult::Withdrawn(RefundRequestWithdrawn { order }))
    }
}
