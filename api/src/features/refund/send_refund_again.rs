use async_graphql::{Context, ID, Object, Result, SimpleObject, Union};
use domain::refund::{RefundState, RefundWay};
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use ::entity::{payment, refund};

use crate::features::audit::{Change, audit_change};
use crate::features::order::{Order, lock_order, reread, staff_order};
use crate::graphql::{Can, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::i18n::money;
use crate::platform::Fault;

use super::SEND_REFUND;
use super::carry_out::raise_version;
use super::pay_out_refunds::waits_at_desk;

/// It is on its way once more.
#[derive(SimpleObject)]
pub struct RefundSentAgain {
    pub order: Order,
}

#[derive(Union)]
pub enum SendRefundAgainResult {
    Sent(RefundSentAgain),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct SendRefundAgain;

#[Object]
impl SendRefundAgain {
    /// Staff: sends money that a gateway has refused, or that waits at a desk for nobody, through the gateway that it came
    /// by once more; the gateway knows it by the same id and gives it once. At `refundId`: NOT_STUCK (it is on its way or
    /// given back), BY_HAND (it came by hand: there is nowhere to send it).
    #[graphql(guard = "Can(Permission::ApproveRefunds)", complexity = "20 + child_complexity")]
    async fn send_refund_again(&self, ctx: &Context<'_>, refund_id: ID) -> Result<SendRefundAgainResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::Refund, &refund_id)?;
        let row = refund::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
        let row = row.filter(|row| row.confirmed_at.is_some()).ok_or_else(error::not_found)?;
        let order = staff_order(app, viewer, &Gid::of(Kind::Order, row.order_id)).await?.id;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let bundle = lock_order(&tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
        let row = bundle.refunds.iter().find(|row| row.id == id).ok_or_else(error::not_found)?;
        let came = bundle.payments.iter().find(|payment| Some(payment.id) == row.payment_id);
        let by_hand = |payment: &payment::Model| RefundWay::of_method(&payment.method) == RefundWay::Desk;
        let wrong = match came {
            _ if !waits_at_desk(row) => Some("NOT_STUCK"),
            Some(payment) if !by_hand(payment) => None,
            _ => Some("BY_HAND"),
        };
        if let Some(code) = wrong {
            let problem = InvalidInput::one(viewer.language, "refundId", code);
            let answer = SendRefundAgainResult::InvalidInput(problem);
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let again = refund::ActiveModel {
            id: Set(id),
            state: Set(RefundState::Pending.code().into()),
            way: Set(RefundWay::Original.code().into()),
            failure_reason: Set(None),
            ..Default::default()
        };
        refund::Entity::update(again).exec(&tx).await.map_err(Fault::from)?;
        let key = format!("{id}:{}", app.ids.new());
        app.jobs.promise(&tx, SEND_REFUND, &key, json!({ "refund": id }), app.clock.now()).await?;
        let facts = json!({ "returned": money(viewer.language, row.amount_minor, &row.currency) });
        audit_change(app, &tx, viewer, "SEND_REFUND_AGAIN", &format!("order:{order}"), Change::made(&facts)).await?;
        raise_version(&tx, &bundle).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        crate::features::order::changed(app, order);
        Ok(SendRefundAgainResult::Sent(RefundSentAgain { order: Order::for_staff(reread(app, order).await?) }))
    }
}
