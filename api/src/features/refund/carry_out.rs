use domain::ledger::{self, PostingKind};
use domain::money::Currency;
use domain::order::LineState;
use domain::refund::{QuotedLine, RefundState, RefundWay};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::{order, order_line, payment, refund, ticket};

use crate::app::App;
use crate::features::ledger::{Details, Entry, TicketPart, post};
use crate::features::network::trip_views;
use crate::features::order::{Bundle, parts_of};
use crate::features::{fiscal_receipt, inventory, notification};
use crate::platform::Fault;

use super::promise::{payments_for, promise_rest, promise_sending};

/// The lines of a refund with what was offered for each; the code why one of them cannot be given back any more.
#[expect(clippy::type_complexity, reason = "lines with their offers, or the line with its refusal")]
pub(super) fn lines_of<'a>(
    bundle: &'a Bundle,
    row: &refund::Model,
) -> Result<Result<Vec<(&'a order_line::Model, QuotedLine)>, (Option<Uuid>, &'static str)>, Fault> {
    let quoted: Vec<QuotedLine> = serde_json::from_value(row.lines.clone())?;
    let mut lines = Vec::with_capacity(quoted.len());
    for quoted in quoted {
        // It may have gone to an order of its own.
        let Some(line) = bundle.lines.iter().find(|line| line.id == quoted.line_id) else {
            return Ok(Err((None, "NO_SUCH_LINE")));
        };
        if line.state != LineState::Issued.code() {
            return Ok(Err((Some(line.id), "ALREADY_REFUNDED")));
        }
        lines.push((line, quoted));
    }
    Ok(Ok(lines))
}

/// The payments that a refund's money is taken from, with the share of each.
pub(super) fn payments_of<'a>(
    bundle: &'a Bundle,
    row: &refund::Model,
) -> Result<Vec<(&'a payment::Model, i64)>, Fault> {
    payments_for(bundle, row.amount_minor).ok_or_else(|| Fault::new("a refund of more than was paid"))
}

/// How money of these payments goes back: as it was asked, otherwise as it came.
pub(super) fn way_of(shares: &[(&payment::Model, i64)], asked: Option<RefundWay>) -> RefundWay {
    let first = shares.first().map(|(payment, _)| RefundWay::chosen(&payment.method, asked));
    first.or(asked).unwrap_or(RefundWay::Original)
}

/// Carries an offer out: the seats are free, the tickets void, the ledger knows, the money is promised and the customer is
/// told. How the money goes, and of which spaces the caller has to raise the version, with that of the order, which it
/// has locked.
pub(super) async fn carry_out(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    row: &refund::Model,
    lines: &[(&order_line::Model, QuotedLine)],
    asked: Option<RefundWay>,
) -> Result<(RefundWay, Vec<Uuid>), Fault> {
    let now = app.clock.now();
    let shares = payments_of(bundle, row)?;
    give_back(app, tx, bundle, row, lines).await?;
    let done = row.amount_minor == 0;
    let state = if done { RefundState::Done } else { RefundState::Pending };
    let way = way_of(&shares, asked);
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
    refund::Entity::update(confirmed).exec(tx).await?;
    if !done {
        promise_sending(app, tx, row).await?;
        let mut brings: Vec<(Uuid, i64)> = shares.first().map(|(_, share)| (row.id, *share)).into_iter().collect();
        brings.extend(promise_rest(app, tx, bundle, &shares[1..], &row.reason, asked).await?);
        fiscal_receipt::returned(app, tx, bundle, lines, &brings).await?;
    }
    notification::refunded(app, tx, bundle, row).await?;
    Ok((way, lines.iter().map(|(line, _)| line.space_id).collect()))
}

/// Raises the version of an order that the caller has locked.
pub(super) async fn raise_version(tx: &DatabaseTransaction, bundle: &Bundle) -> Result<(), Fault> {
    let (id, version) = (bundle.order.id, bundle.order.version + 1);
    order::Entity::update(order::ActiveModel { id: Set(id), version: Set(version), ..Default::default() })
        .exec(tx)
        .await?;
    Ok(())
}

/// Lines become refunded, their tickets void, their seats free, and the ledger knows.
pub(super) async fn give_back(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    row: &refund::Model,
    lines: &[(&order_line::Model, QuotedLine)],
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
    let (mut items, mut tickets) = (Vec::new(), Vec::new());
    for (line, quoted) in lines {
        let trip = trips.get(&line.space_id).ok_or_else(|| Fault::new("a refund on a trip that does not exist"))?;
        let item = ledger::Item { carrier: trip.carrier.id, parts: &quoted.parts };
        tickets.push(TicketPart::back(line.id, line.space_id, &item, &parts_of(line)));
        items.push(item);
    }
    let entry = Entry {
        source: format!("refund:{}", row.id),
        kind: PostingKind::Refund,
        order: Some(bundle.order.id),
        posting: ledger::give_back(Currency::parse(&row.currency)?, &items)?,
        more: Details::of(tickets),
    };
    post(app, tx, [entry]).await?;
    Ok(())
}
