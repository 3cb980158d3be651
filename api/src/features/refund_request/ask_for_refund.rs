use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::TimeDelta;
use domain::refund_request::{RequestReason, RequestState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::refund_request;

use crate::app::App;
use crate::features::notification;
use crate::features::order::{Order, OrderRefInput, key_is_good, lock_order, own_order, reread};
use crate::features::refund::{Refused, quote_line};
use crate::graphql::{Form, Gid, IdempotencyConflict, InvalidInput, Kind, NotRefundable, app, error, viewer};
use crate::platform::idempotency::{self, Begun};
use crate::platform::limit::Quota;
use crate::platform::{Fault, secrets};

use super::types::{RefundRequest, RefundRequestReason, lines_of};

const OPERATION: &str = "askForRefund";
/// Characters of what the passenger writes.
const LONGEST: usize = 2000;
/// Requests of one order in all: a declined one may be followed by a better one, not by a hundred.
const MOST: usize = 6;
const ASKED: Quota = Quota { name: "refund-requests", count: 20, per: TimeDelta::hours(1) };

/// A wish for more than the rules give.
#[derive(InputObject, Clone, Debug)]
pub struct AskForRefundInput {
    pub order: OrderRefInput,
    /// The tickets that are to be given back; baggage goes with its seat.
    pub line_ids: Vec<ID>,
    pub reason: RefundRequestReason,
    /// What has happened; at most 2,000 characters.
    pub text: String,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

/// The office has it. Documents are sent after it: `POST /refund-requests/{id}/documents`.
#[derive(SimpleObject)]
pub struct RefundAsked {
    pub request: RefundRequest,
    pub order: Order,
}

#[derive(Union)]
pub enum AskForRefundResult {
    Asked(RefundAsked),
    InvalidInput(InvalidInput),
    NotRefundable(NotRefundable),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Conflict,
    NotRefundable(Option<Uuid>, &'static str),
}

#[derive(Default)]
pub struct AskForRefund;

#[Object]
impl AskForRefund {
    /// A passenger asks the office to give tickets back for more than the rules give, or after their time; nothing is given
    /// back by it. ASKED_ALREADY: one of the tickets is in a request that waits for an answer; ENOUGH_REQUESTS: the
    /// order has had six; BOARDED, ALREADY_REFUNDED, NOT_ISSUED, NO_SUCH_LINE as with `quoteRefund`. The same key again
    /// answers the same.
    #[graphql(complexity = "20 + child_complexity")]
    async fn ask_for_refund(&self, ctx: &Context<'_>, input: AskForRefundInput) -> Result<AskForRefundResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let order = own_order(app, viewer, &input.order).await?;
        if !key_is_good(&input.idempotency_key) {
            return Err(error::bad_input("idempotencyKey: from 16 to 64 printable characters"));
        }
        let limited = app.limits.take(ASKED, &viewer.address).await;
        limited.map_err(|limited| error::rate_limited(limited.retry_after_seconds))?;
        let mut form = Form::new(language);
        let text = form.text("text", &input.text, LONGEST);
        if let Some(problem) = form.problem() {
            return Ok(AskForRefundResult::InvalidInput(problem));
        }
        let outcome = loop {
            match ask(app, order, &input, &text).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        Ok(match outcome {
            Ok(id) => {
                let row = refund_request::Entity::find_by_id(id).one(app.db.read()).await.map_err(Fault::from)?;
                let row = row.ok_or_else(|| Fault::new("a request vanished"))?;
                let order = Order::customers(reread(app, order).await?);
                AskForRefundResult::Asked(RefundAsked { request: RefundRequest(row), order })
            }
            Err(Rejection::Conflict) => AskForRefundResult::IdempotencyConflict(IdempotencyConflict::new(language)),
            Err(Rejection::NotRefundable(line, reason)) => {
                let line = line.map(|id| Gid::of(Kind::Line, id));
                AskForRefundResult::NotRefundable(NotRefundable::new(language, line, reason))
            }
        })
    }
}

async fn ask(app: &App, order: Uuid, input: &AskForRefundInput, text: &str) -> Result<Result<Uuid, Rejection>, Fault> {
    let (now, id) = (app.clock.now(), app.ids.new());
    let asked = format!("{order} {:?} {:?} {text}", input.line_ids, input.reason);
    let fingerprint = secrets::fingerprint(asked.as_bytes());
    let tx = app.db.begin().await?;
    let bundle = lock_order(&tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    let key = input.idempotency_key.as_str();
    match idempotency::begin(&tx, OPERATION, key, &fingerprint, serde_json::to_value(id)?, now).await? {
        Begun::Fresh => {}
        Begun::Repeated(answer) => return Ok(tx.give_up(Ok(serde_json::from_value(answer)?)).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let mut refused = None;
    let mut lines = Vec::new();
    for line in &input.line_ids {
        let found = Gid::read(Kind::Line, line).and_then(|id| bundle.lines.iter().find(|line| line.id == id));
        let Some(line) = found else {
            refused = Some((None, "NO_SUCH_LINE"));
            break;
        };
        match quote_line(app, &bundle, line).await? {
            Ok(_) | Err(Refused::TooLate) => lines.push(line.id),
            Err(reason) => refused = Some((Some(line.id), reason.code())),
        }
    }
    lines.sort();
    lines.dedup();
    if lines.is_empty() {
        refused = refused.or(Some((None, "NOTHING_CHOSEN")));
    }
    let before = refund_request::Entity::find().filter(refund_request::Column::OrderId.eq(order)).all(&tx).await?;
    for row in &before {
        let live = RequestState::parse(&row.state).is_some_and(RequestState::is_live);
        let asked = lines_of(row)?;
        if let Some(line) = lines.iter().find(|line| live && asked.contains(line)) {
            refused = Some((Some(*line), "ASKED_ALREADY"));
        }
    }
    if before.len() >= MOST {
        refused = Some((None, "ENOUGH_REQUESTS"));
    }
    if let Some((line, reason)) = refused {
        return Ok(tx.give_up(Err(Rejection::NotRefundable(line, reason))).await?);
    }
    let row = refund_request::Model {
        id,
        order_id: order,
        state: RequestState::Open.code().into(),
        reason: RequestReason::from(input.reason).code().into(),
        text: text.to_owned(),
        lines: serde_json::to_value(&lines)?,
        asked_at: now,
        answer: None,
        answered_by: None,
        answered_at: None,
    };
    refund_request::Entity::insert(refund_request::ActiveModel::from(row)).exec_without_returning(&tx).await?;
    notification::refund_asked(app, &tx, &bundle.order, id).await?;
    tx.commit().await?;
    crate::features::order::changed(app, order);
    Ok(Ok(id))
}
