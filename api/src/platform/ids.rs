use std::sync::{Arc, Mutex};

use rand::rngs::StdRng;
use rand::{Rng, RngCore, SeedableRng};
use uuid::Uuid;

use super::clock::Clock;

/// Identifiers and random codes, from the system's randomness or, in tests, from a seed.
#[derive(Clone)]
pub struct Ids {
    state: Arc<Mutex<State>>,
    clock: Clock,
}

struct State {
    rng: StdRng,
    /// Millisecond and number of the last id: those of one process are in the order they were made.
    last: (u64, u16),
}

/// Ids in one millisecond, twelve bits.
const PER_MILLI: u16 = 0x0FFF;

/// Letters that people don't confuse when they read a number aloud: no 0/O, 1/I.
const READABLE: &[u8] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

impl Ids {
    pub fn random(clock: Clock) -> Self {
        let rng = StdRng::from_os_rng();
        Self::with_rng(rng, clock)
    }

    pub fn seeded(seed: u64, clock: Clock) -> Self {
        let rng = StdRng::seed_from_u64(seed);
        Self::with_rng(rng, clock)
    }

    fn with_rng(rng: StdRng, clock: Clock) -> Self {
        Ids { state: Arc::new(Mutex::new(State { rng, last: (0, 0) })), clock }
    }

    fn with<T>(&self, f: impl FnOnce(&mut StdRng) -> T) -> T {
        let mut state = self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        f(&mut state.rng)
    }

    /// A version 7 UUID: ordered by time, so that new rows land at the end of an index.
    #[expect(clippy::new_ret_no_self, reason = "reads as `ids.new()`")]
    pub fn new(&self) -> Uuid {
        let now = u64::try_from(self.clock.now().timestamp_millis()).unwrap_or(0);
        let mut bytes = [0u8; 10];
        let mut state = self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        state.rng.fill_bytes(&mut bytes);
        state.last = match state.last {
            (millis, _) if millis < now => (now, 0),
            (millis, PER_MILLI) => (millis + 1, 0),
            (millis, count) => (millis, count + 1),
        };
        let (millis, count) = state.last;
        drop(state);
        bytes[..2].copy_from_slice(&count.to_be_bytes());
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
