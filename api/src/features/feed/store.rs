//! What is published, kept until it changes.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use bytes::Bytes;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;

use crate::app::App;
use crate::platform::Fault;

use super::export::{Publisher, Written, write};
use super::naming::Naming;
use super::realtime::{self, Live};
use super::rows::Rows;

/// The publisher's name in the feed.
const PUBLISHER: &str = "Бекет";
/// What is live is told for so long, and no longer than until a trip changes.
const LASTS: Duration = Duration::from_secs(1);

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

#[derive(Default)]
pub struct Feeds {
    timetable: Mutex<Option<Arc<StaticFeed>>>,
    live: Mutex<Option<Kept>>,
    /// Grows with each change of a trip that this process hears of.
    changes: OnceLock<Arc<AtomicU64>>,
}

struct Kept {
    live: Arc<Live>,
    epoch: u64,
    made: Instant,
    /// By the application's clock, which a demonstration may push forward.
    at: DateTime<Utc>,
    of: Arc<StaticFeed>,
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

    /// What differs from the timetable now.
    pub async fn live(&self, app: &App) -> Result<Arc<Live>, Fault> {
        let timetable = self.timetable(app).await?;
        let mut kept = self.live.lock().await;
        let (epoch, now) =
            (self.changes.get_or_init(|| app.bus.epoch(&["trip:"])).load(Ordering::Acquire), app.clock.now());
        if let Some(kept) = kept.as_ref()
            && kept.epoch == epoch
            && kept.made.elapsed() < LASTS
            && now - kept.at < TimeDelta::seconds(1)
            && Arc::ptr_eq(&kept.of, &timetable)
        {
            return Ok(Arc::clone(&kept.live));
        }
        let live = Arc::new(realtime::read(app, &timetable).await?);
        *kept = Some(Kept { live: Arc::clone(&live), epoch, made: Instant::now(), at: now, of: timetable });
        Ok(live)
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
