//! Prices from stop to stop, filled in by distance.

use rust_decimal::{Decimal, RoundingStrategy};

/// A price by distance: so much to begin with, and so much for each kilometre, rounded to a step. Minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ByDistance {
    pub base_minor: i64,
    pub per_km_minor: i64,
    /// Prices are multiples of it.
    pub step_minor: i64,
    pub least_minor: i64,
}

impl ByDistance {
    /// The price of so many metres, rounded to the nearest step, half of one upwards; `None` where it is beyond all
    /// money.
    pub fn price(&self, metres: i32) -> Option<i64> {
        let km = Decimal::from(metres).checked_div(Decimal::from(1_000))?;
        let exact = Decimal::from(self.per_km_minor).checked_mul(km)?.checked_add(Decimal::from(self.base_minor))?;
        let exact = exact.max(Decimal::from(self.least_minor));
        let step = Decimal::from(self.step_minor.max(1));
        let steps = exact.checked_div(step)?.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        i64::try_from(steps.checked_mul(step)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_grow_with_distance_in_steps() {
        let rule = ByDistance { base_minor: 3_000, per_km_minor: 250, step_minor: 1_000, least_minor: 5_000 };
        for (metres, want) in [(0, 5_000), (6_000, 5_000), (10_000, 6_000), (60_000, 18_000), (161_800, 43_000)] {
            assert_eq!(rule.price(metres), Some(want), "{metres}");
        }
        let huge = ByDistance { per_km_minor: i64::MAX, ..rule };
        assert_eq!(huge.price(i32::MAX), None);
    }
}
