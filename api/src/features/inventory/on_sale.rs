use chrono::{DateTime, TimeDelta, Utc};
use domain::path::same_zone;
use domain::quota::Buyer;

use crate::features::network::{FarePrice, Network, TripView};
use crate::graphql::NotOnSaleReason;

/// Sale ends so long before departure from the passenger's own stop, where the office says nothing else; a desk, from which
/// the vehicle can be seen, sells until it leaves.
const SALE_CLOSES: TimeDelta = TimeDelta::minutes(5);

/// Whether a ride from call to call is sold now to that buyer, and for how much.
pub fn on_sale(
    network: &Network,
    trip: &TripView,
    (from, to): (i32, i32),
    now: DateTime<Utc>,
    buyer: &Buyer,
) -> Result<FarePrice, NotOnSaleReason> {
    let call = |n: i32| usize::try_from(n).ok().and_then(|n| trip.calls.get(n));
    let (Some(board), Some(alight)) = (call(from), call(to)) else { return Err(NotOnSaleReason::NoBoardingHere) };
    if from >= to || !board.boarding || !alight.alighting {
        return Err(NotOnSaleReason::NoBoardingHere);
    }
    if same_zone(board.cabotage, alight.cabotage) {
        return Err(NotOnSaleReason::NotCarried);
    }
    if board.skipped || alight.skipped {
        return Err(NotOnSaleReason::StopSkipped);
    }
    let leaves = board.departure + TimeDelta::minutes(i64::from(trip.delay_minutes.max(0)));
    let usual = if buyer.staff { TimeDelta::zero() } else { SALE_CLOSES };
    let closes = trip.sale.closes_minutes.map_or(usual, |minutes| TimeDelta::minutes(minutes.into()));
    match trip.state.as_str() {
        "CANCELLED" => return Err(NotOnSaleReason::Cancelled),
        "ARRIVED" => return Err(NotOnSaleReason::Departed),
        _ if leaves <= now => return Err(NotOnSaleReason::Departed),
        _ if trip.road_closed => return Err(NotOnSaleReason::RoadClosed),
        _ if trip.sale_closed || trip.carrier.blocked => return Err(NotOnSaleReason::Closed),
        _ if leaves - closes <= now => return Err(NotOnSaleReason::SaleEnded),
        _ => {}
    }
    let today = now.with_timezone(&board.stop.zone).date_naive();
    if trip.sale.opens_days.is_some_and(|days| trip.service_date > today + TimeDelta::days(days.into())) {
        return Err(NotOnSaleReason::NotYetOpen);
    }
    if !trip.route.online_sale && !buyer.staff {
        return Err(NotOnSaleReason::NotSoldOnline);
    }
    network.price(trip.route.id, &board.stop, &alight.stop, trip.service_date).ok_or(NotOnSaleReason::NoPrice)
}
