//! Prices as both versions of GTFS fares.
//!
//! What is published is the fare of the carrier's tariff, by category where the tariff names one, without the station's
//! and the sale's fees.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use domain::money::{Currency, to_decimal};
use domain::timetable::Calendar;
use entity::Names;
use uuid::Uuid;

use ::entity::price_list;

use crate::platform::Fault;

use super::archive::Archive;
use super::rows::Rows;

/// The last day of a service that has none.
const NO_END: NaiveDate = NaiveDate::from_ymd_opt(2099, 12, 31).expect("a date");

/// A ticket with its prices: id, currency, and for adults, children and infants what each pays.
type Product = (String, [Option<i64>; 3]);

/// From area to area on a network; empty is any.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rule {
    /// The route's row, and its carrier's.
    route: Option<(Uuid, Uuid)>,
    from: String,
    to: String,
    product: String,
    /// Of a price list: how late it was made among those of its route, from 1, and on which dates it holds; empty: on all.
    list: u16,
    timeframe: String,
    /// Version 1 of fares knows no dates: what holds today is told.
    today: bool,
}

/// Fares with what they need.
pub struct Fares {
    rules: Vec<Rule>,
    products: BTreeMap<String, Product>,
    /// The areas of each stop, its own fare zone first.
    pub areas_of: HashMap<Uuid, Vec<String>>,
    areas: BTreeMap<String, Option<Names>>,
    /// Who runs the published routes.
    carriers: Vec<Uuid>,
    /// Dates on which price lists hold, by the id of the service that has them.
    pub dates: BTreeMap<String, Calendar>,
}

pub const CATEGORIES: [(&str, [&str; 3]); 3] = [
    ("ADULT", ["Взрослый", "Чоң киши", "Adult"]),
    ("CHILD", ["Детский", "Балдар", "Child"]),
    ("INFANT", ["Младенец", "Ымыркай", "Infant"]),
];

impl Fares {
    /// Those of the stops and routes that are published.
    pub fn of(rows: &Rows, stops: &BTreeSet<Uuid>, routes: &BTreeSet<Uuid>, today: NaiveDate) -> Result<Self, Fault> {
        let (mut areas_of, mut areas) = (HashMap::new(), BTreeMap::<String, Option<Names>>::new());
        for stop in stops.iter().filter_map(|id| rows.stops.get(id)) {
            let zones: Vec<String> = serde_json::from_value(stop.zones.clone())?;
            let ids: Vec<String> = zones.iter().map(|zone| rows.naming.id(&stop.feed, zone)).collect();
            let town = stop.place_id.and_then(|id| rows.places.get(&id)).map(|place| &place.name);
            for id in &ids {
                // An area of several towns has no name of its own.
                let name = areas.entry(id.clone()).or_insert_with(|| town.cloned());
                if name.as_ref() != town {
                    *name = None;
                }
            }
            areas_of.insert(stop.id, ids);
        }
        let published = || routes.iter().filter_map(|id| rows.routes.get(id));
        let several: HashSet<&String> = published().map(|route| &route.feed).collect();
        let carriers: BTreeSet<Uuid> = published().map(|route| route.carrier_id).collect();
        let carriers = carriers.into_iter().collect();
        let dates = BTreeMap::new();
        let mut fares = Self { rules: Vec::new(), products: BTreeMap::new(), areas_of, areas, carriers, dates };
        let mut seen = HashSet::new();
        let mut names = HashMap::new();
        for fare in &rows.fares {
            // Where several fit equally, the first is sold.
            if !seen.insert((&fare.feed, fare.route_id, &fare.from_zone, &fare.to_zone)) {
                continue;
            }
            let zone =
                |zone: &Option<String>| zone.as_ref().map_or_else(String::new, |zone| rows.naming.id(&fare.feed, zone));
            let (from, to) = (zone(&fare.from_zone), zone(&fare.to_zone));
            if [&from, &to].iter().any(|area| !area.is_empty() && !fares.areas.contains_key(*area)) {
                continue;
            }
            let on: Vec<Option<(Uuid, Uuid)>> = match fare.route_id {
                Some(id) if routes.contains(&id) => vec![rows.routes.get(&id).map(|route| (id, route.carrier_id))],
                Some(_) => continue,
                // A fare for all routes of one of several feeds is one for each of them.
                None if several.len() > 1 => rows
                    .routes
                    .values()
                    .filter(|route| route.feed == fare.feed && routes.contains(&route.id))
                    .map(|route| Some((route.id, route.carrier_id)))
                    .collect(),
                None => vec![None],
            };
            let product = (fare.currency.clone(), [Some(fare.amount), fare.child_amount, fare.infant_amount]);
            let product = fares.product(&mut names, rows.naming.id(&fare.feed, &fare.product), product);
            fares.rules.extend(on.into_iter().map(|route| Rule {
                route,
                from: from.clone(),
                to: to.clone(),
                product: product.clone(),
                list: 0,
                timeframe: String::new(),
                today: true,
            }));
        }
        for list in rows.price_lists.iter().filter(|list| routes.contains(&list.route_id)) {
            fares.take_list(rows, &mut names, stops, list, today)?;
        }
        fares.rules.sort();
        Ok(fares)
    }

    /// The office's own prices of a line: from station to station, on its dates, before those of the tariff.
    fn take_list(
        &mut self,
        rows: &Rows,
        names: &mut HashMap<(String, Product), String>,
        stops: &BTreeSet<Uuid>,
        list: &price_list::Model,
        today: NaiveDate,
    ) -> Result<(), Fault> {
        let Some(route) = rows.routes.get(&list.route_id) else { return Ok(()) };
        let weekdays = u8::try_from(list.weekdays).unwrap_or(0);
        let period = Some((list.first_date, list.last_date.unwrap_or(NO_END)));
        let calendar = Calendar { weekdays, period, exceptions: BTreeMap::new() };
        let holds_today = calendar.runs_on(today);
        let always = weekdays == 127 && list.first_date <= today && list.last_date.is_none();
        let timeframe = if always { String::new() } else { format!("prices-{}", list.id) };
        if !always {
            self.dates.insert(timeframe.clone(), calendar);
        }
        let on = Some((route.id, route.carrier_id));
        let before = self.rules.iter().filter(|rule| rule.route == on).map(|rule| rule.list).max().unwrap_or(0);
        let name = rows.naming.id(&route.feed, &route.code);
        let prices: Vec<(Uuid, Uuid, i64)> = serde_json::from_str(&list.prices)?;
        for (from, to, amount_minor) in prices {
            let (Some(from), Some(to)) = (self.area_at(rows, stops, from), self.area_at(rows, stops, to)) else {
                continue;
            };
            let product = (list.currency.clone(), [Some(amount_minor), None, None]);
            let product = self.product(names, format!("{name}~list"), product);
            let (timeframe, today) = (timeframe.clone(), holds_today);
            self.rules.push(Rule { route: on, from, to, product, list: before + 1, timeframe, today });
        }
        Ok(())
    }

    /// The area of a station, with all of its platforms; `None` where no trip calls.
    fn area_at(&mut self, rows: &Rows, stops: &BTreeSet<Uuid>, station: Uuid) -> Option<String> {
        let row = rows.stops.get(&station)?;
        let id = rows.naming.id(&row.feed, &row.code);
        let here = |stop: &&Uuid| {
            **stop == station || rows.stops.get(stop).is_some_and(|stop| stop.parent_id == Some(station))
        };
        let called: Vec<Uuid> = stops.iter().filter(here).copied().collect();
        if called.is_empty() {
            return None;
        }
        for stop in called {
            let areas = self.areas_of.entry(stop).or_default();
            if !areas.contains(&id) {
                areas.push(id.clone());
            }
        }
        self.areas.entry(id.clone()).or_insert_with(|| Some(row.name.clone()));
        Some(id)
    }

    /// Tariffs may call several prices by one name.
    fn product(&mut self, names: &mut HashMap<(String, Product), String>, name: String, product: Product) -> String {
        let key = (name, product);
        if let Some(id) = names.get(&key) {
            return id.clone();
        }
        let numbered = (2..).map(|n| format!("{}~{n}", key.0));
        let id = std::iter::once(key.0.clone()).chain(numbered).find(|id| !self.products.contains_key(id));
        let id = id.unwrap_or_default();
        self.products.insert(id.clone(), key.1.clone());
        names.insert(key, id.clone());
        id
    }

    /// Stops' areas and their translations.
    pub fn write_areas(&self, rows: &Rows, archive: &mut Archive) -> Result<(), Fault> {
        if self.areas.is_empty() {
            return Ok(());
        }
        archive.file("areas.txt", &["area_id", "area_name"], |file| {
            for (id, name) in &self.areas {
                file.row([id.as_str(), name.as_ref().map_or("", |names| &names.ru)])?;
            }
            Ok(())
        })?;
        let mut pairs: Vec<(&String, String)> = Vec::new();
        for (stop, areas) in &self.areas_of {
            let Some(stop) = rows.stops.get(stop) else { continue };
            pairs.extend(areas.iter().map(|area| (area, rows.naming.id(&stop.feed, &stop.code))));
        }
        pairs.sort();
        archive.file("stop_areas.txt", &["area_id", "stop_id"], |file| {
            pairs.iter().try_for_each(|(area, stop)| file.row([area.as_str(), stop]))
        })
    }

    /// Whether anything is priced.
    pub fn any(&self) -> bool {
        !self.rules.is_empty()
    }

    pub fn area_names(&self) -> impl Iterator<Item = (&String, &Names)> {
        self.areas.iter().filter_map(|(id, names)| Some((id, names.as_ref()?)))
    }

    pub fn write(&self, rows: &Rows, archive: &mut Archive) -> Result<(), Fault> {
        if self.rules.is_empty() {
            return Ok(());
        }
        self.write_products(archive)?;
        self.write_leg_rules(rows, archive)?;
        self.write_first_version(rows, archive)
    }

    fn write_products(&self, archive: &mut Archive) -> Result<(), Fault> {
        let header = ["rider_category_id", "rider_category_name", "is_default_fare_category"];
        archive.file("rider_categories.txt", &header, |file| {
            CATEGORIES
                .into_iter()
                .try_for_each(|(id, [ru, ..])| file.row([id, ru, if id == "ADULT" { "1" } else { "0" }]))
        })?;
        let header = ["fare_product_id", "fare_product_name", "rider_category_id", "amount", "currency"];
        archive.file("fare_products.txt", &header, |file| {
            for (id, (currency, prices)) in &self.products {
                for (price, (category, _)) in prices.iter().zip(CATEGORIES) {
                    if let Some(minor) = price {
                        file.row([id.as_str(), "", category, &amount(*minor, currency)?, currency])?;
                    }
                }
            }
            Ok(())
        })
    }

    fn write_leg_rules(&self, rows: &Rows, archive: &mut Archive) -> Result<(), Fault> {
        let name =
            |id: &Uuid| rows.routes.get(id).map(|route| (rows.naming.id(&route.feed, &route.code), &route.name.ru));
        let networks: BTreeMap<String, &String> = self.rules.iter().filter_map(|rule| name(&rule.route?.0)).collect();
        if !networks.is_empty() {
            archive.file("networks.txt", &["network_id", "network_name"], |file| {
                networks.iter().try_for_each(|(id, name)| file.row([id, *name]))
            })?;
            archive.file("route_networks.txt", &["network_id", "route_id"], |file| {
                networks.keys().try_for_each(|id| file.row([id, id]))
            })?;
        }
        if !self.dates.is_empty() {
            archive.file(
                "timeframes.txt",
                &["timeframe_group_id", "start_time", "end_time", "service_id"],
                |file| self.dates.keys().try_for_each(|id| file.row([id.as_str(), "", "", id])),
            )?;
        }
        let header =
            ["network_id", "from_area_id", "to_area_id", "fare_product_id", "rule_priority", "from_timeframe_group_id"];
        // Without priorities an empty field means "none of those that are named elsewhere".
        let listed = self.rules.iter().any(|rule| rule.list > 0);
        let open = self.rules.iter().any(|rule| rule.route.is_none() || rule.from.is_empty() || rule.to.is_empty());
        let header = if !self.dates.is_empty() {
            &header[..]
        } else if open || listed {
            &header[..5]
        } else {
            &header[..4]
        };
        archive.file("fare_leg_rules.txt", header, |file| {
            for rule in &self.rules {
                let network = rule.route.and_then(|(id, _)| name(&id)).map_or_else(String::new, |(id, _)| id);
                // The more specific fare is sold: of the route before all, of both areas before one or none.
                let named = |area: &String| u8::from(!area.is_empty());
                let specific = 4 * u8::from(rule.route.is_some()) + 2 * named(&rule.from) + named(&rule.to);
                // A price list comes before the tariff, and one that was made later before an earlier one.
                let priority = (u32::from(specific) + 8 * u32::from(rule.list)).to_string();
                let row = [network.as_str(), &rule.from, &rule.to, &rule.product, &priority, &rule.timeframe];
                file.row(&row[..header.len()])?;
            }
            Ok(())
        })
    }

    /// Of a line with price lists, those of the list that decides today, and nothing of the tariff.
    fn holds_today(&self, rule: &Rule) -> bool {
        let of_line =
            self.rules.iter().filter(|other| other.today && other.route.is_some() && other.route == rule.route);
        rule.today && of_line.map(|other| other.list).max().is_none_or(|last| rule.list == last)
    }

    /// From zone to zone: version 1 knows the one zone of each stop, where a price list names stations.
    fn zones_of(&self, rule: &Rule) -> BTreeSet<(String, String)> {
        if rule.list == 0 {
            return BTreeSet::from([(rule.from.clone(), rule.to.clone())]);
        }
        let zones = |area: &String| -> BTreeSet<String> {
            let of_area = self.areas_of.values().filter(|areas| areas.contains(area));
            of_area.filter_map(|areas| areas.first().cloned()).collect()
        };
        let to = zones(&rule.to);
        zones(&rule.from).iter().flat_map(|from| to.iter().map(|to| (from.clone(), to.clone()))).collect()
    }

    /// Adults alone: version 1 knows no categories. A fare belongs to one carrier.
    fn write_first_version(&self, rows: &Rows, archive: &mut Archive) -> Result<(), Fault> {
        let agency = |id: &Uuid| rows.carriers.get(id).map(|row| rows.naming.id(&row.feed, &row.code));
        let mut attributes: BTreeMap<String, (&String, String)> = BTreeMap::new();
        let mut rules: Vec<[String; 4]> = Vec::new();
        for rule in self.rules.iter().filter(|rule| self.holds_today(rule)) {
            let of: Vec<Uuid> = rule.route.map_or_else(|| self.carriers.clone(), |(_, carrier)| vec![carrier]);
            for agency in of.iter().filter_map(agency) {
                let fare = format!("{agency}~{}", rule.product);
                let route = rule.route.and_then(|(id, _)| rows.routes.get(&id));
                let route = route.map_or_else(String::new, |route| rows.naming.id(&route.feed, &route.code));
                for (from, to) in self.zones_of(rule) {
                    rules.push([fare.clone(), route.clone(), from, to]);
                }
                attributes.insert(fare, (&rule.product, agency));
            }
        }
        let header = ["fare_id", "price", "currency_type", "payment_method", "transfers", "agency_id"];
        archive.file("fare_attributes.txt", &header, |file| {
            for (fare, (product, agency)) in &attributes {
                let Some((currency, [Some(adult), ..])) = self.products.get(*product) else { continue };
                file.row([fare, &amount(*adult, currency)?, currency, "1", "0", agency])?;
            }
            Ok(())
        })?;
        archive.file("fare_rules.txt", &["fare_id", "route_id", "origin_id", "destination_id"], |file| {
            rules.iter().try_for_each(|rule| file.row(rule))
        })
    }
}

fn amount(minor: i64, currency: &str) -> Result<String, Fault> {
    Ok(to_decimal(minor, Currency::parse(currency)?).to_string())
}
