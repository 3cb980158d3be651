use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::overrule::OverruleState;
use domain::refund::{QuotedLine, RefundWay};
use uuid::Uuid;

use ::entity::order_line;

use crate::app::App;
use crate::features::inventory;
use crate::features::order::{Bundle, Order, key_is_good};
use crate::features::refund_request::{By, close_given_back};
use crate::graphql::{
    Can, Gid, IdempotencyConflict, InvalidInput, Kind, NotRefundable, Permission, Viewer, app, viewer,
};
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::approval::{Request, lock_request, order_of_request};
use super::carry_out::{carry_out, lines_of, raise_version};
use super::rules::{Refused, quote_line};
use super::types::Refund;

const OPERATION: &str = "approveRefund";

/// Yes to a refund beyond the rules.
#[derive(InputObject)]
pub struct ApproveRefundInput {
    pub refund_id: ID,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

/// It was carried out: the tickets are void, the seats free, the money on its way or waiting at a desk.
#[derive(SimpleObject)]
pub struct RefundApproved {
    pub refund: Refund,
    pub order: Order,
}

#[derive(Union)]
pub enum ApproveRefundResult {
    Approved(RefundApproved),
    InvalidInput(InvalidInput),
    NotRefundable(NotRefundable),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Invalid(InvalidInput),
    NotRefundable(Option<Uuid>, &'static str),
    Conflict,
}

#[derive(Default)]
pub struct ApproveRefund;

#[Object]
impl ApproveRefund {
    /// Staff: says yes to a refund that waits for a second person, and carries it out for the sum that was asked. At
    /// `refundId`: DECIDED_ALREADY, OWN_REQUEST (who asked does not approve), OWN_ORDER. Nothing is done and NotRefundable
    /// says why where a ticket was given back or exchanged meanwhile (ALREADY_REFUNDED), is in another order
    /// (NO_SUCH_LINE), was boarded with (BOARDED), or goes on a changed trip (TRIP_CHANGED). The same key again answers the
    /// same.
    #[graphql(guard = "Can(Permission::ApproveRefunds)", complexity = "30 + child_complexity")]
    async fn approve_refund(&self, ctx: &Context<'_>, input: ApproveRefundInput) -> Result<ApproveRefundResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let (id, order) = order_of_request(app, &input.refund_id).await?;
        if !key_is_good(&input.idempotency_key) {
            let problem = InvalidInput::one(language, "idempotencyKey", "KEY_FORM");
            return Ok(ApproveRefundResult::InvalidInput(problem));
        }
        let outcome = loop {
            match approve(app, viewer, (id, order), &input.idempotency_key).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        Ok(match outcome {
            Ok(()) => {
                let (refund, order) = reread(app, id, order).await?;
                ApproveRefundResult::Approved(RefundApproved { refund, order })
            }
            Err(Rejection::Invalid(problem)) => ApproveRefundResult::InvalidInput(problem),
            Err(Rejection::Conflict) => ApproveRefundResult::IdempotencyConflict(IdempotencyConflict::new(language)),
            Err(Rejection::NotRefundable(line, reason)) => {
                let line = line.map(|id| Gid::of(Kind::Line, id));
                ApproveRefundResult::NotRefundable(NotRefundable::new(language, line, reason))
            }
        })
    }
}

/// A refund and its order as they are now.
pub(super) async fn reread(app: &App, id: Uuid, order: Uuid) -> Result<(Refund, Order), Fault> {
    let bundle = Bundle::one(app.db.read(), order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let row = bundle.refunds.iter().find(|row| row.id == id).cloned();
    let row = row.ok_or_else(|| Fault::new("a refund vanished"))?;
    let order = Order::for_staff(bundle.order.clone());
    Ok((Refund::of(row, Arc::new(bundle)), order))
}

async fn approve(
    app: &App,
    viewer: &Viewer,
    (id, order): (Uuid, Uuid),
    key: &str,
) -> Result<Result<(), Rejection>, Fault> {
    let who = viewer.account_id().ok_or_else(|| Fault::new("a refund is approved by nobody"))?;
    let fingerprint = secrets::fingerprint(format!("{who} {id}").as_bytes());
    let tx = app.db.begin().await?;
    let request = lock_request(&tx, id, order).await?;
    match idempotency::begin(&tx, OPERATION, key, &fingerprint, serde_json::to_value(id)?, app.clock.now()).await? {
        Begun::Fresh => {}
        Begun::Repeated(_) => return Ok(tx.give_up(Ok(())).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    if let Some(problem) = request.objection(viewer) {
        return Ok(tx.give_up(Err(Rejection::Invalid(problem))).await?);
    }
    let refused = |line, reason| Err(Rejection::NotRefundable(line, reason));
    let lines = match lines_of(&request.bundle, &request.refund)? {
        Ok(lines) => lines,
        Err((line, reason)) => return Ok(tx.give_up(refused(line, reason)).await?),
    };
    for (line, quoted) in &lines {
        if let Some(reason) = changed_since(app, &request, line, quoted).await? {
            return Ok(tx.give_up(refused(Some(line.id), reason)).await?);
        }
    }
    let asked = request.overrule.way.as_deref().and_then(RefundWay::parse);
    let (_, spaces) = carry_out(app, &tx, &request.bundle, &request.refund, &lines, asked).await?;
    close_given_back(app, &tx, order, By::Office).await?;
    request.decide(app, &tx, viewer, (OverruleState::Approved, "APPROVE_REFUND"), None).await?;
    raise_version(&tx, &request.bundle).await?;
    let raised = inventory::bump(&tx, spaces).await?;
    tx.commit().await?;
    app.jobs.wake();
    inventory::changed(app, &raised);
    crate::features::order::changed(app, order);
    Ok(Ok(()))
}

/// What makes a ticket another than the one that was asked for. That time has passed and the rules give less now is nothing
/// of the kind: it was asked in time.
async fn changed_since(
    app: &App,
    request: &Request,
    line: &order_line::Model,
    quoted: &QuotedLine,
) -> Result<Option<&'static str>, Fault> {
    if line.moved_at.is_some_and(|at| at >= request.overrule.asked_at) {
        return Ok(Some("TRIP_CHANGED"));
    }
    Ok(match quote_line(app, &request.bundle, line).await? {
        // Cancelled or late meanwhile: the rules alone give more.
        Ok((now, _)) => (now.refunded_minor > quoted.refunded_minor).then_some("TRIP_CHANGED"),
        Err(Refused::TooLate) => None,
        Err(refused) => Some(refused.code()),
    })
}
