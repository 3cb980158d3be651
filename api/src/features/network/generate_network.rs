//! A network many times larger than a given one, for benches: copies of it beside each other, joined by lines between
//! their busiest stops. The same input always gives the same network.

use std::path::Path;
use std::sync::Arc;

use domain::timetable::Calendar;
use entity::Names;

use super::feed::{Feed, FeedAgency, FeedCall, FeedRoute, FeedService, FeedStop, FeedTrip};
use super::feed_fares::FeedFare;
use super::feed_files::ImportError;
use super::import_gtfs::{ImportRun, OnProgress, read_feed, store};
use super::plan::plan;
use super::report::ImportReport;
use super::side_files::{FeedVehicle, RouteSale, SideFiles};
use crate::app::App;

/// Departures a day each way between neighbouring copies, seconds of the timetable.
const LINK_STARTS: [i32; 4] = [7 * 3600, 11 * 3600, 15 * 3600, 20 * 3600];
const LINK_SECONDS: i32 = 5 * 3600;
/// Minor units.
const LINK_FARE: i64 = 50_000;

/// Makes `copies` copies of the network at `path` the feed `bench`, and stores it as an import would.
pub async fn generate_network(
    app: &App,
    path: &Path,
    copies: u32,
    progress: OnProgress,
) -> Result<ImportReport, ImportError> {
    let started_at = app.clock.now();
    let from = path.to_owned();
    let writing = Arc::clone(&progress);
    let made = tokio::task::spawn_blocking(move || {
        progress("reading the pattern");
        let (feed, side) = read_feed(&from)?;
        progress(&format!("making {copies} copies"));
        let (feed, side) = (multiplied(&feed, copies), multiplied_side(side, copies));
        let mut report = ImportReport { feed: "bench".to_owned(), ..ImportReport::default() };
        let plan = plan("bench", &feed, &side, &mut report);
        Ok::<_, ImportError>((plan, report))
    })
    .await
    .map_err(|error| ImportError::Broken(error.to_string()))?;
    let (plan, report) = made?;
    writing("writing to the database");
    let source = format!("{copies} copies of {}", path.display());
    store(app, plan, report, ImportRun { feed: "bench".to_owned(), hash: source.clone(), source, started_at }).await
}

fn copy_code(copy: u32, code: &str) -> String {
    if copy == 0 { code.to_owned() } else { format!("{copy}~{code}") }
}

/// A town's name gets the copy's number; what follows a comma stays.
fn copy_name(copy: u32, name: &str) -> String {
    match (copy, name.split_once(',')) {
        (0, _) => name.to_owned(),
        (_, Some((town, rest))) => format!("{town} {copy},{rest}"),
        (_, None) => format!("{name} {copy}"),
    }
}

fn copy_names(copy: u32, names: &Names) -> Names {
    Names { ru: copy_name(copy, &names.ru), ky: copy_name(copy, &names.ky), en: copy_name(copy, &names.en) }
}

fn multiplied(feed: &Feed, copies: u32) -> Feed {
    let mut all = Feed {
        agencies: Vec::new(),
        stops: Vec::new(),
        routes: Vec::new(),
        services: Vec::new(),
        trips: Vec::new(),
        fares: Vec::new(),
        areas: Default::default(),
        stop_areas: Default::default(),
    };
    let hub = busiest(feed);
    for copy in 0..copies {
        add_copy(&mut all, feed, copy);
    }
    for copy in 1..copies {
        add_link(&mut all, feed, copy, hub);
    }
    all
}

/// The stop that most trips leave from.
fn busiest(feed: &Feed) -> usize {
    let mut counts = vec![0_usize; feed.stops.len()];
    for call in feed.trips.iter().flat_map(|trip| &trip.calls).filter(|call| call.boarding && call.alighting) {
        counts[call.stop] += 1;
    }
    (0..counts.len()).max_by_key(|stop| (counts[*stop], std::cmp::Reverse(*stop))).unwrap_or(0)
}

fn add_copy(all: &mut Feed, feed: &Feed, copy: u32) {
    let (agencies, stops, routes, services) =
        (all.agencies.len(), all.stops.len(), all.routes.len(), all.services.len());
    all.agencies.extend(feed.agencies.iter().map(|agency| FeedAgency {
        code: copy_code(copy, &agency.code),
        name: copy_names(copy, &agency.name),
        zone: agency.zone,
        phone: agency.phone.clone(),
        email: agency.email.clone(),
        url: agency.url.clone(),
    }));
    all.stops.extend(feed.stops.iter().map(|stop| FeedStop {
        code: copy_code(copy, &stop.code),
        name: copy_names(copy, &stop.name),
        own_name: copy_name(copy, &stop.own_name),
        station: stop.station,
        parent: stop.parent.map(|parent| parent + stops),
        zone: stop.zone,
        platform: stop.platform.clone(),
        fare_zone: stop.fare_zone.as_ref().map(|zone| copy_code(copy, zone)),
        latitude: stop.latitude,
        longitude: stop.longitude + f64::from(copy),
    }));
    all.areas.extend(feed.areas.iter().map(|(code, name)| (copy_code(copy, code), copy_names(copy, name))));
    all.stop_areas.extend(
        feed.stop_areas
            .iter()
            .map(|(stop, areas)| (copy_code(copy, stop), areas.iter().map(|area| copy_code(copy, area)).collect())),
    );
    all.routes.extend(feed.routes.iter().map(|route| FeedRoute {
        code: copy_code(copy, &route.code),
        agency: route.agency + agencies,
        number: route.number.clone(),
        name: copy_names(copy, &route.name),
        rail: route.rail,
        color: route.color.clone(),
        position: route.position,
        network: None,
    }));
    all.services.extend(
        feed.services
            .iter()
            .map(|service| FeedService { code: copy_code(copy, &service.code), calendar: service.calendar.clone() }),
    );
    all.trips.extend(feed.trips.iter().map(|trip| FeedTrip {
        code: copy_code(copy, &trip.code),
        route: trip.route + routes,
        service: trip.service + services,
        number: trip.number.clone(),
        headsign: copy_names(copy, &trip.headsign),
        calls: trip.calls.iter().map(|call| FeedCall { stop: call.stop + stops, ..call.clone() }).collect(),
        times: trip.times.clone(),
        starts: trip.starts.clone(),
    }));
    let zone = |zone: &Option<String>| zone.as_ref().map(|zone| copy_code(copy, zone));
    all.fares.extend(feed.fares.iter().map(|fare| FeedFare {
        route: fare.route.map(|route| route + routes),
        from_zone: zone(&fare.from_zone),
        to_zone: zone(&fare.to_zone),
        ..fare.clone()
    }));
}

/// A line between the hubs of this copy and of the one before.
fn add_link(all: &mut Feed, feed: &Feed, copy: u32, hub: usize) {
    let count = feed.stops.len();
    let here = copy as usize * count + hub;
    let there = here - count;
    let service = all.services.len();
    let daily = feed.services.iter().find(|service| service.calendar.weekdays == 0b111_1111);
    let calendar = daily.map_or_else(Calendar::default, |service| service.calendar.clone());
    all.services.push(FeedService { code: format!("link {copy}"), calendar });
    let route = all.routes.len();
    let (from, to) = (all.stops[there].own_name.clone(), all.stops[here].own_name.clone());
    all.routes.push(FeedRoute {
        code: format!("link {copy}"),
        agency: copy as usize * feed.agencies.len(),
        number: format!("L{copy}"),
        name: Names::same(format!("{from} – {to}")),
        rail: false,
        color: None,
        position: 1000,
        network: None,
    });
    for (way, ends) in [[there, here], [here, there]].into_iter().enumerate() {
        for start in LINK_STARTS {
            let call = |stop: usize, first: bool| FeedCall { stop, boarding: first, alighting: !first, distance: None };
            all.trips.push(FeedTrip {
                code: format!("link {copy} {way} {start}"),
                route,
                service,
                number: format!("L{copy}-{:02}00", start / 3600),
                headsign: all.stops[ends[1]].name.clone(),
                calls: vec![call(ends[0], true), call(ends[1], false)],
                times: vec![[start, start], [start + LINK_SECONDS, start + LINK_SECONDS]],
                starts: Vec::new(),
            });
        }
    }
    all.fares.push(FeedFare {
        route: Some(route),
        from_zone: None,
        to_zone: None,
        product: "link".to_owned(),
        currency: domain::money::Currency::KGS,
        amount: LINK_FARE,
        child: None,
        infant: None,
    });
}

fn multiplied_side(side: SideFiles, copies: u32) -> SideFiles {
    let routes = (0..copies)
        .flat_map(|copy| {
            side.routes.iter().map(move |sale| RouteSale {
                route: copy_code(copy, &sale.route),
                service_class: sale.service_class.clone(),
                layout: sale.layout.clone(),
                ..*sale
            })
        })
        .collect();
    let vehicles = (0..copies)
        .flat_map(|copy| {
            side.vehicles.iter().map(move |vehicle| FeedVehicle {
                code: copy_code(copy, &vehicle.code),
                agency: copy_code(copy, &vehicle.agency),
                routes: vehicle.routes.iter().map(|route| copy_code(copy, route)).collect(),
                ..vehicle.clone()
            })
        })
        .collect();
    SideFiles { routes, vehicles, ..side }
}
