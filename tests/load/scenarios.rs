//! One request, or one small journey, again and again.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use api::graphql::{Gid, Kind};
use serde_json::{Value, json};
use uuid::Uuid;

use super::client::{Connection, Target};

/// A ride that can be bought: trip, from call, to call, seats.
#[derive(Clone)]
pub struct Ride {
    pub trip: String,
    pub from: i64,
    pub to: i64,
    pub seats: Vec<String>,
}

const SEARCH: &str = "query($i: SearchInput!) { searchJourneys(input: $i) { journeys { id state seatsLeft durationMinutes priceFrom { amount currency } \
    departure { local } arrival { local } segments { trip { id number carrier { name } vehicle { name amenities } } from { sequence stop { name } } to { sequence stop { name } } } } } }";
const MAP: &str = "query($t: ID!, $f: Int!, $o: Int!) { seatMap(tripId: $t, from: $f, to: $o) { version seatsLeft price { amount } states { label status } } }";
pub const HOLD: &str = "mutation($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename ... on HeldSeats { secret order { id passengers { id } } } } }";
const RELEASE: &str = "mutation($i: ReleaseOrderInput!) { releaseOrder(input: $i) { __typename } }";
const NAME: &str = "mutation($i: SetPassengersInput!) { setPassengers(input: $i) { __typename } }";
const PAY: &str = "mutation($i: StartPaymentInput!) { startPayment(input: $i) { __typename ... on PaymentStarted { payment { redirectUrl } } } }";
const STATUS: &str = "query($id: ID!, $s: String) { order(id: $id, secret: $s) { status } }";

/// Days ahead whose trips are sold: so many that no measurement sells them out.
pub const DAYS: std::ops::Range<u64> = 2..40;

pub fn key() -> String {
    Uuid::from_u64_pair(rand::random(), rand::random()).to_string()
}

async fn place(connection: &mut Connection, target: &Target, name: &str) -> Value {
    let found =
        connection.graphql(target, "query($q: String!) { places(query: $q) { id } }", &json!({ "q": name })).await;
    found["data"]["places"][0]["id"].clone()
}

/// Pairs of towns and dates on which there is something to find.
async fn searches(target: &Target, days: std::ops::Range<u64>) -> Vec<Value> {
    let mut connection = target.connect().await;
    let today = connection.graphql(target, "{ site { today } }", &json!({})).await["data"]["site"]["today"].clone();
    let today: chrono::NaiveDate = today.as_str().unwrap().parse().unwrap();
    let mut inputs = Vec::new();
    let pairs = [
        ("Бишкек", "Каракол"),
        ("Бишкек", "Ош"),
        ("Бишкек", "Нарын"),
        ("Бишкек", "Балыкчы"),
        ("Ош", "Баткен"),
        ("Бишкек", "Талас"),
        ("Бишкек", "Алматы"),
    ];
    for (from, to) in pairs {
        let (from, to) = (place(&mut connection, target, from).await, place(&mut connection, target, to).await);
        for day in days.clone() {
            inputs
                .push(json!({ "i": { "from": from, "to": to, "date": (today + chrono::Days::new(day)).to_string() } }));
        }
    }
    inputs
}

/// Rides with numbered seats, from the searches; one on each trip, so that workers never want the same seat.
pub async fn rides(target: &Target) -> Vec<Ride> {
    let mut connection = target.connect().await;
    let (mut rides, mut trips) = (Vec::new(), HashSet::new());
    for input in searches(target, DAYS).await {
        let found = connection.graphql(target, SEARCH, &input).await;
        for journey in found["data"]["searchJourneys"]["journeys"].as_array().into_iter().flatten() {
            let segments = journey["segments"].as_array().unwrap();
            if journey["state"] != "ON_SALE" || segments.len() != 1 {
                continue;
            }
            let segment = &segments[0];
            let trip = segment["trip"]["id"].as_str().unwrap().to_owned();
            if !trips.insert(trip.clone()) {
                continue;
            }
            let (from, to) =
                (segment["from"]["sequence"].as_i64().unwrap(), segment["to"]["sequence"].as_i64().unwrap());
            let map = connection.graphql(target, MAP, &json!({ "t": trip, "f": from, "o": to })).await;
            let states = map["data"]["seatMap"]["states"].as_array().cloned().unwrap_or_default();
            let seats: Vec<String> = states
                .iter()
                .filter(|s| s["status"] == "FREE")
                .map(|s| s["label"].as_str().unwrap().to_owned())
                .collect();
            if !seats.is_empty() {
                rides.push(Ride { trip, from, to, seats });
            }
        }
    }
    rides
}

/// The rides one to a line: trip, from call, to call, seats. What the bare databases sell.
pub async fn print_rides(target: &Target) {
    for ride in rides(target).await {
        let trip = Gid::read(Kind::Trip, &ride.trip).unwrap();
        println!("{trip}\t{}\t{}\t{}", ride.from, ride.to, ride.seats.len());
    }
}

pub fn hold_input(ride: &Ride, seats: &[String]) -> Value {
    json!({ "i": {
        "idempotencyKey": key(),
        "segments": [{ "tripId": ride.trip, "from": ride.from, "to": ride.to, "seats": seats }],
        "passengers": vec![json!({ "category": "ADULT" }); seats.len()],
    } })
}

struct Tally {
    done: usize,
    failed: usize,
    times: Vec<f64>,
}

/// Runs a scenario and sums up.
pub async fn run(target: &Target, name: &str, connections: usize, lasts: Duration) -> Value {
    let rides =
        Arc::new(if ["seats", "hold", "order", "seatmap"].contains(&name) { rides(target).await } else { Vec::new() });
    // Reading requests are made beforehand: the driver shares its cores with the server.
    let requests: Arc<Vec<Vec<u8>>> = Arc::new(match name {
        "bare" => vec![target.graphql("{}", &json!({}))],
        "search" => searches(target, 2..6).await.iter().map(|input| target.graphql(SEARCH, input)).collect(),
        "seatmap" => rides
            .iter()
            .map(|ride| target.graphql(MAP, &json!({ "t": ride.trip, "f": ride.from, "o": ride.to })))
            .collect(),
        _ => Vec::new(),
    });
    let next = Arc::new(AtomicUsize::new(0));
    let until = Instant::now() + lasts;
    let began = Instant::now();
    let mut tasks = Vec::new();
    for worker in 0..connections {
        let (target, name, rides, requests, next) =
            (target.clone(), name.to_owned(), rides.clone(), requests.clone(), next.clone());
        tasks.push(tokio::spawn(async move {
            let mut connection = target.connect().await;
            let mut tally = Tally { done: 0, failed: 0, times: Vec::new() };
            while Instant::now() < until {
                let n = next.fetch_add(1, Ordering::Relaxed);
                let one = Instant::now();
                let outcome = match name.as_str() {
                    "bare" | "search" | "seatmap" => ask(&mut connection, &requests[n % requests.len()]).await,
                    // Every worker has trips of its own: what is measured is the sale, not the fight for a seat.
                    "hold" => {
                        hold_and_release(&mut connection, &target, own(&rides, worker, connections, tally.times.len()))
                            .await
                    }
                    // Seat after seat, so that each request can hold one.
                    "seats" => hold(&mut connection, &target, own(&rides, worker, connections, tally.times.len()))
                        .await
                        .map(|held| usize::from(held.is_some())),
                    "order" => {
                        order(&mut connection, &target, own(&rides, worker, connections, tally.times.len())).await
                    }
                    other => panic!("no scenario {other}"),
                };
                tally.times.push(one.elapsed().as_secs_f64() * 1000.0);
                match outcome {
                    Some(done) if done > 0 => {
                        tally.done += 1;
                    }
                    Some(_) => tally.failed += 1,
                    None => {
                        tally.failed += 1;
                        connection = target.connect().await;
                    }
                }
            }
            tally
        }));
    }
    let mut all = Tally { done: 0, failed: 0, times: Vec::new() };
    for task in tasks {
        let tally = task.await.unwrap();
        all.done += tally.done;
        all.failed += tally.failed;
        all.times.extend(tally.times);
    }
    let seconds = began.elapsed().as_secs_f64();
    all.times.sort_by(f64::total_cmp);
    let percentile = |p: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "an index"
        )]
        let at = ((all.times.len().saturating_sub(1)) as f64 * p) as usize;
        all.times.get(at).copied().unwrap_or(0.0)
    };
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    let rate = |count: usize| (count as f64 / seconds * 10.0).round() / 10.0;
    json!({
        "per_second": rate(all.done), "done": all.done, "failed": all.failed,
        "p50_ms": percentile(0.5), "p99_ms": percentile(0.99), "seconds": seconds,
    })
}

/// The nth ride and seat of a worker: none comes again before all have been.
fn own(rides: &[Ride], worker: usize, workers: usize, n: usize) -> (&Ride, &String) {
    let mine = (rides.len() / workers.max(1)).max(1);
    let ride = &rides[(worker * mine + n % mine) % rides.len()];
    (ride, &ride.seats[n / mine % ride.seats.len()])
}

async fn ask(connection: &mut Connection, request: &[u8]) -> Option<usize> {
    let response = connection.send(request).await?;
    let good = response.status == 200 && response.body.starts_with(b"{\"data\":{");
    Some(usize::from(good))
}

struct Held {
    id: Value,
    secret: Value,
    passenger: Value,
}

/// A seat held; `None` inside where it was refused.
async fn hold(connection: &mut Connection, target: &Target, (ride, seat): (&Ride, &String)) -> Option<Option<Held>> {
    let held = connection.send(&target.graphql(HOLD, &hold_input(ride, std::slice::from_ref(seat)))).await?.json();
    let held = &held["data"]["holdSeats"];
    let is_held = held["__typename"] == "HeldSeats";
    Some(is_held.then(|| Held {
        id: held["order"]["id"].clone(),
        secret: held["secret"].clone(),
        passenger: held["order"]["passengers"][0]["id"].clone(),
    }))
}

async fn hold_and_release(connection: &mut Connection, target: &Target, place: (&Ride, &String)) -> Option<usize> {
    let Some(Held { id, secret, .. }) = hold(connection, target, place).await? else { return Some(0) };
    let reference = json!({ "i": { "order": { "id": id, "secret": secret } } });
    let released = connection.send(&target.graphql(RELEASE, &reference)).await?.json();
    Some(usize::from(released["data"]["releaseOrder"]["__typename"] == "OrderChanged"))
}

/// A whole purchase: hold, names, payment at the sandbox bank, until the tickets are there.
async fn order(connection: &mut Connection, target: &Target, place: (&Ride, &String)) -> Option<usize> {
    let Some(Held { id, secret, passenger }) = hold(connection, target, place).await? else { return Some(0) };
    let reference = json!({ "id": id, "secret": secret });
    let by_secret = json!({ "id": id, "s": secret });
    let people = json!([{
        "id": passenger, "firstName": "Айгүл", "lastName": "Осмонова",
        "birthDate": "1990-03-07", "citizenship": "KG", "documentKind": "ID_CARD", "documentNumber": "ID1234567",
    }]);
    let names = json!({ "i": { "order": reference, "passengers": people, "email": "a@example.com", "phone": "0555123456", "consent": true } });
    connection.send(&target.graphql(NAME, &names)).await?;
    let pay = json!({ "i": { "order": reference, "idempotencyKey": key(), "method": "sandbox" } });
    let started = connection.send(&target.graphql(PAY, &pay)).await?.json();
    let url = started["data"]["startPayment"]["payment"]["redirectUrl"].as_str()?.to_owned();
    let path = url.splitn(4, '/').nth(3).map(|path| format!("/{path}"))?;
    connection.send(&target.post(&path, "application/x-www-form-urlencoded", "action=pay")).await?;
    for _ in 0..400 {
        // So long at least the way back from the bank's page takes a browser.
        tokio::time::sleep(Duration::from_millis(100)).await;
        let seen = connection.send(&target.graphql(STATUS, &by_secret)).await?.json();
        if seen["data"]["order"]["status"] == "PAID" {
            return Some(1);
        }
    }
    Some(0)
}
