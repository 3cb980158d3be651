//! What a seat or a piece of baggage costs, as a list of parts that explain it.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::percent_of;
use crate::promotion::Off;

/// In the order of an explanation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PartKind {
    /// The adult fare of the tariff. Belongs to the carrier.
    Fare,
    /// Taken off the fare; negative.
    Discount,
    /// A piece of baggage. Belongs to the carrier.
    Baggage,
    /// The station's fee for each ticket.
    StationFee,
    /// The fee for the service of selling. Not returned unless the trip was cancelled.
    ServiceFee,
}

/// One line of an explained price.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Part {
    pub kind: PartKind,
    /// The rule that made it, for example `child_half`; empty for the bare fare.
    pub rule: String,
    /// Minor units; negative for a discount.
    pub amount_minor: i64,
    /// The share it was computed with, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Decimal>,
}

/// A reduction that a category has on this route.
#[derive(Clone, PartialEq, Debug)]
pub struct Discount {
    pub rule: String,
    pub percent_off: Decimal,
    /// The tariff's own price for the category, minor units; stands instead of the percentage.
    pub fare_minor: Option<i64>,
}

/// A promotional code's reduction, on top of a category's.
#[derive(Clone, PartialEq, Debug)]
pub struct Promotion {
    pub rule: String,
    pub off: Off,
}

#[derive(Clone, PartialEq, Debug)]
pub enum FeeAmount {
    /// Minor units for each ticket.
    Fixed(i64),
    /// Of the fare after its discount, at most `max_minor`.
    Percent { percent: Decimal, max_minor: Option<i64> },
}

#[derive(Clone, PartialEq, Debug)]
pub struct Fee {
    pub rule: String,
    pub kind: PartKind,
    pub amount: FeeAmount,
}

/// The price of one seat (or of a place on a lap): fare, discount, what a promotional code takes off the rest, fees. Fees are
/// not taken from a free ticket.
pub fn seat(fare_minor: i64, discount: Option<&Discount>, promotion: Option<&Promotion>, fees: &[Fee]) -> Vec<Part> {
    let mut parts = vec![Part { kind: PartKind::Fare, rule: String::new(), amount_minor: fare_minor, percent: None }];
    if let Some(discount) = discount {
        let (off, percent) = match discount.fare_minor {
            Some(own) => (fare_minor - own, None),
            None => (percent_of(fare_minor, discount.percent_off), Some(discount.percent_off)),
        };
        let off = off.clamp(0, fare_minor);
        if off > 0 {
            parts.push(Part { kind: PartKind::Discount, rule: discount.rule.clone(), amount_minor: -off, percent });
        }
    }
    if let Some(promotion) = promotion {
        let net = total(&parts);
        let (off, percent) = match promotion.off {
            Off::Percent(percent) => (percent_of(net, percent), Some(percent)),
            Off::Amount(minor) => (minor, None),
        };
        let off = off.clamp(0, net);
        if off > 0 {
            let rule = promotion.rule.clone();
            parts.push(Part { kind: PartKind::Discount, rule, amount_minor: -off, percent });
        }
    }
    let net = total(&parts);
    if net > 0 {
        for fee in fees {
            let (amount_minor, percent) = match &fee.amount {
                FeeAmount::Fixed(minor) => (*minor, None),
                FeeAmount::Percent { percent, max_minor } => {
                    let amount = percent_of(net, *percent);
                    (max_minor.map_or(amount, |max| amount.min(max)), Some(*percent))
                }
            };
            if amount_minor > 0 {
                parts.push(Part { kind: fee.kind, rule: fee.rule.clone(), amount_minor, percent });
            }
        }
    }
    parts
}

/// The price of one piece of baggage.
pub fn baggage(rule: &str, price_minor: i64) -> Vec<Part> {
    vec![Part { kind: PartKind::Baggage, rule: rule.to_owned(), amount_minor: price_minor, percent: None }]
}

pub fn total(parts: &[Part]) -> i64 {
    parts.iter().map(|part| part.amount_minor).sum()
}

/// Sum of the parts of one kind.
pub fn total_of(parts: &[Part], kind: PartKind) -> i64 {
    parts.iter().filter(|part| part.kind == kind).map(|part| part.amount_minor).sum()
}

/// What belongs to the carrier: fare less discount, and baggage.
pub fn carrier_share(parts: &[Part]) -> i64 {
    total_of(parts, PartKind::Fare) + total_of(parts, PartKind::Discount) + total_of(parts, PartKind::Baggage)
}

/// Many explanations as one: parts of the same kind and rule are added up. The kinds stand in their order whoever
/// came first, the rules of a kind in order of first appearance.
pub fn merge<'a>(all: impl IntoIterator<Item = &'a Part>) -> Vec<Part> {
    let mut merged: Vec<Part> = Vec::new();
    for part in all {
        match merged.iter_mut().find(|m| m.kind == part.kind && m.rule == part.rule && m.percent == part.percent) {
            Some(same) => same.amount_minor += part.amount_minor,
            None => merged.push(part.clone()),
        }
    }
    merged.sort_by_key(|part| part.kind);
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fees() -> Vec<Fee> {
        vec![
            Fee { rule: "station_fee".into(), kind: PartKind::StationFee, amount: FeeAmount::Fixed(1000) },
            Fee {
                rule: "online_fee".into(),
                kind: PartKind::ServiceFee,
                amount: FeeAmount::Percent { percent: Decimal::from(3), max_minor: Some(6000) },
            },
        ]
    }

    fn check(fare: i64, discount: Option<Discount>, want: &[(PartKind, i64)]) {
        let got: Vec<_> =
            seat(fare, discount.as_ref(), None, &fees()).iter().map(|p| (p.kind, p.amount_minor)).collect();
        assert_eq!(got, want);
    }

    fn percent(off: i64) -> Option<Discount> {
        Some(Discount { rule: "x".into(), percent_off: Decimal::from(off), fare_minor: None })
    }

    #[test]
    fn a_price_is_explained_part_by_part() {
        use PartKind::{Discount as Off, Fare, ServiceFee, StationFee};
        check(60_000, None, &[(Fare, 60_000), (StationFee, 1000), (ServiceFee, 1800)]);
        check(230_000, None, &[(Fare, 230_000), (StationFee, 1000), (ServiceFee, 6000)]);
        check(60_000, percent(50), &[(Fare, 60_000), (Off, -30_000), (StationFee, 1000), (ServiceFee, 900)]);
        check(60_000, percent(100), &[(Fare, 60_000), (Off, -60_000)]);
        let own = Some(Discount { rule: "x".into(), percent_off: Decimal::from(50), fare_minor: Some(30_500) });
        check(60_000, own, &[(Fare, 60_000), (Off, -29_500), (StationFee, 1000), (ServiceFee, 915)]);
    }

    #[test]
    fn a_code_is_taken_off_what_the_category_pays() {
        let amounts = |off| -> Vec<i64> {
            let promotion = Promotion { rule: "y".into(), off };
            seat(60_000, percent(50).as_ref(), Some(&promotion), &fees()).iter().map(|part| part.amount_minor).collect()
        };
        assert_eq!(amounts(Off::Percent(Decimal::TEN)), [60_000, -30_000, -3_000, 1000, 810]);
        assert_eq!(amounts(Off::Amount(10_000)), [60_000, -30_000, -10_000, 1000, 600]);
        // Never more than there is, and a free ticket has no fees.
        assert_eq!(amounts(Off::Amount(99_000)), [60_000, -30_000, -30_000]);
    }

    #[test]
    fn many_explanations_as_one_keep_the_order_of_the_kinds() {
        use PartKind::{Baggage, Discount as Off, Fare, ServiceFee, StationFee};
        let (adult, child) = (seat(60_000, None, None, &fees()), seat(60_000, percent(50).as_ref(), None, &fees()));
        let bag = baggage("large", 5000);
        let want = [(Fare, 120_000), (Off, -30_000), (Baggage, 5000), (StationFee, 2000), (ServiceFee, 2700)];
        for order in [[&adult, &child, &bag], [&bag, &adult, &child], [&child, &bag, &adult]] {
            let merged = merge(order.into_iter().flatten());
            assert_eq!(merged.iter().map(|part| (part.kind, part.amount_minor)).collect::<Vec<_>>(), want);
        }
    }

    #[test]
    fn rules_of_one_kind_stay_in_the_order_in_which_they_came() {
        let half = seat(60_000, percent(50).as_ref(), None, &[]);
        let other = Discount { rule: "student".into(), percent_off: Decimal::from(25), fare_minor: None };
        let merged = merge(half.iter().chain(&seat(60_000, Some(&other), None, &[])).chain(&half));
        let rules: Vec<_> = merged.iter().map(|part| (part.rule.as_str(), part.amount_minor)).collect();
        assert_eq!(rules, [("", 180_000), ("x", -60_000), ("student", -15_000)]);
    }

    proptest! {
        #[test]
        fn a_price_is_never_negative(
            fare in 0i64..10_000_000, off in 0i64..=100, own in prop::option::of(0i64..20_000_000),
            code in prop_oneof![(0i64..=100).prop_map(|percent| Off::Percent(Decimal::from(percent))), (0i64..20_000_000).prop_map(Off::Amount)],
        ) {
            let discount = Discount { rule: "x".into(), percent_off: Decimal::from(off), fare_minor: own };
            let promotion = Promotion { rule: "y".into(), off: code };
            let without = seat(fare, Some(&discount), None, &fees());
            let parts = seat(fare, Some(&discount), Some(&promotion), &fees());
            prop_assert!(total(&parts) <= total(&without));
            prop_assert!(total(&parts) >= 0);
            prop_assert!(carrier_share(&parts) <= fare);
            prop_assert_eq!(total(&merge(&parts)), total(&parts));
        }
    }
}
