//! Trips, their stop times and frequencies.

use domain::timetable::{CallTimes, fill_times, frequency_starts, goes_back_at, parse_time};

use super::feed::{FeedCall, FeedRoute, FeedService, FeedStop, FeedTrip, Progress, index_of};
use super::feed_files::{FeedFiles, ImportError};
use super::feed_names::Translations;
use super::feed_table::Table;
use super::report::ImportReport;

/// One row of stop_times.txt.
struct StopTime {
    sequence: u32,
    stop: usize,
    times: Option<CallTimes>,
    boarding: bool,
    alighting: bool,
    distance: Option<f64>,
    line: u64,
}

struct Draft {
    trip: FeedTrip,
    line: u64,
    stop_times: Vec<StopTime>,
}

pub fn read_trips(
    files: &FeedFiles,
    translations: &Translations,
    stops: &[FeedStop],
    routes: &[FeedRoute],
    services: &[FeedService],
    report: &mut ImportReport,
    progress: Progress<'_>,
) -> Result<Vec<FeedTrip>, ImportError> {
    progress("reading trips");
    let mut drafts = read_trip_rows(files, translations, routes, services, report)?;
    read_stop_times(files, stops, &mut drafts, report, progress)?;
    read_frequencies(files, &mut drafts, report)?;
    let mut trips = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let line = draft.line;
        match finished(draft, report) {
            Ok(trip) => {
                report.taken("trips.txt", 1);
                trips.push(trip);
            }
            Err(reason) => report.skip("trips.txt", line, reason),
        }
    }
    Ok(trips)
}

fn read_trip_rows(
    files: &FeedFiles,
    translations: &Translations,
    routes: &[FeedRoute],
    services: &[FeedService],
    report: &mut ImportReport,
) -> Result<Vec<Draft>, ImportError> {
    let Some(mut table) = Table::open(files, "trips.txt", report)? else { return Ok(Vec::new()) };
    let (id, route_id, service_id) =
        (table.required("trip_id")?, table.required("route_id")?, table.required("service_id")?);
    let (headsign, short) = (table.column("trip_headsign"), table.column("trip_short_name"));
    let (route_index, service_index) = (index_of(routes, |r| &r.code), index_of(services, |s| &s.code));
    let file = table.name;
    let mut drafts: Vec<Draft> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    while let Some(row) = table.next(report) {
        let code = row.get(id);
        let Some(route) = route_index.get(row.get(route_id)) else {
            report.skip(file, row.line, format!("route \"{}\" is unknown or was left out", row.get(route_id)));
            continue;
        };
        let Some(service) = service_index.get(row.get(service_id)) else {
            report.skip(file, row.line, format!("service \"{}\" is unknown or was left out", row.get(service_id)));
            continue;
        };
        if code.is_empty() || !seen.insert(code.to_owned()) {
            report.skip(file, row.line, format!("trip_id \"{code}\" is empty or there already"));
            continue;
        }
        let own = row.get(headsign);
        drafts.push(Draft {
            trip: FeedTrip {
                code: code.to_owned(),
                route: *route,
                service: *service,
                number: row.text(short).unwrap_or_else(|| routes[*route].number.clone()),
                headsign: translations.names("trips", "trip_headsign", code, own),
                calls: Vec::new(),
                times: Vec::new(),
                starts: Vec::new(),
            },
            line: row.line,
            stop_times: Vec::new(),
        });
    }
    Ok(drafts)
}

fn read_stop_times(
    files: &FeedFiles,
    stops: &[FeedStop],
    drafts: &mut [Draft],
    report: &mut ImportReport,
    progress: Progress<'_>,
) -> Result<(), ImportError> {
    let Some(mut table) = Table::open(files, "stop_times.txt", report)? else { return Ok(()) };
    let (trip_id, stop_id, sequence) =
        (table.required("trip_id")?, table.required("stop_id")?, table.column("stop_sequence"));
    let (arrival, departure) = (table.required("arrival_time")?, table.required("departure_time")?);
    let (pickup, drop_off) = (table.column("pickup_type"), table.column("drop_off_type"));
    let distance = table.column("shape_dist_traveled");
    let trip_index = index_of(drafts, |draft| &draft.trip.code);
    let stop_index = index_of(stops, |stop| &stop.code);
    let file = table.name;
    let mut count = 0_u64;
    // Rows of one trip stand together as a rule.
    let mut last: (String, usize) = (String::new(), usize::MAX);
    while let Some(row) = table.next(report) {
        count += 1;
        if count.is_multiple_of(50_000) {
            progress(&format!("reading stop times: {count}"));
        }
        let code = row.get(trip_id);
        if last.1 == usize::MAX || last.0 != code {
            let Some(trip) = trip_index.get(code) else {
                report.skip(file, row.line, format!("trip \"{code}\" is unknown or was left out"));
                continue;
            };
            last = (code.to_owned(), *trip);
        }
        let draft = &mut drafts[last.1];
        let Some(stop) = stop_index.get(row.get(stop_id)) else {
            report.skip(file, row.line, format!("stop \"{}\" is unknown", row.get(stop_id)));
            continue;
        };
        let mut time = |text: &str| match parse_time(text) {
            Ok(seconds) => Some(seconds),
            Err(_) if text.is_empty() => None,
            Err(error) => {
                report.repair(file, row.line, format!("{error}: taken as not given"));
                None
            }
        };
        let (arrives, departs) = (time(row.get(arrival)), time(row.get(departure)));
        let times = arrives.or(departs).map(|first| [first, departs.unwrap_or(first)]);
        let position = u32::try_from(draft.stop_times.len()).unwrap_or(u32::MAX);
        draft.stop_times.push(StopTime {
            sequence: row.number(sequence).unwrap_or(position),
            stop: *stop,
            times,
            boarding: row.get(pickup) != "1",
            alighting: row.get(drop_off) != "1",
            distance: row.number::<f64>(distance).filter(|d| d.is_finite() && *d >= 0.0),
            line: row.line,
        });
    }
    Ok(())
}

fn read_frequencies(files: &FeedFiles, drafts: &mut [Draft], report: &mut ImportReport) -> Result<(), ImportError> {
    let Some(mut table) = Table::open(files, "frequencies.txt", report)? else { return Ok(()) };
    let (trip_id, headway) = (table.required("trip_id")?, table.required("headway_secs")?);
    let (start, end) = (table.required("start_time")?, table.required("end_time")?);
    let trip_index = index_of(drafts, |draft| &draft.trip.code);
    let file = table.name;
    while let Some(row) = table.next(report) {
        let Some(trip) = trip_index.get(row.get(trip_id)) else {
            report.skip(file, row.line, format!("trip \"{}\" is unknown or was left out", row.get(trip_id)));
            continue;
        };
        let starts = parse_time(row.get(start))
            .and_then(|start| Ok((start, parse_time(row.get(end))?)))
            .and_then(|(start, end)| frequency_starts(start, end, row.number(headway).unwrap_or(0)));
        match starts {
            Ok(starts) => {
                let all = &mut drafts[*trip].trip.starts;
                all.extend(starts);
                all.sort_unstable();
                all.dedup();
                report.taken(file, 1);
            }
            Err(error) => report.skip(file, row.line, error.to_string()),
        }
    }
    Ok(())
}

/// Puts the calls in order and completes their times, or says why the trip cannot run.
fn finished(draft: Draft, report: &mut ImportReport) -> Result<FeedTrip, String> {
    const FILE: &str = "stop_times.txt";
    let Draft { mut trip, mut stop_times, .. } = draft;
    stop_times.sort_by_key(|call| call.sequence);
    stop_times.dedup_by(|later, first| {
        let twice = later.sequence == first.sequence;
        if twice {
            report.skip(FILE, later.line, format!("trip \"{}\" has stop_sequence {} twice", trip.code, later.sequence));
        }
        twice
    });
    if stop_times.len() < 2 {
        return Err(format!("trip \"{}\" has fewer than two usable stop times", trip.code));
    }
    let given: Vec<Option<CallTimes>> = stop_times.iter().map(|call| call.times).collect();
    let Some(times) = fill_times(&given) else {
        return Err(format!("trip \"{}\" has no time at its first or last stop", trip.code));
    };
    if let Some(position) = goes_back_at(&times) {
        let line = stop_times[position].line;
        return Err(format!("trip \"{}\" goes back in time at line {line} of {FILE}", trip.code));
    }
    report.taken(FILE, stop_times.len() as u64);
    if trip.headsign.ru.is_empty() {
        trip.headsign = entity::Names::default();
    }
    trip.times = times;
    trip.calls = stop_times
        .into_iter()
        .map(|call| FeedCall {
            stop: call.stop,
            boarding: call.boarding,
            alighting: call.alighting,
            distance: call.distance,
        })
        .collect();
    Ok(trip)
}
