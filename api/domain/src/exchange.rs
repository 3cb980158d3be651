//! What it costs to exchange a ticket for another: everything paid for the old one counts, less what the tariff
//! withholds, and the new one is paid at its own price.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::money::percent_of;
use crate::price::{Part, PartKind, carrier_share, total, total_of};

/// The rule's code of a difference that staff have forgone.
pub const FORGONE: &str = "forgone";

/// One ticket given for another.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Swap {
    /// What the old ticket brings: its parts, less what is withheld.
    pub back: Vec<Part>,
    /// The price of the new one.
    pub price: Vec<Part>,
    pub withheld_minor: i64,
}

impl Swap {
    pub fn credit_minor(&self) -> i64 {
        total(&self.back)
    }

    pub fn price_minor(&self) -> i64 {
        total(&self.price)
    }

    /// To be paid; below zero: to be given back.
    pub fn difference_minor(&self) -> i64 {
        self.price_minor() - self.credit_minor()
    }
}

/// The same ride on another seat of the same class: the price stays as it was, whatever it is today.
pub fn same_ride(paid: &[Part]) -> Swap {
    Swap { back: paid.to_vec(), price: paid.to_vec(), withheld_minor: 0 }
}

/// Another ride at its price. Of the carrier's share of the old one the tariff withholds its per cents; the fee of selling
/// was earned with the first sale and is never given back, so the new ticket bears at least as much of it.
pub fn other_ride(paid: &[Part], mut price: Vec<Part>, percent_withheld: Decimal) -> Swap {
    let withheld_minor = percent_of(carrier_share(paid), percent_withheld).max(0);
    let mut back = paid.to_vec();
    if let Some(first) = back.iter_mut().find(|part| part.kind == PartKind::Fare || part.kind == PartKind::Baggage) {
        first.amount_minor -= withheld_minor;
    }
    if total_of(&price, PartKind::ServiceFee) < total_of(paid, PartKind::ServiceFee) {
        price.retain(|part| part.kind != PartKind::ServiceFee);
        price.extend(paid.iter().filter(|part| part.kind == PartKind::ServiceFee).cloned());
    }
    Swap { back, price, withheld_minor }
}

/// Staff forgo the difference: the new tickets are cheaper by it, as far as the carriers' share of them goes. Returns how
/// much was forgone.
pub fn forgo(swaps: &mut [Swap]) -> i64 {
    let mut left: i64 = swaps.iter().map(Swap::difference_minor).sum::<i64>().max(0);
    let mut forgone = 0;
    for swap in swaps {
        let off = left.min(carrier_share(&swap.price)).max(0);
        if off > 0 {
            swap.price.push(Part::plain(PartKind::Discount, FORGONE, -off));
            left -= off;
            forgone += off;
        }
    }
    forgone
}

/// What is exchanged for what, as it is stored with the exchange.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Move {
    /// Whose ticket is given up.
    pub from_line: Uuid,
    /// Who gets it: the line that comes in its place.
    pub to_line: Uuid,
    pub trip: Uuid,
    pub from_call: i32,
    pub to_call: i32,
    /// The seat's label; without: any free one, or a lap, or where they are not numbered.
    pub seat: Option<String>,
    pub swap: Swap,
    /// The fare by which discounts are computed, minor units.
    pub fare_minor: i64,
    pub child_fare_minor: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::price::{Discount, Fee, FeeAmount, seat};
    use proptest::prelude::*;

    fn parts(fare: i64, service: i64) -> Vec<Part> {
        let fee = |kind, minor| Fee { rule: format!("{kind:?}"), kind, amount: FeeAmount::Fixed(minor) };
        seat(fare, &[], None, &[], &[fee(PartKind::StationFee, 1000), fee(PartKind::ServiceFee, service)])
    }

    #[test]
    fn a_dearer_ride_costs_the_difference() {
        let swap = other_ride(&parts(50_000, 1500), parts(70_000, 1500), Decimal::ZERO);
        assert_eq!((swap.credit_minor(), swap.price_minor(), swap.difference_minor()), (52_500, 72_500, 20_000));
    }

    #[test]
    fn the_fee_of_selling_stays_where_the_new_ride_is_cheaper() {
        let swap = other_ride(&parts(50_000, 1500), parts(30_000, 900), Decimal::from(10));
        assert_eq!(swap.withheld_minor, 5000);
        assert_eq!(total_of(&swap.price, PartKind::ServiceFee), 1500);
        assert_eq!(swap.difference_minor(), 32_500 - 47_500);
    }

    #[test]
    fn what_is_forgone_is_taken_off_the_new_price() {
        let mut swaps = [other_ride(&parts(50_000, 1500), parts(70_000, 1500), Decimal::ZERO)];
        assert_eq!(forgo(&mut swaps), 20_000);
        assert_eq!(swaps[0].difference_minor(), 0);
        assert_eq!(forgo(&mut swaps), 0, "nothing is left to be forgone");
    }

    proptest! {
        #[test]
        fn the_money_adds_up(old in 1i64..1_000_000, new in 1i64..1_000_000, percent in 0u32..=100,
            off in 0u32..=100, fees in (0i64..20_000, 0i64..20_000)) {
            let discount = Discount { rule: "d".into(), percent_off: Decimal::from(off), fare_minor: None };
            let mut paid = parts(old, fees.0);
            if let Some(first) = seat(old, &[], Some(&discount), &[], &[]).get(1) { paid.push(first.clone()); }
            let swap = other_ride(&paid, parts(new, fees.1), Decimal::from(percent));
            prop_assert_eq!(swap.credit_minor() + swap.withheld_minor, total(&paid));
            prop_assert!(carrier_share(&swap.back) >= 0, "a carrier never owes for a ticket given up");
            // What was paid and what is paid on top buys the new ticket and what is withheld, to the last tyiyn.
            prop_assert_eq!(total(&paid) + swap.difference_minor(), swap.price_minor() + swap.withheld_minor);
            // What comes back never has a part of the fee of selling in it.
            prop_assert!(total_of(&swap.price, PartKind::ServiceFee) >= total_of(&paid, PartKind::ServiceFee));
            let mut all = [swap.clone(), swap];
            let before: i64 = all.iter().map(Swap::difference_minor).sum();
            let forgone = forgo(&mut all);
            let after: i64 = all.iter().map(Swap::difference_minor).sum();
            prop_assert_eq!(before - forgone, after);
            prop_assert!(forgone >= 0 && all.iter().all(|swap| carrier_share(&swap.price) >= 0));
        }
    }
}
