//! Prices that follow demand: so many per cent up or down by how full a ride is and by how long before it leaves it is
//! bought, between a floor and a ceiling.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::price::{Facts, Part, PartKind};

/// From so much on, until the next step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Per cent of seats that are sold, or hours before departure.
    pub from: i64,
    /// Up, or down below zero.
    pub percent: Decimal,
}

/// Of the fare for the seat's class.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Dynamic {
    /// By per cent of seats sold, ascending.
    pub occupancy: Vec<Step>,
    /// By hours before departure, ascending.
    pub ahead: Vec<Step>,
    /// No price is below so many per cent of the fare.
    pub floor: Decimal,
    /// None is above.
    pub ceiling: Decimal,
    /// Minor units: what is added or taken off is a multiple of it.
    pub step_minor: i64,
}

/// A ride at the moment of a sale.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Look {
    /// Per cent of seats that are sold on the fullest leg.
    pub occupied: u8,
    /// Full hours until it leaves; 0 after that.
    pub hours_ahead: i64,
}

/// Where in a form something is wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    NoSteps,
    /// Not above the one before it, or beyond what there is.
    StepFrom {
        of_occupancy: bool,
        index: usize,
    },
    StepPercent {
        of_occupancy: bool,
        index: usize,
    },
    Floor,
    Ceiling,
}

/// Steps of each kind.
pub const MOST_STEPS: usize = 12;
/// A year.
pub const MOST_HOURS: i64 = 24 * 366;
const LEAST_PERCENT: i64 = -90;
const MOST_PERCENT: i64 = 300;
const MOST_CEILING: i64 = 400;

fn at(steps: &[Step], value: i64) -> Decimal {
    steps.iter().rev().find(|step| step.from <= value).map_or(Decimal::ZERO, |step| step.percent)
}

/// `minor` to the nearest multiple of `step`, half of one away from zero.
pub fn to_step(minor: Decimal, step: i64) -> i64 {
    let step = Decimal::from(step.max(1));
    let steps = minor.checked_div(step).map(|n| n.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
    steps.and_then(|steps| steps.checked_mul(step)).and_then(|minor| minor.to_i64()).unwrap_or(0)
}

impl Dynamic {
    /// What is added to a fare, or taken off: a part for the days ahead, one for the seats sold, and what brings both
    /// together back to the floor or the ceiling. Their sum is a multiple of the step.
    pub fn parts(&self, rule: &str, fare_minor: i64, look: Look) -> Vec<Part> {
        let fare = Decimal::from(fare_minor.max(0));
        let share = |percent: Decimal| to_step(fare * percent / Decimal::ONE_HUNDRED, self.step_minor);
        let part = |amount_minor, percent, facts| Part {
            kind: PartKind::Demand,
            rule: rule.to_owned(),
            amount_minor,
            percent: Some(percent),
            facts: Some(facts),
        };
        let mut parts = Vec::new();
        let (ahead, occupancy) =
            (at(&self.ahead, look.hours_ahead), at(&self.occupancy, i64::from(look.occupied.min(100))));
        if share(ahead) != 0 {
            parts.push(part(share(ahead), ahead, Facts::HoursAhead(look.hours_ahead)));
        }
        if share(occupancy) != 0 {
            parts.push(part(share(occupancy), occupancy, Facts::Occupied(look.occupied)));
        }
        // The bounds in whole steps, on this side of them.
        let step = Decimal::from(self.step_minor.max(1));
        let bound = |percent: Decimal| {
            let whole = (fare * (percent - Decimal::ONE_HUNDRED) / Decimal::ONE_HUNDRED / step).trunc();
            (whole * step).to_i64().unwrap_or(0)
        };
        let sum = share(ahead) + share(occupancy);
        let (least, most) = (bound(self.floor).min(0), bound(self.ceiling).max(0));
        if sum < least {
            parts.push(part(least - sum, self.floor, Facts::Floor));
        } else if sum > most {
            parts.push(part(most - sum, self.ceiling, Facts::Ceiling));
        }
        parts
    }

    /// Everything that is wrong with it.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.occupancy.is_empty() && self.ahead.is_empty() {
            faults.push(Fault::NoSteps);
        }
        for (of_occupancy, steps, most) in [(true, &self.occupancy, 100), (false, &self.ahead, MOST_HOURS)] {
            let mut last = -1;
            for (index, step) in steps.iter().enumerate() {
                if step.from <= last || step.from > most || index >= MOST_STEPS {
                    faults.push(Fault::StepFrom { of_occupancy, index });
                }
                last = step.from;
                let within = (Decimal::from(LEAST_PERCENT)..=Decimal::from(MOST_PERCENT)).contains(&step.percent);
                if !within || step.percent.scale() > 2 {
                    faults.push(Fault::StepPercent { of_occupancy, index });
                }
            }
        }
        if self.floor < Decimal::ONE || self.floor > Decimal::ONE_HUNDRED || self.floor.scale() > 2 {
            faults.push(Fault::Floor);
        }
        let most = Decimal::from(MOST_CEILING);
        if self.ceiling < Decimal::ONE_HUNDRED || self.ceiling > most || self.ceiling.scale() > 2 {
            faults.push(Fault::Ceiling);
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::price::total;
    use proptest::prelude::*;

    fn step(from: i64, percent: i64) -> Step {
        Step { from, percent: Decimal::from(percent) }
    }

    fn rules() -> Dynamic {
        Dynamic {
            occupancy: vec![step(50, 5), step(80, 10)],
            ahead: vec![step(0, 20), step(24, 0), step(720, -15)],
            floor: Decimal::from(85),
            ceiling: Decimal::from(120),
            step_minor: 1_000,
        }
    }

    fn check(fare: i64, occupied: u8, hours_ahead: i64, want: &[(Facts, i64)]) {
        let parts = rules().parts("x", fare, Look { occupied, hours_ahead });
        let got: Vec<_> = parts.iter().map(|part| (part.facts.unwrap(), part.amount_minor)).collect();
        assert_eq!(got, want, "{fare} {occupied} {hours_ahead}");
    }

    #[test]
    fn a_full_bus_is_dearer_and_an_early_ticket_cheaper() {
        use Facts::{Ceiling, HoursAhead, Occupied};
        check(60_000, 0, 100, &[]);
        check(60_000, 49, 719, &[]);
        check(60_000, 82, 100, &[(Occupied(82), 6_000)]);
        check(60_000, 0, 720, &[(HoursAhead(720), -9_000)]);
        check(60_000, 50, 720, &[(HoursAhead(720), -9_000), (Occupied(50), 3_000)]);
        check(60_000, 100, 3, &[(HoursAhead(3), 12_000), (Occupied(100), 6_000), (Ceiling, -6_000)]);
        // To the nearest ten som; the ceiling of 120 % of 55 som is 66, and 60 is the last step below it.
        check(5_500, 100, 3, &[(HoursAhead(3), 1_000), (Occupied(100), 1_000), (Ceiling, -1_000)]);
        check(0, 100, 3, &[]);
    }

    #[test]
    fn what_is_wrong_is_told_at_its_step() {
        assert_eq!(rules().faults(), []);
        let none = Dynamic { occupancy: Vec::new(), ahead: Vec::new(), ..rules() };
        assert_eq!(none.faults(), [Fault::NoSteps]);
        let bad = Dynamic {
            occupancy: vec![step(80, 5), step(80, 301), step(101, 0)],
            ahead: vec![step(-1, -91)],
            floor: Decimal::from(101),
            ceiling: Decimal::from(99),
            step_minor: 1,
        };
        let (of_occupancy, index) = (true, 1);
        let want = [
            Fault::StepFrom { of_occupancy, index },
            Fault::StepPercent { of_occupancy, index },
            Fault::StepFrom { of_occupancy, index: 2 },
            Fault::StepFrom { of_occupancy: false, index: 0 },
            Fault::StepPercent { of_occupancy: false, index: 0 },
            Fault::Floor,
            Fault::Ceiling,
        ];
        assert_eq!(bad.faults(), want);
    }

    fn steps(most: i64) -> impl Strategy<Value = Vec<Step>> {
        prop::collection::btree_map(0..=most, -90i64..=300, 0..6)
            .prop_map(|steps| steps.into_iter().map(|(from, percent)| step(from, percent)).collect())
    }

    proptest! {
        #[test]
        fn the_floor_and_the_ceiling_hold(
            fare in 0i64..10_000_000, occupancy in steps(100), ahead in steps(2_000), occupied in 0u8..=100,
            hours_ahead in 0i64..3_000, floor in 1i64..=100, ceiling in 100i64..=400, step_minor in prop_oneof![Just(1i64), Just(100), Just(1_000), Just(5_000)],
        ) {
            let rules = Dynamic { occupancy, ahead, floor: floor.into(), ceiling: ceiling.into(), step_minor };
            let parts = rules.parts("x", fare, Look { occupied, hours_ahead });
            let price = fare + total(&parts);
            prop_assert!(price * 100 >= fare * floor, "{price} of {fare}, floor {floor}");
            prop_assert!(price * 100 <= fare * ceiling, "{price} of {fare}, ceiling {ceiling}");
            prop_assert_eq!(total(&parts) % step_minor, 0);
            prop_assert!(parts.iter().all(|part| part.amount_minor != 0));
        }
    }
}
