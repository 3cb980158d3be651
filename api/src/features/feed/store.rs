//! The archive of the present timetable, made once for each version and day.

use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;

use crate::app::App;
use crate::platform::Fault;

use super::export::{Publisher, Written, write};
use super::naming::Naming;
use super::rows::Rows;

/// The publisher's name in the feed.
const PUBLISHER: &str = "Бекет";

/// A GTFS archive.
pub struct StaticFeed {
    version: i64,
    /// What is over is left out, so that each day has its own.
    day: NaiveDate,
    pub bytes: Bytes,
    /// Of the contents: the same on every replica.
    pub tag: String,
    pub modified: DateTime<Utc>,
    pub naming: Naming,
    pub written: Written,
}

/// What is published, kept until it changes.
#[derive(Default)]
pub struct Feeds {
    timetable: Mutex<Option<Arc<StaticFeed>>>,
}

impl Feeds {
    /// The archive. Whoever comes while it is made waits for it; it is finished even if nobody does.
    pub async fn timetable(&self, app: &App) -> Result<Arc<StaticFeed>, Fault> {
        let app = app.clone();
        tokio::spawn(async move { app.feeds.present(&app).await }).await?
    }

    async fn present(&self, app: &App) -> Result<Arc<StaticFeed>, Fault> {
        let mut kept = self.timetable.lock().await;
        let version = app.network.get(app).await?.version;
        let now = app.clock.now();
        if let Some(feed) = kept.as_ref().filter(|feed| feed.version == version && feed.day == now.date_naive()) {
            return Ok(Arc::clone(feed));
        }
        let feed = Arc::new(make(app, now).await?);
        *kept = Some(Arc::clone(&feed));
        Ok(feed)
    }
}

async fn make(app: &App, now: DateTime<Utc>) -> Result<StaticFeed, Fault> {
    let rows = Rows::read(app.db.read(), now).await?;
    let (version, naming, changed_at) = (rows.version, rows.naming.clone(), rows.changed_at);
    let (day, config) = (now.date_naive(), app.config.clone());
    // A country's timetable takes seconds, and no request waits behind it.
    let (bytes, written) = tokio::task::spawn_blocking(move || {
        let email = config.support_email.as_deref();
        write(&rows, day, Publisher { name: PUBLISHER, address: &config.public_url, email })
    })
    .await??;
    let tag = Sha256::digest(&bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect::<String>();
    let midnight = day.and_time(chrono::NaiveTime::MIN).and_utc();
    let modified = changed_at.max(midnight).min(now);
    Ok(StaticFeed { version, day, bytes: bytes.into(), tag: format!("\"{tag}\""), modified, naming, written })
}
