use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::overrule::OverruleState;
use domain::refund::RefundState;
use sea_orm::{EntityTrait, Set};
use uuid::Uuid;

use ::entity::refund;

use crate::app::App;
use crate::features::order::Order;
use crate::graphql::{Can, Form, InvalidInput, Permission, Viewer, app, viewer};
use crate::platform::Fault;

use super::approval::{lock_request, order_of_request};
use super::approve_refund::reread;
use super::carry_out::raise_version;
use super::types::Refund;

/// Characters of a note.
const LONGEST: usize = 500;

/// No to a refund beyond the rules.
#[derive(InputObject)]
pub struct DeclineRefundInput {
    pub refund_id: ID,
    /// Why, for who asked; at most 500 characters.
    pub note: String,
}

/// Nothing has moved: the tickets are good as before.
#[derive(SimpleObject)]
pub struct RefundDeclined {
    pub refund: Refund,
    pub order: Order,
}

#[derive(Union)]
pub enum DeclineRefundResult {
    Declined(RefundDeclined),
    InvalidInput(InvalidInput),
}

#[derive(Default)]
pub struct DeclineRefund;

#[Object]
impl DeclineRefund {
    /// Staff: says no to a refund that waits for a second person. At `refundId`: DECIDED_ALREADY, OWN_REQUEST (who asked does
    /// not decide), OWN_ORDER.
    #[graphql(guard = "Can(Permission::ApproveRefunds)", complexity = "30 + child_complexity")]
    async fn decline_refund(&self, ctx: &Context<'_>, input: DeclineRefundInput) -> Result<DeclineRefundResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let (id, order) = order_of_request(app, &input.refund_id).await?;
        let mut form = Form::new(viewer.language);
        let note = form.text("note", &input.note, LONGEST);
        if let Some(problem) = form.problem() {
            return Ok(DeclineRefundResult::InvalidInput(problem));
        }
        let outcome = loop {
            match decline(app, viewer, (id, order), &note).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        Ok(match outcome {
            Ok(()) => {
                let (refund, order) = reread(app, id, order).await?;
                DeclineRefundResult::Declined(RefundDeclined { refund, order })
            }
            Err(problem) => DeclineRefundResult::InvalidInput(problem),
        })
    }
}

async fn decline(
    app: &App,
    viewer: &Viewer,
    (id, order): (Uuid, Uuid),
    note: &str,
) -> Result<Result<(), InvalidInput>, Fault> {
    let tx = app.db.begin().await?;
    let request = lock_request(&tx, id, order).await?;
    if let Some(problem) = request.objection(viewer) {
        return Ok(tx.give_up(Err(problem)).await?);
    }
    let state = RefundState::Declined.code();
    let declined = refund::ActiveModel { id: Set(id), state: Set(state.into()), ..Default::default() };
    refund::Entity::update(declined).exec(&tx).await?;
    request.decide(app, &tx, viewer, (OverruleState::Declined, "DECLINE_REFUND"), Some(note)).await?;
    raise_version(&tx, &request.bundle).await?;
    tx.commit().await?;
    crate::features::order::changed(app, order);
    Ok(Ok(()))
}
