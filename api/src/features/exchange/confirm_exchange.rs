use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::exchange::{Move, Swap, forgo};
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{exchange, order, order_line};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::inventory::{self, Raised};
use crate::features::notification;
use crate::features::order::{Bundle, Order, awaits_exchange, key_is_good, let_go, lock_order, staff_order};
use crate::graphql::{
    Can, FieldError, Form, Gid, IdempotencyConflict, InvalidInput, Kind, NotOnSale, Permission, QuoteExpired,
    SeatsTaken, Viewer, app, error, viewer,
};
use crate::platform::idempotency::{self, Begun};
use crate::platform::{Fault, secrets};

use super::arrivals::{Arrivals, NoArrival, arrivals};
use super::carry_out::{carry_out, leave};
use super::offer::used;
use super::quote_exchange::id_of;
use super::types::{Exchange, is_good};
use super::{QUOTED, WAITING};

const OPERATION: &str = "confirmExchange";
/// Longest reason, in characters.
const LONGEST: usize = 300;

/// Takes an offer.
#[derive(InputObject)]
pub struct ConfirmExchangeInput {
    pub order_id: ID,
    pub exchange_id: ID,
    /// Made by the client once for each attempt, 16 to 64 characters.
    pub idempotency_key: String,
    /// The customer need not pay the difference. Needs OVERRULE_ORDERS and `overrule`.
    #[graphql(default)]
    pub forgo: bool,
    /// Why the rules do not count: for a difference that is forgone, and for a ticket that was boarded with or whose trip
    /// has left. Needs OVERRULE_ORDERS.
    pub overrule: Option<String>,
}

/// Done, or waiting for the difference.
#[derive(SimpleObject)]
pub struct ExchangeConfirmed {
    pub exchange: Exchange,
    pub order: Order,
}

#[derive(Union)]
pub enum ConfirmExchangeResult {
    Confirmed(ExchangeConfirmed),
    QuoteExpired(QuoteExpired),
    SeatsTaken(SeatsTaken),
    NotOnSale(NotOnSale),
    InvalidInput(InvalidInput),
    IdempotencyConflict(IdempotencyConflict),
}

enum Rejection {
    NoSuchExchange,
    Expired,
    Taken(Uuid, Vec<String>),
    NotOnSale(NotOnSale),
    Invalid(FieldError),
    Conflict,
}

#[derive(Default)]
pub struct ConfirmExchange;

#[Object]
impl ConfirmExchange {
    /// Staff: takes an offer of `quoteExchange`. Where nothing is to be paid, the tickets are exchanged at once and what is
    /// too much goes back the way it came. Otherwise the new seats are held, the customer pays the difference on the
    /// order's page, and the old tickets are good until then. The same key again answers the same.
    #[graphql(guard = "Can(Permission::ExchangeTickets)", complexity = "30 + child_complexity")]
    async fn confirm_exchange(&self, ctx: &Context<'_>, input: ConfirmExchangeInput) -> Result<ConfirmExchangeResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let order = staff_order(app, viewer, &input.order_id).await?.id;
        let id = id_of(&input.exchange_id)?;
        if !key_is_good(&input.idempotency_key) {
            return Err(error::bad_input("idempotencyKey: from 16 to 64 printable characters"));
        }
        let language = viewer.language;
        let mut form = Form::new(language);
        let reason = form.optional("overrule", input.overrule.as_deref(), LONGEST);
        if input.forgo && reason.is_none() {
            form.wrong("overrule", "REQUIRED");
        }
        if let Some(problem) = form.problem() {
            return Ok(ConfirmExchangeResult::InvalidInput(problem));
        }
        if reason.is_some() && !viewer.can(Permission::OverruleOrders) {
            return Err(error::forbidden());
        }
        let asked = Asked { order, id, key: &input.idempotency_key, forgo: input.forgo, reason: reason.as_deref() };
        let outcome = loop {
            match confirm_exchange(app, viewer, &asked).await {
                Err(fault) if fault.is_transient() => {}
                outcome => break outcome?,
            }
        };
        Ok(match outcome {
            Ok(()) => {
                let bundle = Bundle::one(app.db.read(), order).await?.ok_or_else(error::not_found)?;
                let row = bundle.exchanges.iter().find(|row| row.id == id).cloned().ok_or_else(error::not_found)?;
                let order = Order::staffs(bundle.order.clone());
                let exchange = Exchange::of(row, Arc::new(bundle));
                ConfirmExchangeResult::Confirmed(ExchangeConfirmed { exchange, order })
            }
            Err(Rejection::NoSuchExchange) => return Err(error::not_found()),
            Err(Rejection::Expired) => ConfirmExchangeResult::QuoteExpired(QuoteExpired::new(language)),
            Err(Rejection::Taken(trip, seats)) => {
                ConfirmExchangeResult::SeatsTaken(SeatsTaken::new(language, Gid::of(Kind::Trip, trip), seats))
            }
            Err(Rejection::NotOnSale(told)) => ConfirmExchangeResult::NotOnSale(told),
            Err(Rejection::Invalid(field)) => {
                ConfirmExchangeResult::InvalidInput(InvalidInput::new(language, vec![field]))
            }
            Err(Rejection::Conflict) => ConfirmExchangeResult::IdempotencyConflict(IdempotencyConflict::new(language)),
        })
    }
}

struct Asked<'a> {
    order: Uuid,
    id: Uuid,
    key: &'a str,
    forgo: bool,
    reason: Option<&'a str>,
}

async fn confirm_exchange(app: &App, viewer: &Viewer, asked: &Asked<'_>) -> Result<Result<(), Rejection>, Fault> {
    let (now, language) = (app.clock.now(), viewer.language);
    let invalid = |path: &str, code: &str| Err(Rejection::Invalid(FieldError::new(language, path, code, &[])));
    let input = format!("{} {} {} {:?}", asked.order, asked.id, asked.forgo, asked.reason);
    let fingerprint = secrets::fingerprint(input.as_bytes());
    let hold_until = now + app.network.get(app).await?.settings.hold;
    let tx = app.db.begin().await?;
    let mut bundle = lock_order(&tx, asked.order).await?.ok_or_else(|| Fault::new("an order vanished"))?;
    match idempotency::begin(&tx, OPERATION, asked.key, &fingerprint, json!(asked.id), now).await? {
        Begun::Fresh => {}
        Begun::Repeated(_) => return Ok(tx.give_up(Ok(())).await?),
        Begun::Conflict => return Ok(tx.give_up(Err(Rejection::Conflict)).await?),
    }
    let row = exchange::Entity::find_by_id(asked.id).one(&tx).await?.filter(|row| row.order_id == asked.order);
    let Some(row) = row else { return Ok(tx.give_up(Err(Rejection::NoSuchExchange)).await?) };
    let mut moves: Vec<Move> = serde_json::from_value(row.moves.clone())?;
    let is_open = |one: &Move| bundle.lines.iter().any(|line| line.id == one.from_line && is_good(line));
    if row.state != QUOTED || !moves.iter().all(is_open) {
        return Ok(tx.give_up(invalid("exchangeId", "NO_GOOD_TICKET")).await?);
    }
    if row.valid_until < now {
        return Ok(tx.give_up(Err(Rejection::Expired)).await?);
    }
    if bundle.waiting_exchange(now).is_some() {
        return Ok(tx.give_up(invalid("exchangeId", "EXCHANGE_WAITS")).await?);
    }
    if asked.reason.is_none() && !used(app, &bundle, &moves).await?.is_empty() {
        return Ok(tx.give_up(invalid("overrule", "BOARDED_OR_LEFT")).await?);
    }
    let forgone_minor = if asked.forgo { forgo_all(&mut moves) } else { 0 };
    let difference_minor: i64 = moves.iter().map(|one| one.swap.difference_minor()).sum();
    let at_once = difference_minor <= 0;
    // What was held for an exchange that nobody has paid in time is over.
    let stale: Vec<Uuid> = bundle.lines.iter().filter(|line| awaits_exchange(line)).map(|line| line.id).collect();
    let_go(&tx, &stale).await?;
    if at_once {
        leave(&tx, &moves).await?;
    }
    let held_until = (!at_once).then_some(hold_until);
    let arrived = match arrivals(app, &tx, viewer, &bundle, asked.id, &moves, held_until).await? {
        Ok(arrived) => arrived,
        Err(NoArrival::Taken(trip, seats)) => return Ok(tx.give_up(Err(Rejection::Taken(trip, seats))).await?),
        Err(NoArrival::Keeps) => return Ok(tx.give_up(invalid("exchangeId", "SEAT_KEPT")).await?),
    };
    let spaces = arrive(&tx, &mut bundle, &arrived, &moves).await?;
    let new = exchange::Model {
        state: WAITING.into(),
        difference_minor,
        forgone_minor,
        overrule_reason: asked.reason.map(str::to_owned),
        moves: serde_json::to_value(&moves)?,
        confirmed_at: Some(now),
        ..row
    };
    exchange::Entity::update(exchange::ActiveModel::from(new.clone()).reset_all()).exec(&tx).await?;
    if at_once {
        carry_out(app, &tx, &bundle, &new, &moves, &[]).await?;
    } else {
        wait(app, &tx, &bundle, &new, hold_until).await?;
    }
    let facts = json!({ "difference": difference_minor, "forgone": forgone_minor, "overruled": asked.reason,
        "tickets": moves.len(), "currency": &new.currency });
    let subject = format!("order:{}", asked.order);
    audit_change(app, &tx, viewer, "EXCHANGE_TICKETS", &subject, Change::made(&facts)).await?;
    let raised = inventory::bump(&tx, spaces).await?;
    if let Some(refused) = refused(app, viewer, &tx, &bundle, &raised, &moves).await? {
        return Ok(tx.give_up(Err(refused)).await?);
    }
    tx.commit().await?;
    app.jobs.wake();
    inventory::changed(app, &raised);
    crate::features::order::changed(app, asked.order);
    Ok(Ok(()))
}

fn forgo_all(moves: &mut [Move]) -> i64 {
    let mut swaps: Vec<Swap> = moves.iter().map(|one| one.swap.clone()).collect();
    let forgone = forgo(&mut swaps);
    for (one, swap) in moves.iter_mut().zip(swaps) {
        one.swap = swap;
    }
    forgone
}

/// Writes the new rides and lines down; returns the trips whose seats are others now.
async fn arrive(
    tx: &DatabaseTransaction,
    bundle: &mut Bundle,
    arrived: &Arrivals,
    moves: &[Move],
) -> Result<Vec<Uuid>, Fault> {
    for segment in &arrived.segments {
        let new = segment.clone().into_active_model();
        ::entity::order_segment::Entity::insert(new).exec_without_returning(tx).await?;
    }
    let lines = arrived.lines.iter().cloned().map(order_line::ActiveModel::from);
    order_line::Entity::insert_many(lines).exec_without_returning(tx).await?;
    // The order's version is raised by who carries the exchange out, or lets it wait.
    let mut spaces: Vec<Uuid> = moves.iter().map(|one| one.trip).collect();
    let old = |line: &&order_line::Model| moves.iter().any(|one| one.from_line == line.id);
    spaces.extend(bundle.lines.iter().filter(old).map(|line| line.space_id));
    bundle.segments.extend(arrived.segments.iter().cloned());
    bundle.lines.extend(arrived.lines.iter().cloned());
    Ok(spaces)
}

/// The seats are held, the payment step may extend that once, and the customer is told what to pay.
async fn wait(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    row: &exchange::Model,
    until: DateTime<Utc>,
) -> Result<(), Fault> {
    let held = order::ActiveModel {
        id: Set(bundle.order.id),
        hold_until: Set(until),
        hold_extended: Set(false),
        version: Set(bundle.order.version + 1),
        ..Default::default()
    };
    order::Entity::update(held).exec(tx).await?;
    notification::exchange_waits(app, tx, &bundle.order, row, until).await
}

/// What the trips' rows say now, when nobody else changes them any more.
async fn refused(
    app: &App,
    viewer: &Viewer,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    raised: &[Raised],
    moves: &[Move],
) -> Result<Option<Rejection>, Fault> {
    let now = app.clock.now();
    for one in moves {
        let Some(raised) = raised.iter().find(|raised| raised.space == one.trip) else { continue };
        let trip = crate::features::network::trip_view(app, one.trip).await?;
        let trip = trip.ok_or_else(|| Fault::new("an exchange to a trip that does not exist"))?;
        let line = bundle.lines.iter().find(|line| line.id == one.to_line);
        let old = bundle.lines.iter().find(|line| line.id == one.from_line);
        let stays = old.is_some_and(|old| old.space_id == one.trip);
        // Who stays on a trip may change the seat although its sale is closed.
        if let Some(reason) =
            raised.off_sale(&[(one.trip, one.from_call, one.to_call)]).filter(|_| !stays || raised.cancelled)
        {
            return Ok(Some(Rejection::NotOnSale(NotOnSale::new(
                viewer.language,
                Gid::of(Kind::Trip, one.trip),
                reason,
            ))));
        }
        let seat = line.and_then(|line| line.seat);
        let kept = raised.kept.as_ref().is_some_and(|kept| {
            let refused = inventory::refused(kept, &trip, &viewer.buyer(), one.from_call, now);
            seat.is_some_and(|seat| one.seat.is_some() && refused.contains(&seat))
        });
        // The vehicle was changed after the seats were chosen, or they were given to others.
        if raised.seat_map != trip.seat_map_id || kept {
            inventory::forget(app, [one.trip]);
            return Ok(Some(Rejection::Taken(one.trip, one.seat.iter().cloned().collect())));
        }
        let passenger = bundle.passengers.iter().find(|row| old.is_some_and(|old| old.passenger_id == row.id));
        let Some(passenger) = passenger.filter(|_| !stays && old.is_some_and(|old| old.code.is_none())) else {
            continue;
        };
        if super::arrivals::category_is_full(app, tx, &trip, one, (&bundle.order.channel, &passenger.category), now)
            .await?
        {
            let field = FieldError::new(viewer.language, "exchangeId", "CATEGORY_FULL", &[]);
            return Ok(Some(Rejection::Invalid(field)));
        }
    }
    Ok(None)
}
