//! The timetable in memory: immutable, shared by everybody, replaced as a whole when an import has changed it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use async_graphql::Enum;
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use domain::seat_map::SeatMap;
use domain::station::Opening;
use domain::text::SearchKey;
use domain::timetable::{CallTimes, ServiceDays};
use entity::Names;
use uuid::Uuid;

use super::tariff_rules::{TariffRules, route_tags};
use crate::features::site::Settings;

/// What kind of a stop it is.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum StopKind {
    /// A bus or railway station, possibly with platforms.
    Station,
    /// A stop in the street or a small station without platforms.
    Stop,
    /// A platform of a station.
    Platform,
    /// A border crossing: nobody boards or alights.
    Border,
}

/// What runs on a route.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RouteKind {
    Bus,
    Rail,
}

/// A town.
#[derive(Debug)]
pub struct Place {
    /// Position in [`Network::places`].
    pub index: u32,
    pub id: Uuid,
    pub names: Names,
    pub latitude: f64,
    pub longitude: f64,
    /// The office has made it.
    pub own: bool,
}

#[derive(Debug)]
pub struct Stop {
    /// Position in [`Network::stops`].
    pub index: u32,
    pub id: Uuid,
    pub code: String,
    pub names: Names,
    pub kind: StopKind,
    pub place: Option<Arc<Place>>,
    /// The station of a platform.
    pub parent: Option<Uuid>,
    /// Of the clock on its wall.
    pub zone: Tz,
    /// What is written on the platform's sign.
    pub platform: Option<String>,
    pub latitude: f64,
    pub longitude: f64,
    /// For passengers.
    pub phone: Option<String>,
    pub address: Option<Names>,
    /// Empty: not known.
    pub openings: Vec<Opening>,
    /// False: no longer in use.
    pub active: bool,
    /// The office has made it.
    pub own: bool,
    /// Fare zones, as numbers of [`Fares`].
    pub(super) zones: Vec<u32>,
}

#[derive(Debug)]
pub struct Carrier {
    pub id: Uuid,
    pub code: String,
    pub names: Names,
    pub zone: Tz,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
    /// False: no longer in the timetable.
    pub active: bool,
    /// Nothing of it is on sale.
    pub blocked: bool,
}

/// A vehicle as passengers know it.
#[derive(Debug)]
pub struct Vehicle {
    pub id: Uuid,
    pub plate: String,
    /// Make and model.
    pub make: String,
}

#[derive(Debug)]
pub struct Route {
    pub id: Uuid,
    pub code: String,
    pub number: String,
    pub names: Names,
    pub kind: RouteKind,
    /// minibus, coach, vip, suburban, doubledecker, rail.
    pub service_class: String,
    /// RRGGBB.
    pub color: Option<String>,
    pub position: i32,
    pub carrier: Arc<Carrier>,
    pub online_sale: bool,
    pub passport_required: bool,
    /// Codes: ac, toilet, usb, wifi, tv, buffet, blanket.
    pub amenities: Vec<String>,
    /// Number of the feed, for its fares.
    pub(super) feed: u32,
}

impl Route {
    /// By which tariff rules find it.
    pub fn tags(&self) -> Vec<&str> {
        route_tags(&self.service_class, self.kind == RouteKind::Rail, self.passport_required)
    }
}

/// One stop of a pattern.
#[derive(Debug, Clone, Copy)]
pub struct PatternStop {
    /// Position in [`Network::stops`].
    pub stop: u32,
    pub boarding: bool,
    pub alighting: bool,
    /// From the first stop.
    pub metres: Option<i32>,
    /// Between two stops with the same number nobody is carried.
    pub cabotage: Option<u8>,
}

/// The ordered stops of trips.
#[derive(Debug)]
pub struct Pattern {
    pub route: Arc<Route>,
    pub stops: Vec<PatternStop>,
    /// Positions in [`Network::schedules`], by departure from the first stop.
    pub schedules: Vec<u32>,
}

/// A recurring departure.
#[derive(Debug)]
pub struct Schedule {
    pub id: Uuid,
    pub series_id: Uuid,
    /// Position in [`Network::patterns`].
    pub pattern: u32,
    pub days: Arc<ServiceDays>,
    pub number: String,
    pub headsign: Arc<Names>,
    pub zone: Tz,
    /// Seconds since noon minus 12 hours of the service date in `zone`, for each stop.
    pub times: Box<[CallTimes]>,
    pub sale: SaleWindow,
}

/// When seats are sold, where that is not as everywhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SaleWindow {
    /// Days before the day of departure.
    pub opens_days: Option<i32>,
    /// Minutes before departure from the passenger's own stop.
    pub closes_minutes: Option<i32>,
}

/// Prices that the office has set for a route, from station to station.
#[derive(Debug)]
pub(super) struct PriceList {
    pub first: NaiveDate,
    pub last: Option<NaiveDate>,
    /// Bit 0 is Monday, bit 6 Sunday.
    pub weekdays: u8,
    /// Whose seats alone.
    pub seat_class: Option<String>,
    pub prices: HashMap<(Uuid, Uuid), FarePrice>,
}

impl PriceList {
    fn holds_on(&self, date: NaiveDate) -> bool {
        self.first <= date
            && self.last.is_none_or(|last| date <= last)
            && self.weekdays & (1 << date.weekday().num_days_from_monday()) != 0
    }
}

/// What an adult pays from stop to stop, without fees; a child with a seat and an infant where the tariff says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FarePrice {
    pub amount_minor: i64,
    /// ISO 4217.
    pub currency: String,
    /// The tariff's code of the fare.
    pub product: String,
    pub child_minor: Option<i64>,
    pub infant_minor: Option<i64>,
    /// Classes of seats that have a list of their own, with what an adult pays there; in the order in which lists decide.
    pub classes: Vec<(String, i64)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum FareScope {
    Route(Uuid),
    Feed(u32),
}

/// Where a fare applies; a missing zone means any.
pub(super) type FareKey = (FareScope, Option<u32>, Option<u32>);

/// Fares with their place in the tariff.
#[derive(Default, Debug)]
pub(super) struct Fares {
    pub by_scope: HashMap<FareKey, (i32, FarePrice)>,
}

impl Fares {
    /// The most specific fare: of the route before the whole feed, of both zones before one or none; among equals the
    /// tariff's first.
    fn find(&self, route: &Route, from: &[u32], to: &[u32]) -> Option<&FarePrice> {
        for scope in [FareScope::Route(route.id), FareScope::Feed(route.feed)] {
            let zones = |zones: &[u32], any: bool| -> Vec<Option<u32>> {
                if any { vec![None] } else { zones.iter().copied().map(Some).collect() }
            };
            for (any_from, any_to) in [(false, false), (false, true), (true, false), (true, true)] {
                let (from, to) = (zones(from, any_from), zones(to, any_to));
                let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (scope, *from, *to)));
                let best = pairs.filter_map(|key| self.by_scope.get(&key)).min_by_key(|(position, _)| *position);
                if let Some((_, price)) = best {
                    return Some(price);
                }
            }
        }
        None
    }
}

/// Something that a person may type as from or to.
pub struct Searchable {
    pub target: Target,
    pub(super) keys: Vec<SearchKey>,
    /// Departures in the timetable: the busier of two equal matches comes first.
    pub weight: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Target {
    /// Position in [`Network::places`].
    Place(u32),
    /// Position in [`Network::stops`].
    Station(u32),
}

/// The timetable at a version.
pub struct Network {
    /// Grows with each import.
    pub version: i64,
    /// As they were when the timetable was read; a change makes it be read anew.
    pub settings: Settings,
    pub places: Vec<Arc<Place>>,
    pub stops: Vec<Arc<Stop>>,
    pub patterns: Vec<Pattern>,
    pub schedules: Vec<Schedule>,
    /// For each stop: patterns that call there, and at which position.
    pub calls_at: Vec<Vec<(u32, u16)>>,
    pub(super) carriers: HashMap<Uuid, Arc<Carrier>>,
    pub(super) vehicles: HashMap<Uuid, Arc<Vehicle>>,
    pub(super) routes: HashMap<Uuid, Arc<Route>>,
    pub(super) seat_maps: HashMap<Uuid, Arc<SeatMap>>,
    pub(super) fares: Fares,
    /// Of each route, the one that decides first.
    pub(super) price_lists: HashMap<Uuid, Vec<PriceList>>,
    pub(super) rules: TariffRules,
    pub(super) stop_index: HashMap<Uuid, u32>,
    pub(super) place_index: HashMap<Uuid, u32>,
    pub(super) schedule_index: HashMap<Uuid, u32>,
    /// Stops (stations, platforms and stops in the street) of each place.
    pub(super) stops_of_place: Vec<Vec<u32>>,
    /// Platforms of each station.
    pub(super) platforms: HashMap<Uuid, Vec<u32>>,
    pub(super) searchables: Vec<Searchable>,
}

/// The pair as price lists name it.
fn stations(from: &Stop, to: &Stop) -> (Uuid, Uuid) {
    (from.parent.unwrap_or(from.id), to.parent.unwrap_or(to.id))
}

/// Names found by their very letters that leave room for similar ones.
const FEW: usize = 3;

impl Network {
    pub fn stop(&self, id: Uuid) -> Option<&Arc<Stop>> {
        self.stop_index.get(&id).map(|index| &self.stops[*index as usize])
    }

    pub fn place(&self, id: Uuid) -> Option<&Arc<Place>> {
        self.place_index.get(&id).map(|index| &self.places[*index as usize])
    }

    pub fn route(&self, id: Uuid) -> Option<&Arc<Route>> {
        self.routes.get(&id)
    }

    /// Those in use, in no order.
    pub fn routes(&self) -> impl Iterator<Item = &Arc<Route>> {
        self.routes.values()
    }

    pub fn carrier(&self, id: Uuid) -> Option<&Arc<Carrier>> {
        self.carriers.get(&id)
    }

    /// Carriers in the timetable, by code.
    pub fn carriers(&self) -> Vec<&Arc<Carrier>> {
        let mut carriers: Vec<_> = self.carriers.values().filter(|carrier| carrier.active).collect();
        carriers.sort_by(|a, b| a.code.cmp(&b.code));
        carriers
    }

    pub fn vehicle(&self, id: Uuid) -> Option<&Arc<Vehicle>> {
        self.vehicles.get(&id)
    }

    /// Routes of a carrier, by number.
    pub fn routes_of(&self, carrier: Uuid) -> Vec<&Arc<Route>> {
        let mut routes: Vec<_> = self.routes.values().filter(|route| route.carrier.id == carrier).collect();
        routes.sort_by(|a, b| (&a.number, a.position).cmp(&(&b.number, b.position)));
        routes
    }

    pub fn rules(&self) -> &TariffRules {
        &self.rules
    }

    pub fn schedule(&self, id: Uuid) -> Option<&Schedule> {
        self.schedule_index.get(&id).map(|index| &self.schedules[*index as usize])
    }

    pub fn seat_map(&self, id: Uuid) -> Option<&Arc<SeatMap>> {
        self.seat_maps.get(&id)
    }

    /// The adult price on a route from stop to stop, for trips that leave on `date`; `None` where the pair is not sold.
    /// The office's list that was made last and holds on that date decides alone, before the tariff.
    pub fn price(&self, route_id: Uuid, from: &Stop, to: &Stop, date: NaiveDate) -> Option<FarePrice> {
        let route = self.routes.get(&route_id)?;
        let (pair, lists) = (stations(from, to), || self.lists_of(route).filter(|list| list.holds_on(date)));
        let list = lists().find(|list| list.seat_class.is_none());
        let mut price = match list {
            Some(list) => list.prices.get(&pair),
            None => self.fares.find(route, &from.zones, &to.zones),
        }
        .cloned()?;
        for list in lists() {
            let (Some(class), Some(own)) = (&list.seat_class, list.prices.get(&pair)) else { continue };
            if own.currency == price.currency && !price.classes.iter().any(|(known, _)| known == class) {
                price.classes.push((class.clone(), own.amount_minor));
            }
        }
        Some(price)
    }

    /// A price of the pair on some date: that it is sold at all, and for about how much.
    pub fn fare(&self, route: &Route, from: &Stop, to: &Stop) -> Option<&FarePrice> {
        let mut lists = self.lists_of(route).filter(|list| list.seat_class.is_none());
        let listed = lists.find_map(|list| list.prices.get(&stations(from, to)));
        listed.or_else(|| self.fares.find(route, &from.zones, &to.zones))
    }

    fn lists_of(&self, route: &Route) -> impl Iterator<Item = &PriceList> {
        self.price_lists.get(&route.id).into_iter().flatten()
    }

    /// The station of a platform, the stop itself otherwise.
    pub fn station_of<'a>(&'a self, stop: &'a Arc<Stop>) -> &'a Arc<Stop> {
        stop.parent.and_then(|parent| self.stop(parent)).unwrap_or(stop)
    }

    /// Where one boards or alights for a stop: itself, or the platforms of a station.
    pub fn platforms_of(&self, stop: &Stop) -> Vec<u32> {
        let mut stops = vec![stop.index];
        stops.extend(self.platforms.get(&stop.id).into_iter().flatten());
        stops
    }

    /// Signs of the platforms of the station that a stop belongs to, as they are numbered.
    pub fn signs_at(&self, stop: &Arc<Stop>) -> Vec<String> {
        let station = self.station_of(stop);
        let platforms = self.platforms.get(&station.id).into_iter().flatten();
        let mut signs: Vec<String> =
            platforms.filter_map(|index| self.stops.get(*index as usize)?.platform.clone()).collect();
        signs.sort_by_key(|sign| {
            (
                sign.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(u32::MAX),
                sign.clone(),
            )
        });
        signs.dedup();
        signs
    }

    /// All stops of a place, platforms included.
    pub fn stops_of(&self, place: &Place) -> &[u32] {
        self.stops_of_place.get(place.index as usize).map_or(&[], Vec::as_slice)
    }

    /// All stops for what a person searched.
    pub fn stops_of_target(&self, target: Target) -> Vec<u32> {
        match target {
            Target::Place(place) => self.stops_of_place[place as usize].clone(),
            Target::Station(stop) => self.platforms_of(&self.stops[stop as usize]),
        }
    }

    /// Stations and stops that stand for themselves, the busiest first; not border points.
    pub fn stations(&self) -> Vec<(&Arc<Stop>, u32)> {
        let mut stations: Vec<_> = self
            .stops
            .iter()
            .filter(|stop| stop.parent.is_none() && matches!(stop.kind, StopKind::Station | StopKind::Stop))
            .map(|stop| (stop, self.departures_at(stop)))
            .filter(|(_, departures)| *departures > 0)
            .collect();
        stations.sort_by(|(a, busy_a), (b, busy_b)| {
            (b.kind == StopKind::Station, busy_b, &a.names.ru).cmp(&(a.kind == StopKind::Station, busy_a, &b.names.ru))
        });
        stations
    }

    /// Recurring departures from a stop or from a platform of it.
    pub fn departures_at(&self, stop: &Stop) -> u32 {
        self.departures_from(&self.platforms_of(stop))
    }

    /// Recurring departures that call at a stop or at a platform of it, whether or not one boards there.
    pub fn calls_of(&self, stop: &Stop) -> usize {
        let stops = self.platforms_of(stop);
        let calls = stops.iter().flat_map(|stop| &self.calls_at[*stop as usize]);
        let patterns: HashSet<u32> = calls.map(|(pattern, _)| *pattern).collect();
        patterns.iter().map(|pattern| self.patterns[*pattern as usize].schedules.len()).sum()
    }

    pub(super) fn departures_from(&self, stops: &[u32]) -> u32 {
        let calls = stops.iter().flat_map(|stop| &self.calls_at[*stop as usize]);
        let patterns = calls.filter_map(|(pattern, position)| {
            let pattern = &self.patterns[*pattern as usize];
            pattern.stops[usize::from(*position)].boarding.then_some(pattern)
        });
        patterns.map(|pattern| u32::try_from(pattern.schedules.len()).unwrap_or(0)).sum()
    }

    /// The towns with most departures.
    pub fn busiest(&self, first: usize) -> Vec<Target> {
        let mut places: Vec<&Searchable> =
            self.searchables.iter().filter(|searchable| matches!(searchable.target, Target::Place(_))).collect();
        places.sort_by_key(|searchable| std::cmp::Reverse(searchable.weight));
        places.into_iter().take(first).map(|searchable| searchable.target).collect()
    }

    /// What a query may mean, the best first; where few names bear it, those that are a letter or two away as well.
    pub fn find(&self, query: &str, first: usize) -> Vec<Target> {
        use domain::text::{exact_score, misspelled_score};
        let query = SearchKey::new(query);
        let mut found = self.scored(|key| exact_score(&query, key));
        if found.is_empty()
            && let Some(stem) = domain::text::without_ending(&query)
        {
            found = self.scored(|key| exact_score(&stem, key).filter(|score| *score >= 950));
        }
        if found.len() < FEW {
            // «Каракул» is a town, and a letter away from another.
            let similar = self.scored(|key| misspelled_score(&query, key));
            let known: Vec<Target> = found.iter().map(|(_, searchable)| searchable.target).collect();
            found.extend(similar.into_iter().filter(|(_, searchable)| !known.contains(&searchable.target)));
        }
        // A town stands before its stations where both match.
        found.sort_by_key(|(score, searchable)| {
            let place = matches!(searchable.target, Target::Place(_));
            (
                std::cmp::Reverse((*score, place, searchable.weight)),
                searchable.keys.first().map(|key| key.whole().len()),
            )
        });
        found.into_iter().take(first).map(|(_, searchable)| searchable.target).collect()
    }

    fn scored(&self, score: impl Fn(&SearchKey) -> Option<u32>) -> Vec<(u32, &Searchable)> {
        self.searchables
            .iter()
            .filter_map(|searchable| Some((searchable.keys.iter().filter_map(&score).max()?, searchable)))
            .collect()
    }
}
