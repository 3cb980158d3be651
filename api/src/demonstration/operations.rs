//! What became of trips: most ran, some late, and a few not at all.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use ::entity::trip;

use crate::features::audit::Change;
use crate::features::network::TripState;

use super::World;
use super::log::Log;

/// Of a thousand trips.
const CANCELLED: usize = 7;
/// Of a hundred.
const LATE: usize = 8;
/// Delays that are not known yet are of trips that leave later.
const AHEAD: TimeDelta = TimeDelta::hours(3);

/// When a trip that does not run was cancelled.
pub fn cancelled_at(departs_at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    (departs_at - TimeDelta::hours(2)).min(now - TimeDelta::minutes(5))
}

/// Cancels a trip, makes it late or lets it arrive. What was sold by others is not cancelled: its money would have to go back.
pub fn report(world: &World<'_>, trip: &mut trip::Model, sold: bool, log: &mut Log) {
    let (ids, now) = (&world.app.ids, world.now);
    if trip.state != TripState::Scheduled.as_str() || trip.departs_at > now + AHEAD {
        return;
    }
    // With a crew it was looked at before.
    let new = trip.crew_version == 0 && trip.delay_minutes == 0;
    if new && !sold && ids.below(1000) < CANCELLED {
        trip.state = TripState::Cancelled.as_str().to_owned();
        return;
    }
    if new && ids.below(100) < LATE {
        trip.delay_minutes = [5, 5, 10, 10, 10, 15, 15, 20, 20, 25, 30, 40, 50, 60][ids.below(14)];
        let at = (trip.departs_at - TimeDelta::minutes(10)).min(now);
        let change = Change::of(json!({ "delayMinutes": 0 }), json!({ "delayMinutes": trip.delay_minutes }));
        log.add(at, world.staff.dispatcher, "DELAY_TRIP", format!("trip:{}", trip.id), change);
    }
    if trip.arrives_at + TimeDelta::minutes(i64::from(trip.delay_minutes)) <= now {
        trip.state = TripState::Arrived.as_str().to_owned();
    }
}

/// A cancelled trip as the log tells of it, with how many orders were returned.
pub fn told_cancelled(world: &World<'_>, trip: &trip::Model, orders: usize, log: &mut Log) {
    let change = Change::of(
        json!({ "state": TripState::Scheduled.as_str() }),
        json!({ "state": TripState::Cancelled.as_str(), "ordersReturned": orders }),
    );
    let at = cancelled_at(trip.departs_at, world.now);
    log.add(at, world.staff.dispatcher, "CANCEL_TRIP", format!("trip:{}", trip.id), change);
}
