//! The files beside a feed that say what GTFS cannot: seat layouts, vehicles, how routes are sold, tariff rules and
//! holidays. Each may be missing.

use std::str::FromStr;

use chrono::NaiveDate;
use domain::layout::{Layout, parse_layouts};
use domain::money::{Currency, from_decimal};
use domain::price::Ancillary;
use domain::quota::CHANNELS;
use domain::timetable::parse_date;
use entity::Names;
use rust_decimal::Decimal;

use super::feed_files::{FeedFiles, ImportError};
use super::feed_table::{Column, Row, Table};
use super::report::ImportReport;
use super::tariff_rules::{AncillaryRule, ClassRule, DiscountRule, FeeRule, Reach, RefundRule, Scopes};

/// How a route is run and sold.
pub struct RouteSale {
    pub route: String,
    pub service_class: String,
    pub layout: Option<String>,
    pub units: u16,
    pub reserved: bool,
    pub online_sale: bool,
    pub passport_required: bool,
}

#[derive(Clone)]
pub struct FeedVehicle {
    pub code: String,
    pub agency: String,
    pub layout: Option<String>,
    pub kind: String,
    pub make: String,
    pub year: Option<i32>,
    pub plate: String,
    pub seats: i32,
    pub amenities: Vec<String>,
    pub baggage_places: i32,
    pub wheelchair_places: i32,
    /// Codes of the routes it usually serves.
    pub routes: Vec<String>,
}

/// A tariff rule, ready to be stored.
pub struct FeedRule {
    pub code: String,
    pub kind: &'static str,
    pub scopes: Scopes,
    /// Empty: all of them.
    pub channels: Vec<String>,
    pub terms: serde_json::Value,
}

pub struct FeedHoliday {
    pub date: NaiveDate,
    pub name: Names,
    pub kind: String,
    pub non_working: bool,
    pub shortened_day: bool,
    pub certain: bool,
}

#[derive(Default)]
pub struct SideFiles {
    pub layouts: Vec<Layout>,
    pub routes: Vec<RouteSale>,
    pub vehicles: Vec<FeedVehicle>,
    pub rules: Vec<FeedRule>,
    pub holidays: Vec<FeedHoliday>,
}

impl SideFiles {
    pub fn read(files: &FeedFiles, report: &mut ImportReport) -> Result<Self, ImportError> {
        Ok(Self {
            layouts: read_layouts(files, report),
            routes: read_route_sale(files, report)?,
            vehicles: read_vehicles(files, report)?,
            rules: read_rules(files, report)?,
            holidays: read_holidays(files, report)?,
        })
    }
}

fn read_layouts(files: &FeedFiles, report: &mut ImportReport) -> Vec<Layout> {
    const FILE: &str = "seat_layouts.json";
    let Some(bytes) = files.get(FILE) else { return Vec::new() };
    let mut layouts: Vec<Layout> = Vec::new();
    match parse_layouts(&String::from_utf8_lossy(bytes)) {
        Err(error) => report.skip(FILE, 0, error.to_string()),
        Ok(read) => {
            for layout in read {
                report.row(FILE);
                match layout {
                    Ok(layout) if layouts.iter().any(|known| known.code == layout.code) => {
                        report.skip(FILE, 0, format!("layout \"{}\" is there already", layout.code));
                    }
                    Ok(layout) => {
                        report.taken(FILE, 1);
                        layouts.push(layout);
                    }
                    Err((name, error)) => report.skip(FILE, 0, format!("layout \"{name}\": {error}")),
                }
            }
        }
    }
    layouts
}

fn read_route_sale(files: &FeedFiles, report: &mut ImportReport) -> Result<Vec<RouteSale>, ImportError> {
    let Some(mut table) = Table::open(files, "route_vehicles.csv", report)? else { return Ok(Vec::new()) };
    let (route, class, layout) =
        (table.required("route_id")?, table.column("service_class"), table.column("default_layout_id"));
    let (units, reserved) = (table.column("units_per_trip"), table.column("reserved_seating"));
    let (online, passport) = (table.column("online_sale"), table.column("passport_required"));
    let file = table.name;
    let mut routes = Vec::new();
    while let Some(row) = table.next(report) {
        let Some(units) = row.number::<u16>(units).filter(|units| (1..=30).contains(units)) else {
            report.skip(file, row.line, "units_per_trip is not a number from 1 to 30");
            continue;
        };
        routes.push(RouteSale {
            route: row.get(route).to_owned(),
            service_class: row.get(class).to_owned(),
            layout: row.text(layout),
            units,
            reserved: row.flag(reserved),
            online_sale: row.flag(online),
            passport_required: row.flag(passport),
        });
        report.taken(file, 1);
    }
    Ok(routes)
}

fn read_vehicles(files: &FeedFiles, report: &mut ImportReport) -> Result<Vec<FeedVehicle>, ImportError> {
    let Some(mut table) = Table::open(files, "vehicles.csv", report)? else { return Ok(Vec::new()) };
    let (id, agency, layout) = (table.required("vehicle_id")?, table.column("agency_id"), table.column("layout_id"));
    let (kind, make, year, plate) =
        (table.column("type"), table.column("make_model"), table.column("year"), table.column("plate_demo"));
    let (seats, amenities, baggage) =
        (table.column("seats"), table.column("amenities"), table.column("baggage_places"));
    let (wheelchair, routes) = (table.column("wheelchair_space"), table.column("typical_routes"));
    let list = |text: &str| -> Vec<String> {
        text.split([';', ' ', ',']).filter(|item| !item.is_empty()).map(str::to_owned).collect()
    };
    let file = table.name;
    let mut vehicles: Vec<FeedVehicle> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    while let Some(row) = table.next(report) {
        let code = row.get(id).to_owned();
        let Some(seats) = row.number::<i32>(seats).filter(|seats| *seats > 0) else {
            report.skip(file, row.line, format!("vehicle \"{code}\": seats is not a number"));
            continue;
        };
        if code.is_empty() || !seen.insert(code.clone()) {
            report.skip(file, row.line, format!("vehicle \"{code}\" has no code or is there already"));
            continue;
        }
        vehicles.push(FeedVehicle {
            code,
            agency: row.get(agency).to_owned(),
            layout: row.text(layout),
            kind: row.get(kind).to_owned(),
            make: row.get(make).to_owned(),
            year: row.number(year),
            plate: row.get(plate).to_owned(),
            seats,
            amenities: list(row.get(amenities)),
            baggage_places: row.number(baggage).unwrap_or(0),
            wheelchair_places: row.number(wheelchair).unwrap_or(0),
            routes: list(row.get(routes)),
        });
        report.taken(file, 1);
    }
    Ok(vehicles)
}

fn read_holidays(files: &FeedFiles, report: &mut ImportReport) -> Result<Vec<FeedHoliday>, ImportError> {
    let Some(mut table) = Table::open(files, "holidays.csv", report)? else { return Ok(Vec::new()) };
    let (date, names) = (table.required("date")?, names_of(&table, "name"));
    let (kind, non_working) = (table.column("kind"), table.column("non_working"));
    let (shortened, certainty) = (table.column("shortened_day"), table.column("date_certainty"));
    let file = table.name;
    let mut holidays: Vec<FeedHoliday> = Vec::new();
    while let Some(row) = table.next(report) {
        let date = match parse_date(row.get(date)) {
            Ok(date) if holidays.iter().any(|known| known.date == date) => {
                report.skip(file, row.line, format!("{date} is there already"));
                continue;
            }
            Ok(date) => date,
            Err(error) => {
                report.skip(file, row.line, error.to_string());
                continue;
            }
        };
        holidays.push(FeedHoliday {
            date,
            name: read_names(&row, names).unwrap_or_default(),
            kind: row.get(kind).to_owned(),
            non_working: row.flag(non_working),
            shortened_day: row.flag(shortened),
            certain: matches!(row.get(certainty), "fixed" | "confirmed"),
        });
        report.taken(file, 1);
    }
    Ok(holidays)
}

fn names_of(table: &Table<'_>, prefix: &str) -> [Column; 3] {
    ["ru", "ky", "en"].map(|language| table.column(&format!("{prefix}_{language}")))
}

fn read_names(row: &Row<'_>, [ru, ky, en]: [Column; 3]) -> Option<Names> {
    let own = row.text(ru).or_else(|| row.text(en))?;
    let or_own = |column| row.text(column).unwrap_or_else(|| own.clone());
    Some(Names { ru: or_own(ru), ky: or_own(ky), en: or_own(en) })
}

fn read_rules(files: &FeedFiles, report: &mut ImportReport) -> Result<Vec<FeedRule>, ImportError> {
    let Some(mut table) = Table::open(files, "baggage_and_discounts.csv", report)? else { return Ok(Vec::new()) };
    let columns = RuleColumns::of(&table)?;
    let file = table.name;
    let mut rules: Vec<FeedRule> = Vec::new();
    while let Some(row) = table.next(report) {
        match rule(&row, &columns) {
            Ok(rule) if rules.iter().any(|known| known.code == rule.code) => {
                report.skip(file, row.line, format!("rule \"{}\" is there already", rule.code));
            }
            Ok(rule) => {
                report.taken(file, 1);
                rules.push(rule);
            }
            Err(reason) => report.skip(file, row.line, reason),
        }
    }
    Ok(rules)
}

struct RuleColumns {
    code: Column,
    kind: Column,
    scopes: Column,
    value: Column,
    unit: Column,
    name: [Column; 3],
    condition: [Column; 3],
    category: Column,
    age: [Column; 2],
    own_seat: Column,
    quota: Column,
    season: [Column; 2],
    min_group: Column,
    proof: Column,
    max_count: Column,
    max_value: Column,
    minutes_before: Column,
    channels: Column,
}

impl RuleColumns {
    fn of(table: &Table<'_>) -> Result<Self, ImportError> {
        Ok(Self {
            code: table.required("rule_id")?,
            kind: table.required("kind")?,
            scopes: table.required("scopes")?,
            value: table.required("value")?,
            unit: table.required("unit")?,
            name: names_of(table, "name"),
            condition: names_of(table, "condition"),
            category: table.column("category"),
            age: ["age_from", "age_to"].map(|name| table.column(name)),
            own_seat: table.column("own_seat"),
            quota: table.column("quota_per_trip"),
            season: ["season_from", "season_to"].map(|name| table.column(name)),
            min_group: table.column("min_group"),
            proof: table.column("proof_required"),
            max_count: table.column("max_count"),
            max_value: table.column("max_value"),
            minutes_before: table.column("minutes_before"),
            channels: table.column("channels"),
        })
    }
}

fn rule(row: &Row<'_>, columns: &RuleColumns) -> Result<FeedRule, String> {
    let code = row.text(columns.code).ok_or("no rule_id")?;
    let value = Decimal::from_str(row.get(columns.value)).map_err(|_| format!("{code}: value is not a number"))?;
    let unit = row.get(columns.unit);
    let scopes = Scopes::parse(row.get(columns.scopes));
    let name = read_names(row, columns.name).unwrap_or_else(|| Names::same(code.clone()));
    let condition = read_names(row, columns.condition);
    let percent = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&value);
    let money = |value: Decimal, currency: &str| {
        let currency = Currency::parse(currency).map_err(|error| format!("{code}: {error}"))?;
        from_decimal(value, currency)
            .map(|minor| (minor, currency.code().to_owned()))
            .ok_or(format!("{code}: too much"))
    };
    let terms = |terms: Result<serde_json::Value, serde_json::Error>| terms.map_err(|error| error.to_string());
    let blank = || (String::new(), Reach::default());
    let (kind, terms) = match (row.get(columns.kind), unit) {
        ("discount", "percent_off") if percent => {
            let (code, reach) = blank();
            (
                "discount",
                terms(serde_json::to_value(DiscountRule {
                    code,
                    reach,
                    name,
                    condition,
                    category: row.text(columns.category),
                    percent_off: value,
                    age_from: row.number(columns.age[0]),
                    age_to: row.number(columns.age[1]),
                    own_seat: row.get(columns.own_seat) != "0",
                    quota_per_trip: row.number(columns.quota),
                    season: season(row, columns.season)?,
                    min_group: row.number(columns.min_group),
                    proof_required: row.flag(columns.proof),
                }))?,
            )
        }
        (kind @ ("baggage" | "extra"), currency) => {
            let (price_minor, currency) = money(value, currency)?;
            let (code, reach) = blank();
            let max_count = row.number(columns.max_count).unwrap_or(1);
            (
                if kind == "extra" { "extra" } else { "baggage" },
                terms(serde_json::to_value(AncillaryRule {
                    code,
                    kind: Ancillary::default(),
                    reach,
                    name,
                    condition,
                    price_minor,
                    currency,
                    max_count,
                }))?,
            )
        }
        ("fee", "percent_on") if percent => {
            let most = Decimal::from_str(row.get(columns.max_value)).ok();
            let max_minor = most.map(|most| money(most, "KGS")).transpose()?.map(|(minor, _)| minor);
            let (code, reach) = blank();
            let fee = FeeRule {
                code,
                reach,
                name,
                of_station: false,
                fixed_minor: None,
                percent: Some(value),
                max_minor,
                currency: "KGS".to_owned(),
            };
            ("fee", terms(serde_json::to_value(fee))?)
        }
        ("fee", currency) => {
            let (minor, currency) = money(value, currency)?;
            let (code, reach) = blank();
            let fee = FeeRule {
                code,
                reach,
                name,
                of_station: true,
                fixed_minor: Some(minor),
                percent: None,
                max_minor: None,
                currency,
            };
            ("fee", terms(serde_json::to_value(fee))?)
        }
        ("class", "percent_more") => {
            let (code, reach) = blank();
            let class = ClassRule {
                seat_class: row.text(columns.category).ok_or(format!("{code}: no class of seats"))?,
                code,
                reach,
                name,
                percent: Some(value),
                fixed_minor: None,
                currency: "KGS".to_owned(),
                step_minor: 1_000,
            };
            ("class", terms(serde_json::to_value(class))?)
        }
        (kind @ ("refund" | "exchange"), "percent_back") if percent => {
            let minutes_before = row.number(columns.minutes_before);
            let (code, reach) = blank();
            (
                if kind == "refund" { "refund" } else { "exchange" },
                terms(serde_json::to_value(RefundRule { code, reach, name, minutes_before, percent_back: value }))?,
            )
        }
        (kind, unit) => {
            return Err(format!("{code}: kind \"{kind}\" with unit \"{unit}\" and value {value} is not known"));
        }
    };
    let channels: Vec<String> = row.get(columns.channels).split_whitespace().map(str::to_owned).collect();
    if let Some(unknown) = channels.iter().find(|channel| !CHANNELS.contains(&channel.as_str())) {
        return Err(format!("{code}: there is no channel \"{unknown}\""));
    }
    Ok(FeedRule { code, kind, scopes, channels, terms })
}

type Season = Option<((u32, u32), (u32, u32))>;

fn season(row: &Row<'_>, [from, to]: [Column; 2]) -> Result<Season, String> {
    let day = |text: &str| -> Option<(u32, u32)> {
        let (month, day) = text.split_once('-')?;
        // Any leap year: 29 February is a day of a season too.
        let date = NaiveDate::from_ymd_opt(2028, month.parse().ok()?, day.parse().ok()?)?;
        Some((chrono::Datelike::month(&date), chrono::Datelike::day(&date)))
    };
    match (row.get(from), row.get(to)) {
        ("", "") => Ok(None),
        (from, to) => match (day(from), day(to)) {
            (Some(from), Some(to)) => Ok(Some((from, to))),
            _ => Err(format!("season \"{from}\" to \"{to}\" is not month-day")),
        },
    }
}
