use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, Union};
use chrono::{DateTime, Utc};
use domain::order::LineState;
use domain::reseating::Unfixed;
use sea_orm::{DatabaseTransaction, EntityTrait, Set};
use serde_json::json;
use uuid::Uuid;

use ::entity::{order_line, seat_map, trip, vehicle};

use crate::app::App;
use crate::features::audit::{Change, audit_change};
use crate::features::inventory::{self, Claim, Raised};
use crate::features::network::{TripState, TripView};
use crate::features::notification::{hold_ended, no_seat, seats_changed};
use crate::features::order::{Bundle, changed as order_changed, let_go};
use crate::features::refund::{Reason, return_in_full};
use crate::features::reseating::{Locked, Move, Person, Reseated, carry_over, claims_of, lock, reseat};
use crate::graphql::{
    Can, ChangedMeanwhile, Form, Gid, InvalidInput, Kind, Objection, OverruleNeeded, PassengersUnseated, Permission,
    Viewer, app, viewer,
};
use crate::i18n::Language;
use crate::platform::Fault;
use crate::platform::rows::insert_missing;

use super::access::staff_trip;
use super::change::{ChangeTripResult, TripChanged, changed};
use super::crew::{Run, objections};
use super::swap::{Plan, SeatForInput, lost_with};

/// Tries when sales come in between.
const TRIES: usize = 20;

#[derive(InputObject)]
pub struct SwapVehicleInput {
    pub trip_id: ID,
    /// Of the crew, as it was read.
    pub version: i32,
    /// Of the trip's carrier, in service.
    pub vehicle_id: ID,
    /// Who sits where, as `vehicleSwap` has proposed and the dispatcher corrected it. Who is not named, because they came
    /// meanwhile, is seated around them; who has left meanwhile is passed over.
    #[graphql(default)]
    pub seats: Vec<SeatForInput>,
    /// Lines of passengers who may be given all their money back if there is no seat for them.
    #[graphql(default)]
    pub refunded: Vec<ID>,
    /// Why, although something speaks against the vehicle.
    pub overrule: Option<String>,
}

#[derive(Union)]
pub enum SwapVehicleResult {
    Changed(TripChanged),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
    OverruleNeeded(OverruleNeeded),
    PassengersUnseated(PassengersUnseated),
}

#[derive(Default)]
pub struct SwapVehicle;

#[Object]
impl SwapVehicle {
    /// Staff: another vehicle runs the trip, and everybody gets a seat in it; see `vehicleSwap` before. Who comes to another
    /// number gets a new ticket by mail and is told by SMS, the old one is good no more. Seats that are being paid move
    /// too; where there is none, the hold ends and nothing is taken. Who has paid and finds no seat is given everything
    /// back, if `refunded` names them; otherwise nothing is changed (PassengersUnseated).
    #[graphql(guard = "Can(Permission::RunTrips)", complexity = "50 + child_complexity")]
    async fn swap_vehicle(&self, ctx: &Context<'_>, input: SwapVehicleInput) -> Result<SwapVehicleResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let view = staff_trip(app, viewer, &input.trip_id).await?;
        let mut form = Form::new(viewer.language);
        let reason = form.optional("overrule", input.overrule.as_deref(), 300);
        if let Some(problem) = form.problem() {
            return Ok(SwapVehicleResult::InvalidInput(problem));
        }
        for _ in 0..TRIES {
            match attempt(app, viewer, view.id, &input, reason.as_deref()).await {
                Ok(Attempt::Done(done)) => {
                    app.jobs.wake();
                    let answer = changed(app, view.id, done.messages, done.returned).await?;
                    inventory::changed(app, &done.raised);
                    done.orders.into_iter().for_each(|order| order_changed(app, order));
                    return Ok(match answer {
                        ChangeTripResult::Changed(changed) => SwapVehicleResult::Changed(changed),
                        ChangeTripResult::InvalidInput(invalid) => SwapVehicleResult::InvalidInput(invalid),
                    });
                }
                Ok(Attempt::Refused(answer)) => return Ok(*answer),
                Ok(Attempt::Again) => {}
                Err(fault) if fault.is_transient() => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        Err(Fault::new("a vehicle's change found no quiet moment").into())
    }
}

struct Done {
    messages: usize,
    returned: usize,
    orders: Vec<Uuid>,
    raised: Vec<Raised>,
}

enum Attempt {
    Done(Done),
    Refused(Box<SwapVehicleResult>),
    /// A sale came in between.
    Again,
}

async fn attempt(
    app: &App,
    viewer: &Viewer,
    trip: Uuid,
    input: &SwapVehicleInput,
    reason: Option<&str>,
) -> Result<Attempt, Fault> {
    let (now, language) = (app.clock.now(), viewer.language);
    let refused = |answer| Attempt::Refused(Box::new(answer));
    let invalid = |path: &str, code| refused(SwapVehicleResult::InvalidInput(InvalidInput::one(language, path, code)));
    let tx = app.db.begin().await?;
    let Some(mut locked) = lock(&tx, &[trip]).await? else { return Ok(tx.give_up(Attempt::Again).await?) };
    let row = locked.trips.pop().ok_or_else(|| Fault::new("a trip vanished"))?;
    if row.crew_version != i64::from(input.version) {
        let meanwhile = SwapVehicleResult::ChangedMeanwhile(ChangedMeanwhile::new(language));
        return Ok(tx.give_up(refused(meanwhile)).await?);
    }
    if matches!(TripState::parse(&row.state), Some(TripState::Cancelled | TripState::Arrived)) {
        return Ok(tx.give_up(invalid("tripId", "TRIP_OVER")).await?);
    }
    // Of the row that is locked now: the one in memory may have the seats of the vehicle before.
    inventory::look_again(app, trip);
    let Some((view, _)) = inventory::seated(app, trip).await? else { return Ok(tx.give_up(Attempt::Again).await?) };
    if view.seat_map_id != row.seat_map_id {
        return Ok(tx.give_up(Attempt::Again).await?);
    }
    let found = match Gid::read(Kind::Vehicle, &input.vehicle_id) {
        Some(id) => vehicle::Entity::find_by_id(id).one(&tx).await?,
        None => None,
    };
    let Some(vehicle) = found.filter(|found| found.active && found.carrier_id == row.carrier_id) else {
        return Ok(tx.give_up(invalid("vehicleId", "NO_SUCH_VEHICLE")).await?);
    };
    let Some(plan) = Plan::of(&*tx, &view, &vehicle).await? else {
        return Ok(tx.give_up(invalid("vehicleId", "NO_SEAT_PLAN")).await?);
    };
    let said: Vec<Objection> =
        objections(&*tx, language, &Run::from(&*view), &[vehicle.id], &[]).await?.into_values().flatten().collect();
    if !said.is_empty() && reason.is_none() {
        let needed = SwapVehicleResult::OverruleNeeded(OverruleNeeded::new(language, said));
        return Ok(tx.give_up(refused(needed)).await?);
    }
    let fixed = match plan.fixed(&input.seats) {
        Ok(fixed) => fixed,
        Err(at) => return Ok(tx.give_up(invalid(&format!("seats.{at}"), "NO_SEAT_THERE")).await?),
    };
    let outcome = match decide(&locked, &view, &plan, input, &fixed, language, now)? {
        Ok(outcome) => outcome,
        Err(answer) => return Ok(tx.give_up(refused(answer)).await?),
    };
    let done = act(app, &tx, &mut locked, &view, (&plan, &vehicle), outcome).await?;
    let change = Change::of(
        json!({ "vehicle": view.vehicle.as_ref().map(|was| format!("{}, {}", was.make, was.plate)), "seats": row.capacity }),
        json!({
            "vehicle": format!("{}, {}", vehicle.make, vehicle.plate), "seats": plan.capacity(&view),
            "overruled": reason.filter(|_| !said.is_empty()), "ordersReturned": done.returned,
        }),
    );
    audit_change(app, &tx, viewer, "SWAP_VEHICLE", &format!("trip:{trip}"), change).await?;
    tx.commit().await?;
    Ok(Attempt::Done(done))
}

/// What becomes of everybody.
struct Outcome {
    moves: Vec<Move>,
    claims: Vec<(Claim, Option<DateTime<Utc>>)>,
    /// Lines that are given back, by order.
    returned: BTreeMap<Uuid, Vec<Uuid>>,
    /// Orders that were being bought and end, for want of seats.
    ended: BTreeSet<Uuid>,
    /// Lines whose hold had ended and whose seat is no more: money that comes late goes back.
    forgotten: Vec<Uuid>,
}

fn decide(
    locked: &Locked,
    view: &TripView,
    plan: &Plan,
    input: &SwapVehicleInput,
    fixed: &HashMap<Uuid, u16>,
    language: Language,
    now: DateTime<Utc>,
) -> Result<Result<Outcome, SwapVehicleResult>, Fault> {
    let people = locked.seating.people(view.id, view.seat_map.as_deref(), now);
    let reseated = match reseat(&people, &plan.seats(view), fixed, false) {
        Ok(reseated) => reseated,
        Err(wrong) => {
            let mut form = Form::new(language);
            for (line, problem) in wrong {
                let at = input.seats.iter().position(|one| Gid::read(Kind::Line, &one.line_id) == Some(line));
                let code = if problem == Unfixed::Twice { "SEAT_FOR_TWO" } else { "NO_SEAT_THERE" };
                form.wrong(format!("seats.{}", at.unwrap_or(0)), code);
            }
            let problem = form.problem().ok_or_else(|| Fault::new("a wrong seat without words"))?;
            return Ok(Err(SwapVehicleResult::InvalidInput(problem)));
        }
    };
    let lost = || reseated.iter().filter(|one| one.by_leg.is_none()).map(|one| one.person);
    let agreed: HashSet<Uuid> = input.refunded.iter().filter_map(|id| Gid::read(Kind::Line, id)).collect();
    let asked = lost().filter(|one| one.sold() && !agreed.contains(&one.line.id)).map(|one| one.line.id);
    let asked: Vec<Uuid> = asked.collect();
    if !asked.is_empty() {
        return Ok(Err(SwapVehicleResult::PassengersUnseated(PassengersUnseated::new(
            language,
            asked.into_iter().map(|id| Gid::of(Kind::Line, id)).collect(),
        ))));
    }
    let mut returned: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    for one in lost().filter(Person::sold) {
        returned.entry(one.order.order.id).or_default().extend(lost_with(one).map(|line| line.id));
    }
    for (order, lines) in &mut returned {
        let laps = locked.seating.orders.get(order).map(|order| laps_left(order, view.id, lines)).unwrap_or_default();
        lines.extend(laps);
    }
    // A hold is all or nothing.
    let ended: BTreeSet<Uuid> = lost().filter(|one| !one.sold()).map(|one| one.order.order.id).collect();
    let staying = reseated.iter().filter(|one| one.person.sold() || !ended.contains(&one.person.order.order.id));
    let staying: Vec<&Reseated<'_>> = staying.collect();
    let mut moves: Vec<Move> = staying.iter().filter_map(|one| move_of(view.id, one)).collect();
    let mut forgotten = Vec::new();
    for line in locked.seating.ended(view.id, now) {
        let Some(label) = line.seat_label.clone().filter(|_| view.reserved) else { continue };
        match plan.map.ordinal(&label) {
            Some(seat) => moves.push(Move {
                line: line.id,
                space: line.space_id,
                from_call: line.from_call,
                to_call: line.to_call,
                seat: Some(seat.into()),
                label: Some(label),
            }),
            None => forgotten.push(line.id),
        }
    }
    Ok(Ok(Outcome { moves, claims: claims_of(view.id, staying), returned, ended, forgotten }))
}

fn move_of(space: Uuid, one: &Reseated<'_>) -> Option<Move> {
    let line = one.person.line;
    Some(Move {
        line: line.id,
        space,
        from_call: line.from_call,
        to_call: line.to_call,
        seat: Some(*one.by_leg.as_ref()?.first()?),
        label: one.label.clone(),
    })
}

/// Children on laps for whom no seated passenger of the order is left.
fn laps_left(order: &Bundle, trip: Uuid, lost: &[Uuid]) -> Vec<Uuid> {
    let sold = |line: &&order_line::Model| {
        line.space_id == trip && line.code.is_none() && LineState::parse(&line.state).is_some_and(LineState::is_sold)
    };
    let (seats, laps): (Vec<_>, Vec<_>) = order.lines.iter().filter(sold).partition(|line| line.seat.is_some());
    let stay = seats.iter().filter(|line| !lost.contains(&line.id)).count();
    laps.into_iter().skip(stay).map(|line| line.id).collect()
}

async fn act(
    app: &App,
    tx: &DatabaseTransaction,
    locked: &mut Locked,
    view: &Arc<TripView>,
    (plan, vehicle): (&Plan, &vehicle::Model),
    outcome: Outcome,
) -> Result<Done, Fault> {
    let Outcome { moves, claims, returned, ended, mut forgotten } = outcome;
    let (mut messages, mut spaces) = (0, vec![view.id]);
    for (order, ids) in &returned {
        let Some(bundle) = locked.seating.orders.get(order) else { continue };
        let lines: Vec<&order_line::Model> = bundle.lines.iter().filter(|line| ids.contains(&line.id)).collect();
        let refund = return_in_full(app, tx, bundle, &lines, Reason::NoSeat).await?;
        messages += no_seat(app, tx, bundle, view, &refund).await?;
    }
    for order in &ended {
        let Some(bundle) = locked.seating.orders.get(order) else { continue };
        let held = bundle.lines.iter().filter(|line| line.state == LineState::Held.code());
        spaces.extend(held.clone().map(|line| line.space_id));
        forgotten.extend(held.map(|line| line.id));
        messages += hold_ended(app, tx, bundle, view).await?;
    }
    if !forgotten.is_empty() {
        let_go(tx, &forgotten).await?;
    }
    if inventory::reseat(tx, view.id, claims, app.clock.now()).await?.is_err() {
        return Err(Fault::new("two passengers were given one seat"));
    }
    let carried = carry_over(app, tx, locked, &moves, std::slice::from_ref(view)).await?;
    for one in &carried {
        let Some(bundle) = locked.seating.orders.get(&one.order) else { continue };
        messages +=
            seats_changed(app, tx, bundle, view, &format!("{}, {}", vehicle.make, vehicle.plate), &one.seats).await?;
    }
    insert_missing::<seat_map::Entity>(tx, vec![plan.row.clone()]).await?;
    let row = trip::ActiveModel {
        id: Set(view.id),
        vehicle_id: Set(Some(vehicle.id)),
        seat_map_id: Set(Some(plan.row.id)),
        capacity: Set(plan.capacity(view)),
        crew_version: Set(view.crew_version + 1),
        ..Default::default()
    };
    trip::Entity::update(row).exec(tx).await?;
    let raised = inventory::bump(tx, spaces).await?;
    Ok(Done {
        messages,
        returned: returned.len(),
        orders: ended.into_iter().chain(returned.into_keys()).collect(),
        raised,
    })
}
