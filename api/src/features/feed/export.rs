//! The timetable and its prices as a GTFS archive.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{NaiveDate, Weekday};
use domain::timetable::Calendar;
use entity::Names;
use uuid::Uuid;

use ::entity::{carrier, route, stop};

use crate::platform::Fault;

use super::archive::Archive;
use super::fares::{CATEGORIES, Fares};
use super::rows::Rows;
use super::services::Departures;

/// Stop, boarding, alighting, metres from the first stop.
type PatternStop = (Uuid, bool, bool, Option<i32>);

/// What the archive has.
pub struct Written {
    /// The version that stands in it.
    pub version: String,
    pub trips: HashSet<String>,
    /// The published id of each stop that trips call at.
    pub stops: HashMap<Uuid, String>,
    pub routes: usize,
}

/// Who publishes the feed.
#[derive(Clone, Copy)]
pub struct Publisher<'a> {
    pub name: &'a str,
    pub address: &'a str,
    pub email: Option<&'a str>,
}

pub fn write(rows: &Rows, today: NaiveDate, publisher: Publisher<'_>) -> Result<(Vec<u8>, Written), Fault> {
    let departures = Departures::of(rows, today)?;
    let mut patterns: HashMap<Uuid, Vec<PatternStop>> = HashMap::new();
    for trip in &departures.trips {
        let id = trip.schedule.pattern_id;
        if let std::collections::hash_map::Entry::Vacant(entry) = patterns.entry(id) {
            let text = rows.patterns.get(&id).ok_or_else(|| Fault::new("a schedule has lost its pattern"))?;
            entry.insert(serde_json::from_str(text)?);
        }
    }
    let called: BTreeSet<Uuid> = patterns.values().flatten().map(|stop| stop.0).collect();
    let routes: BTreeSet<Uuid> = departures.trips.iter().map(|trip| trip.schedule.route_id).collect();
    let fares = Fares::of(rows, &called, &routes, today)?;
    let export = Export { rows, departures, patterns, called, routes, fares };
    let mut archive = Archive::new();
    export.write(&mut archive, publisher.address)?;
    let version = archive.version();
    export.write_info(&mut archive, publisher, &version)?;
    let written = Written {
        version,
        trips: export.departures.trips.iter().map(|trip| trip.trip_id.clone()).collect(),
        stops: export.stop_ids(),
        routes: export.routes.len(),
    };
    Ok((archive.finish()?, written))
}

struct Export<'a> {
    rows: &'a Rows,
    departures: Departures<'a>,
    patterns: HashMap<Uuid, Vec<PatternStop>>,
    /// Stops that a trip calls at.
    called: BTreeSet<Uuid>,
    routes: BTreeSet<Uuid>,
    fares: Fares,
}

impl<'a> Export<'a> {
    fn id(&self, feed: &str, code: &str) -> String {
        self.rows.naming.id(feed, code)
    }

    /// Published routes in the order of their ids.
    fn routes(&self) -> BTreeMap<String, &'a route::Model> {
        let rows = self.routes.iter().filter_map(|id| self.rows.routes.get(id));
        rows.map(|row| (self.id(&row.feed, &row.code), row)).collect()
    }

    fn carriers(&self) -> BTreeMap<String, &'a carrier::Model> {
        let rows = self.routes().into_values().filter_map(|route| self.rows.carriers.get(&route.carrier_id));
        rows.map(|row| (self.id(&row.feed, &row.code), row)).collect()
    }

    /// Stops that are called at and their stations.
    fn stops(&self) -> BTreeMap<String, &'a stop::Model> {
        let called = self.called.iter().filter_map(|id| self.rows.stops.get(id));
        let all = called.flat_map(|row| [Some(row), row.parent_id.and_then(|id| self.rows.stops.get(&id))]);
        all.flatten().map(|row| (self.id(&row.feed, &row.code), row)).collect()
    }

    /// A station that trips call at without saying where needs a stop of its own within it.
    fn needs_own_stop(&self, stop: &stop::Model, stops: &BTreeMap<String, &stop::Model>) -> bool {
        self.called.contains(&stop.id) && stops.values().any(|other| other.parent_id == Some(stop.id))
    }

    /// Where trips call, by their ids in the feed.
    fn stop_ids(&self) -> HashMap<Uuid, String> {
        let stops = self.stops();
        let id =
            |id: &String, row: &stop::Model| if self.needs_own_stop(row, &stops) { within(id) } else { id.clone() };
        stops.iter().filter(|(_, row)| self.called.contains(&row.id)).map(|(key, row)| (row.id, id(key, row))).collect()
    }

    fn write(&self, archive: &mut Archive, address: &str) -> Result<(), Fault> {
        self.write_agencies(archive, address)?;
        self.write_stops(archive)?;
        self.write_routes(archive)?;
        self.write_services(archive)?;
        self.write_trips(archive)?;
        self.write_stop_times(archive)?;
        self.fares.write_areas(self.rows, archive)?;
        self.fares.write(self.rows, archive)?;
        self.write_translations(archive)
    }

    fn write_agencies(&self, archive: &mut Archive, address: &str) -> Result<(), Fault> {
        let header = [
            "agency_id",
            "agency_name",
            "agency_url",
            "agency_timezone",
            "agency_lang",
            "agency_phone",
            "agency_email",
        ];
        archive.file("agency.txt", &header, |file| {
            for (id, row) in self.carriers() {
                let url = row.url.as_deref().unwrap_or(address);
                let (phone, email) = (row.phone.as_deref().unwrap_or(""), row.email.as_deref().unwrap_or(""));
                file.row([&id, &row.name.ru, url, self.rows.naming.zone.name(), "ru", phone, email])?;
            }
            Ok(())
        })
    }

    fn write_stops(&self, archive: &mut Archive) -> Result<(), Fault> {
        let header = [
            "stop_id",
            "stop_name",
            "stop_lat",
            "stop_lon",
            "zone_id",
            "location_type",
            "parent_station",
            "stop_timezone",
            "platform_code",
        ];
        let stops = self.stops();
        archive.file("stops.txt", &header, |file| {
            for (id, row) in &stops {
                let parent = row.parent_id.and_then(|id| self.rows.stops.get(&id));
                let parent_id = parent.map_or_else(String::new, |row| self.id(&row.feed, &row.code));
                let [latitude, longitude] = self.coordinates(row);
                let is_station = stops.values().any(|other| other.parent_id == Some(row.id));
                let area = self.fares.areas_of.get(&row.id).and_then(|areas| areas.first()).map_or("", String::as_str);
                let (zone, platform) = (row.time_zone.as_str(), row.platform.as_deref().unwrap_or(""));
                let own = self.needs_own_stop(row, &stops);
                let (kind, area) = if is_station { ("1", "") } else { ("0", area) };
                file.row([id, &row.name.ru, &latitude, &longitude, area, kind, &parent_id, zone, platform])?;
                if own {
                    let area = self.fares.areas_of.get(&row.id).and_then(|areas| areas.first());
                    let area = area.map_or("", String::as_str);
                    file.row([&within(id), &row.name.ru, &latitude, &longitude, area, "0", id, zone, ""])?;
                }
            }
            Ok(())
        })
    }

    /// Its own, or else its station's or town's.
    fn coordinates(&self, stop: &stop::Model) -> [String; 2] {
        let parent = stop.parent_id.and_then(|id| self.rows.stops.get(&id));
        let place = stop.place_id.and_then(|id| self.rows.places.get(&id));
        let known = [
            Some((stop.latitude, stop.longitude)),
            parent.map(|row| (row.latitude, row.longitude)),
            place.map(|row| (row.latitude, row.longitude)),
        ];
        match known.into_iter().flatten().find(|at| *at != (0.0, 0.0)) {
            Some((latitude, longitude)) => [latitude, longitude].map(|degrees| format!("{degrees:.6}")),
            None => Default::default(),
        }
    }

    fn write_routes(&self, archive: &mut Archive) -> Result<(), Fault> {
        let header = [
            "route_id",
            "agency_id",
            "route_short_name",
            "route_long_name",
            "route_type",
            "route_color",
            "route_text_color",
            "route_sort_order",
        ];
        archive.file("routes.txt", &header, |file| {
            for (id, row) in self.routes() {
                let agency = self.rows.carriers.get(&row.carrier_id);
                let agency = agency.map_or_else(String::new, |row| self.id(&row.feed, &row.code));
                let long = if row.name.ru == row.number { "" } else { &row.name.ru };
                let kind = if row.kind == "RAIL" { "2" } else { "3" };
                let color = row.color.as_deref().unwrap_or("");
                let position = row.position.max(0).to_string();
                file.row([&id, &agency, &row.number, long, kind, color, ink_on(color), &position])?;
            }
            Ok(())
        })
    }

    fn write_services(&self, archive: &mut Archive) -> Result<(), Fault> {
        let date = |date: NaiveDate| date.format("%Y%m%d").to_string();
        let weekly: Vec<_> = self
            .departures
            .services
            .iter()
            .chain(&self.fares.dates)
            .filter_map(|(id, calendar)| Some((id, calendar, calendar.period?)))
            .collect();
        if !weekly.is_empty() {
            let header = [
                "service_id",
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
                "start_date",
                "end_date",
            ];
            archive.file("calendar.txt", &header, |file| {
                for (id, calendar, (start, end)) in weekly {
                    let runs = |day: Weekday| if calendar.weekdays & runs_bit(day) == 0 { "0" } else { "1" };
                    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
                    let days = [Mon, Tue, Wed, Thu, Fri, Sat, Sun].map(|day| runs(day).to_owned());
                    file.row([id.clone()].into_iter().chain(days).chain([date(start), date(end)]))?;
                }
                Ok(())
            })?;
        }
        archive.file("calendar_dates.txt", &["service_id", "date", "exception_type"], |file| {
            for (id, Calendar { exceptions, .. }) in &self.departures.services {
                for (day, added) in exceptions {
                    file.row([id.as_str(), &date(*day), if *added { "1" } else { "2" }])?;
                }
            }
            Ok(())
        })
    }

    fn write_trips(&self, archive: &mut Archive) -> Result<(), Fault> {
        let header = ["route_id", "service_id", "trip_id", "trip_headsign", "trip_short_name"];
        archive.file("trips.txt", &header, |file| {
            for trip in &self.departures.trips {
                let route = self.rows.routes.get(&trip.schedule.route_id);
                let route = route.map_or_else(String::new, |row| self.id(&row.feed, &row.code));
                let (headsign, number) = (&trip.schedule.headsign.ru, &trip.schedule.number);
                file.row([&route, &trip.service_id, &trip.trip_id, headsign, number])?;
            }
            Ok(())
        })
    }

    fn write_stop_times(&self, archive: &mut Archive) -> Result<(), Fault> {
        let ids = self.stop_ids();
        let header = [
            "trip_id",
            "arrival_time",
            "departure_time",
            "stop_id",
            "stop_sequence",
            "pickup_type",
            "drop_off_type",
            "shape_dist_traveled",
        ];
        archive.file("stop_times.txt", &header, |file| {
            for trip in &self.departures.trips {
                let Some(pattern) = self.patterns.get(&trip.schedule.pattern_id) else { continue };
                for (n, ((stop, boarding, alighting, metres), [arrival, departure])) in
                    (1..).zip(pattern.iter().zip(&trip.times))
                {
                    let n: i32 = n;
                    let id = ids.get(stop).ok_or_else(|| Fault::new("a pattern calls at a stop that is not there"))?;
                    let kilometres =
                        metres.map_or_else(String::new, |metres| format!("{:.3}", f64::from(metres) / 1000.0));
                    let allowed = |yes: bool| if yes { "0" } else { "1" };
                    file.row([
                        trip.trip_id.as_str(),
                        &clock(*arrival),
                        &clock(*departure),
                        id,
                        &n.to_string(),
                        allowed(*boarding),
                        allowed(*alighting),
                        &kilometres,
                    ])?;
                }
            }
            Ok(())
        })
    }

    fn write_translations(&self, archive: &mut Archive) -> Result<(), Fault> {
        let header =
            ["table_name", "field_name", "language", "translation", "record_id", "record_sub_id", "field_value"];
        let stops = self.stops();
        let headsigns: BTreeSet<(&str, &str, &str)> = self
            .departures
            .trips
            .iter()
            .map(|trip| {
                (
                    trip.schedule.headsign.ru.as_str(),
                    trip.schedule.headsign.ky.as_str(),
                    trip.schedule.headsign.en.as_str(),
                )
            })
            .collect();
        archive.file("translations.txt", &header, |file| {
            let mut names = |table: &str, field: &str, record: &str, value: &str, [ru, ky, en]: [&str; 3]| {
                for (language, text) in [("ky", ky), ("en", en)] {
                    if !text.is_empty() && text != ru {
                        file.row([table, field, language, text, record, "", value])?;
                    }
                }
                Ok::<(), Fault>(())
            };
            for (id, row) in self.carriers() {
                names("agency", "agency_name", &id, "", each(&row.name))?;
            }
            for (id, row) in &stops {
                names("stops", "stop_name", id, "", each(&row.name))?;
                if self.needs_own_stop(row, &stops) {
                    names("stops", "stop_name", &within(id), "", each(&row.name))?;
                }
            }
            for (id, row) in self.routes() {
                names("routes", "route_long_name", &id, "", each(&row.name))?;
            }
            // The same sign is translated once, whichever trips carry it.
            for sign in &headsigns {
                names("trips", "trip_headsign", "", sign.0, [sign.0, sign.1, sign.2])?;
            }
            for (id, area) in self.fares.area_names() {
                names("areas", "area_name", id, "", each(area))?;
            }
            for (id, category) in CATEGORIES.into_iter().filter(|_| self.fares.any()) {
                names("rider_categories", "rider_category_name", id, "", category)?;
            }
            Ok(())
        })
    }

    /// Last, since its version is made of everything else.
    fn write_info(&self, archive: &mut Archive, publisher: Publisher<'_>, version: &str) -> Result<(), Fault> {
        let header = [
            "feed_publisher_name",
            "feed_publisher_url",
            "feed_lang",
            "default_lang",
            "feed_start_date",
            "feed_end_date",
            "feed_version",
            "feed_contact_email",
            "feed_contact_url",
        ];
        let span = self.departures.span();
        let date = |date: Option<NaiveDate>| date.map_or_else(String::new, |date| date.format("%Y%m%d").to_string());
        let (start, end) = (date(span.map(|span| span.0)), date(span.map(|span| span.1)));
        let email = publisher.email.unwrap_or("");
        archive.file("feed_info.txt", &header, |file| {
            file.row([publisher.name, publisher.address, "ru", "ru", &start, &end, version, email, publisher.address])
        })
    }
}

fn each(names: &Names) -> [&str; 3] {
    [&names.ru, &names.ky, &names.en]
}

fn runs_bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

/// The stop within a station that trips call at without a platform.
fn within(station: &str) -> String {
    format!("{station}~0")
}

fn clock(seconds: i32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Black or white, whichever is read more easily on the colour.
fn ink_on(color: &str) -> &'static str {
    let channel = |at: usize| color.get(at..at + 2).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    match (channel(0), channel(2), channel(4)) {
        (Some(red), Some(green), Some(blue)) if red * 299 + green * 587 + blue * 114 < 150_000 => "FFFFFF",
        (Some(_), Some(_), Some(_)) => "000000",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    #[test]
    fn ink_can_be_read() {
        assert_eq!([ink_on("1F6FB2"), ink_on("FFF7AA"), ink_on(""), ink_on("zz")], ["FFFFFF", "000000", "", ""]);
    }

    #[test]
    fn times_pass_midnight() {
        assert_eq!([clock(0), clock(86_400), clock(130_205)], ["00:00:00", "24:00:00", "36:10:05"]);
        assert_eq!(runs_bit(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().weekday()), 64);
    }
}
