use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use super::clock::Clock;

/// Counts attempts by a key (address, account, order) in a window that starts with the first of them.
///
/// With Redis the counters are common to all replicas; when Redis is away, each replica counts by itself.
#[derive(Clone)]
pub struct Limits {
    clock: Clock,
    windows: Arc<Mutex<HashMap<String, Window>>>,
    redis: Option<redis::aio::ConnectionManager>,
}

#[derive(Clone, Copy)]
struct Window {
    ends: DateTime<Utc>,
    count: u32,
}

/// How many are allowed in how long.
#[derive(Clone, Copy, Debug)]
pub struct Quota {
    pub name: &'static str,
    pub count: u32,
    pub per: TimeDelta,
}

/// The quota is used up until then.
#[derive(Debug, PartialEq, Eq)]
pub struct Limited {
    pub retry_after_seconds: i64,
}

impl Limits {
    pub fn new(clock: Clock, redis: Option<redis::aio::ConnectionManager>) -> Self {
        Limits { clock, windows: Arc::default(), redis }
    }

    /// Takes one from the quota of `key`, or tells how long to wait.
    pub async fn take(&self, quota: Quota, key: &str) -> Result<(), Limited> {
        let key = format!("{}:{key}", quota.name);
        if let Some(manager) = &self.redis
            && let Some(answer) = self.take_shared(manager.clone(), quota, &key).await
        {
            return answer;
        }
        self.take_here(quota, key)
    }

    /// Gives one back: the attempt was a success.
    pub async fn give_back(&self, quota: Quota, key: &str) {
        let key = format!("{}:{key}", quota.name);
        if let Some(manager) = &self.redis {
            let mut connection = manager.clone();
            let _ = redis::cmd("DECR").arg(format!("limit:{key}")).query_async::<i64>(&mut connection).await;
        }
        if let Some(window) = self.windows.lock().unwrap_or_else(PoisonError::into_inner).get_mut(&key) {
            window.count = window.count.saturating_sub(1);
        }
    }

    /// Gives the attempts back, after a success.
    pub async fn reset(&self, quota: Quota, key: &str) {
        let key = format!("{}:{key}", quota.name);
        if let Some(manager) = &self.redis {
            let mut connection = manager.clone();
            let _ = redis::cmd("DEL").arg(format!("limit:{key}")).query_async::<i64>(&mut connection).await;
        }
        self.windows.lock().unwrap_or_else(PoisonError::into_inner).remove(&key);
    }

    async fn take_shared(
        &self,
        mut connection: redis::aio::ConnectionManager,
        quota: Quota,
        key: &str,
    ) -> Option<Result<(), Limited>> {
        let key = format!("limit:{key}");
        let mut pipe = redis::pipe();
        pipe.atomic().incr(&key, 1).cmd("EXPIRE").arg(&key).arg(quota.per.num_seconds()).arg("NX").ignore().ttl(&key);
        let counted = tokio::time::timeout(
            std::time::Duration::from_secs(1),
            pipe.query_async::<(u32, i64)>(&mut connection),
        );
        let (count, ttl) = counted.await.ok()?.ok()?;
        Some(if count <= quota.count { Ok(()) } else { Err(Limited { retry_after_seconds: ttl.max(1) }) })
    }

    fn take_here(&self, quota: Quota, key: String) -> Result<(), Limited> {
        let now = self.clock.now();
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() > 100_000 {
            windows.retain(|_, window| window.ends > now);
        }
        let window = windows.entry(key).or_insert(Window { ends: now + quota.per, count: 0 });
        if window.ends <= now {
            *window = Window { ends: now + quota.per, count: 0 };
        }
        if window.count >= quota.count {
            return Err(Limited { retry_after_seconds: (window.ends - now).num_seconds().max(1) });
        }
        window.count += 1;
        Ok(())
    }
}
