use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::order::LineState;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use ::entity::{order, order_line, order_segment};

use crate::app::App;
use crate::features::network::TripView;
use crate::features::order::Bundle;
use crate::features::ticket;
use crate::platform::Fault;

use super::lock::Locked;

/// One line's new place.
#[derive(Clone)]
pub struct Move {
    pub line: Uuid,
    /// The trip, which may be another than before.
    pub space: Uuid,
    /// Calls of that trip.
    pub from_call: i32,
    pub to_call: i32,
    /// None for a child on a lap.
    pub seat: Option<i32>,
    pub label: Option<String>,
}

/// What has become of an order.
pub struct Carried {
    pub order: Uuid,
    /// The numbers of the seats before and after, of those whose ticket has become another.
    pub seats: Vec<(Option<String>, Option<String>)>,
}

/// Writes new places down: lines, with their baggage where the trip is another, rides, and new tickets for those who had
/// one that says something else. The claims are the caller's, who has locked the orders with [`super::lock`]; `trips` are
/// those that people come to. Returns the orders with tickets that were replaced.
pub async fn carry_over(
    app: &App,
    tx: &DatabaseTransaction,
    locked: &mut Locked,
    moves: &[Move],
    trips: &[Arc<TripView>],
) -> Result<Vec<Carried>, Fault> {
    let by_line: HashMap<Uuid, &Move> = moves.iter().map(|one| (one.line, one)).collect();
    let mut carried = Vec::new();
    let now = app.clock.now();
    for bundle in locked.seating.orders.values_mut() {
        let mut seats = Vec::new();
        let mut renewed: Vec<Uuid> = Vec::new();
        let mut rides: BTreeMap<i32, &Move> = BTreeMap::new();
        let baggage = bundle.lines.clone();
        for line in &mut bundle.lines {
            let Some(to) = by_line.get(&line.id).copied() else { continue };
            let ticket_differs = line.seat_label != to.label || line.space_id != to.space;
            if !ticket_differs && line.seat == to.seat {
                continue;
            }
            if line.space_id != to.space {
                rides.insert(line.segment, to);
                let of_line = |other: &&order_line::Model| {
                    other.code.is_some()
                        && (other.passenger_id, other.segment) == (line.passenger_id, line.segment)
                        && LineState::parse(&other.state).is_some_and(LineState::takes_seat)
                };
                let things: Vec<Uuid> = baggage.iter().filter(of_line).map(|other| other.id).collect();
                change(tx, &things, (to.space, to.from_call, to.to_call), None, None).await?;
            }
            if ticket_differs && line.state == LineState::Issued.code() {
                seats.push((line.seat_label.clone(), to.label.clone()));
                renewed.push(line.id);
            }
            let moved_at = (line.space_id != to.space).then_some(now);
            (line.space_id, line.from_call, line.to_call) = (to.space, to.from_call, to.to_call);
            (line.seat, line.seat_label) = (to.seat, to.label.clone());
            change(tx, &[line.id], (to.space, to.from_call, to.to_call), Some((to.seat, to.label.clone())), moved_at)
                .await?;
        }
        ride_on(tx, bundle, &rides, trips).await?;
        if !renewed.is_empty() {
            let lines: Vec<&order_line::Model> =
                bundle.lines.iter().filter(|line| renewed.contains(&line.id)).collect();
            ticket::reissue(app, tx, bundle, &lines).await?;
            carried.push(Carried { order: bundle.order.id, seats });
        }
    }
    Ok(carried)
}

/// Their order's version was raised when it was locked: `raise_versions()`.
async fn change(
    tx: &DatabaseTransaction,
    lines: &[Uuid],
    (space, from_call, to_call): (Uuid, i32, i32),
    seat: Option<(Option<i32>, Option<String>)>,
    moved_at: Option<DateTime<Utc>>,
) -> Result<(), Fault> {
    if lines.is_empty() {
        return Ok(());
    }
    let mut row = order_line::ActiveModel {
        space_id: Set(space),
        from_call: Set(from_call),
        to_call: Set(to_call),
        ..Default::default()
    };
    if let Some(at) = moved_at {
        row.moved_at = Set(Some(at));
    }
    if let Some((seat, label)) = seat {
        row.seat = Set(seat);
        row.seat_label = Set(label);
    }
    let these = order_line::Column::Id.is_in(lines.iter().copied());
    order_line::Entity::update_many().set(row).filter(these).exec(tx).await?;
    Ok(())
}

/// An order's rides are on the trips that its lines are on.
async fn ride_on(
    tx: &DatabaseTransaction,
    bundle: &mut Bundle,
    rides: &BTreeMap<i32, &Move>,
    trips: &[Arc<TripView>],
) -> Result<(), Fault> {
    for (position, to) in rides {
        let trip = trips.iter().find(|trip| trip.id == to.space).ok_or_else(|| Fault::new("a move to no trip"))?;
        let lost = || Fault::new("a move to a stop that the trip has not");
        let (from, alight) = (trip.call(to.from_call).ok_or_else(lost)?, trip.call(to.to_call).ok_or_else(lost)?);
        for segment in bundle.segments.iter_mut().filter(|segment| segment.position == *position) {
            (segment.trip_id, segment.from_call, segment.to_call) = (to.space, to.from_call, to.to_call);
            (segment.departs_at, segment.arrives_at) = (from.departure, alight.arrival);
            let row = order_segment::ActiveModel {
                order_id: Set(segment.order_id),
                position: Set(segment.position),
                trip_id: Set(segment.trip_id),
                from_call: Set(segment.from_call),
                to_call: Set(segment.to_call),
                departs_at: Set(segment.departs_at),
                arrives_at: Set(segment.arrives_at),
                ..Default::default()
            };
            order_segment::Entity::update(row).exec(tx).await?;
        }
    }
    let first = bundle.segments.iter().map(|segment| segment.departs_at).min();
    if let Some(first) = first.filter(|_| !rides.is_empty()) {
        let row = order::ActiveModel { id: Set(bundle.order.id), first_departure_at: Set(first), ..Default::default() };
        order::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}
