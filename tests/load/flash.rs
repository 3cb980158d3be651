//! A flash sale: buyers at once for the seats of one trip. Counts what buyers were told.

use std::collections::HashMap;
use std::time::Instant;

use serde_json::{Value, json};

use super::client::Target;
use super::option;
use super::scenarios::{HOLD, hold_input, rides};

pub async fn run(target: &Target, _connections: usize) -> Value {
    let buyers: usize = option("--buyers", "10000").parse().unwrap();
    let wanted: usize = option("--seats", "40").parse().unwrap();
    let rides = rides(target).await;
    let ride = rides
        .iter()
        .filter(|ride| ride.seats.len() >= wanted.min(40))
        .max_by_key(|ride| ride.seats.len())
        .unwrap()
        .clone();
    let seats = ride.seats[..wanted.min(ride.seats.len())].to_vec();
    let mut tasks = Vec::new();
    for n in 0..buyers {
        let (target, ride, seat) = (target.clone(), ride.clone(), seats[n % seats.len()].clone());
        tasks.push(tokio::spawn(async move {
            let began = Instant::now();
            let mut connection = target.connect().await;
            let answer = connection.send(&target.graphql(HOLD, &hold_input(&ride, std::slice::from_ref(&seat)))).await;
            let told = answer.map_or("unanswered".to_owned(), |answer| {
                let json = answer.json();
                json["data"]["holdSeats"]["__typename"].as_str().unwrap_or("error").to_owned()
            });
            (told, seat, began.elapsed().as_secs_f64())
        }));
    }
    let (mut told, mut sold, mut times) =
        (HashMap::<String, usize>::new(), HashMap::<String, usize>::new(), Vec::new());
    for task in tasks {
        let (answer, seat, time) = task.await.unwrap();
        if answer == "HeldSeats" {
            *sold.entry(seat).or_default() += 1;
        }
        *told.entry(answer).or_default() += 1;
        times.push(time);
    }
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    json!({
        "buyers": buyers, "seats": seats.len(), "told": told, "sold": sold.len(),
        "double": sold.values().filter(|count| **count > 1).count(), "p50_s": at(50), "p99_s": at(99),
    })
}
