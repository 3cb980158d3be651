use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::refund_request::RequestState;
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use ::entity::refund_request;

use crate::features::audit::{Change, audit_change};
use crate::features::notification;
use crate::features::order::{lock_order, staff_order};
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;

use super::types::RefundRequest;

/// Characters of an answer.
const LONGEST: usize = 2000;

/// What the office says to a request; yes is said by giving the tickets back.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum RefundRequestAnswer {
    /// Something is missing: a document, a word.
    Ask,
    Decline,
}

#[derive(InputObject)]
pub struct AnswerRefundRequestInput {
    pub request_id: ID,
    pub answer: RefundRequestAnswer,
    /// For the passenger, who gets it by mail; at most 2,000 characters.
    pub text: String,
}

#[derive(SimpleObject)]
pub struct RefundRequestAnswered {
    pub request: RefundRequest,
}

#[derive(Union)]
pub enum AnswerRefundRequestResult {
    Answered(RefundRequestAnswered),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct AnswerRefundRequest;

#[Object]
impl AnswerRefundRequest {
    /// Staff: asks a passenger for more, or says no. Yes is said by giving the tickets back: `overruleRefund`, or any other
    /// return by staff, grants the request by itself. At `requestId`: ANSWERED_ALREADY, OWN_ORDER.
    #[graphql(guard = "Can(Permission::OverruleRefunds)", complexity = "20 + child_complexity")]
    async fn answer_refund_request(
        &self,
        ctx: &Context<'_>,
        input: AnswerRefundRequestInput,
    ) -> Result<AnswerRefundRequestResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = Gid::find(Kind::RefundRequest, &input.request_id)?;
        let row = refund_request::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
        let order = row.ok_or_else(error::not_found)?.order_id;
        let order = staff_order(app, viewer, &Gid::of(Kind::Order, order)).await?;
        let mut form = Form::new(viewer.language);
        let text = form.text("text", &input.text, LONGEST);
        if viewer.account_id().is_none() || order.account_id == viewer.account_id() {
            form.wrong("requestId", "OWN_ORDER");
        }
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let bundle = lock_order(&tx, order.id).await?.ok_or_else(|| Fault::new("an order vanished"))?;
        let row = refund_request::Entity::find_by_id(id).one(&tx).await.map_err(Fault::from)?;
        let row = row.ok_or_else(error::not_found)?;
        if !RequestState::parse(&row.state).is_some_and(RequestState::is_live) {
            form.wrong("requestId", "ANSWERED_ALREADY");
        }
        if let Some(problem) = form.problem() {
            let answer = AnswerRefundRequestResult::InvalidInput(problem);
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let state = match input.answer {
            RefundRequestAnswer::Ask => RequestState::Questioned,
            RefundRequestAnswer::Decline => RequestState::Declined,
        };
        let answered = refund_request::ActiveModel {
            id: Set(id),
            state: Set(state.code().into()),
            answer: Set(Some(text.clone())),
            answered_by: Set(viewer.account_id()),
            answered_at: Set(Some(app.clock.now())),
            ..Default::default()
        };
        let row = refund_request::Entity::update(answered).exec(&tx).await.map_err(Fault::from)?;
        notification::refund_request_answered(app, &tx, &bundle.order, &row).await?;
        let facts = json!({ "refundRequest": state.code() });
        let subject = format!("order:{}", order.id);
        audit_change(app, &tx, viewer, "ANSWER_REFUND_REQUEST", &subject, Change::made(&facts)).await?;
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        crate::features::order::changed(app, order.id);
        Ok(AnswerRefundRequestResult::Answered(RefundRequestAnswered { request: RefundRequest(row) }))
    }
}
