//! Money is an integer of minor units with its currency; shares are computed in decimals and rounded once, half-even.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// An ISO 4217 code, upper case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Currency([u8; 3]);

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a currency code of three Latin letters: {0}")]
pub struct BadCurrency(pub String);

impl Currency {
    pub const KGS: Currency = Currency(*b"KGS");

    pub fn parse(code: &str) -> Result<Self, BadCurrency> {
        let code = code.trim().to_ascii_uppercase();
        match <[u8; 3]>::try_from(code.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Currency(letters)),
            _ => Err(BadCurrency(code)),
        }
    }

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the point (ISO 4217): none for the yen or the won, two for most.
    pub fn exponent(&self) -> u32 {
        match &self.0 {
            b"JPY" | b"KRW" | b"VND" | b"CLP" | b"ISK" | b"XAF" | b"XOF" => 0,
            b"KWD" | b"BHD" | b"OMR" | b"TND" | b"JOD" | b"IQD" => 3,
            _ => 2,
        }
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Currency::parse(&code).map_err(serde::de::Error::custom)
    }
}

/// Minor units as a decimal of whole ones: 1050 tyiyn are 10.50 som.
pub fn to_decimal(minor: i64, currency: Currency) -> Decimal {
    Decimal::new(minor, currency.exponent())
}

/// A decimal of whole units as minor units, rounded half-even; `None` beyond what an `i64` holds.
pub fn from_decimal(amount: Decimal, currency: Currency) -> Option<i64> {
    let scale = Decimal::from(10i64.pow(currency.exponent()));
    round(amount.checked_mul(scale)?)
}

/// `percent` of `minor`, rounded half-even.
pub fn percent_of(minor: i64, percent: Decimal) -> i64 {
    round(Decimal::from(minor) * percent / Decimal::ONE_HUNDRED).unwrap_or(0)
}

fn round(value: Decimal) -> Option<i64> {
    value.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven).to_i64()
}

/// Splits `total` in proportion to `weights`, each part rounded half-even and the remainder given to the last part
/// with a weight. Without weight, everything goes to the last part.
pub fn split(total: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i64 = weights.iter().sum();
    let Some(last) = weights.iter().rposition(|weight| *weight != 0).or_else(|| weights.len().checked_sub(1)) else {
        return Vec::new();
    };
    let mut parts: Vec<i64> = weights
        .iter()
        .map(|weight| {
            if sum == 0 {
                0
            } else {
                round(Decimal::from(total) * Decimal::from(*weight) / Decimal::from(sum)).unwrap_or(0)
            }
        })
        .collect();
    let rest: i64 = total - parts.iter().sum::<i64>();
    parts[last] += rest;
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn halves_round_to_even() {
        assert_eq!(percent_of(150, Decimal::new(5, 1)), 1);
        assert_eq!(percent_of(250, Decimal::from(1)), 2);
        assert_eq!(percent_of(350, Decimal::from(1)), 4);
        assert_eq!(from_decimal(Decimal::new(10_455, 3), Currency::KGS), Some(1046));
        assert_eq!(from_decimal(Decimal::new(10_445, 3), Currency::KGS), Some(1044));
    }

    #[test]
    fn a_currency_is_three_letters() {
        assert_eq!(Currency::parse(" kgs "), Ok(Currency::KGS));
        assert!(Currency::parse("СОМ").is_err());
        assert!(Currency::parse("K1S").is_err());
        assert_eq!(Currency::parse("JPY").unwrap().exponent(), 0);
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_whole(total in -1_000_000_000i64..1_000_000_000, weights in prop::collection::vec(0i64..1_000_000, 1..12)) {
            let parts = split(total, &weights);
            prop_assert_eq!(parts.len(), weights.len());
            prop_assert_eq!(parts.iter().sum::<i64>(), total);
        }

        #[test]
        fn there_and_back(minor in -1_000_000_000_000i64..1_000_000_000_000) {
            prop_assert_eq!(from_decimal(to_decimal(minor, Currency::KGS), Currency::KGS), Some(minor));
        }
    }
}
