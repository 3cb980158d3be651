use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use api::features::network::{ImportGtfs, ImportReport, generate_trips, import_gtfs};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use serde_json::Value;
use tests::{TestApp, json};

use super::{beside_side_files, published, table};
use crate::network::feed::FeedWriter;
use crate::network::{generate, import, local_times, network, repository, trips_on};
use crate::supply::{Supply, ask, fresh};

async fn import_as(app: &Supply, path: &Path, feed: &str) -> ImportReport {
    let input = ImportGtfs { path: path.to_owned(), feed: Some(feed.into()), force: false };
    import_gtfs(app, &input, Arc::new(|_: &str| {})).await.unwrap()
}

/// The whole of a table, without what an import makes anew each time.
async fn rows<E: EntityTrait>(app: &Supply) -> BTreeSet<String>
where
    E::Model: std::fmt::Debug,
{
    E::find().all(app.db.read()).await.unwrap().into_iter().map(|row| format!("{row:?}")).collect()
}

/// Boards of the busiest stations and searches between towns, as visitors see them.
async fn seen(app: &Supply) -> Vec<Value> {
    let mut seen = Vec::new();
    let stations = ask(app, "en", "{ stations { id name } }", json!({})).await["stations"].clone();
    for station in stations.as_array().unwrap().iter().take(6) {
        let query = "query($s: ID!) { departures(stationId: $s, first: 30) { seatsLeft call { sequence boarding alighting \
            platform distanceKm arrival { local } departure { at local } } trip { id number serviceDate destination \
            carrier { name } route { name } vehicle { name } } } }";
        seen.push(ask(app, "ky", query, json!({ "s": station["id"] })).await);
    }
    let towns = [("Бишкек", "Ош"), ("Бишкек", "Каракол"), ("Ташкент", "Бишкек"), ("Бишкек", "Алматы")];
    for (from, to) in towns {
        let mut ids = Vec::new();
        for town in [from, to] {
            let found = ask(app, "ru", "query($q: String!) { places(query: $q) { id } }", json!({ "q": town })).await;
            ids.push(found["places"][0]["id"].clone());
        }
        for date in ["2026-12-01", "2026-12-03"] {
            let query = "query($i: SearchInput!) { searchJourneys(input: $i) { journeys { id state seatsLeft \
                priceFrom { amount currency } priceTotal { amount currency } departure { local } arrival { local } } } }";
            let party = json!([{ "category": "ADULT", "count": 1 }, { "category": "CHILD", "count": 1 }]);
            let input = json!({ "from": ids[0], "to": ids[1], "date": date, "passengers": party });
            seen.push(ask(app, "en", query, json!({ "i": input })).await);
        }
    }
    seen
}

#[tokio::test]
async fn what_goes_out_comes_in_as_it_was() {
    let app = Supply(TestApp::new().await);
    let archive = published(&app.0).await;
    let folder = beside_side_files(&archive);

    let other = fresh(tests::START).await;
    let report = import_as(&other, &folder, "demo").await;
    assert_eq!(report.issues, [], "nothing has to be repaired");
    generate_trips(&other, 3, &|_| {}).await.unwrap();
    std::fs::remove_dir_all(&folder).unwrap();

    // What ended before the present season is not on sale.
    let over: Vec<String> = entity::service::Entity::find()
        .all(app.db.read())
        .await
        .unwrap()
        .into_iter()
        .filter(|service| service.end_date.is_some_and(|end| end < "2026-11-15".parse().unwrap()))
        .map(|service| service.id.to_string())
        .collect();
    assert_eq!(over.len(), 2);
    // A schedule's id is made of everything that it is.
    for (out, back) in [
        (rows::<entity::schedule::Entity>(&app).await, rows::<entity::schedule::Entity>(&other).await),
        (rows::<entity::service::Entity>(&app).await, rows::<entity::service::Entity>(&other).await),
        (
            rows::<entity::service_exception::Entity>(&app).await,
            rows::<entity::service_exception::Entity>(&other).await,
        ),
        (rows::<entity::carrier::Entity>(&app).await, rows::<entity::carrier::Entity>(&other).await),
        (rows::<entity::trip::Entity>(&app).await, rows::<entity::trip::Entity>(&other).await),
    ] {
        let on_sale: BTreeSet<String> = out.into_iter().filter(|row| !over.iter().any(|id| row.contains(id))).collect();
        assert!(on_sale.len() > 7, "{}", on_sale.len());
        assert_eq!(on_sale.difference(&back).next(), None);
        assert_eq!(back.difference(&on_sale).next(), None);
    }
    let prices = async |app: &Supply| -> BTreeSet<String> {
        let all = entity::fare::Entity::find().all(app.db.read()).await.unwrap().into_iter();
        all.map(|fare| format!("{:?}", entity::fare::Model { position: 0, ..fare })).collect()
    };
    assert_eq!(prices(&app).await, prices(&other).await);
    let (before, after) = (seen(&app).await, seen(&other).await);
    assert!(before.iter().any(|answer| answer.to_string().contains("UZS")), "foreign money is looked at too");
    assert_eq!(before, after);
    app.done().await;
    other.done().await;
}

#[tokio::test]
async fn an_archive_is_sent_once() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let first = visitor.get("/feeds/gtfs.zip").await;
    let header = |answer: &reqwest::Response, name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    let (tag, modified) = (header(&first, "etag"), header(&first, "last-modified"));
    assert_eq!(first.headers()["access-control-allow-origin"], "*");
    let bytes = first.bytes().await.unwrap();
    let ask = async |name: &str, value: &str| {
        let client = reqwest::Client::new();
        client.get(format!("{}/feeds/gtfs.zip", app.url)).header(name, value).send().await.unwrap()
    };
    for (name, value, status) in [
        ("if-none-match", tag.as_str(), 304),
        ("if-none-match", &format!("\"other\", W/{tag}"), 304),
        ("if-none-match", "\"other\"", 200),
        ("if-modified-since", &modified, 304),
        ("if-modified-since", "Tue, 01 Dec 2020 00:00:00 GMT", 200),
        ("if-modified-since", "nonsense", 200),
    ] {
        assert_eq!(ask(name, value).await.status().as_u16(), status, "{name}: {value}");
    }
    // Tomorrow nothing else is known, and it is the same file to the byte.
    app.advance(chrono::TimeDelta::days(1));
    let tomorrow = visitor.get("/feeds/gtfs.zip").await;
    assert_eq!(header(&tomorrow, "etag"), tag);
    assert!(tomorrow.bytes().await.unwrap() == bytes);
    // A new timetable is another one, at once.
    let input =
        ImportGtfs { path: FeedWriter::small().folder().path().to_owned(), feed: Some("other".into()), force: false };
    assert!(import_gtfs(&app.app, &input, Arc::new(|_: &str| {})).await.is_err(), "the folder is gone already");
    let feed = FeedWriter::small().folder();
    let input = ImportGtfs { path: feed.path().to_owned(), feed: Some("other".into()), force: false };
    import_gtfs(&app.app, &input, Arc::new(|_: &str| {})).await.unwrap();
    assert_eq!(ask("if-none-match", &tag).await.status().as_u16(), 200);
    app.discard().await;
}

fn by_trip(stop_times: &[BTreeMap<String, String>]) -> BTreeMap<String, Vec<[&str; 2]>> {
    let mut trips: BTreeMap<String, Vec<[&str; 2]>> = BTreeMap::new();
    for row in stop_times {
        trips.entry(row["trip_id"].clone()).or_default().push([&row["stop_id"], &row["departure_time"]]);
    }
    trips
}

#[tokio::test]
async fn codes_of_the_first_feed_stay_and_those_of_others_carry_its_name() {
    let app = fresh("2026-11-20T10:00:00Z").await;
    import_as(&app, FeedWriter::small().folder().path(), "first").await;
    let before = table(&published(&app.0).await, "trips.txt");
    app.0.advance(chrono::TimeDelta::minutes(1));
    let other = FeedWriter::small().replace("fare_attributes.txt", "F220,220", "F220,330");
    import_as(&app, other.folder().path(), "second").await;
    let archive = published(&app.0).await;
    let trips: Vec<String> = table(&archive, "trips.txt").iter().map(|row| row["trip_id"].clone()).collect();
    assert_eq!(before.iter().map(|row| row["trip_id"].as_str()).collect::<Vec<_>>(), ["T1", "T2"]);
    assert_eq!(trips, ["T1", "T2", "second:T1", "second:T2"]);
    let prices: Vec<_> = table(&archive, "fare_products.txt")
        .iter()
        .map(|row| format!("{} {} {}", row["fare_product_id"], row["amount"], row["currency"]))
        .collect();
    assert_eq!(prices, ["F100 100.00 KGS", "F220 220.00 KGS", "second:F100 100.00 KGS", "second:F220 330.00 KGS"]);
    let rules: BTreeSet<String> = table(&archive, "fare_leg_rules.txt")
        .iter()
        .map(|row| {
            ["network_id", "from_area_id", "to_area_id", "fare_product_id"].map(|name| row[name].clone()).join(" ")
        })
        .collect();
    let expected = [
        "R Z1 Z2 F100",
        "R Z1 Z3 F220",
        "second:R second:Z1 second:Z2 second:F100",
        "second:R second:Z1 second:Z3 second:F220",
    ];
    assert_eq!(rules, expected.map(str::to_owned).into());
    app.done().await;
}

#[tokio::test]
async fn a_sold_trip_is_published_as_it_was_sold() {
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, FeedWriter::small().folder().path()).await;
    generate(&app, 5).await;
    let sold = trips_on(&app, "2026-11-22").await[0].clone();
    let tx = app.db.begin().await.unwrap();
    let claim = entity::claim::ActiveModel {
        space_id: Set(sold.id),
        seat: Set(1),
        leg: Set(0),
        line_id: Set(app.ids.new()),
        held_until: Set(None),
    };
    claim.insert(&tx).await.unwrap();
    tx.commit().await.unwrap();
    let later = FeedWriter::small().replace("stop_times.txt", "T1,08:00:00,08:00:00", "T1,08:30:00,08:30:00");
    import(&app, later.folder().path()).await;

    let archive = published(&app.0).await;
    let stop_times = table(&archive, "stop_times.txt");
    let trips = by_trip(&stop_times);
    let ids: Vec<&String> = trips.keys().collect();
    assert_eq!(ids.len(), 3);
    assert!(ids[1].starts_with("T1~"), "{ids:?}");
    assert_eq!((trips["T1"][0][1], trips[ids[1]][0][1]), ("08:30:00", "08:00:00"));
    // Only on that day, and the present one on every other.
    let services: BTreeMap<String, String> = table(&archive, "trips.txt")
        .into_iter()
        .map(|row| (row["trip_id"].clone(), row["service_id"].clone()))
        .collect();
    assert_eq!(services["T2"], "D");
    let dates = table(&archive, "calendar_dates.txt");
    let of = |trip: &str| -> Vec<[&str; 2]> {
        let dates = dates.iter().filter(|row| row["service_id"] == services[trip]);
        dates.map(|row| [row["date"].as_str(), &row["exception_type"]]).collect()
    };
    assert_eq!(of(ids[1]), [["20261122", "1"]]);
    assert_eq!(of("T1"), [["20261122", "2"]]);
    let weekly: BTreeSet<String> =
        table(&archive, "calendar.txt").into_iter().map(|row| row["service_id"].clone()).collect();
    assert_eq!(weekly, BTreeSet::from(["D".to_owned(), services["T1"].clone()]));

    // Whoever reads it has the trips that are on sale here.
    let other = fresh("2026-11-20T10:00:00Z").await;
    import(&other, archive.path()).await;
    generate(&other, 5).await;
    for day in ["2026-11-21", "2026-11-22", "2026-11-23"] {
        let times =
            async |app: &Supply| trips_on(app, day).await.iter().map(|trip| local_times(trip)).collect::<Vec<_>>();
        assert_eq!(times(&other).await, times(&app).await, "{day}");
    }
    app.discard().await;
    other.done().await;
}

#[tokio::test]
async fn of_a_blocked_carrier_only_what_is_sold_runs() {
    let app = TestApp::new().await;
    let ride = app.ride("501").await;
    app.visitor().buy(&app, std::slice::from_ref(&ride), 1).await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let carrier = crate::carrier::record(&manager, "A").await;
    let before = table(&published(&app).await, "trips.txt").len();
    let input = json!({ "id": carrier["id"], "version": carrier["version"], "blocked": true, "reason": "Лицензия" });
    crate::carrier::change(&manager, "blockCarrier", input).await;

    let archive = published(&app).await;
    let routes: BTreeMap<String, String> = table(&archive, "routes.txt")
        .into_iter()
        .map(|row| (row["route_id"].clone(), row["agency_id"].clone()))
        .collect();
    let trips = table(&archive, "trips.txt");
    let own: Vec<_> = trips.iter().filter(|row| routes[&row["route_id"]] == "A").collect();
    assert!(trips.len() < before);
    assert_eq!(own.iter().map(|row| row["trip_short_name"].as_str()).collect::<Vec<_>>(), [ride.trip.number.as_str()]);
    let dates = table(&archive, "calendar_dates.txt");
    let dates: Vec<_> = dates.iter().filter(|row| row["service_id"] == own[0]["service_id"]).collect();
    assert_eq!((dates.len(), dates[0]["date"].as_str()), (1, "20261201"));
    app.done().await;
}

#[tokio::test]
async fn times_of_other_zones_are_the_same_instants() {
    // Most carriers are of Bishkek; one is of New York, where clocks change on 1 November.
    let feed = FeedWriter::small()
        .append("agency.txt", "N,Hudson,https://n.example.com,America/New_York\n")
        .append("routes.txt", "S,N,9,New York – Albany,3\n")
        .append("trips.txt", "S,D,T3,9-20\n")
        .append("stops.txt", "NYC,New York,40.75,-73.99,Z8\nALB,Albany,42.65,-73.75,Z9\n")
        .append("stop_times.txt", "T3,23:30:00,23:30:00,NYC,1\nT3,26:30:00,26:30:00,ALB,2\n");
    let app = fresh("2026-10-29T10:00:00Z").await;
    import(&app, feed.folder().path()).await;
    generate(&app, 6).await;
    let archive = published(&app.0).await;
    let agencies: BTreeSet<String> =
        table(&archive, "agency.txt").iter().map(|row| row["agency_timezone"].clone()).collect();
    assert_eq!(agencies, BTreeSet::from(["Asia/Bishkek".to_owned()]), "a feed has one zone");
    let stop = table(&archive, "stops.txt").into_iter().find(|row| row["stop_id"] == "NYC").unwrap();
    assert_eq!(stop["stop_timezone"], "America/New_York");
    let other = fresh("2026-10-29T10:00:00Z").await;
    import(&other, archive.path()).await;
    generate(&other, 6).await;
    let instants = async |app: &Supply| {
        let mut found = BTreeSet::new();
        for day in ["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02", "2026-11-03"] {
            for trip in trips_on(app, day).await.iter().filter(|trip| trip.number == "9-20") {
                found.insert(format!("{} {:?}", trip.calls[0].departure, local_times(trip)));
            }
        }
        found
    };
    let (here, there) = (instants(&app).await, instants(&other).await);
    assert_eq!(
        here.iter().next().unwrap(),
        "2026-10-31 03:30:00 UTC [(\"10-30 23:30\", \"10-30 23:30\"), (\"10-31 02:30\", \"10-31 02:30\")]"
    );
    assert!(here.intersection(&there).count() >= 4, "{here:?} {there:?}");
    app.done().await;
    other.done().await;
}

#[tokio::test]
async fn what_is_over_is_left_out_and_a_station_without_platforms_is_a_stop() {
    let feed = FeedWriter::small()
        .append("calendar.txt", "PAST,1,1,1,1,1,1,1,20260101,20261001\n")
        .append("trips.txt", "R,PAST,T9,701-99\n")
        .append("stop_times.txt", "T9,08:00:00,08:00:00,OSH,1\nT9,09:00:00,09:05:00,UZG,2\n")
        .file(
            "stops.txt",
            "stop_id,stop_name,stop_lat,stop_lon,zone_id,location_type,parent_station\nOSH,Ош,40.53,72.80,Z1,1,\n\
             UZG,Узген,40.77,73.30,Z2,1,\nUZG-1,Узген 1,40.77,73.30,Z2,0,UZG\nJAL,Джалал-Абад,40.94,72.99,Z3,0,\n",
        )
        .replace("stop_times.txt", "T2,13:00:00,13:05:00,UZG,2", "T2,13:00:00,13:05:00,UZG-1,2");
    let app = fresh("2026-11-20T10:00:00Z").await;
    import(&app, feed.folder().path()).await;
    let archive = published(&app.0).await;
    let stops: Vec<String> = table(&archive, "stops.txt")
        .iter()
        .map(|row| ["stop_id", "location_type", "parent_station", "zone_id"].map(|name| row[name].clone()).join(" "))
        .collect();
    assert_eq!(stops, ["JAL 0  Z3", "OSH 0  Z1", "UZG 1  ", "UZG~0 0 UZG Z2", "UZG-1 0 UZG Z2"]);
    let stop_times = table(&archive, "stop_times.txt");
    let trips = by_trip(&stop_times);
    assert_eq!(trips.keys().collect::<Vec<_>>(), ["T1", "T2"]);
    assert_eq!(trips["T1"].iter().map(|call| call[0]).collect::<Vec<_>>(), ["OSH", "UZG~0", "JAL"]);
    assert_eq!(network(&app).await.schedules.len(), 3);
    app.done().await;
}

#[tokio::test]
async fn a_large_feed_is_written_in_seconds() {
    let folder = repository("../shared/data/gtfs");
    if !folder.is_dir() {
        // The feeds are not ours to publish: the test needs them beside the repository.
        return;
    }
    let app = fresh("2026-09-01T00:00:00Z").await;
    import(&app, &folder.join("metro-north-us-2026.zip")).await;
    let begun = std::time::Instant::now();
    let feed = app.feeds.timetable(&app).await.unwrap();
    let took = begun.elapsed();
    assert!(took < std::time::Duration::from_secs(60), "{took:?} without optimisation");
    assert!(feed.bytes.len() < 20_000_000, "{} bytes", feed.bytes.len());
    let archive = published(&app.0).await;
    assert_eq!(table(&archive, "stop_times.txt").len(), 307_098);
    app.done().await;
}

/// The office's own prices stand before the tariff, on their dates; version 1 knows the one that decides today.
#[tokio::test]
async fn price_lists_of_the_office_are_published_with_their_dates() {
    let app = TestApp::new().await;
    let manager = app.staff("TRANSPORT_MANAGER").await;
    let (route, stations, _, _) = crate::route::on_sale(&app, &manager).await;
    let mut weekend = crate::route::prices(&app, &route, &stations);
    weekend["name"] = json!("Выходные");
    weekend["weekdays"] = json!([6, 7]);
    weekend["prices"] = json!([{ "fromId": stations[0], "toId": stations[2], "amount": "500" }]);
    assert_eq!(crate::route::change(&manager, "savePriceList", &weekend).await["__typename"], "PriceListSaved");
    let archive = published(&app).await;
    let products: BTreeMap<String, String> = table(&archive, "fare_products.txt")
        .into_iter()
        .map(|row| (row["fare_product_id"].clone(), row["amount"].clone()))
        .collect();
    let network = table(&archive, "routes.txt").into_iter().find(|row| row["route_short_name"] == "777").unwrap();
    let rules: Vec<_> = table(&archive, "fare_leg_rules.txt")
        .into_iter()
        .filter(|row| row["network_id"] == network["route_id"])
        .collect();
    let told = |weekend: bool| -> BTreeSet<String> {
        let those = rules.iter().filter(|row| row["from_timeframe_group_id"].is_empty() != weekend);
        those.map(|row| products[&row["fare_product_id"]].clone()).collect()
    };
    let set = |prices: &[&str]| prices.iter().map(|price| (*price).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!((told(false), told(true)), (set(&["150.00", "300.00", "420.50"]), set(&["500.00"])), "{rules:?}");
    let priority = |weekend: bool| -> u32 {
        let one = rules.iter().find(|row| row["from_timeframe_group_id"].is_empty() != weekend).unwrap();
        one["rule_priority"].parse().unwrap()
    };
    assert!(priority(true) > priority(false));
    let frame = &table(&archive, "timeframes.txt")[0];
    let service = table(&archive, "calendar.txt").into_iter().find(|row| row["service_id"] == frame["service_id"]);
    let service = service.unwrap();
    assert_eq!((service["friday"].as_str(), service["saturday"].as_str()), ("0", "1"));
    // Tuesday: the list of weekends says nothing.
    let fares: BTreeSet<String> = table(&archive, "fare_rules.txt")
        .into_iter()
        .filter(|row| row["route_id"] == network["route_id"])
        .map(|row| row["fare_id"].clone())
        .collect();
    let attributes = table(&archive, "fare_attributes.txt");
    let amounts: BTreeSet<String> =
        attributes.iter().filter(|row| fares.contains(&row["fare_id"])).map(|row| row["price"].clone()).collect();
    assert_eq!(amounts, set(&["150.00", "300.00", "420.50"]));
    app.done().await;
}
