//! Payment gateways: what each may take, what it keeps, and what of its messages may be kept.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::money::Currency;

/// What speaks to a gateway.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The bank of demonstrations and tests.
    Sandbox,
    /// A bank that makes a QR code for each payment.
    Qr,
    /// The national QR code, made by us.
    Elqr,
    /// Cards, on the page of the bank.
    Card,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Sandbox, Kind::Qr, Kind::Elqr, Kind::Card];

    pub fn code(self) -> &'static str {
        match self {
            Kind::Sandbox => "SANDBOX",
            Kind::Qr => "QR",
            Kind::Elqr => "ELQR",
            Kind::Card => "CARD",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// It has an address of its own, a number for us there and a key.
    pub fn has_address(self) -> bool {
        self != Kind::Sandbox
    }
}

/// What a gateway may take, of whom, and what it keeps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    pub enabled: bool,
    /// Codes of channels of sale.
    pub channels: Vec<String>,
    /// None: every one.
    pub currency: Option<Currency>,
    pub smallest_minor: i64,
    pub largest_minor: i64,
    pub fee_percent: Decimal,
    pub fee_fixed_minor: i64,
}

/// Why a gateway is not offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotOffered {
    /// Switched off, off for this channel, or for another currency.
    Closed,
    /// Less than it takes at once.
    BelowSmallest,
    /// More than it takes at once.
    AboveLargest,
}

impl Terms {
    /// Whether an order of a channel can be paid through it.
    pub fn offered(&self, channel: &str, amount_minor: i64, currency: Currency) -> Result<(), NotOffered> {
        let open = self.enabled
            && self.currency.is_none_or(|own| own == currency)
            && self.channels.iter().any(|known| known == channel);
        if !open {
            return Err(NotOffered::Closed);
        }
        if amount_minor < self.smallest_minor {
            return Err(NotOffered::BelowSmallest);
        }
        if amount_minor > self.largest_minor {
            return Err(NotOffered::AboveLargest);
        }
        Ok(())
    }

    /// What it keeps of a payment, rounded half-even once; never more than the payment.
    pub fn fee(&self, amount_minor: i64) -> i64 {
        let share = Decimal::from(amount_minor) * self.fee_percent / Decimal::ONE_HUNDRED;
        let fee = share + Decimal::from(self.fee_fixed_minor);
        let fee = fee.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven).to_i64().unwrap_or(0);
        fee.clamp(0, amount_minor.max(0))
    }
}

/// A message as it may be kept: of each number that can be a card's, the first six and the last four digits.
pub fn without_cards(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut kept = letters.clone();
    let mut at = 0;
    while at < letters.len() {
        if !letters[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        // Digits, with single blanks or hyphens between them as people write cards.
        let (mut places, mut end) = (vec![at], at + 1);
        while end < letters.len() {
            if letters[end].is_ascii_digit() {
                places.push(end);
            } else if !(matches!(letters[end], ' ' | '-') && letters.get(end + 1).is_some_and(char::is_ascii_digit)) {
                break;
            }
            end += 1;
        }
        let digits: Vec<u32> = places.iter().filter_map(|place| letters[*place].to_digit(10)).collect();
        let bordered = |place: Option<&char>| place.is_some_and(|letter| letter.is_alphabetic());
        let in_word = at > 0 && bordered(letters.get(at - 1)) || bordered(letters.get(end));
        if (13..=19).contains(&digits.len()) && !in_word && is_card(&digits) {
            for place in &places[6..places.len() - 4] {
                kept[*place] = '*';
            }
        }
        at = end;
    }
    kept.into_iter().collect()
}

/// Luhn's check, which every number of a card passes and one of ten others.
fn is_card(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(n, digit)| if n % 2 == 0 { *digit } else { digit * 2 / 10 + digit * 2 % 10 })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn terms() -> Terms {
        Terms {
            enabled: true,
            channels: vec!["WEB".into(), "BOT".into()],
            currency: Some(Currency::KGS),
            smallest_minor: 1_000,
            largest_minor: 500_000,
            fee_percent: Decimal::new(75, 2),
            fee_fixed_minor: 50,
        }
    }

    #[test]
    fn it_is_offered_where_it_may_take_the_sum() {
        let usd = Currency::parse("USD").unwrap();
        let off = Terms { enabled: false, ..terms() };
        let any = Terms { currency: None, ..terms() };
        for (terms, channel, amount, currency, expected) in [
            (terms(), "WEB", 1_000, Currency::KGS, Ok(())),
            (terms(), "BOT", 500_000, Currency::KGS, Ok(())),
            (terms(), "DESK", 1_000, Currency::KGS, Err(NotOffered::Closed)),
            (terms(), "WEB", 1_000, usd, Err(NotOffered::Closed)),
            (terms(), "WEB", 999, Currency::KGS, Err(NotOffered::BelowSmallest)),
            (terms(), "WEB", 500_001, Currency::KGS, Err(NotOffered::AboveLargest)),
            (any, "WEB", 1_000, usd, Ok(())),
            (off, "WEB", 1_000, Currency::KGS, Err(NotOffered::Closed)),
        ] {
            assert_eq!(terms.offered(channel, amount, currency), expected, "{channel} {amount}");
        }
    }

    #[test]
    fn a_fee_is_rounded_once() {
        // 0.75 % of 200.00 is 1.50, and 0.50 more.
        assert_eq!(terms().fee(20_000), 200);
        // 0.75 % of 6.00 is 4.5 tyiyn: with the fixed part 54.5, half to even.
        assert_eq!(terms().fee(600), 54);
        assert_eq!(terms().fee(40), 40, "never more than the payment");
        assert_eq!(Terms { fee_percent: Decimal::ZERO, fee_fixed_minor: 0, ..terms() }.fee(20_000), 0);
    }

    #[test]
    fn no_number_of_a_card_is_kept() {
        for (raw, kept) in [
            (r#"{"pan":"4111111111111111"}"#, r#"{"pan":"411111******1111"}"#),
            ("card 4111 1111 1111 1111, ok", "card 4111 11** **** 1111, ok"),
            ("card=5555-5555-5555-4444&x=1", "card=5555-55**-****-4444&x=1"),
            // No card: Luhn's check fails, or there are too few or too many digits.
            ("4111111111111112", "4111111111111112"),
            ("sum 1234567890", "sum 1234567890"),
            // A reference of letters and digits is not one either.
            ("a4111111111111111", "a4111111111111111"),
            ("карта 4111111111111111", "карта 411111******1111"),
        ] {
            assert_eq!(without_cards(raw), kept);
        }
    }

    proptest! {
        #[test]
        fn masking_changes_digits_alone(text in "[0-9a-z \\-\"]{0,60}") {
            let kept = without_cards(&text);
            prop_assert_eq!(kept.chars().count(), text.chars().count());
            prop_assert!(text.chars().zip(kept.chars()).all(|(was, is)| was == is || was.is_ascii_digit() && is == '*'));
        }

        #[test]
        fn a_fee_is_never_above_the_payment(amount in 0i64..1_000_000_000, percent in 0i64..5_000, fixed in 0i64..100_000) {
            let terms = Terms { fee_percent: Decimal::new(percent, 2), fee_fixed_minor: fixed, ..terms() };
            prop_assert!((0..=amount).contains(&terms.fee(amount)));
        }
    }
}
