//! What on a trip asks for a dispatcher's attention.

use chrono::{DateTime, TimeDelta, Utc};

use crate::refund::RefundRules;

/// A trip without vehicle or driver is spoken of so long before it leaves.
const CREW_DUE: TimeDelta = TimeDelta::hours(3);
/// A trip that is boarding and has not been reported as gone is spoken of so long after it should be.
const REPORT_DUE: TimeDelta = TimeDelta::minutes(5);

/// In order of urgency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Alarm {
    /// Passengers have tickets for a road that is closed.
    RoadClosed,
    /// A paper of the vehicle, a driver or the carrier has run out.
    PaperExpired,
    /// The vehicle or a driver is on another trip at the same time.
    CrewBusy,
    /// Leaves soon, and nobody has said with which vehicle.
    NoVehicle,
    /// Leaves soon, and nobody has said who drives.
    NoDriver,
    /// Was reported as boarding and should have left.
    NotDeparted,
    /// So late that passengers may give tickets back for all of their price.
    VeryLate,
}

/// What is known of a trip.
#[derive(Clone, Copy)]
pub struct Watched {
    /// From the first stop, with the delay.
    pub departs_at: DateTime<Utc>,
    pub delay: TimeDelta,
    /// Somebody has reported that passengers are getting on.
    pub boarding: bool,
    /// Somebody has reported that it has left or arrived.
    pub gone: bool,
    pub cancelled: bool,
    pub road_closed: bool,
    pub sold: bool,
    pub vehicle: bool,
    pub driver: bool,
    pub expired: bool,
    pub busy: bool,
}

/// Without doubles, the most urgent first.
pub fn alarms(trip: &Watched, now: DateTime<Utc>) -> Vec<Alarm> {
    if trip.cancelled || trip.gone {
        return Vec::new();
    }
    let ahead = trip.departs_at > now;
    let soon = ahead && trip.departs_at - now <= CREW_DUE;
    let raised = [
        (trip.road_closed && trip.sold, Alarm::RoadClosed),
        (ahead && trip.expired, Alarm::PaperExpired),
        (ahead && trip.busy, Alarm::CrewBusy),
        (soon && !trip.vehicle, Alarm::NoVehicle),
        (soon && !trip.driver, Alarm::NoDriver),
        (trip.boarding && now - trip.departs_at >= REPORT_DUE, Alarm::NotDeparted),
        (trip.sold && trip.delay.num_minutes() > RefundRules::default().late_after_minutes, Alarm::VeryLate),
    ];
    raised.into_iter().filter_map(|(is, alarm)| is.then_some(alarm)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl FnOnce(&mut Watched), minutes_to_departure: i64, expected: &[Alarm]) {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let mut trip = Watched {
            departs_at: now + TimeDelta::minutes(minutes_to_departure),
            delay: TimeDelta::zero(),
            boarding: false,
            gone: false,
            cancelled: false,
            road_closed: false,
            sold: true,
            vehicle: true,
            driver: true,
            expired: false,
            busy: false,
        };
        change(&mut trip);
        assert_eq!(alarms(&trip, now), expected);
    }

    #[test]
    fn a_trip_asks_for_attention_while_something_can_be_done() {
        check(|_| {}, 60, &[]);
        check(|trip| trip.vehicle = false, 181, &[]);
        check(|trip| trip.vehicle = false, 180, &[Alarm::NoVehicle]);
        check(|trip| (trip.vehicle, trip.driver) = (false, false), 1, &[Alarm::NoVehicle, Alarm::NoDriver]);
        check(|trip| trip.vehicle = false, -1, &[]);
        check(|trip| trip.expired = true, 5000, &[Alarm::PaperExpired]);
        check(|trip| (trip.busy, trip.expired) = (true, true), 60, &[Alarm::PaperExpired, Alarm::CrewBusy]);
        check(|trip| trip.boarding = true, -4, &[]);
        check(|trip| trip.boarding = true, -5, &[Alarm::NotDeparted]);
        check(|trip| trip.road_closed = true, 60, &[Alarm::RoadClosed]);
        check(|trip| (trip.road_closed, trip.sold) = (true, false), 60, &[]);
        check(|trip| trip.delay = TimeDelta::minutes(60), 60, &[]);
        check(|trip| trip.delay = TimeDelta::minutes(61), 60, &[Alarm::VeryLate]);
    }

    #[test]
    fn what_is_over_asks_for_nothing() {
        for over in [|trip: &mut Watched| trip.cancelled = true, |trip: &mut Watched| trip.gone = true] {
            let all = |trip: &mut Watched| {
                (trip.road_closed, trip.expired, trip.busy, trip.vehicle, trip.boarding) =
                    (true, true, true, false, true);
                over(trip);
            };
            check(all, -60, &[]);
        }
    }
}
