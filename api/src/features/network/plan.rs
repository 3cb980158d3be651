//! From a feed to rows: ids made from codes and contents, so that the same feed always gives the same rows.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::path::PathStop;
use domain::seat_map::SeatMap;
use domain::timetable::shift_to_start;
use entity::{
    Names, carrier, fare, holiday, layout, pattern, place, route, schedule, seat_map, service, service_exception, stop,
    tariff_rule, vehicle,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::feed::{Feed, FeedTrip, index_of};
use super::feed_fares::zone_of_area;
use super::layouts::seat_map_row;
use super::places::{distance_km, places};
use super::report::ImportReport;
use super::side_files::{RouteSale, SideFiles};

/// Passengers on each leg of trips whose vehicle the feed doesn't tell.
pub(super) const UNKNOWN_VEHICLE_CAPACITY: i32 = 50;

/// All rows of a feed.
#[derive(Default)]
pub struct Plan {
    pub carriers: Vec<carrier::Model>,
    pub places: Vec<place::Model>,
    /// Stations before their platforms.
    pub stops: Vec<stop::Model>,
    pub layouts: Vec<layout::Model>,
    pub seat_maps: Vec<seat_map::Model>,
    pub routes: Vec<route::Model>,
    pub vehicles: Vec<vehicle::Model>,
    pub services: Vec<service::Model>,
    pub exceptions: Vec<service_exception::Model>,
    pub patterns: Vec<pattern::Model>,
    pub schedules: Vec<schedule::Model>,
    pub fares: Vec<fare::Model>,
    pub rules: Vec<tariff_rule::Model>,
    pub holidays: Vec<holiday::Model>,
}

/// Ids within a feed.
struct FeedIds {
    feed: Uuid,
}

impl FeedIds {
    fn new(feed: &str) -> Self {
        Self { feed: Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("beket feed {feed}").as_bytes()) }
    }

    fn id(&self, kind: &str, code: &str) -> Uuid {
        Uuid::new_v5(&self.feed, format!("{kind} {code}").as_bytes())
    }
}

/// The id of a series' trip on a date: the same after any number of imports.
pub fn trip_id(series: Uuid, service_date: chrono::NaiveDate) -> Uuid {
    Uuid::new_v5(&series, &chrono::Datelike::num_days_from_ce(&service_date).to_be_bytes())
}

fn json<T: serde::Serialize>(value: &T) -> String {
    // Strings, numbers and lists of them always have a JSON form.
    serde_json::to_string(value).unwrap_or_default()
}

/// Makes the rows of `feed`, named `name`.
pub fn plan(name: &str, feed: &Feed, side: &SideFiles, report: &mut ImportReport) -> Plan {
    let ids = FeedIds::new(name);
    let mut plan = Plan::default();
    for agency in &feed.agencies {
        plan.carriers.push(carrier::Model {
            id: ids.id("carrier", &agency.code),
            feed: name.to_owned(),
            code: agency.code.clone(),
            name: agency.name.clone(),
            time_zone: agency.zone.name().to_owned(),
            phone: agency.phone.clone(),
            email: agency.email.clone(),
            url: agency.url.clone(),
            active: true,
            legal_name: None,
            inn: None,
            address: None,
            director: None,
            bank: None,
            bank_account: None,
            blocked_at: None,
            tax_percent: None,
            blocked_reason: None,
            edited_at: None,
            version: 1,
        });
    }
    plan_stops(name, &ids, feed, &mut plan);
    plan_layouts(name, &ids, side, &mut plan);
    plan_vehicles(name, &ids, feed, side, &mut plan, report);
    let sales = plan_routes(name, &ids, feed, side, &mut plan, report);
    plan_services(name, &ids, feed, &mut plan);
    plan_schedules(name, &ids, feed, &sales, &mut plan, report);
    plan_fares(name, &ids, feed, &mut plan);
    for (position, rule) in (1..).zip(&side.rules) {
        plan.rules.push(tariff_rule::Model {
            code: rule.code.clone(),
            feed: name.to_owned(),
            position,
            kind: rule.kind.to_owned(),
            scopes: serde_json::json!(rule.scopes),
            terms: rule.terms.clone(),
            series: rule.code.clone(),
            carrier_id: None,
            routes: serde_json::json!([]),
            channels: serde_json::json!(rule.channels),
            valid_from: None,
            valid_to: None,
            edited_at: None,
            version: 1,
        });
    }
    for holiday in &side.holidays {
        plan.holidays.push(holiday::Model {
            date: holiday.date,
            name: holiday.name.clone(),
            kind: holiday.kind.clone(),
            non_working: holiday.non_working,
            shortened_day: holiday.shortened_day,
            certain: holiday.certain,
            edited_at: None,
            dropped: false,
            version: 1,
        });
    }
    plan
}

fn plan_stops(name: &str, ids: &FeedIds, feed: &Feed, plan: &mut Plan) {
    let (mut used, mut open) = (vec![false; feed.stops.len()], vec![false; feed.stops.len()]);
    let mut zone_of = vec![None; feed.stops.len()];
    for trip in &feed.trips {
        let zone = feed.agencies[feed.routes[trip.route].agency].zone;
        for call in &trip.calls {
            used[call.stop] = true;
            open[call.stop] |= call.boarding || call.alighting;
            zone_of[call.stop].get_or_insert(zone);
        }
    }
    let is_border = |stop: usize| used[stop] && !open[stop];
    let (feed_places, place_of) = places(feed, is_border);
    let place_id = |index: usize| ids.id("place", &feed_places[index].code);
    for (index, place) in feed_places.iter().enumerate() {
        plan.places.push(place::Model {
            id: place_id(index),
            feed: name.to_owned(),
            code: place.code.clone(),
            name: place.name.clone(),
            latitude: place.latitude,
            longitude: place.longitude,
            edited_at: None,
            version: 1,
        });
    }
    let mut zones_of_areas: HashMap<&str, String> = HashMap::new();
    for (index, stop) in feed.stops.iter().enumerate() {
        let mut zones: Vec<String> = stop.fare_zone.iter().cloned().collect();
        for area in feed.stop_areas.get(&stop.code).into_iter().flatten() {
            let zone = zones_of_areas.entry(area).or_insert_with(|| zone_of_area(area, &feed.stops, &feed.stop_areas));
            if !zones.contains(zone) {
                zones.push(zone.clone());
            }
        }
        let kind = match () {
            () if is_border(index) => "BORDER",
            () if stop.station => "STATION",
            () if stop.parent.is_some() => "PLATFORM",
            () => "STOP",
        };
        let zone = stop.zone.or(zone_of[index]).unwrap_or(feed.agencies[0].zone);
        plan.stops.push(stop::Model {
            id: ids.id("stop", &stop.code),
            feed: name.to_owned(),
            code: stop.code.clone(),
            name: stop.name.clone(),
            kind: kind.to_owned(),
            place_id: place_of[index].map(place_id),
            parent_id: stop.parent.map(|parent| ids.id("stop", &feed.stops[parent].code)),
            time_zone: zone.name().to_owned(),
            platform: stop.platform.clone(),
            zones: serde_json::json!(zones),
            latitude: stop.latitude,
            longitude: stop.longitude,
            active: true,
            edited_at: None,
            version: 1,
            phone: None,
            address: None,
            opening_hours: None,
        });
    }
    plan.stops.sort_by_key(|stop| stop.parent_id.is_some());
}

fn plan_layouts(name: &str, ids: &FeedIds, side: &SideFiles, plan: &mut Plan) {
    for layout in &side.layouts {
        let names = Names { ru: layout.title.ru.clone(), ky: layout.title.ky.clone(), en: layout.title.en.clone() };
        plan.layouts.push(layout::Model {
            id: ids.id("layout", &layout.code),
            feed: name.to_owned(),
            code: layout.code.clone(),
            name: names,
            vehicle_class: layout.vehicle_class.clone(),
            seat_count: i32::try_from(layout.seat_count()).unwrap_or(i32::MAX),
            standing_places: layout.standing_places.into(),
            decks: json(&layout.decks),
            version: 1,
            notes: layout.notes.clone(),
            edited: false,
            archived_at: None,
        });
    }
}

fn plan_vehicles(name: &str, ids: &FeedIds, feed: &Feed, side: &SideFiles, plan: &mut Plan, report: &mut ImportReport) {
    let agencies = index_of(&feed.agencies, |agency| &agency.code);
    for vehicle in &side.vehicles {
        if !agencies.contains_key(&vehicle.agency) {
            report.skip(
                "vehicles.csv",
                0,
                format!("vehicle \"{}\": agency \"{}\" is unknown", vehicle.code, vehicle.agency),
            );
            continue;
        }
        let layout = vehicle.layout.as_ref().and_then(|code| side.layouts.iter().find(|layout| layout.code == *code));
        plan.vehicles.push(vehicle::Model {
            id: ids.id("vehicle", &vehicle.code),
            feed: name.to_owned(),
            code: vehicle.code.clone(),
            carrier_id: ids.id("carrier", &vehicle.agency),
            layout_id: layout.map(|layout| ids.id("layout", &layout.code)),
            kind: layout.map_or_else(|| vehicle.kind.clone(), |layout| layout.vehicle_class.clone()),
            make: vehicle.make.clone(),
            year: vehicle.year,
            plate: vehicle.plate.clone(),
            seats: vehicle.seats,
            amenities: serde_json::json!(vehicle.amenities),
            baggage_places: vehicle.baggage_places,
            wheelchair_places: vehicle.wheelchair_places,
            active: true,
            edited_at: None,
            version: 1,
        });
    }
}

/// How a route's trips are seated.
struct Seating {
    seat_map_id: Option<Uuid>,
    capacity: i32,
    reserved: bool,
}

fn plan_routes(
    name: &str,
    ids: &FeedIds,
    feed: &Feed,
    side: &SideFiles,
    plan: &mut Plan,
    report: &mut ImportReport,
) -> Vec<Seating> {
    let sales: HashMap<&str, &RouteSale> = side.routes.iter().map(|sale| (sale.route.as_str(), sale)).collect();
    let mut amenities: HashMap<&str, (usize, BTreeMap<&str, usize>)> = HashMap::new();
    for vehicle in &side.vehicles {
        for route in &vehicle.routes {
            let (count, each) = amenities.entry(route).or_default();
            *count += 1;
            vehicle.amenities.iter().for_each(|amenity| *each.entry(amenity).or_default() += 1);
        }
    }
    let mut seatings = Vec::with_capacity(feed.routes.len());
    for route in &feed.routes {
        let sale = sales.get(route.code.as_str());
        let layout = sale.and_then(|sale| sale.layout.as_ref()).and_then(|code| {
            let found = side.layouts.iter().find(|layout| layout.code == *code);
            if found.is_none() {
                report.repair(
                    "route_vehicles.csv",
                    0,
                    format!("route \"{}\": layout \"{code}\" is unknown", route.code),
                );
            }
            found
        });
        let units = sale.map_or(1, |sale| sale.units);
        let map = layout.and_then(|layout| layout.seat_map(units).ok());
        seatings.push(seating(map.as_ref(), sale.is_some_and(|sale| sale.reserved), plan));
        let class = sale.map(|sale| sale.service_class.clone()).filter(|class| !class.is_empty());
        // What at least half of the route's usual vehicles have.
        let usual: Vec<&str> = amenities.get(route.code.as_str()).map_or_else(Vec::new, |(count, each)| {
            each.iter().filter(|(_, with)| **with * 2 >= *count).map(|(amenity, _)| *amenity).collect()
        });
        plan.routes.push(route::Model {
            id: ids.id("route", &route.code),
            feed: name.to_owned(),
            code: route.code.clone(),
            carrier_id: ids.id("carrier", &feed.agencies[route.agency].code),
            number: route.number.clone(),
            name: route.name.clone(),
            kind: if route.rail { "RAIL" } else { "BUS" }.to_owned(),
            service_class: class.unwrap_or_else(|| if route.rail { "rail" } else { "coach" }.to_owned()),
            color: route.color.clone(),
            position: route.position,
            layout_id: layout.map(|layout| ids.id("layout", &layout.code)),
            units: units.into(),
            reserved: sale.is_some_and(|sale| sale.reserved) && map.is_some(),
            online_sale: sale.is_none_or(|sale| sale.online_sale),
            passport_required: sale.is_some_and(|sale| sale.passport_required),
            amenities: serde_json::json!(usual),
            active: true,
            edited_at: None,
            version: 1,
        });
    }
    seatings
}

fn seating(map: Option<&SeatMap>, reserved: bool, plan: &mut Plan) -> Seating {
    let Some(map) = map else {
        return Seating { seat_map_id: None, capacity: UNKNOWN_VEHICLE_CAPACITY, reserved: false };
    };
    let row = seat_map_row(map);
    let (id, capacity) = (row.id, if reserved { row.seat_count } else { row.capacity });
    if !plan.seat_maps.iter().any(|known| known.id == id) {
        plan.seat_maps.push(row);
    }
    Seating { seat_map_id: Some(id), capacity, reserved }
}

fn plan_services(name: &str, ids: &FeedIds, feed: &Feed, plan: &mut Plan) {
    for service in &feed.services {
        let id = ids.id("service", &service.code);
        plan.services.push(service::Model {
            id,
            feed: name.to_owned(),
            code: service.code.clone(),
            weekdays: service.calendar.weekdays.into(),
            start_date: service.calendar.period.map(|period| period.0),
            end_date: service.calendar.period.map(|period| period.1),
        });
        plan.exceptions.extend(service.calendar.exceptions.iter().map(|(date, added)| service_exception::Model {
            service_id: id,
            date: *date,
            added: *added,
        }));
    }
}

/// Metres in the feed's unit of distance, told by comparing with straight lines; `None` when it makes no sense.
fn metres_per_unit(feed: &Feed) -> Option<f64> {
    let (mut said, mut straight) = (0.0, 0.0);
    for trip in &feed.trips {
        let (Some(first), Some(last)) = (trip.calls.first(), trip.calls.last()) else { continue };
        if let (Some(from), Some(to)) = (first.distance, last.distance)
            && let Some(km) = distance_km(&feed.stops[first.stop], &feed.stops[last.stop])
        {
            said += to - from;
            straight += km * 1000.0;
        }
    }
    let ratio = said / straight;
    match ratio {
        _ if (0.7..=4.0).contains(&ratio) => Some(1.0),
        _ if (0.000_7..=0.004).contains(&ratio) => Some(1000.0),
        _ => None,
    }
}

fn plan_schedules(
    name: &str,
    ids: &FeedIds,
    feed: &Feed,
    seatings: &[Seating],
    plan: &mut Plan,
    report: &mut ImportReport,
) {
    let unit = metres_per_unit(feed);
    let stop_ids: Vec<Uuid> = feed.stops.iter().map(|stop| ids.id("stop", &stop.code)).collect();
    let names: HashMap<Uuid, &Names> = plan.places.iter().map(|place| (place.id, &place.name)).collect();
    let towns: HashMap<Uuid, Names> = plan
        .stops
        .iter()
        .map(|stop| (stop.id, stop.place_id.and_then(|place| names.get(&place).copied()).unwrap_or(&stop.name).clone()))
        .collect();
    let mut patterns: HashSet<Uuid> = HashSet::new();
    let mut schedules: HashSet<Uuid> = HashSet::new();
    for trip in &feed.trips {
        let route_id = ids.id("route", &feed.routes[trip.route].code);
        let pattern = pattern_row(trip, route_id, &stop_ids, unit);
        let pattern_id = pattern.id;
        if patterns.insert(pattern_id) {
            plan.patterns.push(pattern);
        }
        let last = trip.calls.last().map_or(Uuid::nil(), |call| stop_ids[call.stop]);
        let headsign = if trip.headsign == Names::default() {
            towns.get(&last).cloned().unwrap_or_default()
        } else {
            trip.headsign.clone()
        };
        let zone = feed.agencies[feed.routes[trip.route].agency].zone;
        let departures: Vec<(String, Vec<[i32; 2]>)> = if trip.starts.is_empty() {
            vec![(trip.code.clone(), trip.times.clone())]
        } else {
            let at = |start: i32| format!("{}@{:02}:{:02}:{:02}", trip.code, start / 3600, start / 60 % 60, start % 60);
            trip.starts.iter().map(|start| (at(*start), shift_to_start(&trip.times, *start))).collect()
        };
        for (code, times) in departures {
            let seating = &seatings[trip.route];
            let mut row = schedule::Model {
                id: Uuid::nil(),
                series_id: ids.id("series", &code),
                feed: name.to_owned(),
                code,
                route_id,
                pattern_id,
                service_id: ids.id("service", &feed.services[trip.service].code),
                seat_map_id: seating.seat_map_id,
                capacity: seating.capacity,
                reserved: seating.reserved,
                number: trip.number.clone(),
                headsign: headsign.clone(),
                time_zone: zone.name().to_owned(),
                times: json(&times),
                vehicle_id: None,
                sale_opens_days: None,
                sale_closes_minutes: None,
                active: true,
            };
            row.id = ids.id(
                "schedule",
                &json(&(
                    (&row.code, row.route_id, row.pattern_id, row.service_id),
                    (row.seat_map_id, row.capacity, row.reserved),
                    (&row.number, &row.headsign, &row.time_zone, &row.times),
                )),
            );
            if schedules.insert(row.id) {
                plan.schedules.push(row);
            } else {
                report.skip("trips.txt", 0, format!("departure \"{}\" is there already", row.code));
            }
        }
    }
}

fn pattern_row(trip: &FeedTrip, route_id: Uuid, stop_ids: &[Uuid], unit: Option<f64>) -> pattern::Model {
    let first = trip.calls.first().and_then(|call| call.distance).unwrap_or(0.0);
    let stops: Vec<StoredStop> = trip
        .calls
        .iter()
        .map(|call| {
            // Metres fit into 32 bits up to half way to the moon.
            let metres =
                call.distance.zip(unit).map(|(distance, unit)| ((distance - first) * unit).round().max(0.0) as i32);
            StoredStop::new(stop_ids[call.stop], call.boarding, call.alighting, metres, None)
        })
        .collect();
    let stops = json(&stops);
    pattern::Model { id: pattern_id(route_id, &stops), route_id, stops }
}

pub(super) fn pattern_id(route_id: Uuid, stops: &str) -> Uuid {
    Uuid::new_v5(&route_id, stops.as_bytes())
}

/// A stop of a pattern as the database keeps it: stop, boarding, alighting, metres, and the zone of a ban on cabotage
/// where there is one.
#[derive(Serialize, Deserialize, Clone, Debug)]
#[serde(untagged)]
pub enum StoredStop {
    Banned(Uuid, bool, bool, Option<i32>, u8),
    Plain(Uuid, bool, bool, Option<i32>),
}

impl StoredStop {
    pub fn new(stop: Uuid, boarding: bool, alighting: bool, metres: Option<i32>, cabotage: Option<u8>) -> Self {
        match cabotage {
            Some(zone) => StoredStop::Banned(stop, boarding, alighting, metres, zone),
            None => StoredStop::Plain(stop, boarding, alighting, metres),
        }
    }

    pub fn stop(&self) -> Uuid {
        match self {
            StoredStop::Banned(stop, ..) | StoredStop::Plain(stop, ..) => *stop,
        }
    }

    /// As a stop of the office's way, with minutes from the first departure.
    pub fn at(&self, [arrives, departs]: [i32; 2], start: i32) -> PathStop {
        let (stop, boarding, alighting, metres, cabotage) = match self {
            StoredStop::Banned(stop, boarding, alighting, metres, zone) => {
                (*stop, *boarding, *alighting, *metres, Some(*zone))
            }
            StoredStop::Plain(stop, boarding, alighting, metres) => (*stop, *boarding, *alighting, *metres, None),
        };
        let (arrives, departs) = ((arrives - start) / 60, (departs - start) / 60);
        PathStop { stop, arrives, departs, boarding, alighting, metres, cabotage }
    }
}

fn plan_fares(name: &str, ids: &FeedIds, feed: &Feed, plan: &mut Plan) {
    let mut seen: HashSet<Uuid> = HashSet::new();
    for (position, fare) in (1..).zip(&feed.fares) {
        let route_id = fare.route.map(|route| ids.id("route", &feed.routes[route].code));
        let id =
            ids.id("fare", &json(&(route_id, &fare.from_zone, &fare.to_zone, &fare.product, fare.currency.code())));
        if !seen.insert(id) {
            continue;
        }
        plan.fares.push(fare::Model {
            id,
            feed: name.to_owned(),
            position,
            route_id,
            from_zone: fare.from_zone.clone(),
            to_zone: fare.to_zone.clone(),
            product: fare.product.clone(),
            currency: fare.currency.code().to_owned(),
            amount: fare.amount,
            child_amount: fare.child,
            infant_amount: fare.infant,
        });
    }
}
