use api::features::network::{ImportError, ImportReport, Severity};
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait, Set};

use super::feed::{FeedWriter, written_zip};
use super::{generate, import, local_times, network, repository, trips_on, try_import};
use crate::supply::fresh;

/// On which fares are asked for; tariffs of feeds are the same every day.
const DAY: chrono::NaiveDate = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();

fn counts(report: &ImportReport, tables: &[&str]) -> Vec<u64> {
    tables.iter().map(|table| report.counts[*table]).collect()
}

/// `file:line what` of each issue, without the reason.
fn issues(report: &ImportReport) -> Vec<String> {
    let mut lines: Vec<_> =
        report.issues.iter().map(|issue| (issue.file.clone(), issue.line, issue.severity)).collect();
    lines.sort_by_key(|(file, line, _)| (file.clone(), *line));
    lines.iter().map(|(file, line, severity)| format!("{file}:{line} {severity:?}")).collect()
}

async fn rows_of_everything(app: &api::app::App) -> Vec<u64> {
    let db = app.db.read();
    vec![
        entity::carrier::Entity::find().count(db).await.unwrap(),
        entity::stop::Entity::find().count(db).await.unwrap(),
        entity::schedule::Entity::find().count(db).await.unwrap(),
        entity::fare::Entity::find().count(db).await.unwrap(),
        entity::trip::Entity::find().count(db).await.unwrap(),
        entity::import_run::Entity::find().count(db).await.unwrap(),
    ]
}

#[tokio::test]
async fn the_demonstration_network_is_taken_whole() {
    let app = fresh("2026-11-20T10:00:00Z").await;
    let report = import(&app, &repository("demo")).await;
    assert_eq!(report.issues, []);
    let tables = [
        "carrier",
        "route",
        "schedule",
        "stop",
        "service_exception",
        "fare",
        "layout",
        "vehicle",
        "tariff_rule",
        "holiday",
    ];
    assert_eq!(counts(&report, &tables), [9, 42, 964, 110, 79, 1308, 9, 256, 29, 55]);
    for (file, rows) in [("stop_times.txt", 4528), ("fare_leg_rules.txt", 1308), ("fare_rules.txt", 1308)] {
        assert_eq!((report.files[file].rows, report.files[file].taken), (rows, rows), "{file}");
    }

    let network = network(&app).await;
    let bishkek = network.places.iter().find(|place| place.names.ru == "Бишкек").unwrap();
    assert_eq!((bishkek.names.ky.as_str(), bishkek.names.en.as_str()), ("Бишкек", "Bishkek"));
    let stations = network.stops_of(bishkek).iter().filter(|stop| network.stops[**stop as usize].parent.is_none());
    assert_eq!(stations.count(), 6, "four bus stations, one of another fare zone, and two railway stations");
    assert!(
        network.places.iter().all(|place| !place.names.en.contains("station") && !place.names.ky.contains("бекет"))
    );
    app.done().await;
}

#[tokio::test]
async fn the_same_files_again_change_nothing() {
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, &repository("demo")).await;
    generate(&app, 2).await;
    let before = rows_of_everything(&app).await;

    let again = import(&app, &repository("demo")).await;
    assert!(again.unchanged);
    assert_eq!(rows_of_everything(&app).await, before);

    let forced = try_import(&app, &repository("demo"), true).await.unwrap();
    assert_eq!((forced.schedules_added, forced.schedules_retired), (0, 0));
    assert_eq!((forced.trips_renewed, forced.trips_removed, forced.trips_kept), (0, 0, 0));
    let mut after = rows_of_everything(&app).await;
    assert_eq!(after.pop(), before.last().map(|runs| runs + 1));
    assert_eq!(after[..], before[..before.len() - 1]);
    app.done().await;
}

#[tokio::test]
async fn a_dirty_feed_is_taken_as_far_as_it_goes() {
    let feed = FeedWriter::small()
        .file("agency.txt", "\u{feff}agency_id , agency_name,agency_url,agency_timezone\r\n A , Altyn ,x, Asia/Bishkek \r\n")
        .append("stops.txt", "OSH,Again,1,1,Z1\n,Nameless,1,1,Z1\nNULL,Nowhere,0,0,\nDOOR,Entrance,40,72,\n")
        .replace("stops.txt", "zone_id\n", "zone_id,location_type\n")
        .replace("stops.txt", "DOOR,Entrance,40,72,", "DOOR,Entrance,40,72,,2")
        .append("routes.txt", "R,A,1,Again,3\nSHIP,A,2,Ferry,4\nLOST,B,3,Another's,3\n")
        .append("trips.txt", "R,D,T1,again\nNO,D,T3,\nR,NO,T4,\nR,D,T5,\nR,D,T6,\nR,D,T7,\n")
        .append(
            "stop_times.txt",
            "T9,08:00:00,08:00:00,OSH,1\nT1,09:30:00,09:30:00,NO,2\nT2,soon,,UZG,9\n\
             T5,08:00:00,08:00:00,OSH,1\n\
             T6,08:00:00,08:00:00,OSH,1\nT6,07:00:00,07:00:00,JAL,2\n\
             T7,08:30:00,08:30:00,OSH,1\nT7,09:00:00,09:00:00,UZG,1\nT7,10:00:00,10:00:00,JAL,2\n",
        )
        .replace("stop_times.txt", "T2,14:00:00,14:00:00,JAL,3", "T2,14:00:00,14:00:00,JAL,10")
        .append("calendar.txt", "BAD,1,1,1,1,1,1,1,2026-13-01,20271231\n")
        .file("calendar_dates.txt", "service_id,date,exception_type\nD,20260230,1\nD,20261225,2\nD,20261226,3\n")
        .append("fare_attributes.txt", "FX,cheap,KGS,1,0\nFY,10,soms,1,0\n")
        .append("fare_rules.txt", "FX,R,Z1,Z2\nF100,NO,Z1,Z2\n")
        .file("translations.txt", "table_name,field_name,language,translation,record_id\nstops,stop_name,en,Uzgen,UZG\nstops,stop_name,de,Usgen,UZG\n");
    let app = fresh("2026-11-20T10:00:00Z").await;
    let report = import(&app, feed.folder().path()).await;

    assert_eq!(
        issues(&report),
        [
            "calendar.txt:3 Skipped",
            "calendar_dates.txt:2 Skipped",
            "calendar_dates.txt:4 Skipped",
            "fare_attributes.txt:4 Skipped",
            "fare_attributes.txt:5 Skipped",
            "fare_rules.txt:4 Skipped",
            "fare_rules.txt:5 Skipped",
            "routes.txt:3 Skipped",
            "routes.txt:4 Skipped",
            "routes.txt:5 Repaired",
            "stop_times.txt:8 Skipped",
            "stop_times.txt:9 Skipped",
            "stop_times.txt:10 Repaired",
            "stop_times.txt:15 Skipped",
            "stops.txt:5 Skipped",
            "stops.txt:6 Skipped",
            "stops.txt:7 Repaired",
            "stops.txt:8 Skipped",
            "translations.txt:3 Skipped",
            "trips.txt:4 Skipped",
            "trips.txt:5 Skipped",
            "trips.txt:6 Skipped",
            "trips.txt:7 Skipped",
            "trips.txt:8 Skipped",
        ]
    );
    assert!(report.issues.iter().all(|issue| !issue.reason.is_empty()));
    assert_eq!(counts(&report, &["schedule", "stop", "fare"]), [3, 4, 2]);
    generate(&app, 40).await;
    let trips = trips_on(&app, "2026-11-23").await;
    assert_eq!(trips.iter().map(|trip| trip.calls.len()).collect::<Vec<_>>(), [3, 2, 4]);
    assert_eq!(trips_on(&app, "2026-12-25").await.len(), 0, "the exception that could be read holds");
    app.done().await;
}

#[tokio::test]
async fn junk_folders_and_letter_case_in_a_zip_do_not_matter() {
    let feed = FeedWriter::small()
        .nested("my feed")
        .file("__MACOSX/my feed/._STOPS.TXT", "junk")
        .file("my feed/.DS_Store", "junk")
        .bytes("my feed/readme.pdf", &[0, 159, 146, 150])
        .file("my feed/old/stops.txt", "stop_id\nWRONG\n");
    let app = fresh("2026-11-20T10:00:00Z").await;
    let report = import(&app, feed.zip().path()).await;
    assert_eq!(report.issues, []);
    assert_eq!(report.ignored_files, [".ds_store", "readme.pdf"]);
    assert_eq!(counts(&report, &["schedule", "stop"]), [2, 3]);
    app.done().await;
}

#[tokio::test]
async fn letters_that_are_not_utf_8_are_replaced_and_told() {
    let mut stops = b"stop_id,stop_name,stop_lat,stop_lon\nOSH,".to_vec();
    stops.extend([0xce, 0xf8]);
    stops.extend(b",40.5,72.8\nUZG,Uzgen,40.7,73.3\nJAL,Jalal,40.9,72.9\n");
    let app = fresh("2026-11-20T10:00:00Z").await;
    let report = import(&app, FeedWriter::small().bytes("stops.txt", &stops).zip().path()).await;
    assert_eq!(issues(&report), ["stops.txt:0 Repaired"]);
    assert_eq!(report.issues[0].severity, Severity::Repaired);
    app.done().await;
}

#[tokio::test]
async fn an_unreadable_feed_changes_nothing() {
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, FeedWriter::small().folder().path()).await;
    generate(&app, 3).await;
    let before = rows_of_everything(&app).await;

    let whole = FeedWriter::small().append("trips.txt", "R,D,T3,\n").zip_bytes();
    let mut spoilt = whole.clone();
    let middle = spoilt.len() / 3;
    spoilt[middle..middle + 40].fill(0xff);
    let header = |name: &str| FeedWriter::small().file(name, "a,b\n1,2\n");
    let cases = [
        written_zip(&whole[..whole.len() / 2]),
        written_zip(b"this is no zip"),
        written_zip(&spoilt),
        FeedWriter::small().without("stops.txt").zip(),
        FeedWriter::small().without("stop_times.txt").zip(),
        FeedWriter::small().without("calendar.txt").zip(),
        header("trips.txt").zip(),
        header("stop_times.txt").zip(),
        FeedWriter::small().file("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n").zip(),
    ];
    for (index, case) in cases.iter().enumerate() {
        let error = try_import(&app, case.path(), false).await.unwrap_err();
        assert_eq!(error.to_string().matches("Nothing was changed.").count(), 1, "{index}: {error}");
        assert_eq!(rows_of_everything(&app).await, before, "{index}");
    }
    let missing = try_import(&app, std::path::Path::new("/nowhere/feed.zip"), false).await.unwrap_err();
    assert!(matches!(missing, ImportError::CannotOpen { .. }));
    assert!(!network(&app).await.schedules.is_empty());
    app.done().await;
}

#[tokio::test]
async fn without_agency_and_fares_there_is_a_timetable_but_no_sale() {
    let feed = FeedWriter::small().without("agency.txt").without("fare_attributes.txt").without("fare_rules.txt");
    let app = fresh("2026-11-20T10:00:00Z").await;
    let report = import(&app, feed.folder().path()).await;
    assert!(issues(&report).contains(&"agency.txt:0 Repaired".to_owned()));
    let network = network(&app).await;
    let pattern = &network.patterns[0];
    let stop = |n: usize| &network.stops[pattern.stops[n].stop as usize];
    assert_eq!(network.price(pattern.route.id, stop(0), stop(2), DAY), None);
    app.done().await;
}

#[tokio::test]
async fn times_run_past_three_days_and_over_zones() {
    let feed = FeedWriter::small()
        .file(
            "stops.txt",
            "stop_id,stop_name,stop_lat,stop_lon,stop_timezone\nOSH,Ош,40.5,72.8,Asia/Bishkek\n\
             UZG,Алматы,43.2,76.8,Asia/Almaty\nJAL,Москва,55.7,37.6,Europe/Moscow\n",
        )
        .replace("stop_times.txt", "T1,10:00:00,10:00:00", "T1,75:30:00,75:30:00");
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, feed.folder().path()).await;
    generate(&app, 3).await;
    let trips = trips_on(&app, "2026-11-22").await;
    let long = trips.iter().find(|trip| trip.number == "701-08").unwrap();
    let arrivals: Vec<String> = local_times(long).into_iter().map(|(arrival, _)| arrival).collect();
    assert_eq!(arrivals, ["11-22 08:00", "11-22 08:00", "11-25 00:30"]);
    app.done().await;
}

#[tokio::test]
async fn a_frequency_becomes_departures() {
    let feed = FeedWriter::small().file(
        "frequencies.txt",
        "trip_id,start_time,end_time,headway_secs\nT1,06:00:00,07:00:00,1200\nT1,22:00:00,25:00:00,5400\nT2,9,10:00:00,0\nNO,09:00:00,10:00:00,60\n",
    );
    let app = fresh("2026-11-20T10:00:00Z").await;
    let report = import(&app, feed.folder().path()).await;
    assert_eq!(issues(&report), ["frequencies.txt:4 Skipped", "frequencies.txt:5 Skipped"]);
    generate(&app, 3).await;
    let departures: Vec<_> =
        trips_on(&app, "2026-11-22").await.iter().map(|trip| local_times(trip)[0].1.clone()).collect();
    assert_eq!(departures, ["11-22 06:00", "11-22 06:20", "11-22 06:40", "11-22 12:00", "11-22 22:00", "11-22 23:30"]);
    app.done().await;
}

#[tokio::test]
async fn trips_with_sales_stay_as_they_were_sold() {
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, FeedWriter::small().folder().path()).await;
    generate(&app, 5).await;
    let sold = trips_on(&app, "2026-11-22").await[0].clone();
    let gone = trips_on(&app, "2026-11-23").await[1].clone();
    let tx = app.db.begin().await.unwrap();
    for trip in [&sold, &gone] {
        let claim = entity::claim::ActiveModel {
            space_id: Set(trip.id),
            seat: Set(1),
            leg: Set(0),
            line_id: Set(app.ids.new()),
            held_until: Set(None),
        };
        claim.insert(&tx).await.unwrap();
    }
    tx.commit().await.unwrap();

    // Half an hour later, on one day less, and the second departure no longer there.
    let changed = FeedWriter::small()
        .replace("stop_times.txt", "T1,08:00:00,08:00:00", "T1,08:30:00,08:30:00")
        .replace("trips.txt", "R,D,T2,701-12\n", "")
        .file("calendar_dates.txt", "service_id,date,exception_type\nD,20261124,2\n");
    let report = import(&app, changed.folder().path()).await;
    assert_eq!((report.schedules_added, report.schedules_retired), (1, 2));
    assert_eq!(report.trips_kept, 2);

    let departures = |trips: Vec<std::sync::Arc<api::features::network::TripView>>| {
        trips.iter().map(|trip| local_times(trip)[0].1.clone()).collect::<Vec<_>>()
    };
    assert_eq!(departures(trips_on(&app, "2026-11-21").await), ["11-21 08:30"]);
    assert_eq!(departures(trips_on(&app, "2026-11-22").await), ["11-22 08:00"], "sold for 08:00");
    assert_eq!(departures(trips_on(&app, "2026-11-23").await), ["11-23 08:30", "11-23 12:00"], "sold though retired");
    assert_eq!(departures(trips_on(&app, "2026-11-24").await), Vec::<String>::new());
    assert_eq!(generate(&app, 5).await, 0, "no second trip beside one that was kept");
    app.discard().await;
}

#[tokio::test]
async fn prices_follow_route_and_zones() {
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, &repository("demo")).await;
    let network = network(&app).await;
    let price = |route: &str, from: &str, to: &str| {
        let pattern = network.patterns.iter().find(|pattern| pattern.route.code == route).unwrap();
        let stop = |code: &str| network.stops.iter().find(|stop| stop.code == code).unwrap();
        network
            .price(pattern.route.id, stop(from), stop(to), DAY)
            .map(|p| (p.amount_minor, p.currency, p.child_minor, p.infant_minor))
    };
    let kgs = |adult, child| Some((adult, "KGS".to_owned(), Some(child), Some(0)));
    assert_eq!(price("501", "BISNEW-P1", "KARN-P1"), kgs(60_000, 30_000));
    assert_eq!(price("501", "BISNEW-P1", "BALYK"), kgs(30_000, 15_000));
    assert_eq!(price("901", "BISNEW-P5", "ALMSAY-P1"), kgs(60_000, 30_000));
    assert_eq!(price("901", "ALMSAY-P1", "BISNEW-P5").map(|p| p.1), Some("KZT".to_owned()));
    assert_eq!(price("903", "TASHK", "BISAKK-P4").map(|p| (p.0, p.1)), Some((25_000_000, "UZS".to_owned())));
    assert_eq!(price("901", "KORDAY", "ALMSAY-P1"), None, "no cabotage within Kazakhstan");
    assert_eq!(price("501", "BISAKK-P1", "KARN-P1"), None, "Ak-Kula is another zone");
    app.done().await;
}

#[tokio::test]
async fn fares_of_both_versions_agree_or_the_second_stands() {
    let feed = FeedWriter::small()
        .file("areas.txt", "area_id,area_name\nZ1,Ош\nZ2,Узген\nZ3,Джалал-Абад\n")
        .file("stop_areas.txt", "area_id,stop_id\nZ1,OSH\nZ2,UZG\nZ3,JAL\n")
        .file("rider_categories.txt", "rider_category_id,rider_category_name,is_default_fare_category\nGROWN,Adult,1\nCHILD,Child,0\n")
        .file(
            "fare_products.txt",
            "fare_product_id,rider_category_id,amount,currency\nP220,GROWN,220.00,KGS\nP220,CHILD,110.00,KGS\nP90,GROWN,90.00,KGS\n",
        )
        .file("fare_leg_rules.txt", "from_area_id,to_area_id,fare_product_id\nZ1,Z3,P220\nZ9,Z3,P220\n")
        .append("fare_leg_rules.txt", "Z1,Z2,P90\nZ1,Z2,NONE\n")
        .replace("fare_rules.txt", "F220,R,Z1,Z3", "F220,,Z1,Z3")
        .replace("fare_rules.txt", "F100,R,Z1,Z2", "F100,,Z1,Z2");
    let app = fresh("2026-11-20T10:00:00Z").await;
    let report = import(&app, feed.folder().path()).await;
    assert_eq!(
        issues(&report),
        ["fare_leg_rules.txt:3 Skipped", "fare_leg_rules.txt:5 Skipped", "fare_rules.txt:3 Skipped"]
    );
    assert_eq!(counts(&report, &["fare"]), [2]);
    let network = network(&app).await;
    let pattern = &network.patterns[0];
    let stop = |n: usize| &network.stops[pattern.stops[n].stop as usize];
    let price =
        |from, to| network.price(pattern.route.id, stop(from), stop(to), DAY).map(|p| (p.amount_minor, p.child_minor));
    assert_eq!((price(0, 2), price(0, 1), price(1, 2)), (Some((22_000, Some(11_000))), Some((9_000, None)), None));
    app.done().await;
}

#[tokio::test]
async fn real_feeds_are_taken_whole() {
    let folder = repository("../shared/data/gtfs");
    if !folder.is_dir() {
        // The feeds are not ours to publish: the test needs them beside the repository.
        return;
    }
    for (file, schedules, stops, stop_times) in [
        ("concord-coach-us-2025.zip", 124, 36, 402),
        ("thsr-highspeed-tw-2016.zip", 189, 11, 1_326),
        ("mzt-rail-mk-2026.zip", 20, 103, 369),
        ("metro-north-us-2026.zip", 23_576, 114, 307_098),
    ] {
        let app = fresh("2026-09-01T00:00:00Z").await;
        let report = import(&app, &folder.join(file)).await;
        assert_eq!(report.skipped().collect::<Vec<_>>(), Vec::<&api::features::network::Issue>::new(), "{file}");
        assert_eq!(counts(&report, &["schedule", "stop"]), [schedules, stops], "{file}");
        assert_eq!(report.files["stop_times.txt"].taken, stop_times, "{file}");
        assert_eq!(network(&app).await.schedules.len() as u64, schedules, "{file}");
        if file.starts_with("thsr") {
            let network = network(&app).await;
            let stop = |name: &str| network.stops.iter().find(|stop| stop.names.en == name).unwrap();
            let route = network.patterns[0].route.id;
            let price = network.price(route, stop("Taipei"), stop("Zuoying"), DAY).unwrap();
            assert_eq!((price.currency.as_str(), price.product.starts_with("hsr-std-rsv")), ("TWD", true));
        }
        app.done().await;
    }
}
