//! Staff give back more than the rules of refunds: why, how much at most, and when a second person has to say yes.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::{Currency, to_decimal};
use crate::price::{Part, total};
use crate::refund::{QuotedLine, given_back};

/// Why the rules are overruled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OverruleReason {
    SalesStaffError,
    Disruption,
    ConnectionBroken,
    EquipmentFailure,
    InabilityToTravel,
    CertifiedMedicalCondition,
    PaymentFailure,
}

impl OverruleReason {
    pub const ALL: [OverruleReason; 7] = [
        OverruleReason::SalesStaffError,
        OverruleReason::Disruption,
        OverruleReason::ConnectionBroken,
        OverruleReason::EquipmentFailure,
        OverruleReason::InabilityToTravel,
        OverruleReason::CertifiedMedicalCondition,
        OverruleReason::PaymentFailure,
    ];

    pub fn code(self) -> &'static str {
        match self {
            OverruleReason::SalesStaffError => "SALES_STAFF_ERROR",
            OverruleReason::Disruption => "DISRUPTION",
            OverruleReason::ConnectionBroken => "CONNECTION_BROKEN",
            OverruleReason::EquipmentFailure => "EQUIPMENT_FAILURE",
            OverruleReason::InabilityToTravel => "INABILITY_TO_TRAVEL",
            OverruleReason::CertifiedMedicalCondition => "CERTIFIED_MEDICAL_CONDITION",
            OverruleReason::PaymentFailure => "PAYMENT_FAILURE",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// Where an overrule stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OverruleState {
    /// Counted, and not taken.
    Offered,
    /// Carried out by who asked for it: it was little.
    AtOnce,
    /// For a second person.
    Waiting,
    Approved,
    Declined,
}

impl OverruleState {
    pub fn code(self) -> &'static str {
        match self {
            OverruleState::Offered => "OFFERED",
            OverruleState::AtOnce => "AT_ONCE",
            OverruleState::Waiting => "WAITING",
            OverruleState::Approved => "APPROVED",
            OverruleState::Declined => "DECLINED",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        [Self::Offered, Self::AtOnce, Self::Waiting, Self::Approved, Self::Declined]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

/// What the rule would have done with a line, minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ByRule {
    /// Of the carrier's share alone.
    pub withheld_of_share_minor: i64,
    /// With the fees that are not returned.
    pub withheld_minor: i64,
    pub refunded_minor: i64,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadOverrule {
    /// Below zero, or more than the rules withhold of the carrier's share.
    #[error("from nothing to {most_minor} may be withheld")]
    OutOfRange { most_minor: i64 },
}

/// The line with so much of the carrier's share withheld instead of what the rule says, and its fees given back or not;
/// fees that the rule gives back come back anyway.
pub fn overrule(
    by_rule: &QuotedLine,
    parts: &[Part],
    withheld_of_share_minor: i64,
    fees: bool,
) -> Result<QuotedLine, BadOverrule> {
    let most_minor = by_rule.withheld_of_share(parts);
    if !(0..=most_minor).contains(&withheld_of_share_minor) {
        return Err(BadOverrule::OutOfRange { most_minor });
    }
    let fees = fees || by_rule.withheld_minor == most_minor;
    let back = given_back(parts, withheld_of_share_minor, fees);
    let refunded_minor = total(&back);
    Ok(QuotedLine {
        withheld_minor: by_rule.paid_minor - refunded_minor,
        refunded_minor,
        parts: back,
        by_rule: Some(ByRule {
            withheld_of_share_minor: most_minor,
            withheld_minor: by_rule.withheld_minor,
            refunded_minor: by_rule.refunded_minor,
        }),
        ..by_rule.clone()
    })
}

/// What the lines give back beyond the rules, minor units.
pub fn beyond(lines: &[QuotedLine]) -> i64 {
    lines.iter().filter_map(|line| Some(line.refunded_minor - line.by_rule?.refunded_minor)).sum()
}

/// Whether a second person has to say yes: all that was given beyond the rules of one order by who asked for it counts, so
/// that many small ones are as one, and what is in another currency than the station's waits always, for there is no rate
/// to count it by.
pub fn needs_approval(beyond_minor: i64, before_minor: i64, currency: Currency, above: u32) -> bool {
    currency != Currency::KGS || to_decimal(beyond_minor + before_minor, currency) > Decimal::from(above)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::price::{Fee, FeeAmount, PartKind, seat};
    use crate::refund::{everything, nothing};
    use proptest::prelude::*;

    fn parts(fare: i64) -> Vec<Part> {
        let fee = Fee { rule: "online_fee".into(), kind: PartKind::ServiceFee, amount: FeeAmount::Fixed(1800) };
        seat(fare, &[], None, &[], &[fee])
    }

    #[test]
    fn codes_are_read_as_they_are_written() {
        for reason in OverruleReason::ALL {
            assert_eq!(OverruleReason::parse(reason.code()), Some(reason));
        }
        assert_eq!(OverruleState::parse("WAITING"), Some(OverruleState::Waiting));
        assert_eq!(OverruleReason::parse("FRIENDSHIP"), None);
    }

    #[test]
    fn from_nothing_to_what_the_rule_withholds() {
        let (parts, id) = (parts(60_000), uuid::Uuid::nil());
        let late = nothing(id, &parts, "too_late");
        let given = |withheld, fees| overrule(&late, &parts, withheld, fees).map(|line| line.refunded_minor);
        assert_eq!(given(0, true), Ok(61_800));
        assert_eq!(given(0, false), Ok(60_000));
        assert_eq!(given(15_000, false), Ok(45_000));
        assert_eq!(given(60_000, false), Ok(0));
        assert_eq!(given(60_001, false), Err(BadOverrule::OutOfRange { most_minor: 60_000 }));
        assert_eq!(given(-1, false), Err(BadOverrule::OutOfRange { most_minor: 60_000 }));
        let line = overrule(&late, &parts, 15_000, true).unwrap();
        assert_eq!((beyond(std::slice::from_ref(&line)), line.withheld_of_share(&parts)), (46_800, 15_000));
        // What the rule gives back whole stays whole.
        let whole = everything(id, &parts, "trip_cancelled");
        assert_eq!(overrule(&whole, &parts, 0, false).map(|line| line.refunded_minor), Ok(61_800));
    }

    #[test]
    fn a_second_person_above_the_amount_of_the_whole_order() {
        let needs = |beyond, before| needs_approval(beyond, before, Currency::KGS, 1000);
        assert!(!needs(100_000, 0));
        assert!(needs(100_001, 0));
        assert!(needs(50_001, 50_000));
        assert!(needs_approval(1, 0, Currency::parse("USD").unwrap(), 1000));
        assert!(needs_approval(1, 0, Currency::KGS, 0));
    }

    proptest! {
        #[test]
        fn never_less_than_the_rule_nor_more_than_was_paid(fare in 0i64..10_000_000, part in 0i64..=100, fees: bool) {
            let parts = parts(fare);
            let late = nothing(uuid::Uuid::nil(), &parts, "too_late");
            let line = overrule(&late, &parts, fare * part / 100, fees).unwrap();
            prop_assert!(line.refunded_minor >= 0 && line.refunded_minor <= line.paid_minor);
            prop_assert_eq!(line.refunded_minor + line.withheld_minor, line.paid_minor);
            prop_assert_eq!(total(&line.parts), line.refunded_minor);
        }
    }
}
