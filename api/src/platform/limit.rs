use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};

use super::clock::Clock;
use super::memory;

/// Counts attempts by a key (address, account, order) in a window that starts with the first of them.
///
/// With Redis the counters are common to all replicas; when Redis is away, each replica counts by itself.
#[derive(Clone)]
pub struct Limits {
    clock: Clock,
    windows: Arc<Mutex<HashMap<String, Window>>>,
    /// Keys whose secret was shown a moment ago.
    shown: moka::sync::Cache<String, ()>,
    redis: Option<Arc<Shared>>,
}

/// The counters that all replicas share, for as long as Redis answers.
struct Shared {
    manager: redis::aio::ConnectionManager,
    namespace: String,
    /// It did not answer: until then nobody asks it.
    away_until: Mutex<Option<Instant>>,
}

/// An answer of Redis takes less than a thousandth of a second; a sale waits no longer than this for it,
const PATIENCE: Duration = Duration::from_millis(300);
/// and for so long after that nobody waits again: each replica counts by itself.
const AWAY: Duration = Duration::from_secs(5);

impl Shared {
    fn key(&self, key: &str) -> String {
        format!("{}:limit:{key}", self.namespace)
    }

    /// `None`: Redis is away.
    async fn ask<T: redis::FromRedisValue>(&self, command: &redis::Cmd) -> Option<T> {
        let away = *self.away_until.lock().unwrap_or_else(PoisonError::into_inner);
        if away.is_some_and(|until| Instant::now() < until) {
            return None;
        }
        let mut connection = self.manager.clone();
        let answer = tokio::time::timeout(PATIENCE, command.query_async::<T>(&mut connection)).await;
        let answer = answer.ok().and_then(Result::ok);
        let away = answer.is_none().then(|| Instant::now() + AWAY);
        *self.away_until.lock().unwrap_or_else(PoisonError::into_inner) = away;
        answer
    }
}

#[derive(Clone, Copy)]
struct Window {
    ends: DateTime<Utc>,
    count: u32,
}

/// Takes one in a window that starts with its first, by the application's clock (ARGV: now, length; milliseconds; quota).
/// What is refused is not counted. Redis forgets the window by its own clock.
const TAKE: &str = "local ends = tonumber(redis.call('HGET', KEYS[1], 'ends') or 0)
if ends <= tonumber(ARGV[1]) then
    ends = ARGV[1] + ARGV[2]
    redis.call('HSET', KEYS[1], 'ends', string.format('%.0f', ends), 'count', 0)
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
local count = tonumber(redis.call('HGET', KEYS[1], 'count')) + 1
if count <= tonumber(ARGV[3]) then redis.call('HSET', KEYS[1], 'count', count) end
return {count, string.format('%.0f', ends)}";

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
    pub fn new(clock: Clock, redis: Option<redis::aio::ConnectionManager>, namespace: &str) -> Self {
        let shown = memory::newest(50_000, Duration::from_secs(60));
        let shared = |manager| Shared { manager, namespace: namespace.to_owned(), away_until: Mutex::default() };
        Limits { clock, windows: Arc::default(), shown, redis: redis.map(shared).map(Arc::new) }
    }

    /// Takes one from the quota of `key`, or tells how long to wait.
    pub async fn take(&self, quota: Quota, key: &str) -> Result<(), Limited> {
        let key = format!("{}:{key}", quota.name);
        match self.take_shared(quota, &key).await {
            Some(answer) => answer,
            None => self.take_here(quota, key),
        }
    }

    /// Lets one guess a secret: `right` is asked only while fewer than the quota's wrong guesses were made, and a wrong
    /// one is counted before anybody else guesses.
    pub async fn guess(&self, quota: Quota, key: &str, right: impl FnOnce() -> bool) -> Result<bool, Limited> {
        let key = format!("{}:{key}", quota.name);
        // Who has shown it a moment ago is not guessing.
        if !self.shown.contains_key(&key)
            && let Some(limited) = self.used_up_elsewhere(quota, &key).await
        {
            return Err(limited);
        }
        let right = {
            let now = self.clock.now();
            let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
            let fresh = Window { ends: now + quota.per, count: 0 };
            let window = windows.get(&key).copied().filter(|window| window.ends > now).unwrap_or(fresh);
            if window.count >= quota.count {
                return Err(Limited { retry_after_seconds: (window.ends - now).num_seconds().max(1) });
            }
            let right = right();
            if !right {
                windows.insert(key.clone(), Window { count: window.count + 1, ..window });
            }
            right
        };
        if right && self.redis.is_some() {
            self.shown.insert(key.clone(), ());
        }
        if !right {
            // The count is common to all replicas; without Redis each has its own.
            let _ = self.take_shared(quota, &key).await;
        }
        Ok(right)
    }

    /// Who was given the secret a moment ago need not guess it.
    pub fn was_given(&self, quota: Quota, key: &str) {
        if self.redis.is_some() {
            self.shown.insert(format!("{}:{key}", quota.name), ());
        }
    }

    async fn used_up_elsewhere(&self, quota: Quota, key: &str) -> Option<Limited> {
        let shared = self.redis.as_ref()?;
        let look = redis::cmd("HMGET").arg(shared.key(key)).arg("count").arg("ends").to_owned();
        let (count, ends) = shared.ask::<(Option<u32>, Option<i64>)>(&look).await?;
        let left = ends? - self.clock.now().timestamp_millis();
        (left > 0 && count? >= quota.count).then_some(Limited { retry_after_seconds: (left / 1000).max(1) })
    }

    /// Gives one back: the attempt was a success.
    pub async fn give_back(&self, quota: Quota, key: &str) {
        let key = format!("{}:{key}", quota.name);
        if let Some(shared) = &self.redis {
            let _ = shared.ask::<i64>(redis::cmd("HINCRBY").arg(shared.key(&key)).arg("count").arg(-1)).await;
        }
        if let Some(window) = self.windows.lock().unwrap_or_else(PoisonError::into_inner).get_mut(&key) {
            window.count = window.count.saturating_sub(1);
        }
    }

    /// Gives the attempts back, after a success.
    pub async fn reset(&self, quota: Quota, key: &str) {
        let key = format!("{}:{key}", quota.name);
        if let Some(shared) = &self.redis {
            let _ = shared.ask::<i64>(redis::cmd("DEL").arg(shared.key(&key))).await;
        }
        self.windows.lock().unwrap_or_else(PoisonError::into_inner).remove(&key);
    }

    /// `None`: there is no Redis, or it is away.
    async fn take_shared(&self, quota: Quota, key: &str) -> Option<Result<(), Limited>> {
        let shared = self.redis.as_ref()?;
        let now = self.clock.now().timestamp_millis();
        let mut take = redis::cmd("EVAL");
        take.arg(TAKE).arg(1).arg(shared.key(key)).arg(now).arg(quota.per.num_milliseconds()).arg(quota.count);
        let (count, ends) = shared.ask::<(u32, i64)>(&take).await?;
        let retry_after_seconds = ((ends - now) / 1000).max(1);
        Some(if count <= quota.count { Ok(()) } else { Err(Limited { retry_after_seconds }) })
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
