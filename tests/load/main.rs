//! The load driver. `load URL SCENARIO [options]` sends requests over plain HTTP/1.1 from a number of connections for
//! some seconds and prints rates and percentiles as one JSON line. It is small on purpose: it shares its cores with
//! the server it measures.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on ends")]
#![expect(clippy::disallowed_methods, reason = "outside the application: real time, ids of its own")]

mod bare;
mod bare_sqlite;
mod client;
mod fill;
mod flash;
mod open_maps;
mod scenarios;

use std::time::Duration;

use serde_json::json;

use client::Target;

fn option(name: &str, default: &str) -> String {
    let mut arguments = std::env::args();
    arguments.find(|argument| argument == name).and_then(|_| arguments.next()).unwrap_or_else(|| default.to_owned())
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let (Some(url), Some(scenario)) = (arguments.get(1), arguments.get(2)) else {
        eprintln!(
            "load URL bare|search|seatmap|hold|order|seats|flash|maps|rides [--connections 16] [--seconds 5]\n\
             load bare ADDRESS\n\
             load bare-sqlite FILE RIDES [--seconds 5]\n\
             load fill DATABASE_URL ORDERS"
        );
        std::process::exit(2);
    };
    if url == "bare" {
        bare::serve(scenario).await;
        return;
    }
    let lasts = Duration::from_secs_f64(option("--seconds", "5").parse().unwrap());
    if url == "bare-sqlite" {
        let rides = arguments.get(3).map(String::as_str).unwrap_or_default();
        println!("{}", bare_sqlite::run(scenario, rides, lasts).await);
        return;
    }
    if url == "fill" {
        fill::run(scenario, arguments[3].parse().unwrap()).await;
        return;
    }
    let target = Target::parse(url);
    if scenario == "rides" {
        scenarios::print_rides(&target).await;
        return;
    }
    let connections: usize = option("--connections", "16").parse().unwrap();
    let result = match scenario.as_str() {
        "flash" => flash::run(&target, connections).await,
        "maps" => open_maps::run(&target, connections).await,
        name => scenarios::run(&target, name, connections, lasts).await,
    };
    println!("{}", json!({ "scenario": scenario, "connections": connections, "result": result }));
}
