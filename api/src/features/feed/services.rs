//! Which departures are published, and on which dates each runs.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use domain::timetable::{Calendar, CallTimes};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use ::entity::schedule;

use crate::platform::Fault;

use super::naming::Departure;
use super::rows::Rows;

/// No trip is under way for longer: what ended before is not published.
const LONGEST_DAYS: u64 = 16;

/// A row of trips.txt.
pub struct ExportTrip<'a> {
    pub trip_id: String,
    pub service_id: String,
    pub schedule: &'a schedule::Model,
    pub times: Vec<CallTimes>,
}

pub struct Departures<'a> {
    pub trips: Vec<ExportTrip<'a>>,
    /// By id; each has a date on which it runs.
    pub services: BTreeMap<String, Calendar>,
}

impl<'a> Departures<'a> {
    pub fn of(rows: &'a Rows, today: NaiveDate) -> Result<Self, Fault> {
        let since = today.checked_sub_days(Days::new(LONGEST_DAYS)).unwrap_or(today);
        let active: BTreeSet<Uuid> = rows.schedules.iter().filter(|row| row.active).map(|row| row.id).collect();
        // Sold and left as it was: the departure's present schedule does not run on that date.
        let mut replaced: HashMap<Uuid, BTreeSet<NaiveDate>> = HashMap::new();
        // Dates on which a schedule runs whatever its service says.
        let mut added: HashMap<Uuid, BTreeSet<NaiveDate>> = HashMap::new();
        for kept in &rows.kept {
            added.entry(kept.schedule).or_default().insert(kept.date);
            if !active.contains(&kept.schedule) {
                replaced.entry(kept.series).or_default().insert(kept.date);
            }
        }
        let mut made = Self { trips: Vec::with_capacity(rows.schedules.len()), services: BTreeMap::new() };
        let nothing = BTreeSet::new();
        for schedule in &rows.schedules {
            let on_sale = rows.routes.get(&schedule.route_id).is_some_and(|route| {
                let carrier = rows.carriers.get(&route.carrier_id);
                route.active && carrier.is_some_and(|carrier| carrier.active && carrier.blocked_at.is_none())
            });
            let added = added.get(&schedule.id).unwrap_or(&nothing);
            let (base, calendar) = match rows.services.get(&schedule.service_id) {
                Some((feed, code, calendar)) if schedule.active && on_sale => {
                    let removed = replaced.get(&schedule.series_id).unwrap_or(&nothing);
                    let mut own = calendar.clone();
                    own.exceptions
                        .extend(added.iter().filter(|date| !calendar.runs_on(**date)).map(|date| (*date, true)));
                    own.exceptions
                        .extend(removed.iter().filter(|date| calendar.runs_on(**date)).map(|date| (*date, false)));
                    ((own == *calendar).then(|| rows.naming.id(feed, code)), own)
                }
                _ => (None, of_dates(added)),
            };
            made.add(rows, schedule, base, calendar, since)?;
        }
        made.trips.sort_by(|a, b| a.trip_id.cmp(&b.trip_id));
        Ok(made)
    }

    fn add(
        &mut self,
        rows: &Rows,
        schedule: &'a schedule::Model,
        base: Option<String>,
        calendar: Calendar,
        since: NaiveDate,
    ) -> Result<(), Fault> {
        let Some((first, last)) = calendar.span() else { return Ok(()) };
        if calendar.dates(first.max(since), last).next().is_none() {
            return Ok(());
        }
        let times: Vec<CallTimes> = serde_json::from_str(&schedule.times)?;
        let zone: Tz = schedule.time_zone.parse().map_err(|_| Fault::new("a schedule has no zone"))?;
        let departure = Departure {
            feed: &schedule.feed,
            code: &schedule.code,
            schedule: schedule.id,
            active: schedule.active,
            zone,
            first: times.first().map_or(0, |call| call[0]),
        };
        if zone == rows.naming.zone {
            let trip_id = rows.naming.published(departure, first).trip_id;
            self.push(trip_id, base, calendar, schedule, times);
            return Ok(());
        }
        let mut apart: BTreeMap<(String, i32), BTreeSet<NaiveDate>> = BTreeMap::new();
        for date in calendar.dates(first.max(since), last) {
            let published = rows.naming.published(departure, date);
            apart.entry((published.trip_id, published.shift)).or_default().insert(published.start_date);
        }
        for ((trip_id, shift), dates) in apart {
            let times = times.iter().map(|[arrival, departure]| [arrival + shift, departure + shift]).collect();
            self.push(trip_id, None, of_dates(&dates), schedule, times);
        }
        Ok(())
    }

    fn push(
        &mut self,
        trip_id: String,
        service: Option<String>,
        calendar: Calendar,
        schedule: &'a schedule::Model,
        times: Vec<CallTimes>,
    ) {
        // The same dates are the same service, whichever departures have them.
        let service_id = service.unwrap_or_else(|| name_of(&calendar));
        self.services.entry(service_id.clone()).or_insert(calendar);
        self.trips.push(ExportTrip { trip_id, service_id, schedule, times });
    }

    /// First and last date of all.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let spans = || self.services.values().filter_map(Calendar::span);
        Some((spans().map(|span| span.0).min()?, spans().map(|span| span.1).max()?))
    }
}

fn of_dates(dates: &BTreeSet<NaiveDate>) -> Calendar {
    Calendar { exceptions: dates.iter().map(|date| (*date, true)).collect(), ..Calendar::default() }
}

fn name_of(calendar: &Calendar) -> String {
    let hash = Sha256::digest(format!("{calendar:?}"));
    format!("~{}", hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect::<String>())
}
