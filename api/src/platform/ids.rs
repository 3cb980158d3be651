use std::sync::{Arc, Mutex};

use rand::rngs::StdRng;
use rand::{Rng, RngCore, SeedableRng};
use uuid::Uuid;

use super::clock::Clock;

/// Identifiers and random codes, from the system's randomness or, in tests, from a seed.
#[derive(Clone)]
pub struct Ids {
    rng: Arc<Mutex<StdRng>>,
    clock: Clock,
}

/// Letters that people don't confuse when they read a number aloud: no 0/O, 1/I.
const READABLE: &[u8] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

impl Ids {
    pub fn random(clock: Clock) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place that takes randomness from the system")]
        let rng = StdRng::from_os_rng();
        Ids { rng: Arc::new(Mutex::new(rng)), clock }
    }

    pub fn seeded(seed: u64, clock: Clock) -> Self {
        #[expect(clippy::disallowed_methods, reason = "tests repeat")]
        let rng = StdRng::seed_from_u64(seed);
        Ids { rng: Arc::new(Mutex::new(rng)), clock }
    }

    fn with<T>(&self, f: impl FnOnce(&mut StdRng) -> T) -> T {
        let mut rng = self.rng.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        f(&mut rng)
    }

    /// A version 7 UUID: ordered by time, so that new rows land at the end of an index.
    #[expect(clippy::should_implement_trait, clippy::new_ret_no_self, reason = "reads as `ids.new()`")]
    pub fn new(&self) -> Uuid {
        let mut bytes = [0u8; 10];
        self.with(|rng| rng.fill_bytes(&mut bytes));
        let millis = u64::try_from(self.clock.now().timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    /// `n` readable characters, about five bits each.
    pub fn readable(&self, n: usize) -> String {
        self.with(|rng| (0..n).map(|_| READABLE[rng.random_range(0..READABLE.len())] as char).collect())
    }

    /// `n` decimal digits.
    pub fn digits(&self, n: usize) -> String {
        self.with(|rng| (0..n).map(|_| char::from(b'0' + rng.random_range(0..10u8))).collect())
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0u8; N];
        self.with(|rng| rng.fill_bytes(&mut bytes));
        bytes
    }

    /// A number in `0..below`, to spread retries and choices.
    pub fn below(&self, below: usize) -> usize {
        self.with(|rng| rng.random_range(0..below.max(1)))
    }
}
