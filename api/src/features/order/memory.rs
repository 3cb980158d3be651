use std::sync::Arc;
use std::time::Duration;

use moka::sync::Cache;
use uuid::Uuid;

use crate::platform::memory::newest;

use super::bundle::Bundle;

/// Orders on their way from the hold to the tickets, as they were committed: each step locks the order's row, and where
/// the row still has the version that is kept here, it need not read what belongs to it; nor need who asks whether the
/// tickets are there.
///
/// True because whoever changes an order's rides, passengers or lines raises its version in the same transaction, on
/// whatever replica; `tests/tidy.rs` looks after it.
pub struct OrderMemory(Cache<Uuid, Arc<Bundle>>);

impl Default for OrderMemory {
    fn default() -> Self {
        OrderMemory(newest(20_000, Duration::from_secs(20 * 60)))
    }
}

impl OrderMemory {
    /// Keeps an order whose rides, passengers and lines have just been committed so.
    pub fn keep(&self, committed: Arc<Bundle>) {
        self.0.insert(committed.order.id, committed);
    }

    /// The order's rides, passengers and lines at that version, if they are here.
    pub fn at(&self, id: Uuid, version: i64) -> Option<Arc<Bundle>> {
        self.0.get(&id).filter(|kept| kept.order.version == version)
    }
}
