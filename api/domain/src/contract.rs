//! What a station keeps of a carrier's fare, by their contract, and what is the carrier's.

use rust_decimal::Decimal;

use crate::money::percent_of;

/// What the station earns with a ticket.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Commission {
    /// Hundredths of a per cent of the fare, at most 10,000.
    Percent(u16),
    /// Minor units of the fare's currency for each ticket.
    Fixed(i64),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadCommission {
    #[error("a commission of that kind is unknown")]
    Kind,
    #[error("a commission is from 0 to 100 per cent, with two digits after the point")]
    Percent,
    #[error("a commission is not below zero")]
    Negative,
}

impl Commission {
    /// As it is stored: `PERCENT` or `FIXED`, and a number.
    pub fn parse(kind: &str, value: i64) -> Result<Self, BadCommission> {
        match kind {
            "PERCENT" => match u16::try_from(value) {
                Ok(hundredths @ 0..=10_000) => Ok(Commission::Percent(hundredths)),
                _ => Err(BadCommission::Percent),
            },
            "FIXED" if value >= 0 => Ok(Commission::Fixed(value)),
            "FIXED" => Err(BadCommission::Negative),
            _ => Err(BadCommission::Kind),
        }
    }

    pub fn stored(self) -> (&'static str, i64) {
        match self {
            Commission::Percent(hundredths) => ("PERCENT", hundredths.into()),
            Commission::Fixed(minor) => ("FIXED", minor),
        }
    }

    fn of(self, fare: i64) -> i64 {
        match self {
            Commission::Percent(hundredths) => percent_of(fare, Decimal::new(hundredths.into(), 2)),
            Commission::Fixed(minor) => minor,
        }
    }
}

/// A fare between those it belongs to; the three sum to the fare.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    pub station_fee: i64,
    pub commission: i64,
    pub carrier: i64,
}

/// Divides a fare. The station's fee comes first, then its commission, which is of the whole fare; neither takes more
/// than there is, so that a carrier never owes for a passenger.
pub fn share(fare: i64, commission: Commission, station_fee: i64) -> Share {
    let fare = fare.max(0);
    let station_fee = station_fee.clamp(0, fare);
    let commission = commission.of(fare).clamp(0, fare - station_fee);
    Share { station_fee, commission, carrier: fare - station_fee - commission }
}

/// Whether two periods of whole days have a day in common; a missing end is never.
pub fn overlap<D: PartialOrd>(a: (D, Option<D>), b: (D, Option<D>)) -> bool {
    a.1.is_none_or(|end| b.0 <= end) && b.1.is_none_or(|end| a.0 <= end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_fare_is_divided_by_the_contract() {
        let eight = Commission::parse("PERCENT", 850).unwrap();
        assert_eq!(share(60_000, eight, 1_000), Share { station_fee: 1_000, commission: 5_100, carrier: 53_900 });
        // Half a tyiyn goes to the even neighbour.
        assert_eq!(share(150, Commission::Percent(100), 0), Share { station_fee: 0, commission: 2, carrier: 148 });
        assert_eq!(share(500, Commission::Fixed(700), 100), Share { station_fee: 100, commission: 400, carrier: 0 });
        assert_eq!(share(50, eight, 100), Share { station_fee: 50, commission: 0, carrier: 0 });
    }

    #[test]
    fn what_is_stored_is_a_commission() {
        assert_eq!(Commission::parse("PERCENT", 10_001), Err(BadCommission::Percent));
        assert_eq!(Commission::parse("PERCENT", -1), Err(BadCommission::Percent));
        assert_eq!(Commission::parse("FIXED", -1), Err(BadCommission::Negative));
        assert_eq!(Commission::parse("SHARE", 1), Err(BadCommission::Kind));
        assert_eq!(Commission::parse("FIXED", 5).map(Commission::stored), Ok(("FIXED", 5)));
    }

    #[test]
    fn periods_that_touch_on_a_day_overlap() {
        assert!(overlap((1, Some(5)), (5, None)));
        assert!(!overlap((1, Some(4)), (5, None)));
        assert!(overlap((1, None), (9, Some(9))));
        assert!(!overlap((10, None), (1, Some(9))));
    }

    proptest! {
        #[test]
        fn shares_sum_to_the_fare(fare in 0i64..10_000_000, percent in 0i64..=10_000, fixed in 0i64..1_000_000, fee in 0i64..100_000, is_fixed: bool) {
            let commission = if is_fixed { Commission::Fixed(fixed) } else { Commission::parse("PERCENT", percent).unwrap() };
            let share = share(fare, commission, fee);
            prop_assert_eq!(share.station_fee + share.commission + share.carrier, fare);
            prop_assert!(share.station_fee >= 0 && share.commission >= 0 && share.carrier >= 0);
        }
    }
}
