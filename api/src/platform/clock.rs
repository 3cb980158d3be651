use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};

/// "Now", truncated to microseconds (what both databases keep). Tests freeze it; a demonstration may push it forward.
#[derive(Clone)]
pub struct Clock(Arc<Inner>);

struct Inner {
    /// Frozen: the instant itself. Running: what is added to the system's clock. Microseconds.
    micros: AtomicI64,
    frozen: AtomicBool,
}

impl Clock {
    pub fn system() -> Self {
        Clock(Arc::new(Inner { micros: AtomicI64::new(0), frozen: AtomicBool::new(false) }))
    }

    /// A clock that stands at `at` until it is advanced.
    pub fn frozen(at: DateTime<Utc>) -> Self {
        Clock(Arc::new(Inner { micros: AtomicI64::new(at.timestamp_micros()), frozen: AtomicBool::new(true) }))
    }

    pub fn now(&self) -> DateTime<Utc> {
        let micros = self.0.micros.load(Ordering::SeqCst);
        if self.0.frozen.load(Ordering::SeqCst) {
            return DateTime::from_timestamp_micros(micros).unwrap_or(DateTime::UNIX_EPOCH);
        }
        #[expect(clippy::disallowed_methods, reason = "the one place that reads the system's clock")]
        let now = Utc::now() + TimeDelta::microseconds(micros);
        now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
    }

    pub fn advance(&self, by: TimeDelta) {
        self.0.micros.fetch_add(by.num_microseconds().unwrap_or(0), Ordering::SeqCst);
    }
}
