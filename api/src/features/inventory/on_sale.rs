use chrono::{DateTime, TimeDelta, Utc};

use crate::features::network::{FarePrice, Network, TripView};
use crate::graphql::NotOnSaleReason;

/// Sale on the site ends so long before departure from the passenger's own stop.
pub const SALE_CLOSES: TimeDelta = TimeDelta::minutes(5);

/// Whether a ride from call to call is sold now on the site, and for how much.
pub fn on_sale(
    network: &Network,
    trip: &TripView,
    from: i32,
    to: i32,
    now: DateTime<Utc>,
) -> Result<FarePrice, NotOnSaleReason> {
    let call = |n: i32| usize::try_from(n).ok().and_then(|n| trip.calls.get(n));
    let (Some(board), Some(alight)) = (call(from), call(to)) else { return Err(NotOnSaleReason::NoBoardingHere) };
    if from >= to || !board.boarding || !alight.alighting {
        return Err(NotOnSaleReason::NoBoardingHere);
    }
    let leaves = board.departure + TimeDelta::minutes(i64::from(trip.delay_minutes.max(0)));
    match trip.state.as_str() {
        "CANCELLED" => return Err(NotOnSaleReason::Cancelled),
        "ARRIVED" => return Err(NotOnSaleReason::Departed),
        _ if leaves <= now => return Err(NotOnSaleReason::Departed),
        _ if trip.road_closed => return Err(NotOnSaleReason::RoadClosed),
        _ if trip.sale_closed || trip.carrier.blocked || leaves - SALE_CLOSES <= now => {
            return Err(NotOnSaleReason::Closed);
        }
        _ => {}
    }
    if !trip.route.online_sale {
        return Err(NotOnSaleReason::NotSoldOnline);
    }
    network.price(trip.route.id, &board.stop, &alight.stop).ok_or(NotOnSaleReason::NoPrice)
}
