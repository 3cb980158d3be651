use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::exchange::Move;
use domain::order::LineState;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use ::entity::{order_line, order_segment};

use crate::app::App;
use crate::features::inventory::{self, Claim};
use crate::features::network::{Sale, TripView, trip_view};
use crate::features::order::{Bundle, choose, count_category, rule_for};
use crate::graphql::Viewer;
use crate::platform::Fault;

/// The rides and lines that come into an order.
pub struct Arrivals {
    /// Rides that the order has not had.
    pub segments: Vec<order_segment::Model>,
    pub lines: Vec<order_line::Model>,
}

pub enum NoArrival {
    /// Labels of seats that somebody else has.
    Taken(Uuid, Vec<String>),
    /// The seat is the old ticket's own until the difference is paid.
    Keeps,
}

/// Takes the seats of all moves and makes their rides and lines. `held_until`: the difference is to be paid; without it
/// they are sold, and the old ones' claims were let go before.
pub async fn arrivals(
    app: &App,
    tx: &DatabaseTransaction,
    viewer: &Viewer,
    bundle: &Bundle,
    exchange: Uuid,
    moves: &[Move],
    held_until: Option<DateTime<Utc>>,
) -> Result<Result<Arrivals, NoArrival>, Fault> {
    let now = app.clock.now();
    let places = match places(app, viewer, bundle, moves, held_until.is_some()).await? {
        Ok(places) => places,
        Err(none) => return Ok(Err(none)),
    };
    let mut arrived = Arrivals { segments: Vec::new(), lines: Vec::new() };
    let mut claims = Vec::new();
    for one in moves {
        let old = bundle.lines.iter().find(|line| line.id == one.from_line);
        let old = old.ok_or_else(|| Fault::new("an exchanged line is gone"))?;
        let trip = view(app, one.trip).await?;
        let segment = ride(bundle, &mut arrived.segments, old, one, &trip)?;
        let by_leg = places.get(&one.to_line);
        if let Some(by_leg) = by_leg {
            let legs = (one.from_call..one.to_call).zip(by_leg);
            claims.extend(legs.map(|(leg, seat)| Claim { space: one.trip, seat: *seat, leg, line: one.to_line }));
        }
        // The same ride keeps the campaign that it was bought with.
        let same = (old.space_id, old.from_call, old.to_call) == (one.trip, one.from_call, one.to_call);
        let state = if held_until.is_some() { LineState::Held } else { LineState::Issued };
        arrived.lines.push(order_line::Model {
            id: one.to_line,
            segment,
            space_id: one.trip,
            from_call: one.from_call,
            to_call: one.to_call,
            seat: by_leg.and_then(|by_leg| by_leg.first().copied()),
            seat_label: one.seat.clone(),
            state: state.code().into(),
            price_minor: one.swap.price_minor(),
            fare_minor: one.fare_minor,
            child_fare_minor: one.child_fare_minor,
            parts: serde_json::to_value(&one.swap.price)?,
            created_at: now,
            campaign_id: old.campaign_id.filter(|_| same),
            campaign_minor: if same { old.campaign_minor } else { 0 },
            exchange_id: Some(exchange),
            sold_at: None,
            ..old.clone()
        });
    }
    if inventory::take(tx, claims, held_until, now).await?.is_err() {
        inventory::forget(app, moves.iter().map(|one| one.trip));
        let trip = moves.first().map_or(Uuid::nil(), |one| one.trip);
        return Ok(Err(NoArrival::Taken(trip, moves.iter().filter_map(|one| one.seat.clone()).collect())));
    }
    Ok(Ok(arrived))
}

async fn view(app: &App, trip: Uuid) -> Result<Arc<TripView>, Fault> {
    trip_view(app, trip).await?.ok_or_else(|| Fault::new("an exchange to a trip that does not exist"))
}

/// The place on each leg, by the line that comes. A seat with a number is the one that was quoted; a counted place is any
/// that is free.
async fn places(
    app: &App,
    viewer: &Viewer,
    bundle: &Bundle,
    moves: &[Move],
    waits: bool,
) -> Result<Result<BTreeMap<Uuid, Vec<i32>>, NoArrival>, Fault> {
    let mut places = BTreeMap::new();
    let mut counted: BTreeMap<(Uuid, i32, i32), Vec<Uuid>> = BTreeMap::new();
    for one in moves {
        let old = bundle.lines.iter().find(|line| line.id == one.from_line);
        let seated = old.filter(|old| old.seat.is_some());
        let Some(old) = seated else { continue };
        let trip = view(app, one.trip).await?;
        let legs = usize::try_from(one.to_call - one.from_call).unwrap_or(0);
        match (&one.seat, trip.seat_map.as_ref()) {
            (Some(label), Some(map)) => {
                if waits && old.space_id == one.trip && old.seat_label.as_ref() == Some(label) {
                    return Ok(Err(NoArrival::Keeps));
                }
                // Of another vehicle by now: the number is not the seat that was seen.
                let Some(seat) = map.ordinal(label) else {
                    return Ok(Err(NoArrival::Taken(one.trip, vec![label.clone()])));
                };
                places.insert(one.to_line, vec![i32::from(seat); legs]);
            }
            _ => counted.entry((one.trip, one.from_call, one.to_call)).or_default().push(one.to_line),
        }
    }
    for ((trip, from, to), lines) in counted {
        let (view, state) = (view(app, trip).await?, inventory::state(app, trip).await?);
        match choose(&view, &state, &viewer.buyer(), None, lines.len(), (from, to), app.clock.now()) {
            Ok(free) if free.labels.iter().all(Option::is_none) => places.extend(lines.into_iter().zip(free.by_leg)),
            _ => return Ok(Err(NoArrival::Taken(trip, Vec::new()))),
        }
    }
    Ok(Ok(places))
}

/// The position of the ride in the order: one that is there already, or a new one.
fn ride(
    bundle: &Bundle,
    new: &mut Vec<order_segment::Model>,
    old: &order_line::Model,
    one: &Move,
    trip: &TripView,
) -> Result<i32, Fault> {
    let same = |segment: &&order_segment::Model| {
        (segment.trip_id, segment.from_call, segment.to_call) == (one.trip, one.from_call, one.to_call)
    };
    if let Some(known) = bundle.segments.iter().chain(new.iter()).find(same) {
        return Ok(known.position);
    }
    let lost = || Fault::new("an exchange to a stop that the trip has not");
    let (board, alight) = (trip.call(one.from_call).ok_or_else(lost)?, trip.call(one.to_call).ok_or_else(lost)?);
    let before = bundle.segments.iter().find(|segment| segment.position == old.segment);
    let last = bundle.segments.iter().chain(new.iter()).map(|segment| segment.position).max().unwrap_or(-1);
    new.push(order_segment::Model {
        order_id: bundle.order.id,
        position: last + 1,
        trip_id: one.trip,
        from_call: one.from_call,
        to_call: one.to_call,
        direction: before.map_or_else(|| "OUTBOUND".to_owned(), |segment| segment.direction.clone()),
        departs_at: board.departure,
        arrives_at: alight.arrival,
    });
    Ok(last + 1)
}

/// Whether a category has more places on the trip than its rule allows, this exchange counted.
pub async fn category_is_full(
    app: &App,
    tx: &DatabaseTransaction,
    trip: &TripView,
    one: &Move,
    (channel, category): (&str, &str),
    now: DateTime<Utc>,
) -> Result<bool, Fault> {
    let network = app.network.get(app).await?;
    let rule = rule_for(&network, &Sale::of(&trip.route, now, channel), category, trip.local_date(one.from_call))
        .ok()
        .flatten();
    let Some(quota) = rule.and_then(|rule| rule.quota_per_trip) else { return Ok(false) };
    Ok(count_category(tx, trip.id, category, now).await? > u64::try_from(quota).unwrap_or(0))
}
