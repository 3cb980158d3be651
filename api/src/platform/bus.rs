use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::StreamExt;
use tokio::sync::broadcast;

use super::Fault;

/// Tells every part of every replica that something has changed. It carries hints, never the truth: a message may be
/// lost, and whoever listens reads the state again when told to [`Note::Resync`].
#[derive(Clone)]
pub struct Bus {
    hub: Arc<Hub>,
    redis: Option<redis::aio::ConnectionManager>,
    /// The channel that the replicas of this installation share.
    channel: Arc<str>,
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
        Bus { hub: Arc::default(), redis: None, channel: "".into() }
    }

    /// A bus between replicas. When Redis goes away messages are lost, and listeners are told to read again once it
    /// is back; nothing waits for it.
    pub async fn redis(url: &str, namespace: &str) -> Result<Self, Fault> {
        let client = redis::Client::open(url)?;
        let manager = client.get_connection_manager().await?;
        let hub = Arc::<Hub>::default();
        let channel: Arc<str> = format!("{namespace}:bus").into();
        tokio::spawn(receive(client, Arc::clone(&hub), Arc::clone(&channel)));
        Ok(Bus { hub, redis: Some(manager), channel })
    }

    /// Publishes after the change has been committed. `topic` is `kind:id`.
    pub async fn publish(&self, topic: &str, message: &str) {
        let Some(manager) = &self.redis else {
            self.hub.deliver(topic, Note::Message(message.into()));
            return;
        };
        let mut connection = manager.clone();
        let line = format!("{topic}\n{message}");
        let sent = tokio::time::timeout(
            Duration::from_secs(2),
            redis::cmd("PUBLISH").arg(&*self.channel).arg(line).query_async::<i64>(&mut connection),
        )
        .await;
        if !matches!(sent, Ok(Ok(_))) {
            tracing::warn!(topic, "the bus is away: this replica alone was told");
            self.hub.deliver(topic, Note::Message(message.into()));
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

    /// Makes everybody who listens in this process read again: the clock was moved.
    pub fn resync(&self) {
        self.hub.resync();
    }

    /// Whether messages cross replicas at this moment; for the health page.
    pub async fn healthy(&self) -> bool {
        let Some(manager) = &self.redis else { return true };
        let mut connection = manager.clone();
        let ping = redis::cmd("PING");
        matches!(
            tokio::time::timeout(Duration::from_secs(2), ping.query_async::<String>(&mut connection)).await,
            Ok(Ok(_))
        )
    }
}

async fn receive(client: redis::Client, hub: Arc<Hub>, channel: Arc<str>) {
    loop {
        if let Ok(mut pubsub) = client.get_async_pubsub().await
            && pubsub.subscribe(&*channel).await.is_ok()
        {
            hub.resync();
            let mut messages = pubsub.on_message();
            while let Some(message) = messages.next().await {
                let Ok(line) = message.get_payload::<String>() else { continue };
                if let Some((topic, body)) = line.split_once('\n') {
                    hub.deliver(topic, Note::Message(body.into()));
                }
            }
        }
        tracing::warn!("the bus is away; trying again in a second");
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
