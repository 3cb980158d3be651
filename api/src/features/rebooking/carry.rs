use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::ledger::{self, PostingKind};
use domain::money::Currency;
use domain::reseating::Unfixed;
use sea_orm::DatabaseTransaction;
use serde_json::json;
use uuid::Uuid;

use ::entity::{Names, order_move, trip};

use crate::app::App;
use crate::features::audit::{Change, Done as Written, audit_all};
use crate::features::inventory::{self, Raised};
use crate::features::ledger::{Details, Entry, TicketPart, post};
use crate::features::network::{TripView, forget_trip};
use crate::features::notification::trip_moved;
use crate::features::order::{Bundle, changed as order_changed, parts_of};
use crate::features::reseating::{Locked, carry_over, lock};
use crate::features::trip::cancel_in;
use crate::platform::Fault;
use crate::platform::rows::insert_all;

use super::plan::{MovePlan, Trips};
use super::trip_move::Both;

/// Tries when sales come in between.
pub const TRIES: usize = 20;

/// Who is to be carried, and how.
pub struct Ask<'a> {
    /// `None`: everybody with a ticket who can go.
    pub orders: Option<&'a HashSet<Uuid>>,
    /// Of the orders that are named, who cannot go stays; otherwise nobody goes then.
    pub whoever_fits: bool,
    /// Seats that the dispatcher has decided, by line.
    pub fixed: &'a HashMap<Uuid, String>,
    pub other_class: bool,
    /// The first trip does not run.
    pub cancel: bool,
    /// The road of the first trip is closed, for this reason: once it is open again nobody is carried.
    pub road_closed: Option<&'a Names>,
    pub account_id: Option<Uuid>,
    /// The network address it was asked from.
    pub address: &'a str,
}

/// Passengers were carried over.
pub struct Done {
    pub orders: Vec<Uuid>,
    pub passengers: usize,
    /// Of those who were asked for, who still has a ticket for the first trip.
    pub behind: usize,
    pub messages: usize,
    /// Orders that the cancelled trip returns.
    pub returned: usize,
    raised: Vec<Raised>,
}

/// Why nobody was carried.
pub enum Refusal {
    /// The field and the code of what speaks against the trips.
    Wrong(&'static str, &'static str),
    /// Decided seats that are not to be had, by line.
    Seats(Vec<(Uuid, Unfixed)>),
    /// Lines of those who were named and cannot go.
    Unseated(Vec<Uuid>),
    /// None of them can go.
    Nobody,
}

pub enum Outcome {
    Done(Done),
    /// With how many of those who were asked for have tickets for the first trip.
    Refused(Refusal, usize),
    /// A sale came in between.
    Again,
}

/// Carries passengers from the one trip to the other in a transaction that the caller commits when this is done, and gives up
/// otherwise. It decides by the rows that it has locked.
pub async fn carry(app: &App, tx: &DatabaseTransaction, both: &Both, ask: &Ask<'_>) -> Result<Outcome, Fault> {
    let (from, to) = (both.from.id, both.to.id);
    let Some(mut locked) = lock(tx, &[from, to]).await? else { return Ok(Outcome::Again) };
    // Of the rows that are locked now: nobody sells on either trip from here on, and what others have written before us in
    // this commit is seen by this transaction alone.
    let now = app.clock.now();
    let row = |id| locked.trips.iter().find(|row| row.id == id);
    let (Some(first), Some(second)) = (row(from), row(to)) else { return Err(Fault::new("a trip vanished")) };
    let changed = |view: &TripView, row: &trip::Model| {
        (view.state.as_str(), view.seat_map_id, view.road_closed)
            != (row.state.as_str(), row.seat_map_id, row.road_closed)
    };
    if changed(&both.from, first) || changed(&both.to, second) {
        [from, to].into_iter().for_each(|trip| inventory::look_again(app, trip));
        return Ok(Outcome::Again);
    }
    let asked_for = asked_for(&locked, both, ask, now);
    if let Some((path, code)) = both.wrong() {
        return Ok(Outcome::Refused(Refusal::Wrong(path, code), asked_for));
    }
    if ask.road_closed.is_some() && !first.road_closed {
        return Ok(Outcome::Refused(Refusal::Nobody, asked_for));
    }
    let kept = inventory::read_kept(second.kept.as_deref())?;
    let taken = inventory::taken_now(tx, to, now).await?;
    let trips = Trips { from: &both.from, to: &both.to, taken: &taken, kept: kept.as_deref(), now };
    let plan = match MovePlan::of(&trips, &locked.seating, ask.orders, ask.fixed, ask.other_class)? {
        Ok(plan) => plan,
        Err(wrong) => return Ok(Outcome::Refused(Refusal::Seats(wrong), asked_for)),
    };
    if let Some(refusal) = speaks_against(&plan, ask) {
        return Ok(Outcome::Refused(refusal, asked_for));
    }
    let (claims, moves) = (plan.claims(&trips), plan.moves(&trips));
    let passengers = plan.moved().count();
    let mut orders: Vec<Uuid> = plan.moved().map(|(person, _)| person.order.order.id).collect();
    orders.sort_unstable();
    orders.dedup();
    for order in &orders {
        let Some(bundle) = locked.seating.orders.get(order) else { continue };
        hand_over(app, tx, bundle, &trips).await?;
    }
    let lines: Vec<Uuid> = moves.iter().map(|one| one.line).collect();
    inventory::release(tx, &lines).await?;
    if inventory::take(tx, claims, None, now).await?.is_err() {
        return Err(Fault::new("two passengers were given one seat"));
    }
    let carried = carry_over(app, tx, &mut locked, &moves, std::slice::from_ref(&both.to)).await?;
    let moved = |order: &Uuid| order_move::Model {
        order_id: *order,
        from_trip_id: from,
        moved_at: now,
        to_trip_id: to,
        account_id: ask.account_id,
    };
    insert_all::<order_move::Entity>(tx, orders.iter().map(moved).collect()).await?;
    let mut messages = 0;
    for one in &carried {
        let Some(bundle) = locked.seating.orders.get(&one.order) else { continue };
        messages += trip_moved(app, tx, bundle, (&both.from, &both.to), &one.seats, ask.road_closed).await?;
    }
    let returned = if ask.cancel { cancel_in(app, tx, from).await?.unwrap_or(0) } else { 0 };
    let raised = inventory::bump(tx, vec![from, to]).await?;
    let done = Done { orders, passengers, behind: asked_for - passengers, messages, returned, raised };
    write_down(app, tx, both, ask, &done).await?;
    Ok(Outcome::Done(done))
}

/// Tells the others of what was committed.
pub fn tell(app: &App, both: &Both, done: &Done) {
    app.jobs.wake();
    for trip in [&both.from, &both.to] {
        forget_trip(app, trip.id);
    }
    inventory::changed(app, &done.raised);
    done.orders.iter().for_each(|order| order_changed(app, *order));
}

/// How many of those who were asked for have a ticket for the first trip.
fn asked_for(locked: &Locked, both: &Both, ask: &Ask<'_>, now: chrono::DateTime<chrono::Utc>) -> usize {
    let people = locked.seating.people(both.from.id, None, now);
    let wanted = |order: Uuid| ask.orders.is_none_or(|orders| orders.contains(&order));
    people.iter().filter(|one| one.sold() && wanted(one.order.order.id)).count()
}

/// Somebody who was named stays behind, or nobody goes at all.
fn speaks_against(plan: &MovePlan<'_>, ask: &Ask<'_>) -> Option<Refusal> {
    let behind = plan.movers.iter().filter(|one| one.fate.is_err());
    let behind: Vec<Uuid> = behind.map(|one| one.person.line.id).collect();
    if ask.orders.is_some() && !ask.whoever_fits && !behind.is_empty() {
        return Some(Refusal::Unseated(behind));
    }
    (plan.moved().next().is_none() && !ask.cancel).then_some(Refusal::Nobody)
}

/// Another carrier carries the order: it is owed what the first one was.
async fn hand_over(app: &App, tx: &DatabaseTransaction, bundle: &Bundle, trips: &Trips<'_>) -> Result<(), Fault> {
    let (first, second) = (trips.from.carrier.id, trips.to.carrier.id);
    if first == second {
        return Ok(());
    }
    let of_trip = |line: &&::entity::order_line::Model| line.space_id == trips.from.id && line.state == "ISSUED";
    let lines: Vec<_> = bundle.lines.iter().filter(of_trip).collect();
    let parts: Vec<_> = lines.iter().map(|line| parts_of(line)).collect();
    let items =
        |carrier| -> Vec<ledger::Item<'_>> { parts.iter().map(|parts| ledger::Item { carrier, parts }).collect() };
    let mut tickets = Vec::new();
    for ((line, gone), come) in lines.iter().zip(items(first)).zip(items(second)) {
        tickets.push(TicketPart::back(line.id, trips.from.id, &gone, gone.parts));
        tickets.push(TicketPart::sold(line.id, trips.to.id, &come));
    }
    let currency = Currency::parse(&bundle.order.currency)?;
    let entry = Entry {
        source: format!("rebooking:{}", app.ids.new()),
        kind: PostingKind::Rebooking,
        order: Some(bundle.order.id),
        posting: ledger::exchange(currency, &items(first), &items(second))?,
        more: Details::of(tickets),
    };
    post(app, tx, [entry]).await?;
    Ok(())
}

async fn write_down(app: &App, tx: &DatabaseTransaction, both: &Both, ask: &Ask<'_>, done: &Done) -> Result<(), Fault> {
    let name = |trip: &TripView| format!("{}, {}", trip.number, trip.service_date);
    let entry = |(trip, other): (&Arc<TripView>, &Arc<TripView>)| Written {
        at: app.clock.now(),
        account_id: ask.account_id,
        action: "MOVE_PASSENGERS".into(),
        subject: format!("trip:{}", trip.id),
        address: Some(ask.address.to_owned()),
        change: Change::made(&json!({
            "movedFrom": name(&both.from), "movedTo": name(&both.to), "passengers": done.passengers,
            "orders": done.orders.len(), "ordersReturned": done.returned,
            "cancelled": ask.cancel && other.id != both.from.id,
        })),
    };
    audit_all(app, tx, [(&both.from, &both.to), (&both.to, &both.from)].map(entry).into()).await
}
