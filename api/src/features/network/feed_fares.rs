//! Fares of GTFS version 1 (fare_attributes, fare_rules) and version 2 (products, leg rules, areas, networks) as one
//! list: from zone to zone on a route.
//!
//! Where both versions price the same, one fare is kept; where they differ, version 2 stands and the row is reported.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::str::FromStr;

use domain::money::{Currency, from_decimal};
use rust_decimal::Decimal;

use super::feed::{FeedAgency, FeedRoute, FeedStop, index_of};
use super::feed_files::{FeedFiles, ImportError};
use super::feed_table::Table;
use super::report::ImportReport;

/// A price for an adult; a missing route or zone means any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedFare {
    pub route: Option<usize>,
    pub from_zone: Option<String>,
    pub to_zone: Option<String>,
    pub product: String,
    pub currency: Currency,
    /// Minor units, as the two below.
    pub amount: i64,
    pub child: Option<i64>,
    pub infant: Option<i64>,
}

type Key = (Option<usize>, Option<String>, Option<String>);

pub fn read_fares(
    files: &FeedFiles,
    agencies: &[FeedAgency],
    stops: &[FeedStop],
    routes: &[FeedRoute],
    stop_areas: &HashMap<String, Vec<String>>,
    report: &mut ImportReport,
) -> Result<Vec<FeedFare>, ImportError> {
    let mut fares = read_v2(files, stops, routes, stop_areas, report)?;
    let priced: HashMap<(Key, Currency), i64> = fares
        .iter()
        .map(|fare| (((fare.route, fare.from_zone.clone(), fare.to_zone.clone()), fare.currency), fare.amount))
        .collect();
    for (line, fare) in read_v1(files, agencies, routes, report)? {
        let key = ((fare.route, fare.from_zone.clone(), fare.to_zone.clone()), fare.currency);
        match priced.get(&key) {
            Some(amount) if *amount == fare.amount => report.taken("fare_rules.txt", 1),
            Some(amount) => report.skip(
                "fare_rules.txt",
                line,
                format!(
                    "fare {} is {} minor units, but {amount} in fare_leg_rules.txt, which stands",
                    fare.product, fare.amount
                ),
            ),
            None => {
                report.taken("fare_rules.txt", 1);
                fares.push(fare);
            }
        }
    }
    Ok(fares)
}

fn amount(text: &str, currency: &str) -> Result<(i64, Currency), String> {
    let currency = Currency::parse(currency).map_err(|e| e.to_string())?;
    let decimal = Decimal::from_str(text).map_err(|_| format!("\"{text}\" is not an amount"))?;
    let minor = from_decimal(decimal, currency).filter(|minor| *minor >= 0);
    minor.map(|minor| (minor, currency)).ok_or_else(|| format!("\"{text}\" is not an amount"))
}

struct Attribute {
    fare: FeedFare,
    agency: Option<usize>,
    line: u64,
}

fn read_v1(
    files: &FeedFiles,
    agencies: &[FeedAgency],
    routes: &[FeedRoute],
    report: &mut ImportReport,
) -> Result<Vec<(u64, FeedFare)>, ImportError> {
    let Some(mut table) = Table::open(files, "fare_attributes.txt", report)? else { return Ok(Vec::new()) };
    let (id, price, currency) =
        (table.required("fare_id")?, table.required("price")?, table.required("currency_type")?);
    let agency_id = table.column("agency_id");
    let agency_index = index_of(agencies, |agency| &agency.code);
    let file = table.name;
    let mut attributes: HashMap<String, Attribute> = HashMap::new();
    let mut order = Vec::new();
    while let Some(row) = table.next(report) {
        match amount(row.get(price), row.get(currency)) {
            Ok((amount, currency)) => {
                let product = row.get(id).to_owned();
                let fare = FeedFare {
                    route: None,
                    from_zone: None,
                    to_zone: None,
                    product: product.clone(),
                    currency,
                    amount,
                    child: None,
                    infant: None,
                };
                let agency = agency_index.get(row.get(agency_id)).copied();
                order.push(product.clone());
                attributes.insert(product, Attribute { fare, agency, line: row.line });
                report.taken(file, 1);
            }
            Err(reason) => report.skip(file, row.line, reason),
        }
    }
    let mut fares = Vec::new();
    let mut ruled = HashSet::new();
    if let Some(mut table) = Table::open(files, "fare_rules.txt", report)? {
        let (id, route_id, contains) =
            (table.required("fare_id")?, table.column("route_id"), table.column("contains_id"));
        let (origin, destination) = (table.column("origin_id"), table.column("destination_id"));
        let route_index = index_of(routes, |route| &route.code);
        let file = table.name;
        while let Some(row) = table.next(report) {
            let product = row.get(id);
            let Some(attribute) = attributes.get(product) else {
                report.skip(file, row.line, format!("fare \"{product}\" is unknown or was left out"));
                continue;
            };
            ruled.insert(product.to_owned());
            if !row.get(contains).is_empty() {
                report.skip(file, row.line, "contains_id: fares by zones passed through are not used");
                continue;
            }
            let route = match row.text(route_id) {
                None => None,
                Some(code) => match route_index.get(&code) {
                    Some(route) => Some(*route),
                    None => {
                        report.skip(file, row.line, format!("route \"{code}\" is unknown or was left out"));
                        continue;
                    }
                },
            };
            let fare = FeedFare {
                route,
                from_zone: row.text(origin),
                to_zone: row.text(destination),
                ..attribute.fare.clone()
            };
            fares.extend(for_agency(fare, attribute.agency, agencies, routes).map(|fare| (row.line, fare)));
        }
    }
    for product in order.iter().filter(|product| !ruled.contains(*product)) {
        if let Some(attribute) = attributes.get(product) {
            let all = for_agency(attribute.fare.clone(), attribute.agency, agencies, routes);
            fares.extend(all.map(|fare| (attribute.line, fare)));
        }
    }
    Ok(fares)
}

/// A fare of one of several agencies for any route is for each route of that agency.
fn for_agency(
    fare: FeedFare,
    agency: Option<usize>,
    agencies: &[FeedAgency],
    routes: &[FeedRoute],
) -> impl Iterator<Item = FeedFare> {
    let own: Vec<Option<usize>> = match agency {
        Some(agency) if fare.route.is_none() && agencies.len() > 1 => {
            (0..routes.len()).filter(|route| routes[*route].agency == agency).map(Some).collect()
        }
        _ => vec![fare.route],
    };
    own.into_iter().map(move |route| FeedFare { route, ..fare.clone() })
}

#[derive(Default)]
struct Product {
    adult: Option<(i64, Currency)>,
    child: Option<i64>,
    infant: Option<i64>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rider {
    Adult,
    Child,
    Infant,
    Other,
}

fn rider(code: &str, default: &HashSet<String>) -> Rider {
    let lower = code.to_lowercase();
    if code.is_empty() || default.contains(code) || lower.starts_with("adult") {
        Rider::Adult
    } else if lower.contains("infant") || lower.contains("baby") {
        Rider::Infant
    } else if lower.contains("child") {
        Rider::Child
    } else {
        Rider::Other
    }
}

fn read_products(files: &FeedFiles, report: &mut ImportReport) -> Result<HashMap<String, Product>, ImportError> {
    let mut default = HashSet::new();
    if let Some(mut table) = Table::open(files, "rider_categories.txt", report)? {
        let (id, is_default) = (table.required("rider_category_id")?, table.column("is_default_fare_category"));
        let file = table.name;
        while let Some(row) = table.next(report) {
            if row.flag(is_default) {
                default.insert(row.get(id).to_owned());
            }
            report.taken(file, 1);
        }
    }
    let mut products: HashMap<String, Product> = HashMap::new();
    let Some(mut table) = Table::open(files, "fare_products.txt", report)? else { return Ok(products) };
    let (id, category) = (table.required("fare_product_id")?, table.column("rider_category_id"));
    let (price, currency) = (table.required("amount")?, table.required("currency")?);
    let file = table.name;
    while let Some(row) = table.next(report) {
        let (minor, currency) = match amount(row.get(price), row.get(currency)) {
            Ok(amount) => amount,
            Err(reason) => {
                report.skip(file, row.line, reason);
                continue;
            }
        };
        let product = products.entry(row.get(id).to_owned()).or_default();
        match rider(row.get(category), &default) {
            // Several rows of one product differ by the medium; the first is the plain ticket.
            Rider::Adult => product.adult = product.adult.or(Some((minor, currency))),
            Rider::Child => product.child = product.child.or(Some(minor)),
            Rider::Infant => product.infant = product.infant.or(Some(minor)),
            Rider::Other => {
                report.skip(file, row.line, format!("rider category \"{}\" is not used", row.get(category)));
                continue;
            }
        }
        report.taken(file, 1);
    }
    Ok(products)
}

/// Routes of each network.
fn read_networks(
    files: &FeedFiles,
    routes: &[FeedRoute],
    report: &mut ImportReport,
) -> Result<HashMap<String, Vec<usize>>, ImportError> {
    let mut networks: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, route) in routes.iter().enumerate() {
        if let Some(network) = &route.network {
            networks.entry(network.clone()).or_default().push(index);
        }
    }
    if let Some(mut table) = Table::open(files, "route_networks.txt", report)? {
        let (network_id, route_id) = (table.required("network_id")?, table.required("route_id")?);
        let route_index = index_of(routes, |route| &route.code);
        let file = table.name;
        while let Some(row) = table.next(report) {
            match route_index.get(row.get(route_id)) {
                Some(route) => {
                    networks.entry(row.get(network_id).to_owned()).or_default().push(*route);
                    report.taken(file, 1);
                }
                None => {
                    report.skip(file, row.line, format!("route \"{}\" is unknown or was left out", row.get(route_id)))
                }
            }
        }
    }
    Ok(networks)
}

/// An area with exactly the stops of the fare zone of the same code is that zone; another one gets a name of its own.
pub fn zone_of_area(area: &str, stops: &[FeedStop], stop_areas: &HashMap<String, Vec<String>>) -> String {
    let in_zone: BTreeSet<&str> =
        stops.iter().filter(|stop| stop.fare_zone.as_deref() == Some(area)).map(|stop| stop.code.as_str()).collect();
    let in_area: BTreeSet<&str> = stop_areas
        .iter()
        .filter(|(_, areas)| areas.iter().any(|other| other == area))
        .map(|(stop, _)| stop.as_str())
        .collect();
    if in_zone == in_area { area.to_owned() } else { format!("area:{area}") }
}

fn read_v2(
    files: &FeedFiles,
    stops: &[FeedStop],
    routes: &[FeedRoute],
    stop_areas: &HashMap<String, Vec<String>>,
    report: &mut ImportReport,
) -> Result<Vec<FeedFare>, ImportError> {
    let products = read_products(files, report)?;
    let networks = read_networks(files, routes, report)?;
    let Some(mut table) = Table::open(files, "fare_leg_rules.txt", report)? else { return Ok(Vec::new()) };
    let (network_id, product_id) = (table.column("network_id"), table.required("fare_product_id")?);
    let (from, to) = (table.column("from_area_id"), table.column("to_area_id"));
    let timeframes = [table.column("from_timeframe_group_id"), table.column("to_timeframe_group_id")];
    let known: HashSet<&str> = stop_areas.values().flatten().map(String::as_str).collect();
    let mut zones: HashMap<String, String> = HashMap::new();
    let file = table.name;
    let mut fares = Vec::new();
    while let Some(row) = table.next(report) {
        if timeframes.iter().any(|column| !row.get(*column).is_empty()) {
            report.skip(file, row.line, "fares by time of day are not used");
            continue;
        }
        let product = row.get(product_id);
        let Some((found, (amount, currency))) = products.get(product).and_then(|p| Some((p, p.adult?))) else {
            report.skip(file, row.line, format!("product \"{product}\" is unknown or has no price for adults"));
            continue;
        };
        let mut zone = |area: &str| -> Result<Option<String>, String> {
            if area.is_empty() {
                return Ok(None);
            }
            if !known.contains(area) {
                return Err(format!("area \"{area}\" has no stops"));
            }
            let zone = zones.entry(area.to_owned()).or_insert_with(|| zone_of_area(area, stops, stop_areas));
            Ok(Some(zone.clone()))
        };
        let (from_zone, to_zone) = match zone(row.get(from)).and_then(|from| Ok((from, zone(row.get(to))?))) {
            Ok(pair) => pair,
            Err(reason) => {
                report.skip(file, row.line, reason);
                continue;
            }
        };
        let on: Vec<Option<usize>> = match row.text(network_id) {
            None => vec![None],
            Some(network) => match networks.get(&network) {
                Some(routes) => routes.iter().copied().map(Some).collect(),
                None => {
                    report.skip(file, row.line, format!("network \"{network}\" has no routes"));
                    continue;
                }
            },
        };
        fares.extend(on.into_iter().map(|route| FeedFare {
            route,
            from_zone: from_zone.clone(),
            to_zone: to_zone.clone(),
            product: product.to_owned(),
            currency,
            amount,
            child: found.child,
            infant: found.infant,
        }));
        report.taken(file, 1);
    }
    Ok(fares)
}
