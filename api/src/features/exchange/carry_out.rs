use domain::exchange::Move;
use domain::ledger::{self, PostingKind};
use domain::money::Currency;
use domain::order::LineState;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::{exchange, order, order_line, order_segment, payment, ticket as ticket_row};

use crate::app::App;
use crate::features::ledger::{Details, Entry, TicketPart, post};
use crate::features::network::trip_views;
use crate::features::order::{Bundle, parts_of};
use crate::features::refund::{Reason, payments_for, promise_whole};
use crate::features::{fiscal_receipt, inventory, notification, ticket};
use crate::platform::Fault;

use super::types::is_good;
use super::{DONE, WAITING};

/// An exchange that money can still settle: its old tickets are good and its new seats are held, or were.
pub struct Payable<'a> {
    pub row: &'a exchange::Model,
    pub moves: Vec<Move>,
    /// The lines that come.
    pub new: Vec<&'a order_line::Model>,
}

/// What a payment of a difference is for; `None`: it can buy nothing any more.
pub fn payable<'a>(bundle: &'a Bundle, id: Uuid) -> Result<Option<Payable<'a>>, Fault> {
    let Some(row) = bundle.exchanges.iter().find(|row| row.id == id && row.state == WAITING) else { return Ok(None) };
    let moves: Vec<Move> = serde_json::from_value(row.moves.clone())?;
    let line = |id: Uuid| bundle.lines.iter().find(|line| line.id == id);
    let old_are_good = moves.iter().all(|one| line(one.from_line).is_some_and(is_good));
    let open = [LineState::Held.code(), LineState::Expired.code()];
    let mut new = Vec::with_capacity(moves.len());
    for one in &moves {
        match line(one.to_line).filter(|line| open.contains(&line.state.as_str())) {
            Some(line) => new.push(line),
            None => return Ok(None),
        }
    }
    Ok(old_are_good.then_some(Payable { row, moves, new }))
}

/// The exchange happens: the old tickets are void, the new ones issued, and the ledger knows. The caller has locked the
/// order, whose `bundle` has the lines and rides that come, has let the old claims go and taken the new ones for good, and
/// raises the versions of the order and of the trips. `payments` have paid the difference.
pub async fn carry_out(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    row: &exchange::Model,
    moves: &[Move],
    payments: &[payment::Model],
) -> Result<(), Fault> {
    let now = app.clock.now();
    let old: Vec<Uuid> = moves.iter().map(|one| one.from_line).collect();
    let new: Vec<Uuid> = moves.iter().map(|one| one.to_line).collect();
    become_state(tx, &old, LineState::Issued, LineState::Exchanged).await?;
    let void = ticket_row::ActiveModel { void_at: Set(Some(now)), ..Default::default() };
    let good = ticket_row::Entity::update_many().set(void).filter(ticket_row::Column::VoidAt.is_null());
    good.filter(ticket_row::Column::LineId.is_in(old.iter().copied())).exec(tx).await?;
    let issued = order_line::ActiveModel {
        state: Set(LineState::Issued.code().into()),
        sold_at: Set(Some(now)),
        ..Default::default()
    };
    let these = order_line::Entity::update_many().set(issued).filter(order_line::Column::Id.is_in(new.iter().copied()));
    these.exec(tx).await?;
    book(app, tx, bundle, row, moves).await?;
    let lines: Vec<&order_line::Model> = bundle.lines.iter().filter(|line| new.contains(&line.id)).collect();
    ticket::issue(app, tx, bundle, &lines).await?;
    let mut shares = Vec::new();
    if row.difference_minor < 0 {
        let back = payments_for(bundle, -row.difference_minor);
        let back = back.ok_or_else(|| Fault::new("an exchange gives back more than was paid"))?;
        for (payment, amount_minor) in back {
            let refund = promise_whole(app, tx, bundle, payment, amount_minor, Reason::Exchanged).await?;
            shares.push((refund, amount_minor));
        }
    }
    fiscal_receipt::exchanged(app, tx, bundle, row, moves, payments, &shares).await?;
    let done = exchange::ActiveModel {
        id: Set(row.id),
        state: Set(DONE.into()),
        done_at: Set(Some(now)),
        ..Default::default()
    };
    exchange::Entity::update(done).exec(tx).await?;
    leaves_first(tx, bundle, &old, &new).await?;
    notification::tickets(app, tx, &bundle.order, &format!("exchanged-{}", row.id)).await
}

/// In the caller's transaction; `Fault` where somebody has changed one of them under the order's lock.
async fn become_state(tx: &DatabaseTransaction, lines: &[Uuid], from: LineState, to: LineState) -> Result<(), Fault> {
    from.advance(to)?;
    let row = order_line::ActiveModel { state: Set(to.code().into()), ..Default::default() };
    let changed = order_line::Entity::update_many()
        .set(row)
        .filter(order_line::Column::Id.is_in(lines.iter().copied()))
        .filter(order_line::Column::State.eq(from.code()))
        .exec(tx)
        .await?;
    if usize::try_from(changed.rows_affected).unwrap_or(0) == lines.len() {
        return Ok(());
    }
    Err(Fault::new("lines changed under an exchange"))
}

/// What the old tickets bring pays for the new ones; the difference is the customer's, or the customer has just paid it.
async fn book(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    row: &exchange::Model,
    moves: &[Move],
) -> Result<(), Fault> {
    let old = |one: &Move| bundle.lines.iter().find(|line| line.id == one.from_line);
    let ids: Vec<Uuid> =
        moves.iter().flat_map(|one| [Some(one.trip), old(one).map(|line| line.space_id)]).flatten().collect();
    let trips = trip_views(app, &ids).await?;
    let carrier = |trip: Uuid| trips.get(&trip).map(|trip| trip.carrier.id);
    let (mut back, mut sold, mut tickets) = (Vec::new(), Vec::new(), Vec::new());
    for one in moves {
        let line = old(one).ok_or_else(|| Fault::new("an exchanged line is gone"))?;
        let lost = || Fault::new("an exchange on a trip that does not exist");
        let whole = parts_of(line);
        if domain::price::total(&whole) != one.swap.credit_minor() + one.swap.withheld_minor {
            return Err(Fault::new("an exchanged line has become another since it was quoted"));
        }
        let gone = ledger::Item { carrier: carrier(line.space_id).ok_or_else(lost)?, parts: &one.swap.back };
        let come = ledger::Item { carrier: carrier(one.trip).ok_or_else(lost)?, parts: &one.swap.price };
        tickets.push(TicketPart::back(line.id, line.space_id, &gone, &whole));
        tickets.push(TicketPart::sold(one.to_line, one.trip, &come));
        back.push(gone);
        sold.push(come);
    }
    let entry = Entry {
        source: format!("exchange:{}", row.id),
        kind: PostingKind::Exchange,
        order: Some(bundle.order.id),
        posting: ledger::exchange(Currency::parse(&row.currency)?, &back, &sold)?,
        more: Details::of(tickets),
    };
    post(app, tx, [entry]).await?;
    Ok(())
}

/// Lists stand by the ride that leaves first of those that somebody is on.
async fn leaves_first(tx: &DatabaseTransaction, bundle: &Bundle, old: &[Uuid], new: &[Uuid]) -> Result<(), Fault> {
    let on = |segment: &&order_segment::Model| {
        bundle.lines.iter().any(|line| {
            line.segment == segment.position
                && !old.contains(&line.id)
                && (new.contains(&line.id) || line.state == LineState::Issued.code())
        })
    };
    let first = bundle.segments.iter().filter(on).map(|segment| segment.departs_at).min();
    if let Some(first) = first {
        let row = order::ActiveModel {
            id: Set(bundle.order.id),
            first_departure_at: Set(first),
            version: Set(bundle.order.version + 1),
            ..Default::default()
        };
        order::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}

/// Frees the seats of those who go.
pub(super) async fn leave(tx: &DatabaseTransaction, moves: &[Move]) -> Result<(), Fault> {
    let old: Vec<Uuid> = moves.iter().map(|one| one.from_line).collect();
    inventory::release(tx, &old).await
}
