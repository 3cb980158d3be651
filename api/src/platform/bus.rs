use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::StreamExt;
use tokio::sync::{broadcast, mpsc};
use uuid::Uuid;

use super::Fault;

/// So long a note waits for others to go with it.
const GATHER: Duration = Duration::from_millis(2);

/// Tells every part of every replica that something has changed. It carries hints, never the truth: a message may be
/// lost, and whoever listens reads the state again when told to [`Note::Resync`].
#[derive(Clone)]
pub struct Bus {
    hub: Arc<Hub>,
    redis: Option<Away>,
}

/// The way to the other replicas.
#[derive(Clone)]
struct Away {
    manager: redis::aio::ConnectionManager,
    /// Topics and messages that wait to be sent, together where there are several.
    queue: mpsc::UnboundedSender<(String, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// What was published on the topic.
    Message(Arc<str>),
    /// Messages may have been lost: read everything again.
    Resync,
}

#[derive(Default)]
struct Hub {
    topics: Mutex<HashMap<String, broadcast::Sender<Note>>>,
}

impl Hub {
    fn deliver(&self, topic: &str, note: Note) {
        let mut topics = self.topics.lock().unwrap_or_else(PoisonError::into_inner);
        for key in [topic, kind_of(topic)] {
            if let Some(sender) = topics.get(key)
                && sender.send(note.clone()).is_err()
            {
                topics.remove(key);
            }
        }
    }

    fn resync(&self) {
        let topics = self.topics.lock().unwrap_or_else(PoisonError::into_inner);
        for sender in topics.values() {
            // Nobody listening is no error.
            let _ = sender.send(Note::Resync);
        }
    }
}

/// `space:0190…` is of the kind `space:`; listeners to a kind hear all of its topics.
fn kind_of(topic: &str) -> &str {
    topic.find(':').map_or(topic, |at| &topic[..=at])
}

impl Bus {
    /// A bus within this process, for a single replica.
    pub fn in_process() -> Self {
        Bus { hub: Arc::default(), redis: None }
    }

    /// A bus between replicas. When Redis goes away messages are lost, and listeners are told to read again once it
    /// is back; nothing waits for it.
    ///
    /// By `own` a replica knows its own messages when they come back.
    pub async fn redis(url: &str, namespace: &str, own: Uuid) -> Result<Self, Fault> {
        let client = redis::Client::open(url)?;
        let manager = client.get_connection_manager().await?;
        let hub = Arc::<Hub>::default();
        let channel: Arc<str> = format!("{namespace}:bus").into();
        let (queue, waiting) = mpsc::unbounded_channel();
        let own: Arc<str> = own.to_string().into();
        tokio::spawn(receive(client, Arc::clone(&hub), Arc::clone(&channel), Arc::clone(&own)));
        tokio::spawn(send(manager.clone(), channel, own, waiting));
        Ok(Bus { hub, redis: Some(Away { manager, queue }) })
    }

    /// Publishes after the change has been committed. `topic` is `kind:id`; neither it nor the message has line breaks.
    pub fn publish(&self, topic: &str, message: &str) {
        // Here at once: whoever has sold sees it in the next answer.
        self.hub.deliver(topic, Note::Message(message.into()));
        if let Some(away) = &self.redis {
            // The other end lives as long as the process.
            let _ = away.queue.send((topic.to_owned(), message.to_owned()));
        }
    }

    /// Listens to one topic (`space:0190…`) or to all of a kind (`space:`).
    pub fn subscribe(&self, topic: &str) -> broadcast::Receiver<Note> {
        let mut topics = self.hub.topics.lock().unwrap_or_else(PoisonError::into_inner);
        match topics.get(topic) {
            Some(sender) => sender.subscribe(),
            None => {
                let (sender, receiver) = broadcast::channel(1024);
                topics.insert(topic.to_owned(), sender);
                receiver
            }
        }
    }

    /// A number that grows with each note about these kinds of things (`trip:` and so on), from now on.
    pub fn epoch(&self, kinds: &[&str]) -> Arc<AtomicU64> {
        let epoch = Arc::<AtomicU64>::default();
        for kind in kinds {
            let (mut notes, epoch) = (self.subscribe(kind), Arc::clone(&epoch));
            tokio::spawn(async move {
                while !matches!(notes.recv().await, Err(broadcast::error::RecvError::Closed)) {
                    epoch.fetch_add(1, Ordering::AcqRel);
                }
            });
        }
        epoch
    }

    /// Makes everybody who listens in this process read again: the clock was moved.
    pub fn resync(&self) {
        self.hub.resync();
    }

    /// Whether messages cross replicas at this moment; for the health page.
    pub async fn healthy(&self) -> bool {
        let Some(away) = &self.redis else { return true };
        let mut connection = away.manager.clone();
        let ping = redis::cmd("PING");
        matches!(
            tokio::time::timeout(Duration::from_secs(2), ping.query_async::<String>(&mut connection)).await,
            Ok(Ok(_))
        )
    }
}

/// Sends what waits to the other replicas as one message: a line that says whose it is, then for each note a line for
/// the topic and one for what is said.
async fn send(
    mut manager: redis::aio::ConnectionManager,
    channel: Arc<str>,
    own: Arc<str>,
    mut waiting: mpsc::UnboundedReceiver<(String, String)>,
) {
    while let Some(first) = waiting.recv().await {
        tokio::time::sleep(GATHER).await;
        let mut notes = vec![first];
        while let Ok(next) = waiting.try_recv() {
            notes.push(next);
        }
        let words = notes.iter().flat_map(|(topic, message)| [topic.as_str(), message]);
        let lines: Vec<&str> = std::iter::once(&*own).chain(words).collect();
        let publish = redis::cmd("PUBLISH").arg(&*channel).arg(lines.join("\n")).to_owned();
        let sent = tokio::time::timeout(Duration::from_secs(2), publish.query_async::<i64>(&mut manager)).await;
        if !matches!(sent, Ok(Ok(_))) {
            tracing::warn!("the bus is away: this replica alone was told");
        }
    }
}

async fn receive(client: redis::Client, hub: Arc<Hub>, channel: Arc<str>, own: Arc<str>) {
    loop {
        if let Ok(mut pubsub) = client.get_async_pubsub().await
            && pubsub.subscribe(&*channel).await.is_ok()
        {
            hub.resync();
            let mut messages = pubsub.on_message();
            while let Some(message) = messages.next().await {
                let Ok(lines) = message.get_payload::<String>() else { continue };
                let mut lines = lines.split('\n');
                if lines.next() == Some(&*own) {
                    continue;
                }
                while let (Some(topic), Some(message)) = (lines.next(), lines.next()) {
                    hub.deliver(topic, Note::Message(message.into()));
                }
            }
        }
        tracing::warn!("the bus is away; trying again in a second");
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
