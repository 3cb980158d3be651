use chrono::{DateTime, TimeDelta, Utc};
use domain::path::same_zone;

use crate::features::network::{FarePrice, Network, TripView};
use crate::graphql::NotOnSaleReason;

/// Sale on the site ends so long before departure from the passenger's own stop, where the office says nothing else.
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
    if same_zone(board.cabotage, alight.cabotage) {
        return Err(NotOnSaleReason::NotCarried);
    }
    if board.skipped || alight.skipped {
        return Err(NotOnSaleReason::StopSkipped);
    }
    let leaves = board.departure + TimeDelta::minutes(i64::from(trip.delay_minutes.max(0)));
    let closes = trip.sale.closes_minutes.map_or(SALE_CLOSES, |minutes| TimeDelta::minutes(minutes.into()));
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
    if !trip.route.online_sale {
        return Err(NotOnSaleReason::NotSoldOnline);
    }
    network.price(trip.route.id, &board.stop, &alight.stop, trip.service_date).ok_or(NotOnSaleReason::NoPrice)
}
