//! Who travels, in versions, and how they reach those who are to have them.

mod departure;
mod make_manifest;
mod resend_manifest;
mod save_destination;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tests::{Actor, Ride, Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

pub async fn make(staff: &Actor, ride: &Ride) -> Value {
    let query = "mutation($t: ID!) { makeManifest(input: { tripId: $t }) { __typename \
        ... on InvalidInput { fields { path code message } } ... on ManifestMade { isNew manifest { id number cause passengerCount \
        entries { ticket seat lastName firstName documentNumber documentKind birthDate baggage from { stop { name } } to { sequence } } \
        changes { kind formerSeat entry { ticket seat } } } } } }";
    staff.send(query, json!({ "t": ride.id() })).await.data("makeManifest")
}

pub async fn manifests(staff: &Actor, ride: &Ride) -> Vec<Value> {
    let query = "query($t: ID!) { manifests(tripId: $t) { id number cause passengerCount changes { kind } \
        deliveries { id destination state attempts lastStatus } } }";
    staff.send(query, json!({ "t": ride.id() })).await.data("manifests").as_array().unwrap().clone()
}

/// A destination as it is saved; `change` on top of what is good.
pub async fn save_destination(staff: &Actor, change: Value) -> Value {
    let mut input = json!({
        "name": "Министерство", "url": "https://example.com/in", "format": "JSON", "secret": SECRET, "active": true,
    });
    for (name, value) in change.as_object().unwrap() {
        input[name] = value.clone();
    }
    let query = "mutation($i: SaveDestinationInput!) { saveDestination(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on DestinationSaved { destination { id version name url format active carrierId stationId } } } }";
    staff.send(query, json!({ "i": input })).await.data("saveDestination")
}

pub const SECRET: &str = "a-key-of-signatures-1";

/// What the receiver does with the next request.
#[derive(Clone, Copy, Debug)]
pub enum Mood {
    Answers(u16),
    /// Takes its time, then answers 200.
    Slow,
    /// Reads the whole body, then ends the connection without a word.
    Drops,
}

#[derive(Clone, Debug)]
pub struct Received {
    pub delivery: String,
    pub signature: String,
    pub mime: String,
    pub body: String,
}

/// A receiver of manifests with a real socket: it forgets no request, and counts a delivery once by its id.
#[derive(Clone)]
pub struct Receiver {
    pub url: String,
    moods: Arc<Mutex<Vec<Mood>>>,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Receiver {
    /// `moods` for the first requests; 200 for all after them.
    pub async fn start(moods: &[Mood]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/manifests", listener.local_addr().unwrap());
        let receiver = Self { url, moods: Arc::new(Mutex::new(moods.to_vec())), received: Arc::default() };
        let own = receiver.clone();
        tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                let own = own.clone();
                tokio::spawn(async move {
                    let mut bytes = Vec::new();
                    let (head, body) = loop {
                        let mut piece = [0; 4096];
                        let read = socket.read(&mut piece).await.unwrap_or(0);
                        bytes.extend_from_slice(&piece[..read]);
                        let text = String::from_utf8_lossy(&bytes).into_owned();
                        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
                        let length: usize = header(head, "content-length").parse().unwrap();
                        if body.len() >= length || read == 0 {
                            break (head.to_owned(), body.to_owned());
                        }
                    };
                    own.received.lock().unwrap().push(Received {
                        delivery: header(&head, "beket-delivery"),
                        signature: header(&head, "beket-signature"),
                        mime: header(&head, "content-type"),
                        body,
                    });
                    let mood = {
                        let mut moods = own.moods.lock().unwrap();
                        if moods.is_empty() { Mood::Answers(200) } else { moods.remove(0) }
                    };
                    let status = match mood {
                        Mood::Drops => return,
                        Mood::Slow => {
                            tokio::time::sleep(Duration::from_millis(1_500)).await;
                            200
                        }
                        Mood::Answers(status) => status,
                    };
                    let answer = format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
                    let _ = socket.write_all(answer.as_bytes()).await;
                });
            }
        });
        receiver
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

fn header(head: &str, name: &str) -> String {
    let found = head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    });
    found.unwrap_or_default()
}
