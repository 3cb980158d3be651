use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::refund::{QUOTE_LASTS, QuotedLine, RefundState, RefundWay};
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use ::entity::refund;

use crate::app::App;
use crate::features::order::{Bundle, OrderRefInput, find_returned};
use crate::graphql::{Gid, Kind, NotRefundable, app, viewer};
use crate::platform::Fault;

use super::promise::{Reason, payments_for};
use super::rules::quote_line;
use super::types::Refund;

/// What is to be given back.
#[derive(InputObject)]
pub struct QuoteRefundInput {
    pub order: OrderRefInput,
    /// Lines of the order: one passenger's, one direction's, or all.
    pub line_ids: Vec<ID>,
}

#[derive(SimpleObject)]
pub struct RefundQuoted {
    pub quote: Refund,
}

#[derive(Union)]
pub enum QuoteRefundResult {
    Quoted(RefundQuoted),
    NotRefundable(NotRefundable),
}

#[derive(Default)]
pub struct QuoteRefund;

#[Object]
impl QuoteRefund {
    /// Offers a refund: what comes back, what is withheld and by which rule, and until when the offer stands. A seat
    /// takes its passenger's baggage and extras on that ride with it. Changes nothing else. For the customer, and for staff who may
    /// return tickets.
    #[graphql(complexity = "20 + child_complexity")]
    async fn quote_refund(&self, ctx: &Context<'_>, input: QuoteRefundInput) -> Result<QuoteRefundResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = find_returned(app, viewer, &input.order).await?.0;
        let language = viewer.language;
        let refused = |line: Option<Uuid>, reason: &str| {
            let line = line.map(|id| Gid::of(Kind::Line, id));
            Ok(QuoteRefundResult::NotRefundable(NotRefundable::new(language, line, reason)))
        };
        let bundle = Bundle::one(app.db.read(), order.id).await?.ok_or_else(|| Fault::new("an order vanished"))?;
        let Some(chosen) = with_ancillaries(&bundle, &input.line_ids)? else { return refused(None, "NO_SUCH_LINE") };
        if chosen.is_empty() {
            return refused(None, "NOTHING_CHOSEN");
        }
        match quote_refund(app, &bundle, &chosen).await? {
            Ok(row) => Ok(QuoteRefundResult::Quoted(RefundQuoted { quote: Refund::of(row, Arc::new(bundle)) })),
            Err((line, reason)) => refused(Some(line), reason),
        }
    }
}

async fn quote_refund(
    app: &App,
    bundle: &Bundle,
    chosen: &[Uuid],
) -> Result<Result<refund::Model, (Uuid, &'static str)>, Fault> {
    let now = app.clock.now();
    let mut lines = Vec::new();
    let mut valid_until = now + QUOTE_LASTS;
    for line in bundle.lines.iter().filter(|line| chosen.contains(&line.id)) {
        match quote_line(app, bundle, line).await? {
            Ok((quoted, until)) => {
                valid_until = valid_until.min(until);
                lines.push(quoted);
            }
            Err(refused) => return Ok(Err((line.id, refused.code()))),
        }
    }
    let tx = app.db.begin().await?;
    let row = offer(app, &tx, bundle, &lines, valid_until).await?;
    tx.commit().await?;
    Ok(Ok(row))
}

/// The lines with the baggage and extras that go with their seats, each once; `None` where the order has no such line.
pub(super) fn with_ancillaries(bundle: &Bundle, ids: &[ID]) -> Result<Option<Vec<Uuid>>> {
    let mut chosen: Vec<Uuid> = Vec::new();
    for id in ids {
        let id = Gid::find(Kind::Line, id)?;
        let Some(line) = bundle.lines.iter().find(|line| line.id == id) else { return Ok(None) };
        chosen.push(id);
        if line.code.is_none() {
            let with_it = bundle.lines.iter().filter(|other| {
                other.code.is_some()
                    && other.passenger_id == line.passenger_id
                    && other.segment == line.segment
                    && other.state == line.state
            });
            chosen.extend(with_it.map(|other| other.id));
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    Ok(Some(chosen))
}

/// Writes an offer down.
pub(super) async fn offer(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    lines: &[QuotedLine],
    valid_until: DateTime<Utc>,
) -> Result<refund::Model, Fault> {
    let amount_minor = lines.iter().map(|line| line.refunded_minor).sum();
    let row = refund::Model {
        id: app.ids.new(),
        order_id: bundle.order.id,
        payment_id: payments_for(bundle, amount_minor).and_then(|shares| Some(shares.first()?.0.id)),
        state: RefundState::Quoted.code().into(),
        currency: bundle.order.currency.clone(),
        amount_minor,
        withheld_minor: lines.iter().map(|line| line.withheld_minor).sum(),
        reason: Reason::Customer.code().into(),
        lines: serde_json::to_value(lines)?,
        valid_until,
        created_at: app.clock.now(),
        confirmed_at: None,
        done_at: None,
        failure_reason: None,
        way: RefundWay::Original.code().into(),
        shift_id: None,
    };
    let active = refund::ActiveModel { id: Set(row.id), ..row.clone().into() };
    refund::Entity::insert(active).exec_without_returning(tx).await?;
    Ok(row)
}
