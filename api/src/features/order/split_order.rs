use std::collections::{HashMap, HashSet};

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use chrono::TimeDelta;
use domain::order::LineState;
use domain::refund::RefundState;
use domain::split::{CannotSplit, Traveller, check};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{exchange, order, order_line, order_passenger, order_segment, payment, refund, ticket};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::notification;
use crate::features::refund::payments_for;
use crate::graphql::{Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, Permission, app, error, viewer};
use crate::platform::Fault;
use crate::platform::rows::insert_missing;

use super::access::staff_order;
use super::bundle::{Bundle, lock_order};
use super::change_contact::contact;
use super::types::Order;

#[derive(InputObject)]
pub struct SplitOrderInput {
    pub order_id: ID,
    /// As it was read.
    pub version: i32,
    /// Who leaves with all of their good tickets; at least one who travels stays.
    pub passenger_ids: Vec<ID>,
    /// Of the new order.
    pub email: String,
    /// Of the new order; without the country's code it is taken as Kyrgyz.
    pub phone: String,
    /// Sends the tickets to the new order's contact.
    #[graphql(default = true)]
    pub send_tickets: bool,
}

/// Two orders where one was.
#[derive(SimpleObject)]
pub struct OrderSplit {
    /// Of those who stay.
    pub order: Order,
    /// Of those who left.
    pub new_order: Order,
}

#[derive(Union)]
pub enum SplitOrderResult {
    Split(OrderSplit),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

#[derive(Default)]
pub struct SplitOrder;

#[Object]
impl SplitOrder {
    /// Staff: some of an order's passengers get an order of their own, with the tickets that they have, which stay good, and
    /// with what was paid for them: a refund of either goes back to where the money came from. Offers to return or exchange
    /// that nobody has accepted end.
    #[graphql(guard = "Can(Permission::ChangeOrders)", complexity = "30 + child_complexity")]
    async fn split_order(&self, ctx: &Context<'_>, input: SplitOrderInput) -> Result<SplitOrderResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let id = staff_order(app, viewer, &input.order_id).await?.id;
        let mut form = Form::new(viewer.language);
        let (email, phone) = contact(&mut form, &input.email, &input.phone);
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let bundle = lock_order(&tx, id).await?.ok_or_else(error::not_found)?;
        if i64::from(input.version) != bundle.order.version {
            let answer = SplitOrderResult::ChangedMeanwhile(ChangedMeanwhile::new(viewer.language));
            return Ok(tx.give_up(answer).await.map_err(Fault::from)?);
        }
        let mut leaving = Vec::with_capacity(input.passenger_ids.len());
        for (n, one) in input.passenger_ids.iter().enumerate() {
            let of_order = |id: &Uuid| bundle.present_passengers().any(|row| row.id == *id);
            match Gid::read(Kind::Passenger, one).filter(of_order) {
                Some(id) => leaving.push(id),
                None => form.wrong(format!("passengerIds.{n}"), "NO_SUCH_PASSENGER"),
            }
        }
        if bundle.waiting_exchange(app.clock.now()).is_some() {
            form.wrong("passengerIds", "EXCHANGE_WAITS");
        } else if form.is_good()
            && let Err(problem) = check(&travellers(&bundle), &leaving)
        {
            form.wrong("passengerIds", code(problem));
        }
        if let Some(problem) = form.problem() {
            return Ok(tx.give_up(SplitOrderResult::InvalidInput(problem)).await.map_err(Fault::from)?);
        }
        let (stays, new) = split(app, &tx, &bundle, &leaving, (email, phone)).await?;
        if input.send_tickets {
            notification::split_off(app, &tx, &new).await?;
        }
        for (order, other) in [(&stays, &new), (&new, &stays)] {
            let words = json!({ "orderNumber": other.number, "passengers": leaving.len() });
            let subject = format!("order:{}", order.id);
            audit_change(app, &tx, viewer, "SPLIT_ORDER", &subject, Change::made(&words)).await?;
        }
        tx.commit().await.map_err(Fault::from)?;
        app.jobs.wake();
        super::changed(app, id);
        Ok(SplitOrderResult::Split(OrderSplit { order: Order::staffs(stays), new_order: Order::staffs(new) }))
    }
}

fn code(problem: CannotSplit) -> &'static str {
    match problem {
        CannotSplit::NobodyLeaves => "REQUIRED",
        CannotSplit::NobodyStays => "NOBODY_STAYS",
        CannotSplit::NoTicket(_) => "NO_GOOD_TICKET",
        CannotSplit::LapsWithoutAdult => "LAPS_PER_ADULT",
    }
}

fn is_good(line: &order_line::Model) -> bool {
    [LineState::Issued.code(), LineState::Used.code()].contains(&line.state.as_str())
}

fn travellers(bundle: &Bundle) -> Vec<Traveller> {
    let of = |row: &order_passenger::Model| {
        let mut lines = bundle.lines.iter().filter(|line| line.passenger_id == row.id && is_good(line)).peekable();
        let travels = lines.peek().is_some();
        let seated = lines.any(|line| line.seat.is_some());
        let grown = seated && !row.category.starts_with("CHILD");
        Traveller { id: row.id, travels, on_lap: travels && !seated, grown }
    };
    bundle.present_passengers().map(of).collect()
}

/// Writes the new order and gives it what is theirs. Answers with both orders as they are then.
async fn split(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    leaving: &[Uuid],
    (email, phone): (Option<String>, Option<String>),
) -> Result<(order::Model, order::Model), Fault> {
    let now = app.clock.now();
    let lines: Vec<&order_line::Model> =
        bundle.lines.iter().filter(|line| leaving.contains(&line.passenger_id) && is_good(line)).collect();
    let ids: Vec<Uuid> = lines.iter().map(|line| line.id).collect();
    // Rides that lines of a kind are on.
    let rides = |of: &dyn Fn(&order_line::Model) -> bool| -> Vec<&order_segment::Model> {
        let on: HashSet<i32> = bundle.lines.iter().filter(|line| of(line)).map(|line| line.segment).collect();
        bundle.segments.iter().filter(|segment| on.contains(&segment.position)).collect()
    };
    let theirs = rides(&|line| ids.contains(&line.id));
    let first = |segments: &[&order_segment::Model]| {
        segments.iter().map(|segment| segment.departs_at).min().unwrap_or(bundle.order.first_departure_at)
    };
    let new = order::Model {
        id: app.ids.new(),
        number: super::new_number(app),
        promotion_id: None,
        account_id: None,
        email,
        phone,
        version: 1,
        created_at: now,
        split_from_id: Some(bundle.order.id),
        first_departure_at: first(&theirs),
        ..bundle.order.clone()
    };
    order::Entity::insert(order::ActiveModel::from(new.clone())).exec_without_returning(tx).await?;
    let segments = theirs.iter().map(|segment| order_segment::Model { order_id: new.id, ..(*segment).clone() });
    insert_missing::<order_segment::Entity>(tx, segments.collect()).await?;
    let passengers = passengers(app, tx, bundle, &ids, leaving, new.id).await?;
    for line in &lines {
        let row = order_line::ActiveModel {
            id: Set(line.id),
            order_id: Set(new.id),
            passenger_id: Set(*passengers.get(&line.passenger_id).unwrap_or(&line.passenger_id)),
            ..Default::default()
        };
        order_line::Entity::update(row).exec(tx).await?;
    }
    // A ride that only they were on is theirs alone.
    let stay = rides(&|line| !ids.contains(&line.id));
    let gone = bundle.segments.iter().filter(|segment| !stay.contains(segment)).map(|one| one.position);
    order_segment::Entity::delete_many()
        .filter(order_segment::Column::OrderId.eq(bundle.order.id))
        .filter(order_segment::Column::Position.is_in(gone))
        .exec(tx)
        .await?;
    let others = rides(&|line| is_good(line) && !ids.contains(&line.id));
    // Those that are void as well: what became of a line stays with it.
    ticket::Entity::update_many()
        .col_expr(ticket::Column::OrderId, new.id.into())
        .filter(ticket::Column::LineId.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    pay(app, tx, bundle, &new, lines.iter().map(|line| line.price_minor).sum()).await?;
    end_offers(app, tx, bundle.order.id).await?;
    let row = order::ActiveModel {
        id: Set(bundle.order.id),
        version: Set(bundle.order.version + 1),
        first_departure_at: Set(first(&others)),
        ..Default::default()
    };
    Ok((order::Entity::update(row).exec(tx).await?, new))
}

/// Gives the people who leave to the new order. Whoever has a history in the old one, a ticket that was returned or exchanged,
/// is written in both: answers with the new rows of those.
async fn passengers(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    lines: &[Uuid],
    leaving: &[Uuid],
    order_id: Uuid,
) -> Result<HashMap<Uuid, Uuid>, Fault> {
    let mut twice = HashMap::new();
    let mut copies = Vec::new();
    for row in bundle.passengers.iter().filter(|row| leaving.contains(&row.id)) {
        if bundle.lines.iter().all(|line| line.passenger_id != row.id || lines.contains(&line.id)) {
            let moved = order_passenger::ActiveModel { id: Set(row.id), order_id: Set(order_id), ..Default::default() };
            order_passenger::Entity::update(moved).exec(tx).await?;
            continue;
        }
        let id = app.ids.new();
        let sealed = match &row.document_sealed {
            Some(sealed) => Some(app.secrets.seal(&app.ids, id, &app.secrets.open(row.id, sealed)?)?),
            None => None,
        };
        copies.push(order_passenger::Model { id, order_id, document_sealed: sealed, ..row.clone() });
        twice.insert(row.id, id);
    }
    insert_missing::<order_passenger::Entity>(tx, copies).await?;
    Ok(twice)
}

/// What was paid for the lines goes with them, as shares of the payments it came by.
async fn pay(
    app: &App,
    tx: &DatabaseTransaction,
    bundle: &Bundle,
    new: &order::Model,
    amount_minor: i64,
) -> Result<(), Fault> {
    let mut shares = payments_for(bundle, amount_minor).ok_or_else(|| Fault::new("lines cost more than was paid"))?;
    if shares.is_empty() {
        // Tickets that cost nothing; an order of theirs is paid all the same.
        shares.extend(bundle.payments.iter().find(|payment| payment.paid_at.is_some()).map(|payment| (payment, 0)));
    }
    for (payment, share) in shares {
        let row = payment::Model {
            id: app.ids.new(),
            order_id: new.id,
            amount_minor: share,
            refunded_minor: 0,
            gateway_ref: None,
            redirect_url: None,
            qr: None,
            app_url: None,
            next_poll_at: None,
            exchange_id: None,
            origin_id: Some(payment.id),
            moved_minor: 0,
            shift_id: None,
            together_id: None,
            ..payment.clone()
        };
        payment::Entity::insert(payment::ActiveModel::from(row)).exec_without_returning(tx).await?;
        let moved_minor = Set(payment.moved_minor + share);
        let origin = payment::ActiveModel { id: Set(payment.id), moved_minor, ..Default::default() };
        payment::Entity::update(origin).exec(tx).await?;
    }
    Ok(())
}

/// Offers that nobody has accepted may be of tickets that have gone.
async fn end_offers(app: &App, tx: &DatabaseTransaction, order: Uuid) -> Result<(), Fault> {
    let over = app.clock.now() - TimeDelta::seconds(1);
    refund::Entity::update_many()
        .col_expr(refund::Column::ValidUntil, over.into())
        .filter(refund::Column::OrderId.eq(order))
        .filter(refund::Column::State.eq(RefundState::Quoted.code()))
        .exec(tx)
        .await?;
    exchange::Entity::update_many()
        .col_expr(exchange::Column::ValidUntil, over.into())
        .filter(exchange::Column::OrderId.eq(order))
        .filter(exchange::Column::ConfirmedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
