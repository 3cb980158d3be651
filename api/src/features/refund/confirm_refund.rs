use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::ledger;
use domain::money::Currency;
use domain::order::LineState;
use domain::refund::{QuotedLine, RefundState, RefundWay as Way};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{order, order_line, payment, refund, ticket};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::ledger::{Entry, post};
use crate::features::network::trip_views;
use crate::features::order::{Access, Bundle, Order, OrderRefInput, find_returned, key_is_good, lock_order};
use crate::features::{inventory, notification};
use crate::graphql::{
    Gid, IdempotencyConflict, Kind, NotRefundable, Permission, QuoteExpired, Viewer, app, error, viewer,
};
use crate::i18n::money;
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::promise::{payments_for, promise_rest, promise_sending};
use super::types::{Refund, RefundWay};

const OPERATION: &str = "confirmRefund";

/// Accepts an offer.
#[derive(InputObject)]
pub struct ConfirmRefundInput {
    pub order: OrderRefInput,
    pub quote_id: ID,
    /// For staff who may return tickets: DESK to pay the money out by hand. Otherwise it goes the way it came, and what
    /// came by hand waits at a desk.
    pub way: Option<RefundWay>,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
}

#[derive(SimpleObject)]
pub struct RefundConfirmed {
    pub refund: Refund,
    pub order: Order,
}

#[derive(Union)]
pub enum ConfirmRefundResult {
    Confirmed(RefundConfirmed),
    QuoteExpired(QuoteExpired),
    NotRefundable(NotRefundable),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    Expired,
    NotRefundable(Option<Uuid>, &'static str),
    Conflict,
}

#[derive(Default)]
pub struct ConfirmRefund;

#[Object]
impl ConfirmRefund {
    /// Accepts an offer of `quoteRefund`: the tickets are void and the seats free for others at once, the money goes
    /// back the way it came. The same key again answers the same.
    #[graphql(complexity = "20 + child_complexity")]
    async fn confirm_refund(&self, ctx: &Context<'_>, input: ConfirmRefundInput) -> Result<ConfirmRefundResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let (order, access) = find_returned(app, viewer, &input.order).await?;
        let by_staff = access == Access::Staff;
        if input.way == Some(RefundWay::Desk) && !viewer.can(Permission::ReturnTickets) {
            return Err(error::forbidden());
        }
        let quote = Gid::find(Kind::Refund, &input.quote_id)?;
        if !key_is_good(&input.idempotency_key) {
            return Err(error::bad_input("idempotencyKey: from 16 to 64 printable characters"));
        }
        let language = viewer.language;
        let outcome = loop {
            match confirm_refund(app, viewer, (order.id, quote), &input, by_staff).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        Ok(match outcome {
            Ok(()) => {
                let bundle =
                    Bundle::one(app.db.read(), order.id).await?.ok_or_else(|| Fault::new("an order vanished"))?;
                let row = bundle.refunds.iter().find(|row| row.id == quote).cloned();
                let row = row.ok_or_else(|| Fault::new("a refund vanished"))?;
                let order = match access {
                    Access::Customer => Order::customers(bundle.order.clone()),
                    Access::Staff => Order::for_staff(bundle.order.clone()),
                };
                ConfirmRefundResult::Confirmed(RefundConfirmed { refund: Refund::of(row, Arc::new(bundle)), order })
            }
            Err(Rejection::Expired) => ConfirmRefundResult::QuoteExpired(QuoteExpired::new(language)),
            Err(Rejection::Conflict) => ConfirmRefundResult::IdempotencyConflict(IdempotencyConflict::new(language)),
            Err(Rejection::NotRefundable(line, reason)) => {
                let line = line.map(|id| Gid::of(Kind::Line, id));
                ConfirmRefundResult::NotRefundable(NotRefundable::new(language, line, reason))
            }
        })
    }
}

async fn confirm_refund(
    app: &App,
    viewer: &Viewer,
    (order, quote): (Uuid, Uuid),
    input: &ConfirmRefundInput,
    by_staff: bool,
) -> Result<Result<(), Rejection>, Fault> {
    let (now, key) = (app.clock.now(), input.idempotency_key.as_str());
    let fingerprint = secrets::fingerprint(format!("{order} {quote}").as_bytes());
    let tx = app.db.begin().await?;
    let bundle = lock_order(&tx, order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    match idempotency::begin(&tx, OPERATION, key, &fingerprint, serde_json::to_value(quote)?, now).await? {
        Begun::Fresh => {}
        Begun::Repeated(_) => return Ok(tx.give_up(Ok(())).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let Some(row) = bundle.refunds.iter().find(|row| row.id == quote) else {
        return Ok(tx.give_up(Err(Rejection::NotRefundable(None, "NO_SUCH_LINE"))).await?);
    };
    if row.confirmed_at.is_some() {
        return Ok(tx.give_up(Err(Rejection::NotRefundable(None, "ALREADY_REFUNDED"))).await?);
    }
    if row.valid_until < now {
        return Ok(tx.give_up(Err(Rejection::Expired)).await?);
    }
    let quoted: Vec<QuotedLine> = serde_json::from_value(row.lines.clone())?;
    let mut lines = Vec::new();
    for quoted in &quoted {
        let line = bundle.lines.iter().find(|line| line.id == quoted.line_id);
        let line = line.ok_or_else(|| Fault::new("a quoted line is gone"))?;
        match LineState::parse(&line.state).map(|state| state.advance(LineState::Refunded)) {
            Some(Ok(_)) if line.state == LineState::Issued.code() => lines.push((line, quoted)),
            _ => return Ok(tx.give_up(Err(Rejection::NotRefundable(Some(line.id), "ALREADY_REFUNDED"))).await?),
        }
    }
    let shares = payments_for(&bundle, row.amount_minor).ok_or_else(|| Fault::new("a refund of more than was paid"))?;
    give_back(app, &tx, &bundle, row, &lines).await?;
    let done = row.amount_minor == 0;
    let state = if done { RefundState::Done } else { RefundState::Pending };
    // By itself it goes the way it came, where that can be.
    let asked = input.way.map(Way::from).filter(|way| *way == Way::Desk);
    let method = |(payment, _): &(&payment::Model, i64)| Way::of_method(&payment.method);
    let way = asked.unwrap_or_else(|| shares.first().map_or(Way::Original, method));
    let row = &refund::Model { way: way.code().into(), ..row.clone() };
    let confirmed = refund::ActiveModel {
        id: Set(row.id),
        state: Set(state.code().into()),
        payment_id: Set(shares.first().map(|(payment, _)| payment.id)),
        amount_minor: Set(shares.first().map_or(0, |(_, share)| *share)),
        confirmed_at: Set(Some(now)),
        way: Set(row.way.clone()),
        done_at: Set(done.then_some(now)),
        ..Default::default()
    };
    refund::Entity::update(confirmed).exec(&tx).await?;
    if !done {
        promise_sending(app, &tx, row).await?;
        promise_rest(app, &tx, &bundle, &shares[1..], &row.reason, asked).await?;
    }
    notification::refunded(app, &tx, &bundle, row).await?;
    if by_staff {
        let facts = json!({ "returned": money(viewer.language, row.amount_minor, &row.currency), "way": way.code() });
        audit_change(app, &tx, viewer, "RETURN_TICKETS", &format!("order:{order}"), Change::made(&facts)).await?;
    }
    let version = order::ActiveModel { id: Set(order), version: Set(bundle.order.version + 1), ..Default::default() };
    order::Entity::update(version).exec(&tx).await?;
    let raised = inventory::bump(&tx, lines.iter().map(|(line, _)| line.space_id).collect()).await?;
    tx.commit().await?;
    app.jobs.wake();
    inventory::changed(app, &raised);
    crate::features::order::changed(app, order);
    Ok(Ok(()))
}

/// Lines become refunded, their tickets void, their seats free, and the ledger knows.
pub(super) async fn give_back(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    row: &refund::Model,
    lines: &[(&order_line::Model, &QuotedLine)],
) -> Result<(), Fault> {
    let ids: Vec<Uuid> = lines.iter().map(|(line, _)| line.id).collect();
    let refunded = order_line::ActiveModel { state: Set(LineState::Refunded.code().into()), ..Default::default() };
    let changed = order_line::Entity::update_many()
        .set(refunded)
        .filter(order_line::Column::Id.is_in(ids.clone()))
        .filter(order_line::Column::State.eq(LineState::Issued.code()))
        .exec(tx)
        .await?;
    if usize::try_from(changed.rows_affected).unwrap_or(0) != ids.len() {
        return Err(Fault::new("lines changed under a refund"));
    }
    let void = ticket::ActiveModel { void_at: Set(Some(app.clock.now())), ..Default::default() };
    let good = ticket::Entity::update_many().set(void).filter(ticket::Column::VoidAt.is_null());
    good.filter(ticket::Column::LineId.is_in(ids.clone())).exec(tx).await?;
    inventory::release(tx, &ids).await?;
    let spaces: Vec<Uuid> = lines.iter().map(|(line, _)| line.space_id).collect();
    let trips = trip_views(app, &spaces).await?;
    let mut items = Vec::new();
    for (line, quoted) in lines {
        let trip = trips.get(&line.space_id).ok_or_else(|| Fault::new("a refund on a trip that does not exist"))?;
        items.push(ledger::Item { carrier: trip.carrier.id, parts: &quoted.parts });
    }
    let entry = Entry {
        source: format!("refund:{}", row.id),
        kind: "REFUND",
        order: Some(bundle.order.id),
        posting: ledger::give_back(Currency::parse(&row.currency)?, &items)?,
    };
    post(app, tx, [entry]).await?;
    Ok(())
}
