//! Finding rides in the timetable in memory: no database, no clock.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::path::same_zone;
use domain::timetable::{instant, service_dates};
use uuid::Uuid;

use crate::features::network::{FarePrice, Network, Route, trip_id};

/// Least time to change within a station, and between two stations of a town.
const SAME_STATION: TimeDelta = TimeDelta::minutes(30);
const SAME_TOWN: TimeDelta = TimeDelta::minutes(60);
/// Nobody is made to wait longer.
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(8);
/// Journeys with a change that are shown.
const MOST_CHANGES: usize = 20;

/// A piece of a pattern: from call to call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    pub pattern: u32,
    pub from: u16,
    pub to: u16,
}

/// A dated ride.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ride {
    pub departs: DateTime<Utc>,
    pub arrives: DateTime<Utc>,
    pub piece: Piece,
    pub trip: Uuid,
}

/// A set of stops by position.
pub struct StopSet(Vec<u64>);

impl StopSet {
    pub fn new(network: &Network, stops: &[u32]) -> Self {
        let mut bits = vec![0; network.stops.len().div_ceil(64)];
        for stop in stops {
            bits[*stop as usize / 64] |= 1 << (stop % 64);
        }
        Self(bits)
    }

    pub fn contains(&self, stop: u32) -> bool {
        self.0[stop as usize / 64] >> (stop % 64) & 1 == 1
    }
}

/// Pieces from one set of stops to another, one for each pattern: the last boarding before the first alighting that
/// is sold, or not sold where none is.
pub fn direct_pieces(network: &Network, from: &[u32], to: &StopSet) -> Vec<Piece> {
    let mut best: BTreeMap<u32, (bool, Piece)> = BTreeMap::new();
    for stop in from {
        for (pattern, position) in &network.calls_at[*stop as usize] {
            let stops = &network.patterns[*pattern as usize].stops;
            let start = usize::from(*position);
            if !stops[start].boarding {
                continue;
            }
            for (index, call) in stops.iter().enumerate().skip(start + 1) {
                if !to.contains(call.stop) || !call.alighting {
                    continue;
                }
                let Ok(end) = u16::try_from(index) else { continue };
                let piece = Piece { pattern: *pattern, from: *position, to: end };
                let sold = fare(network, piece).is_some();
                let better = best
                    .get(pattern)
                    .is_none_or(|(known, other)| (sold, other.to - other.from) > (*known, piece.to - piece.from));
                if better {
                    best.insert(*pattern, (sold, piece));
                }
            }
        }
    }
    best.into_values().map(|(_, piece)| piece).collect()
}

pub fn route_of(network: &Network, piece: Piece) -> &Route {
    &network.patterns[piece.pattern as usize].route
}

pub fn fare(network: &Network, piece: Piece) -> Option<&FarePrice> {
    let pattern = &network.patterns[piece.pattern as usize];
    let call = |position: u16| &pattern.stops[usize::from(position)];
    let stop = |position: u16| &network.stops[call(position).stop as usize];
    if same_zone(call(piece.from).cabotage, call(piece.to).cabotage) {
        return None;
    }
    network.fare(&pattern.route, stop(piece.from), stop(piece.to))
}

/// True when the piece can be bought on the site.
pub fn is_sold(network: &Network, piece: Piece) -> bool {
    route_of(network, piece).online_sale && fare(network, piece).is_some()
}

/// Rides on a piece that leave on `date` by the clock of the boarding stop, as (schedule, service date).
fn departures(network: &Network, piece: Piece, date: NaiveDate) -> impl Iterator<Item = (u32, NaiveDate)> {
    let pattern = &network.patterns[piece.pattern as usize];
    let stop_zone = network.stops[pattern.stops[usize::from(piece.from)].stop as usize].zone;
    pattern.schedules.iter().flat_map(move |index| {
        let schedule = &network.schedules[*index as usize];
        let seconds = schedule.times[usize::from(piece.from)][1];
        service_dates(date, seconds, schedule.zone, stop_zone)
            .filter(|day| schedule.days.contains(*day))
            .map(move |day| (*index, day))
    })
}

/// How many rides leave on that date.
pub fn count(network: &Network, pieces: &[Piece], date: NaiveDate) -> usize {
    pieces.iter().map(|piece| departures(network, *piece, date).count()).sum()
}

/// The rides that leave on that date, by departure.
pub fn rides(network: &Network, pieces: &[Piece], date: NaiveDate) -> Vec<Ride> {
    let mut rides: Vec<Ride> = pieces
        .iter()
        .flat_map(|piece| {
            departures(network, *piece, date).map(|(index, day)| {
                let schedule = &network.schedules[index as usize];
                let midnight = instant(day, 0, schedule.zone);
                let at = |seconds: i32| midnight + TimeDelta::seconds(i64::from(seconds));
                Ride {
                    departs: at(schedule.times[usize::from(piece.from)][1]),
                    arrives: at(schedule.times[usize::from(piece.to)][0]),
                    piece: *piece,
                    trip: trip_id(schedule.series_id, day),
                }
            })
        })
        .collect();
    rides.sort_unstable();
    rides
}

/// Where one may change on the way: for each town the pieces to it and from it.
pub struct Changes {
    towns: Vec<(Vec<Piece>, Vec<Piece>)>,
}

impl Changes {
    /// Only pieces that are sold on the site.
    pub fn new(network: &Network, from: &[u32], to: &[u32]) -> Self {
        // Nobody comes by the start again, nor passes the end on the way to it.
        let towns = |stops: &[u32]| -> Vec<u32> { stops.iter().filter_map(|stop| town(network, *stop)).collect() };
        let (start_towns, end_towns) = (towns(from), towns(to));
        let mut second: HashMap<u32, BTreeMap<u32, Piece>> = HashMap::new();
        for (pattern, end) in calls(network, to) {
            let stops = &network.patterns[pattern as usize].stops;
            if !stops[usize::from(end)].alighting {
                continue;
            }
            for start in (0..end).rev() {
                let call = stops[usize::from(start)];
                let Some(town) = town(network, call.stop) else { continue };
                if start_towns.contains(&town) {
                    break;
                }
                if call.boarding && !end_towns.contains(&town) {
                    let piece = Piece { pattern, from: start, to: end };
                    let known = second.entry(town).or_default().entry(pattern).or_insert(piece);
                    *known = shorter(*known, piece);
                }
            }
        }
        let mut first: BTreeMap<u32, BTreeMap<u32, Piece>> = BTreeMap::new();
        for (pattern, start) in calls(network, from) {
            let stops = &network.patterns[pattern as usize].stops;
            if !stops[usize::from(start)].boarding {
                continue;
            }
            for (end, call) in (0..).zip(stops).skip(usize::from(start) + 1) {
                let Some(town) = town(network, call.stop) else { continue };
                if end_towns.contains(&town) {
                    break;
                }
                if call.alighting && second.contains_key(&town) {
                    let piece = Piece { pattern, from: start, to: end };
                    let known = first.entry(town).or_default().entry(pattern).or_insert(piece);
                    *known = shorter(*known, piece);
                }
            }
        }
        let sold = |pieces: BTreeMap<u32, Piece>| -> Vec<Piece> {
            pieces.into_values().filter(|piece| is_sold(network, *piece)).collect()
        };
        let towns = first
            .into_iter()
            .filter_map(|(town, pieces)| Some((sold(pieces), sold(second.remove(&town)?))))
            .filter(|(first, second)| !first.is_empty() && !second.is_empty())
            .collect();
        Self { towns }
    }

    pub fn is_empty(&self) -> bool {
        self.towns.is_empty()
    }

    /// Journeys of two rides whose first leaves on that date; none that another beats by leaving later and arriving
    /// earlier.
    pub fn journeys(&self, network: &Network, date: NaiveDate) -> Vec<[Ride; 2]> {
        let mut found: Vec<[Ride; 2]> = Vec::new();
        for (first, second) in &self.towns {
            let first = rides(network, first, date);
            if first.is_empty() {
                continue;
            }
            let mut onward = Vec::new();
            // The first ride may take more than a day, and the clock of the change may be behind.
            let last =
                first.iter().map(|ride| ride.arrives).max().map_or(date, |at| at.date_naive()) + TimeDelta::days(1);
            for day in date.pred_opt().unwrap_or(date).iter_days().take_while(|day| *day <= last) {
                onward.extend(rides(network, second, day));
            }
            onward.sort_unstable();
            for ride in &first {
                found.extend(connection(network, *ride, &onward).map(|next| [*ride, next]));
            }
        }
        pareto(found)
    }
}

fn calls(network: &Network, stops: &[u32]) -> impl Iterator<Item = (u32, u16)> {
    stops.iter().flat_map(|stop| network.calls_at[*stop as usize].iter().copied())
}

fn town(network: &Network, stop: u32) -> Option<u32> {
    network.stops[stop as usize].place.as_ref().map(|place| place.index)
}

fn shorter(a: Piece, b: Piece) -> Piece {
    if b.to - b.from < a.to - a.from { b } else { a }
}

/// The ride that arrives first among those one can change to.
fn connection(network: &Network, ride: Ride, onward: &[Ride]) -> Option<Ride> {
    let station = |piece: Piece, position: u16| {
        let stop = network.patterns[piece.pattern as usize].stops[usize::from(position)].stop;
        network.station_of(&network.stops[stop as usize]).id
    };
    let here = station(ride.piece, ride.piece.to);
    let start = onward.partition_point(|next| next.departs < ride.arrives + SAME_STATION);
    onward[start..]
        .iter()
        .take_while(|next| next.departs <= ride.arrives + LONGEST_WAIT)
        .filter(|next| next.trip != ride.trip)
        .filter(|next| next.departs >= ride.arrives + SAME_TOWN || station(next.piece, next.piece.from) == here)
        .min_by_key(|next| (next.arrives, next.departs))
        .copied()
}

fn pareto(mut found: Vec<[Ride; 2]>) -> Vec<[Ride; 2]> {
    // Latest departure first: whoever arrives no earlier than one seen before is beaten.
    found.sort_by_key(|[first, second]| {
        (std::cmp::Reverse(first.departs), second.arrives, std::cmp::Reverse(second.departs))
    });
    let mut earliest: Option<DateTime<Utc>> = None;
    found.retain(|[_, second]| {
        let better = earliest.is_none_or(|earliest| second.arrives < earliest);
        if better {
            earliest = Some(second.arrives);
        }
        better
    });
    found.reverse();
    found.truncate(MOST_CHANGES);
    found
}
