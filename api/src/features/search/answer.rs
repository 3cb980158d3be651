//! Putting an answer together: the timetable in memory, then the trips of the asked date and their free seats.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::price::Party;
use super::ride::{Changes, Piece, Ride, StopSet, count, direct_pieces, fare, is_sold, rides};
use super::types::{Journey, JourneySegment, JourneyState};
use crate::app::App;
use crate::features::inventory::{Looked, cheapest, class_prices, on_sale, states};
use crate::features::network::{Network, Sale, Target, TripView, trip_views};
use crate::features::promotion::used_up;
use crate::platform::Fault;
use domain::quota::Buyer;

/// Days before and after that are counted.
const NEIGHBOURS: i64 = 3;

/// What is looked for.
pub struct Search {
    pub from: Target,
    pub to: Target,
    pub date: NaiveDate,
    pub party: Party,
    pub buyer: Buyer,
    /// False: direct rides only.
    pub changes: bool,
}

/// A day with its number of journeys and the least price for an adult in minor units.
pub struct Day {
    pub date: NaiveDate,
    pub journeys: usize,
    pub price: Option<(i64, String)>,
}

pub struct Answer {
    /// By departure.
    pub journeys: Vec<Journey>,
    pub days: Vec<Day>,
}

/// Finds what there is.
pub async fn answer(app: &App, network: &Network, search: &Search) -> Result<Answer, Fault> {
    let now = app.clock.now();
    let (from, to) = (network.stops_of_target(search.from), network.stops_of_target(search.to));
    let to_set = StopSet::new(network, &to);
    let pieces = direct_pieces(network, &from, &to_set);
    let bounds = Bounds::new(network, &from, now);
    let direct: Vec<Vec<Ride>> = if bounds.contains(search.date) {
        rides(network, &pieces, search.date).into_iter().map(|ride| vec![ride]).collect()
    } else {
        Vec::new()
    };
    let mut journeys = fill(app, network, search, direct, &from, &to_set, now).await?;
    let is_sold_directly = journeys.iter().any(|journey| {
        matches!(journey.state_now(), JourneyState::OnSale | JourneyState::SoldOut | JourneyState::Departed)
    });
    let changes = (search.changes && !is_sold_directly).then(|| Changes::new(network, &from, &to));
    let changes = changes.filter(|changes| !changes.is_empty());
    if let Some(changes) = changes.as_ref().filter(|_| bounds.contains(search.date)) {
        let pairs = changes.journeys(network, search.date).into_iter().map(|pair| pair.to_vec()).collect();
        journeys.extend(fill(app, network, search, pairs, &from, &to_set, now).await?);
        journeys.sort_by_key(|journey| (journey.first().departure, journey.last().arrival));
    }
    let days = (-NEIGHBOURS..=NEIGHBOURS)
        .map(|shift| search.date + TimeDelta::days(shift))
        .map(|date| day(network, &pieces, changes.as_ref(), date, &bounds))
        .collect();
    Ok(Answer { journeys, days })
}

/// Dates on which something may be found: from today by the clock of the boarding stop to the last day of sale.
struct Bounds {
    first: NaiveDate,
    last: NaiveDate,
}

impl Bounds {
    fn new(network: &Network, from: &[u32], now: DateTime<Utc>) -> Self {
        let zone = from.first().map_or(chrono_tz::Tz::UTC, |stop| network.stops[*stop as usize].zone);
        let first = now.with_timezone(&zone).date_naive();
        Self { first, last: first + TimeDelta::days(i64::from(network.settings.sale_days_ahead)) }
    }

    fn contains(&self, date: NaiveDate) -> bool {
        (self.first..=self.last).contains(&date)
    }
}

fn day(network: &Network, pieces: &[Piece], changes: Option<&Changes>, date: NaiveDate, bounds: &Bounds) -> Day {
    if !bounds.contains(date) {
        return Day { date, journeys: 0, price: None };
    }
    let running: Vec<Piece> = pieces.iter().copied().filter(|piece| count(network, &[*piece], date) > 0).collect();
    let mut journeys = count(network, &running, date);
    let sold = running.iter().filter(|piece| is_sold(network, **piece));
    let mut prices: Vec<(i64, String)> =
        sold.filter_map(|piece| fare(network, *piece)).map(|fare| (fare.amount_minor, fare.currency.clone())).collect();
    if prices.is_empty()
        && let Some(changes) = changes
    {
        let pairs = changes.journeys(network, date);
        journeys += pairs.len();
        prices.extend(pairs.iter().filter_map(|pair| {
            let fares = [fare(network, pair[0].piece)?, fare(network, pair[1].piece)?];
            let same = fares[0].currency == fares[1].currency;
            same.then(|| (fares[0].amount_minor + fares[1].amount_minor, fares[0].currency.clone()))
        }));
    }
    Day { date, journeys, price: prices.into_iter().min() }
}

/// Reads the trips of the rides and their free seats: one query each at most.
async fn fill(
    app: &App,
    network: &Network,
    search: &Search,
    found: Vec<Vec<Ride>>,
    from: &[u32],
    to: &StopSet,
    now: DateTime<Utc>,
) -> Result<Vec<Journey>, Fault> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = found.iter().flatten().map(|ride| ride.trip).collect();
    let views = trip_views(app, &ids).await?;
    let from_set = StopSet::new(network, from);
    let mut journeys: Vec<Vec<JourneySegment>> = Vec::with_capacity(found.len());
    'journeys: for rides in found {
        let mut segments = Vec::with_capacity(rides.len());
        let direct = rides.len() == 1;
        for ride in rides {
            let Some(segment) = segment(network, &views, ride, direct.then_some((&from_set, to)), (now, &search.buyer))
            else {
                continue 'journeys;
            };
            segments.push(segment);
        }
        journeys.push(segments);
    }
    let used_up = used_up(app, network).await?;
    let asked: Vec<Uuid> = journeys.iter().flatten().map(|segment| segment.view.id).collect();
    let states = states(app, &asked).await?;
    for segment in journeys.iter_mut().flatten() {
        let Some(state) = states.get(&segment.view.id) else { continue };
        let (from, to) = (segment.board().sequence, segment.alight().sequence);
        segment.seats_left = state.seats_left(&segment.view, &search.buyer, from, to, now);
        if let Some(fare) = &segment.fare {
            let looked = Looked { trip: &segment.view, state, buyer: &search.buyer, from, to };
            segment.prices = Arc::new(class_prices(network, &looked, fare, &used_up, now));
        }
    }
    Ok(journeys.into_iter().map(|segments| journey(network, search, segments, &used_up, now)).collect())
}

/// The ride on its trip. A trip that was sold before the timetable changed has other calls than the timetable: then
/// the stops are looked for among its own.
fn segment(
    network: &Network,
    views: &HashMap<Uuid, Arc<TripView>>,
    ride: Ride,
    ends: Option<(&StopSet, &StopSet)>,
    (now, buyer): (DateTime<Utc>, &Buyer),
) -> Option<JourneySegment> {
    let view = views.get(&ride.trip)?;
    let pattern = &network.patterns[ride.piece.pattern as usize];
    let same = |position: u16| {
        let index = usize::from(position);
        view.calls.get(index).filter(|call| call.stop.index == pattern.stops[index].stop).map(|_| index)
    };
    let (from, to) = match (same(ride.piece.from), same(ride.piece.to), ends) {
        (Some(from), Some(to), _) => (from, to),
        (_, _, Some((from_set, to_set))) => {
            let to = view.calls.iter().rposition(|call| to_set.contains(call.stop.index) && call.alighting)?;
            let from = view.calls[..to].iter().rposition(|call| from_set.contains(call.stop.index) && call.boarding)?;
            (from, to)
        }
        _ => return None,
    };
    let (board, alight) = (&view.calls[from], &view.calls[to]);
    let sale = on_sale(network, view, (board.sequence, alight.sequence), now, buyer);
    let (fare, reason) = match sale {
        Ok(fare) => (Some(fare), None),
        Err(reason) => (network.price(view.route.id, &board.stop, &alight.stop, view.service_date), Some(reason)),
    };
    Some(JourneySegment { view: Arc::clone(view), from, to, fare, prices: Arc::default(), seats_left: 0, reason })
}

fn journey(
    network: &Network,
    search: &Search,
    segments: Vec<JourneySegment>,
    used_up: &HashSet<Uuid>,
    now: DateTime<Utc>,
) -> Journey {
    // Nothing where a ride has no price, or they are of several currencies.
    fn sum(segments: &[JourneySegment], each: &dyn Fn(&JourneySegment) -> Option<i64>) -> Option<(i64, String)> {
        let currency = &segments.first()?.fare.as_ref()?.currency;
        let same = segments.iter().all(|one| one.fare.as_ref().is_some_and(|fare| fare.currency == *currency));
        let all: Option<Vec<i64>> = segments.iter().map(each).collect();
        Some((all.filter(|_| same)?.into_iter().sum(), currency.clone()))
    }
    let of_party = |segment: &JourneySegment| {
        let (fare, price) = (segment.fare.as_ref()?, cheapest(&segment.prices)?);
        let day = segment.board().departure.with_timezone(&segment.board().stop.zone).date_naive();
        let sale = Sale::of(&segment.view.route, now, search.buyer.channel);
        Some(search.party.fare_minor(network, &sale, fare, &price.supplements, (day, used_up)))
    };
    let price_from = sum(&segments, &|segment| Some(cheapest(&segment.prices)?.minor()));
    let price_from_before = sum(&segments, &|segment| Some(cheapest(&segment.prices)?.before_minor));
    let price_total = sum(&segments, &|segment| Some(of_party(segment)?.0));
    let price_total_before = sum(&segments, &|segment| Some(of_party(segment)?.1));
    let seats = segments
        .iter()
        .map(|segment| search.party.seats(network, &Sale::of(&segment.view.route, now, search.buyer.channel)));
    let seats_needed = seats.max().unwrap_or(1);
    Journey { price_from, price_from_before, price_total, price_total_before, seats_needed, segments }
}
