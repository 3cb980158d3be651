//! Many open seat maps: memory for each, and the time from a sale to the last who looks.

use std::time::{Duration, Instant};

use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use super::client::Target;
use super::option;
use super::scenarios::{HOLD, hold_input, rides};

/// Resident memory of a process, KiB.
fn memory(pid: &str) -> i64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default().to_owned();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(0)
}

pub async fn run(target: &Target, _connections: usize) -> Value {
    let open: usize = option("--open", "2000").parse().unwrap();
    let pid = option("--pid", "0");
    let ride = rides(target).await.into_iter().max_by_key(|ride| ride.seats.len()).unwrap();
    let before = memory(&pid);
    let (heard, mut hears) = mpsc::unbounded_channel::<Instant>();
    let (ready, mut readies) = mpsc::unbounded_channel::<()>();
    let query = "subscription($t: ID!, $f: Int!, $o: Int!) { seatMapChanged(tripId: $t, from: $f, to: $o) { full version states { label status } seatsLeft } }";
    for _ in 0..open {
        let (target, ride, heard, ready) = (target.clone(), ride.clone(), heard.clone(), ready.clone());
        tokio::spawn(async move {
            let mut request = format!("ws://{}/graphql", target.host).into_client_request().unwrap();
            request.headers_mut().insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
            let (mut stream, _) = tokio_tungstenite::connect_async(request).await.unwrap();
            stream.send(Message::text(json!({ "type": "connection_init" }).to_string())).await.unwrap();
            let variables = json!({ "t": ride.trip, "f": ride.from, "o": ride.to });
            let subscribe =
                json!({ "id": "1", "type": "subscribe", "payload": { "query": query, "variables": variables } });
            stream.send(Message::text(subscribe.to_string())).await.unwrap();
            while let Some(Ok(message)) = stream.next().await {
                let Message::Text(text) = message else { continue };
                if text.contains("\"full\":true") {
                    let _ = ready.send(());
                } else if text.contains("\"full\":false") {
                    let _ = heard.send(Instant::now());
                }
            }
        });
    }
    for _ in 0..open {
        tokio::time::timeout(Duration::from_secs(60), readies.recv()).await.expect("every map opens");
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let after = memory(&pid);
    let mut last = Vec::new();
    for seat in ride.seats.iter().take(5) {
        let mut connection = target.connect().await;
        let began = Instant::now();
        let held = connection.graphql(target, HOLD, &hold_input(&ride, std::slice::from_ref(seat))).await;
        assert_eq!(held["data"]["holdSeats"]["__typename"], "HeldSeats", "{held}");
        let mut latest = began;
        for _ in 0..open {
            latest =
                tokio::time::timeout(Duration::from_secs(30), hears.recv()).await.expect("everybody is told").unwrap();
        }
        last.push((latest - began).as_secs_f64() * 1000.0);
    }
    last.sort_by(f64::total_cmp);
    json!({ "open": open, "kib_each": (after - before) / i64::try_from(open.max(1)).unwrap(), "last_told_ms_median": last[last.len() / 2], "last_told_ms_worst": last[last.len() - 1] })
}
