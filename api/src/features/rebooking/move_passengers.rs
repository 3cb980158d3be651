use std::collections::HashSet;
use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject, Union};
use domain::ledger;
use domain::money::Currency;
use domain::reseating::Unfixed;
use sea_orm::DatabaseTransaction;
use serde_json::json;
use uuid::Uuid;

use ::entity::trip;

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::inventory::{self, Raised};
use crate::features::ledger::{Entry, post};
use crate::features::network::{TripView, forget_trip};
use crate::features::notification::trip_moved;
use crate::features::order::{Bundle, changed as order_changed, parts_of};
use crate::features::reseating::{carry_over, lock};
use crate::features::trip::{SeatForInput, Trip, cancel_in};
use crate::graphql::{Can, Form, Gid, InvalidInput, Kind, PassengersUnseated, Permission, Viewer, app, viewer};
use crate::platform::Fault;

use super::plan::{MovePlan, Trips};
use super::trip_move::{Both, fixed_of, orders_of};

/// Tries when sales come in between.
const TRIES: usize = 20;

#[derive(InputObject)]
pub struct MovePassengersInput {
    pub trip_id: ID,
    /// The trip that carries them from now on.
    pub to_trip_id: ID,
    /// Null: everybody with a ticket who can go, the others stay. Otherwise exactly these orders, or nothing is changed.
    pub order_ids: Option<Vec<ID>>,
    /// Who sits where, as `tripMove` has proposed and the dispatcher corrected it; who is not named is seated around them.
    #[graphql(default)]
    pub seats: Vec<SeatForInput>,
    /// Who finds no seat of their class is given one of another.
    #[graphql(default)]
    pub other_class: bool,
    /// The first trip does not run: whoever stays behind gets everything back, as with `cancelTrip`.
    #[graphql(default)]
    pub cancel: bool,
}

/// The passengers are on the other trip.
#[derive(SimpleObject)]
pub struct PassengersMoved {
    /// The trip they had tickets for.
    pub trip: Trip,
    /// The trip they have tickets for now.
    pub to: Trip,
    pub passengers: i32,
    pub orders: i32,
    /// Mails and SMS that were written to them.
    pub messages: i32,
    /// Orders whose tickets are being returned, with `cancel`.
    pub orders_returned: i32,
}

#[derive(Union)]
pub enum MovePassengersResult {
    Moved(PassengersMoved),
    InvalidInput(InvalidInput),
    PassengersUnseated(PassengersUnseated),
}

#[derive(Default)]
pub struct MovePassengers;

#[Object]
impl MovePassengers {
    /// Staff: passengers of one trip are carried by another, with their baggage and children, for the same money; see
    /// `tripMove` before. They get new tickets by mail and are told by SMS, the old ones are good no more. Orders are moved
    /// whole. With `cancel`, two trips become one.
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "100 + child_complexity")]
    async fn move_passengers(&self, ctx: &Context<'_>, input: MovePassengersInput) -> Result<MovePassengersResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        for _ in 0..TRIES {
            let both = Both::read(app, viewer, &input.trip_id, &input.to_trip_id).await?;
            if let Some((path, code)) = both.wrong() {
                return Ok(MovePassengersResult::InvalidInput(InvalidInput::one(viewer.language, path, code)));
            }
            match attempt(app, viewer, &both, &input).await {
                Ok(Attempt::Done(done)) => {
                    app.jobs.wake();
                    for trip in [&both.from, &both.to] {
                        forget_trip(app, trip.id);
                    }
                    inventory::changed(app, &done.raised);
                    done.orders.iter().for_each(|order| order_changed(app, *order));
                    let both = Both::read(app, viewer, &input.trip_id, &input.to_trip_id).await?;
                    let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
                    return Ok(MovePassengersResult::Moved(PassengersMoved {
                        trip: Trip::from(both.from),
                        to: Trip::from(both.to),
                        passengers: count(done.passengers),
                        orders: count(done.orders.len()),
                        messages: count(done.messages),
                        orders_returned: count(done.returned),
                    }));
                }
                Ok(Attempt::Refused(answer)) => return Ok(*answer),
                Ok(Attempt::Again) => {}
                Err(fault) if fault.is_transient() => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        Err(Fault::new("a move of passengers found no quiet moment").into())
    }
}

struct Done {
    orders: Vec<Uuid>,
    passengers: usize,
    messages: usize,
    returned: usize,
    raised: Vec<Raised>,
}

enum Attempt {
    Done(Done),
    Refused(Box<MovePassengersResult>),
    /// A sale came in between.
    Again,
}

async fn attempt(app: &App, viewer: &Viewer, both: &Both, input: &MovePassengersInput) -> Result<Attempt, Fault> {
    let (from, to) = (both.from.id, both.to.id);
    let wanted = orders_of(input.order_ids.clone());
    let (Ok(wanted), Ok(fixed)) = (wanted, fixed_of(&input.seats)) else {
        let unknown = InvalidInput::one(viewer.language, "orderIds", "NO_SUCH_ORDER");
        return Ok(Attempt::Refused(Box::new(MovePassengersResult::InvalidInput(unknown))));
    };
    let tx = app.db.begin().await?;
    let Some(mut locked) = lock(&tx, &[from, to]).await? else { return Ok(tx.give_up(Attempt::Again).await?) };
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
        return Ok(tx.give_up(Attempt::Again).await?);
    }
    let kept = inventory::read_kept(second.kept.as_deref())?;
    let taken = inventory::taken_now(&tx, to, now).await?;
    let trips = Trips { from: &both.from, to: &both.to, taken: &taken, kept: kept.as_deref(), now };
    let plan = MovePlan::of(&trips, &locked.seating, wanted.as_ref(), &fixed, input.other_class)?;
    let refusal = match &plan {
        Err(wrong) => Some(seats_wrong(viewer, input, wrong)?),
        Ok(plan) => speaks_against(viewer, plan, wanted.as_ref(), input.cancel),
    };
    let plan = match (plan, refusal) {
        (Ok(plan), None) => plan,
        (_, Some(answer)) => return Ok(tx.give_up(Attempt::Refused(Box::new(answer))).await?),
        (Err(_), None) => return Err(Fault::new("a wrong seat without words")),
    };
    let (claims, moves) = (plan.claims(&trips), plan.moves(&trips));
    let passengers = plan.moved().count();
    let mut orders: Vec<Uuid> = plan.moved().map(|(person, _)| person.order.order.id).collect();
    orders.sort_unstable();
    orders.dedup();
    for order in &orders {
        let Some(bundle) = locked.seating.orders.get(order) else { continue };
        hand_over(app, &tx, bundle, &trips).await?;
    }
    let lines: Vec<Uuid> = moves.iter().map(|one| one.line).collect();
    inventory::release(&tx, &lines).await?;
    if inventory::take(&tx, claims, None, now).await?.is_err() {
        return Err(Fault::new("two passengers were given one seat"));
    }
    let carried = carry_over(app, &tx, &mut locked, &moves, std::slice::from_ref(&both.to)).await?;
    let mut messages = 0;
    for one in &carried {
        let Some(bundle) = locked.seating.orders.get(&one.order) else { continue };
        messages += trip_moved(app, &tx, bundle, (&both.from, &both.to), &one.seats).await?;
    }
    let returned = if input.cancel { cancel_in(app, &tx, from).await?.unwrap_or(0) } else { 0 };
    let raised = inventory::bump(&tx, vec![from, to]).await?;
    write_down(app, &tx, viewer, both, (passengers, orders.len(), returned, input.cancel)).await?;
    tx.commit().await?;
    Ok(Attempt::Done(Done { orders, passengers, messages, returned, raised }))
}

/// What is told where a decided seat is not to be had.
fn seats_wrong(
    viewer: &Viewer,
    input: &MovePassengersInput,
    wrong: &[(Uuid, Unfixed)],
) -> Result<MovePassengersResult, Fault> {
    let mut form = Form::new(viewer.language);
    for (line, problem) in wrong {
        let at = input.seats.iter().position(|one| Gid::read(Kind::Line, &one.line_id) == Some(*line));
        let code = if *problem == Unfixed::Twice { "SEAT_FOR_TWO" } else { "NO_SEAT_THERE" };
        form.wrong(format!("seats.{}", at.unwrap_or(0)), code);
    }
    let problem = form.problem().ok_or_else(|| Fault::new("a wrong seat without words"))?;
    Ok(MovePassengersResult::InvalidInput(problem))
}

/// Somebody who was named stays behind, or nobody goes at all.
fn speaks_against(
    viewer: &Viewer,
    plan: &MovePlan<'_>,
    wanted: Option<&HashSet<Uuid>>,
    cancel: bool,
) -> Option<MovePassengersResult> {
    let behind = plan.movers.iter().filter(|one| one.fate.is_err());
    let behind: Vec<ID> = behind.map(|one| Gid::of(Kind::Line, one.person.line.id)).collect();
    if wanted.is_some() && !behind.is_empty() {
        let unseated = PassengersUnseated::new(viewer.language, behind);
        return Some(MovePassengersResult::PassengersUnseated(unseated));
    }
    let nobody = plan.moved().next().is_none() && !cancel;
    nobody.then(|| MovePassengersResult::InvalidInput(InvalidInput::one(viewer.language, "toTripId", "NOBODY_GOES")))
}

/// Another carrier carries the order: it is owed what the first one was.
async fn hand_over(app: &App, tx: &DatabaseTransaction, bundle: &Bundle, trips: &Trips<'_>) -> Result<(), Fault> {
    let (first, second) = (trips.from.carrier.id, trips.to.carrier.id);
    if first == second {
        return Ok(());
    }
    let of_trip = |line: &&::entity::order_line::Model| line.space_id == trips.from.id && line.state == "ISSUED";
    let parts: Vec<_> = bundle.lines.iter().filter(of_trip).map(parts_of).collect();
    let items =
        |carrier| -> Vec<ledger::Item<'_>> { parts.iter().map(|parts| ledger::Item { carrier, parts }).collect() };
    let currency = Currency::parse(&bundle.order.currency)?;
    let entry = Entry {
        source: format!("rebooking:{}", app.ids.new()),
        kind: "REBOOKING",
        order: Some(bundle.order.id),
        posting: ledger::exchange(currency, &items(first), &items(second))?,
    };
    post(app, tx, [entry]).await?;
    Ok(())
}

async fn write_down(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    both: &Both,
    (passengers, orders, returned, cancel): (usize, usize, usize, bool),
) -> Result<(), Fault> {
    let name = |trip: &TripView| format!("{}, {}", trip.number, trip.service_date);
    for (trip, other) in [(&both.from, &both.to), (&both.to, &both.from)] {
        let from: &Arc<TripView> = &both.from;
        let change = Change::made(&json!({
            "movedFrom": name(from), "movedTo": name(&both.to), "passengers": passengers, "orders": orders,
            "ordersReturned": returned, "cancelled": cancel && other.id != from.id,
        }));
        audit_change(app, tx, viewer, "MOVE_PASSENGERS", &format!("trip:{}", trip.id), change).await?;
    }
    Ok(())
}
