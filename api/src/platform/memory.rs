//! What a server keeps for a while.

use std::hash::Hash;
use std::time::Duration;

use moka::policy::EvictionPolicy;
use moka::sync::Cache;

/// Keeps the newest `most` entries, each for so long. (By default a full cache prefers what was asked for often, and
/// refuses what is new: of no use where everything is asked for soon after it came, or has to be there.)
pub fn newest<K, V>(most: u64, lasts: Duration) -> Cache<K, V>
where
    K: Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    Cache::builder().eviction_policy(EvictionPolicy::lru()).max_capacity(most).time_to_live(lasts).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_last_is_there_however_much_came_before() {
        let cache = newest(100, Duration::from_secs(60));
        for n in 0..1_000 {
            // Asked for, so that the old ones have been found of use.
            cache.insert(n, n);
            cache.get(&n);
            cache.run_pending_tasks();
            assert_eq!(cache.get(&n), Some(n));
        }
        assert_eq!(cache.get(&0), None);
    }
}
