//! A feed as read: every row that could be taken, with references resolved to positions.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono_tz::Tz;
use domain::timetable::{Calendar, CallTimes, parse_date, parse_zone};
use entity::Names;

use super::feed_fares::FeedFare;
use super::feed_files::{FeedFiles, ImportError};
use super::feed_names::Translations;
use super::feed_table::Table;
use super::report::ImportReport;

pub struct FeedAgency {
    pub code: String,
    pub name: Names,
    pub zone: Tz,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
}

pub struct FeedStop {
    pub code: String,
    pub name: Names,
    /// The untranslated name.
    pub own_name: String,
    pub station: bool,
    pub parent: Option<usize>,
    pub zone: Option<Tz>,
    pub platform: Option<String>,
    pub fare_zone: Option<String>,
    pub latitude: f64,
    pub longitude: f64,
}

pub struct FeedRoute {
    pub code: String,
    pub agency: usize,
    pub number: String,
    pub name: Names,
    pub rail: bool,
    pub color: Option<String>,
    pub position: i32,
    pub network: Option<String>,
}

pub struct FeedService {
    pub code: String,
    pub calendar: Calendar,
}

#[derive(Clone)]
pub struct FeedCall {
    pub stop: usize,
    pub boarding: bool,
    pub alighting: bool,
    /// As the feed has it, in its own unit.
    pub distance: Option<f64>,
}

pub struct FeedTrip {
    pub code: String,
    pub route: usize,
    pub service: usize,
    pub number: String,
    pub headsign: Names,
    pub calls: Vec<FeedCall>,
    pub times: Vec<CallTimes>,
    /// Departures from the first stop when it runs at a frequency.
    pub starts: Vec<i32>,
}

/// Everything of a feed that matters here.
pub struct Feed {
    pub agencies: Vec<FeedAgency>,
    pub stops: Vec<FeedStop>,
    pub routes: Vec<FeedRoute>,
    pub services: Vec<FeedService>,
    pub trips: Vec<FeedTrip>,
    pub fares: Vec<FeedFare>,
    /// Area name by code, and the areas of each stop's code.
    pub areas: BTreeMap<String, Names>,
    pub stop_areas: HashMap<String, Vec<String>>,
}

pub type Progress<'a> = &'a (dyn Fn(&str) + Send + Sync);

impl Feed {
    pub fn read(files: &FeedFiles, report: &mut ImportReport, progress: Progress<'_>) -> Result<Self, ImportError> {
        progress("reading carriers, stops and routes");
        let translations = Translations::read(files, report)?;
        let agencies = read_agencies(files, &translations, report)?;
        let stops = read_stops(files, &translations, report)?;
        let routes = read_routes(files, &translations, &agencies, report)?;
        let services = read_services(files, report)?;
        let (areas, stop_areas) = read_areas(files, &translations, &stops, report)?;
        let trips = super::feed_trips::read_trips(files, &translations, &stops, &routes, &services, report, progress)?;
        progress("reading fares");
        let fares = super::feed_fares::read_fares(files, &agencies, &stops, &routes, &stop_areas, report)?;
        Ok(Self { agencies, stops, routes, services, trips, fares, areas, stop_areas })
    }
}

/// Positions by code.
pub fn index_of<T>(items: &[T], code: impl Fn(&T) -> &str) -> HashMap<String, usize> {
    items.iter().enumerate().map(|(index, item)| (code(item).to_owned(), index)).collect()
}

fn read_agencies(
    files: &FeedFiles,
    translations: &Translations,
    report: &mut ImportReport,
) -> Result<Vec<FeedAgency>, ImportError> {
    let mut agencies: Vec<(FeedAgency, bool)> = Vec::new();
    if let Some(mut table) = Table::open(files, "agency.txt", report)? {
        let (id, name, zone) =
            (table.column("agency_id"), table.column("agency_name"), table.column("agency_timezone"));
        let (phone, email, url) =
            (table.column("agency_phone"), table.column("agency_email"), table.column("agency_url"));
        let file = table.name;
        while let Some(row) = table.next(report) {
            let code = row.get(id).to_owned();
            if agencies.iter().any(|(agency, _)| agency.code == code) {
                report.skip(file, row.line, format!("agency \"{code}\" is there already"));
                continue;
            }
            let own = row.text(name).unwrap_or_else(|| code.clone());
            let known = parse_zone(row.get(zone));
            if let Err(error) = &known {
                report.repair(
                    file,
                    row.line,
                    format!("{error}: the zone of another agency is taken, or else Asia/Bishkek"),
                );
            }
            let (has_zone, zone) = (known.is_ok(), known.unwrap_or(chrono_tz::Asia::Bishkek));
            let agency = FeedAgency {
                name: translations.names("agency", "agency_name", &code, &own),
                code,
                zone,
                phone: row.text(phone),
                email: row.text(email),
                url: row.text(url),
            };
            agencies.push((agency, has_zone));
            report.taken(file, 1);
        }
    }
    if agencies.is_empty() {
        report.repair("agency.txt", 0, "no agency: one without a name is made, in the zone Asia/Bishkek");
        let zone = chrono_tz::Asia::Bishkek;
        let name = Names { ru: "Перевозчик".into(), ky: "Ташуучу".into(), en: "Carrier".into() };
        agencies.push((FeedAgency { code: String::new(), name, zone, phone: None, email: None, url: None }, true));
    }
    if let Some(zone) = agencies.iter().find(|(_, has_zone)| *has_zone).map(|(agency, _)| agency.zone) {
        agencies.iter_mut().filter(|(_, has_zone)| !has_zone).for_each(|(agency, _)| agency.zone = zone);
    }
    Ok(agencies.into_iter().map(|(agency, _)| agency).collect())
}

fn read_stops(
    files: &FeedFiles,
    translations: &Translations,
    report: &mut ImportReport,
) -> Result<Vec<FeedStop>, ImportError> {
    let Some(mut table) = Table::open(files, "stops.txt", report)? else { return Ok(Vec::new()) };
    let (id, name, kind) = (table.required("stop_id")?, table.column("stop_name"), table.column("location_type"));
    let (lat, lon, parent) = (table.column("stop_lat"), table.column("stop_lon"), table.column("parent_station"));
    let (zone, fare_zone) = (table.column("stop_timezone"), table.column("zone_id"));
    let platform = table.column("platform_code");
    let file = table.name;
    let mut stops: Vec<FeedStop> = Vec::new();
    let mut parents: Vec<(usize, String, u64)> = Vec::new();
    let mut seen = HashSet::new();
    while let Some(row) = table.next(report) {
        let code = row.get(id).to_owned();
        if code.is_empty() {
            report.skip(file, row.line, "no stop_id");
            continue;
        }
        if matches!(row.get(kind), "2" | "3" | "4") {
            report.skip(
                file,
                row.line,
                format!("location_type {} (entrance, node or boarding area) is not used", row.get(kind)),
            );
            continue;
        }
        if !seen.insert(code.clone()) {
            report.skip(file, row.line, format!("stop \"{code}\" is there already"));
            continue;
        }
        let own_name = row.text(name).unwrap_or_else(|| {
            report.repair(file, row.line, format!("stop \"{code}\" has no name, its code is taken"));
            code.clone()
        });
        let place = [lat, lon].map(|column| row.number::<f64>(column).filter(|degrees| degrees.is_finite()));
        let (latitude, longitude) = match place {
            [Some(lat), Some(lon)] if lat.abs() <= 90.0 && lon.abs() <= 180.0 && (lat, lon) != (0.0, 0.0) => (lat, lon),
            _ => {
                report.repair(file, row.line, format!("stop \"{code}\" has no usable coordinates"));
                (0.0, 0.0)
            }
        };
        let stop_zone = row.text(zone).and_then(|text| match parse_zone(&text) {
            Ok(zone) => Some(zone),
            Err(error) => {
                report.repair(file, row.line, format!("{error}: the carrier's zone is taken"));
                None
            }
        });
        if let Some(parent) = row.text(parent) {
            parents.push((stops.len(), parent, row.line));
        }
        stops.push(FeedStop {
            name: translations.names("stops", "stop_name", &code, &own_name),
            code,
            own_name,
            station: row.get(kind) == "1",
            parent: None,
            zone: stop_zone,
            platform: row.text(platform),
            fare_zone: row.text(fare_zone),
            latitude,
            longitude,
        });
        report.taken(file, 1);
    }
    let index = index_of(&stops, |stop| &stop.code);
    for (child, parent, line) in parents {
        match index.get(&parent) {
            Some(parent) if *parent != child && stops[*parent].station => {
                stops[child].parent = Some(*parent);
                let inherited = stops[*parent].zone;
                stops[child].zone = inherited.or(stops[child].zone);
            }
            _ => report.repair(file, line, format!("parent_station \"{parent}\" is no station of this feed")),
        }
    }
    Ok(stops)
}

/// BUS or RAIL by GTFS's route types and the extended ones; `None` for ships, aircraft and cable cars.
fn is_rail(route_type: &str) -> Option<bool> {
    match route_type.parse::<u16>().ok()? {
        0..=2 | 12 | 100..=117 | 400..=405 | 900..=906 => Some(true),
        3 | 11 | 200..=209 | 700..=716 | 800 => Some(false),
        _ => None,
    }
}

fn read_routes(
    files: &FeedFiles,
    translations: &Translations,
    agencies: &[FeedAgency],
    report: &mut ImportReport,
) -> Result<Vec<FeedRoute>, ImportError> {
    let Some(mut table) = Table::open(files, "routes.txt", report)? else { return Ok(Vec::new()) };
    let (id, agency_id, kind) = (table.required("route_id")?, table.column("agency_id"), table.column("route_type"));
    let (short, long) = (table.column("route_short_name"), table.column("route_long_name"));
    let (color, order, network) =
        (table.column("route_color"), table.column("route_sort_order"), table.column("network_id"));
    let file = table.name;
    let agency_index = index_of(agencies, |agency| &agency.code);
    let mut routes: Vec<FeedRoute> = Vec::new();
    let mut seen = HashSet::new();
    while let Some(row) = table.next(report) {
        let code = row.get(id).to_owned();
        if code.is_empty() || !seen.insert(code.clone()) {
            report.skip(file, row.line, format!("route_id \"{code}\" is empty or there already"));
            continue;
        }
        let agency = match agency_index.get(row.get(agency_id)) {
            Some(agency) => *agency,
            None if agencies.len() == 1 => {
                if !row.get(agency_id).is_empty() {
                    report.repair(
                        file,
                        row.line,
                        format!("agency \"{}\" is unknown, the only one is taken", row.get(agency_id)),
                    );
                }
                0
            }
            None => {
                report.skip(file, row.line, format!("agency \"{}\" is unknown", row.get(agency_id)));
                continue;
            }
        };
        let Some(rail) = is_rail(row.get(kind)) else {
            report.skip(file, row.line, format!("route_type \"{}\" is neither a bus nor a train", row.get(kind)));
            continue;
        };
        let own = row.text(long).or_else(|| row.text(short)).unwrap_or_else(|| code.clone());
        routes.push(FeedRoute {
            agency,
            number: row
                .text(short)
                .unwrap_or_else(|| if row.get(long).is_empty() { code.clone() } else { String::new() }),
            name: translations.names("routes", "route_long_name", &code, &own),
            rail,
            color: row.text(color).filter(|c| c.len() == 6 && c.bytes().all(|b| b.is_ascii_hexdigit())),
            position: row.number(order).unwrap_or_else(|| i32::try_from(routes.len()).unwrap_or(0) + 1),
            network: row.text(network),
            code,
        });
        report.taken(file, 1);
    }
    Ok(routes)
}

fn read_services(files: &FeedFiles, report: &mut ImportReport) -> Result<Vec<FeedService>, ImportError> {
    let mut services: Vec<FeedService> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::new();
    if let Some(mut table) = Table::open(files, "calendar.txt", report)? {
        let id = table.required("service_id")?;
        let (start, end) = (table.required("start_date")?, table.required("end_date")?);
        let days =
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map(|day| table.column(day));
        let file = table.name;
        while let Some(row) = table.next(report) {
            let code = row.get(id).to_owned();
            let period = match (parse_date(row.get(start)), parse_date(row.get(end))) {
                (Ok(start), Ok(end)) => (start, end),
                (Err(error), _) | (_, Err(error)) => {
                    report.skip(file, row.line, error.to_string());
                    continue;
                }
            };
            if code.is_empty() || index.contains_key(&code) || period.0 > period.1 {
                report.skip(
                    file,
                    row.line,
                    format!("service \"{code}\": no code, there already, or ends before it starts"),
                );
                continue;
            }
            let weekdays = (0..).zip(days).fold(0, |bits, (bit, day)| bits | u8::from(row.flag(day)) << bit);
            index.insert(code.clone(), services.len());
            let calendar = Calendar { weekdays, period: Some(period), exceptions: BTreeMap::new() };
            services.push(FeedService { code, calendar });
            report.taken(file, 1);
        }
    }
    if let Some(mut table) = Table::open(files, "calendar_dates.txt", report)? {
        let (id, date, kind) =
            (table.required("service_id")?, table.required("date")?, table.required("exception_type")?);
        let file = table.name;
        while let Some(row) = table.next(report) {
            let code = row.get(id);
            let added = match row.get(kind) {
                "1" => true,
                "2" => false,
                other => {
                    report.skip(file, row.line, format!("exception_type \"{other}\" is neither 1 nor 2"));
                    continue;
                }
            };
            let date = match parse_date(row.get(date)) {
                Ok(date) if !code.is_empty() => date,
                Ok(_) => {
                    report.skip(file, row.line, "no service_id");
                    continue;
                }
                Err(error) => {
                    report.skip(file, row.line, error.to_string());
                    continue;
                }
            };
            let service = *index.entry(code.to_owned()).or_insert_with(|| {
                services.push(FeedService { code: code.to_owned(), calendar: Calendar::default() });
                services.len() - 1
            });
            if services[service].calendar.exceptions.insert(date, added).is_some_and(|before| before != added) {
                report.repair(file, row.line, format!("service \"{code}\" on {date} twice: the last row is taken"));
            }
            report.taken(file, 1);
        }
    }
    Ok(services)
}

type Areas = (BTreeMap<String, Names>, HashMap<String, Vec<String>>);

fn read_areas(
    files: &FeedFiles,
    translations: &Translations,
    stops: &[FeedStop],
    report: &mut ImportReport,
) -> Result<Areas, ImportError> {
    let mut areas = BTreeMap::new();
    let mut stop_areas: HashMap<String, Vec<String>> = HashMap::new();
    if let Some(mut table) = Table::open(files, "areas.txt", report)? {
        let (id, name) = (table.required("area_id")?, table.column("area_name"));
        let file = table.name;
        while let Some(row) = table.next(report) {
            let code = row.get(id);
            let own = row.text(name).unwrap_or_else(|| code.to_owned());
            areas.insert(code.to_owned(), translations.names("areas", "area_name", code, &own));
            report.taken(file, 1);
        }
    }
    if let Some(mut table) = Table::open(files, "stop_areas.txt", report)? {
        let (area_id, stop_id) = (table.required("area_id")?, table.required("stop_id")?);
        let index = index_of(stops, |stop| &stop.code);
        let file = table.name;
        while let Some(row) = table.next(report) {
            let (area, stop) = (row.get(area_id), row.get(stop_id));
            if !areas.contains_key(area) || !index.contains_key(stop) {
                report.skip(file, row.line, format!("area \"{area}\" or stop \"{stop}\" is unknown"));
                continue;
            }
            let of_stop = stop_areas.entry(stop.to_owned()).or_default();
            if !of_stop.iter().any(|known| known == area) {
                of_stop.push(area.to_owned());
            }
            report.taken(file, 1);
        }
    }
    // A station's areas are its platforms' as well.
    let stations: Vec<(String, Vec<String>)> = stops
        .iter()
        .filter_map(|stop| {
            let areas = stop_areas.get(&stops[stop.parent?].code)?;
            (!stop_areas.contains_key(&stop.code)).then(|| (stop.code.clone(), areas.clone()))
        })
        .collect();
    stop_areas.extend(stations);
    Ok((areas, stop_areas))
}
