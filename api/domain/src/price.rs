//! What a seat, a piece of baggage or an extra costs, as a list of parts that explain it.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::dynamic::to_step;
use crate::money::percent_of;
use crate::promotion::Off;

/// In the order of an explanation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PartKind {
    /// The adult fare of the tariff. Belongs to the carrier.
    Fare,
    /// What a seat of its class costs more than the fare, or less: negative. Belongs to the carrier.
    ClassSupplement,
    /// What demand adds, or takes off: negative. Belongs to the carrier.
    Demand,
    /// Taken off all of that; negative.
    Discount,
    /// A piece of baggage. Belongs to the carrier.
    Baggage,
    /// Something else that is bought with a ticket: a blanket, a porter. Belongs to the station.
    Extra,
    /// The station's fee for each ticket.
    StationFee,
    /// The fee for the service of selling. Not returned unless the trip was cancelled.
    ServiceFee,
}

/// What demand was, for a part that follows from it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facts {
    /// Per cent of the seats that were sold.
    Occupied(u8),
    /// Full hours before departure.
    HoursAhead(i64),
    /// What was too much or too little, and was brought back.
    Ceiling,
    Floor,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts>,
}

impl Part {
    /// Without a share that it was computed with.
    pub fn plain(kind: PartKind, rule: &str, amount_minor: i64) -> Self {
        Part { kind, rule: rule.to_owned(), amount_minor, percent: None, facts: None }
    }

    fn share(kind: PartKind, rule: &str, amount_minor: i64, percent: Option<Decimal>) -> Self {
        Part { percent, ..Part::plain(kind, rule, amount_minor) }
    }

    /// Whether it stands between the fare and what is taken off it.
    pub fn is_supplement(&self) -> bool {
        matches!(self.kind, PartKind::ClassSupplement | PartKind::Demand)
    }
}

/// A reduction that a category has on this route.
#[derive(Clone, PartialEq, Debug)]
pub struct Discount {
    pub rule: String,
    pub percent_off: Decimal,
    /// The tariff's own price for the category, minor units; stands instead of the percentage.
    pub fare_minor: Option<i64>,
}

/// A promotional code's or a campaign's reduction, on top of a category's.
#[derive(Clone, PartialEq, Debug)]
pub struct Promotion {
    pub rule: String,
    pub off: Off,
    /// Minor units: never more.
    pub most_minor: Option<i64>,
}

impl Promotion {
    /// What it takes off so much.
    pub fn off_minor(&self, net_minor: i64) -> i64 {
        let off = match self.off {
            Off::Percent(percent) => percent_of(net_minor, percent),
            Off::Amount(minor) => minor,
        };
        self.most_minor.map_or(off, |most| off.min(most)).clamp(0, net_minor.max(0))
    }
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

/// What a seat of a class costs more than the fare, with the rounding of its rule.
pub fn class_supplement(rule: &str, fare_minor: i64, percent: Decimal, step_minor: i64) -> Part {
    let amount = to_step(Decimal::from(fare_minor) * percent / Decimal::ONE_HUNDRED, step_minor);
    Part::share(PartKind::ClassSupplement, rule, amount.max(-fare_minor), Some(percent))
}

/// The price of one seat (or of a place on a lap): fare, what its class and demand add to it, the category's discount,
/// what promotions take off the rest one after the other, fees. Fees are not taken from a free ticket.
pub fn seat(
    fare_minor: i64,
    supplements: &[Part],
    discount: Option<&Discount>,
    promotions: &[Promotion],
    fees: &[Fee],
) -> Vec<Part> {
    let mut parts = vec![Part::plain(PartKind::Fare, "", fare_minor)];
    parts.extend(supplements.iter().cloned());
    if let Some(discount) = discount {
        let whole = total(&parts);
        let (off, percent) = match discount.fare_minor {
            // The category's own fare grows and falls as the adults' does.
            Some(own) if whole == fare_minor || fare_minor == 0 => (whole - own, None),
            Some(own) => (whole - share_of(own, whole, fare_minor), None),
            None => (percent_of(whole, discount.percent_off), Some(discount.percent_off)),
        };
        let off = off.clamp(0, whole.max(0));
        if off > 0 {
            parts.push(Part::share(PartKind::Discount, &discount.rule, -off, percent));
        }
    }
    for promotion in promotions {
        let off = promotion.off_minor(total(&parts));
        if off > 0 {
            let percent = if let Off::Percent(percent) = promotion.off { Some(percent) } else { None };
            parts.push(Part::share(PartKind::Discount, &promotion.rule, -off, percent));
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
                parts.push(Part::share(fee.kind, &fee.rule, amount_minor, percent));
            }
        }
    }
    parts
}

/// What is bought with a seat and has a line of its own in the order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Ancillary {
    /// The carrier takes it along.
    #[default]
    Baggage,
    /// The station serves it.
    Extra,
}

impl Ancillary {
    /// Of an order's line.
    pub fn code(self) -> &'static str {
        match self {
            Ancillary::Baggage => "BAGGAGE",
            Ancillary::Extra => "EXTRA",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        [Ancillary::Baggage, Ancillary::Extra].into_iter().find(|kind| kind.code() == code)
    }

    /// The price of one piece.
    pub fn price(self, rule: &str, price_minor: i64) -> Vec<Part> {
        let kind = match self {
            Ancillary::Baggage => PartKind::Baggage,
            Ancillary::Extra => PartKind::Extra,
        };
        vec![Part::plain(kind, rule, price_minor)]
    }
}

pub fn total(parts: &[Part]) -> i64 {
    parts.iter().map(|part| part.amount_minor).sum()
}

/// Sum of the parts of one kind.
pub fn total_of(parts: &[Part], kind: PartKind) -> i64 {
    parts.iter().filter(|part| part.kind == kind).map(|part| part.amount_minor).sum()
}

/// What belongs to the carrier: all but the fees and the station's extras.
pub fn carrier_share(parts: &[Part]) -> i64 {
    net_of_fees(parts) - total_of(parts, PartKind::Extra)
}

/// What the conditions of refund are about: all but the fees.
pub fn net_of_fees(parts: &[Part]) -> i64 {
    let fee = |part: &&Part| matches!(part.kind, PartKind::StationFee | PartKind::ServiceFee);
    parts.iter().filter(|part| !fee(part)).map(|part| part.amount_minor).sum()
}

/// `minor` as part of `whole`, of as much of `of`; half away from zero.
fn share_of(minor: i64, whole: i64, of: i64) -> i64 {
    to_step(Decimal::from(minor) * Decimal::from(whole) / Decimal::from(of), 1)
}

/// Many explanations as one: parts of the same kind and rule are added up. The kinds stand in their order whoever
/// came first, the rules of a kind in order of first appearance.
pub fn merge<'a>(all: impl IntoIterator<Item = &'a Part>) -> Vec<Part> {
    let same = |a: &Part, b: &Part| (a.kind, &a.rule, a.percent, a.facts) == (b.kind, &b.rule, b.percent, b.facts);
    let mut merged: Vec<Part> = Vec::new();
    for part in all {
        match merged.iter_mut().find(|m| same(m, part)) {
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
            seat(fare, &[], discount.as_ref(), &[], &fees()).iter().map(|p| (p.kind, p.amount_minor)).collect();
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
            let promotion = Promotion { rule: "y".into(), off, most_minor: None };
            seat(60_000, &[], percent(50).as_ref(), &[promotion], &fees())
                .iter()
                .map(|part| part.amount_minor)
                .collect()
        };
        assert_eq!(amounts(Off::Percent(Decimal::TEN)), [60_000, -30_000, -3_000, 1000, 810]);
        assert_eq!(amounts(Off::Amount(10_000)), [60_000, -30_000, -10_000, 1000, 600]);
        // Never more than there is, and a free ticket has no fees.
        assert_eq!(amounts(Off::Amount(99_000)), [60_000, -30_000, -30_000]);
    }

    #[test]
    fn many_explanations_as_one_keep_the_order_of_the_kinds() {
        use PartKind::{Baggage, Discount as Off, Fare, ServiceFee, StationFee};
        let (adult, child) =
            (seat(60_000, &[], None, &[], &fees()), seat(60_000, &[], percent(50).as_ref(), &[], &fees()));
        let bag = Ancillary::Baggage.price("large", 5000);
        let want = [(Fare, 120_000), (Off, -30_000), (Baggage, 5000), (StationFee, 2000), (ServiceFee, 2700)];
        for order in [[&adult, &child, &bag], [&bag, &adult, &child], [&child, &bag, &adult]] {
            let merged = merge(order.into_iter().flatten());
            assert_eq!(merged.iter().map(|part| (part.kind, part.amount_minor)).collect::<Vec<_>>(), want);
        }
    }

    #[test]
    fn rules_of_one_kind_stay_in_the_order_in_which_they_came() {
        let half = seat(60_000, &[], percent(50).as_ref(), &[], &[]);
        let other = Discount { rule: "student".into(), percent_off: Decimal::from(25), fare_minor: None };
        let merged = merge(half.iter().chain(&seat(60_000, &[], Some(&other), &[], &[])).chain(&half));
        let rules: Vec<_> = merged.iter().map(|part| (part.rule.as_str(), part.amount_minor)).collect();
        assert_eq!(rules, [("", 180_000), ("x", -60_000), ("student", -15_000)]);
    }

    #[test]
    fn class_and_demand_stand_between_the_fare_and_the_discount() {
        let class = class_supplement("vip", 60_000, Decimal::from(25), 1_000);
        assert_eq!(class.amount_minor, 15_000);
        assert_eq!(class_supplement("vip", 50_500, Decimal::from(25), 1_000).amount_minor, 13_000);
        assert_eq!(class_supplement("back", 500, Decimal::from(-150), 1).amount_minor, -500);
        let demand = Part::plain(PartKind::Demand, "d", -5_000);
        let amounts = |discount: Option<Discount>| -> Vec<i64> {
            let parts = seat(60_000, &[class.clone(), demand.clone()], discount.as_ref(), &[], &[]);
            assert_eq!(carrier_share(&parts), total(&parts));
            parts.iter().map(|part| part.amount_minor).collect()
        };
        assert_eq!(amounts(percent(50)), [60_000, 15_000, -5_000, -35_000]);
        // A child's own fare of 305 is as much of 700 as it is of 600.
        let own = Some(Discount { rule: "x".into(), percent_off: Decimal::from(50), fare_minor: Some(30_500) });
        assert_eq!(amounts(own), [60_000, 15_000, -5_000, -34_417]);
    }

    #[test]
    fn a_campaign_has_a_limit_and_a_code_comes_on_top() {
        let off = |rule: &str, most| Promotion { rule: rule.into(), off: Off::Percent(Decimal::TEN), most_minor: most };
        let parts = seat(60_000, &[], None, &[off("campaign", Some(5_000)), off("code", None)], &[]);
        assert_eq!(parts.iter().map(|part| part.amount_minor).collect::<Vec<_>>(), [60_000, -5_000, -5_500]);
    }

    proptest! {
        #[test]
        fn a_price_is_never_negative(
            fare in 0i64..10_000_000, class in -150i64..300, demand in -90i64..300, off in 0i64..=100,
            own in prop::option::of(0i64..20_000_000), most in prop::option::of(0i64..1_000_000),
            code in prop_oneof![(0i64..=100).prop_map(|percent| Off::Percent(Decimal::from(percent))), (0i64..20_000_000).prop_map(Off::Amount)],
        ) {
            let class = class_supplement("c", fare, Decimal::from(class), 100);
            let whole = fare + class.amount_minor;
            let demand = Part::plain(PartKind::Demand, "d", percent_of(whole, Decimal::from(demand)));
            let supplements = [class, demand];
            let discount = Discount { rule: "x".into(), percent_off: Decimal::from(off), fare_minor: own };
            let promotion = Promotion { rule: "y".into(), off: code, most_minor: most };
            let without = seat(fare, &supplements, Some(&discount), &[], &fees());
            let parts = seat(fare, &supplements, Some(&discount), &[promotion.clone(), promotion.clone()], &fees());
            prop_assert!(total(&parts) <= total(&without));
            prop_assert!(total(&parts) >= 0);
            prop_assert!(carrier_share(&parts) <= fare + total(&supplements));
            prop_assert_eq!(total(&merge(&parts)), total(&parts));
            let most = most.is_none_or(|most| parts.iter().filter(|part| part.rule == "y").all(|part| -part.amount_minor <= most));
            prop_assert!(most);
        }
    }
}
