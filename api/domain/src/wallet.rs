//! Internal accounts of customers: their numbers, and what may be entered.
//!
//! In the code such an account is a wallet, because an account is what somebody signs in with.

/// What `payment.method` of money from a wallet is.
pub const METHOD: &str = "wallet";
/// Digits of a number, the last of which checks the others.
pub const DIGITS: usize = 10;
/// What each number begins with: nobody's phone and no old bill of a utility.
const FIRST: char = '8';

/// The number made of so many random digits; of more than are needed the first.
pub fn number(random: &str) -> String {
    let mut digits = String::from(FIRST);
    digits.extend(random.chars().filter(char::is_ascii_digit).chain(std::iter::repeat('0')).take(DIGITS - 2));
    let check = (10 - luhn(&digits, true) % 10) % 10;
    digits.push(char::from_digit(check, 10).unwrap_or('0'));
    digits
}

/// Reads what somebody has typed, with blanks and dashes between the digits; `None`: it is no number of ours, or mistyped.
pub fn parse(typed: &str) -> Option<String> {
    let blank = |letter: &char| letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let digits: String = typed.chars().filter(|letter| !blank(letter)).collect();
    let good =
        digits.len() == DIGITS && digits.starts_with(FIRST) && digits.bytes().all(|digit| digit.is_ascii_digit());
    (good && luhn(&digits, false).is_multiple_of(10)).then_some(digits)
}

/// The sum by which numbers of cards are checked, too; `append`: of a number whose last digit is still to come.
fn luhn(digits: &str, append: bool) -> u32 {
    let digits = digits.chars().rev().filter_map(|digit| digit.to_digit(10));
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    digits.zip(0usize..).map(|(digit, n)| if (n % 2 == 1) != append { doubled(digit) } else { digit }).sum()
}

/// Why money comes or goes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EntryKind {
    /// Money in, by whatever way.
    TopUp,
    /// Something was bought.
    Purchase,
    /// What was bought, here or otherwise, was given back.
    Refund,
    /// Who had taken a top-up has taken it back.
    Undone,
}

impl EntryKind {
    pub const ALL: [EntryKind; 4] = [EntryKind::TopUp, EntryKind::Purchase, EntryKind::Refund, EntryKind::Undone];

    pub fn code(self) -> &'static str {
        match self {
            EntryKind::TopUp => "TOP_UP",
            EntryKind::Purchase => "PURCHASE",
            EntryKind::Refund => "REFUND",
            EntryKind::Undone => "UNDONE",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Money that leaves.
    pub fn takes(self) -> bool {
        matches!(self, EntryKind::Purchase | EntryKind::Undone)
    }
}

/// Why nothing is entered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    Blocked,
    NotEnough,
    /// More than a person's wallet may hold.
    Full,
    /// Less than is taken at once.
    TooSmall,
    /// More than is taken at once.
    TooLarge,
}

impl Refused {
    /// For people; the key of the words is `field.CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Refused::Blocked => "WALLET_BLOCKED",
            Refused::NotEnough => "WALLET_NOT_ENOUGH",
            Refused::Full => "WALLET_FULL",
            Refused::TooSmall => "TOP_UP_SMALLEST",
            Refused::TooLarge => "TOP_UP_LARGEST",
        }
    }
}

/// What a wallet may take and hold, minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    pub smallest_minor: i64,
    pub largest_minor: i64,
    /// Most that a person's wallet holds; companies' have no such bound.
    pub most_minor: i64,
}

impl Limits {
    /// Whether so much may come on top of a balance.
    pub fn admit(self, amount_minor: i64, balance_minor: i64, of_company: bool) -> Result<(), Refused> {
        if amount_minor < self.smallest_minor {
            return Err(Refused::TooSmall);
        }
        if of_company {
            return Ok(());
        }
        if amount_minor > self.largest_minor {
            return Err(Refused::TooLarge);
        }
        if balance_minor.saturating_add(amount_minor) > self.most_minor { Err(Refused::Full) } else { Ok(()) }
    }
}

/// What a company's invoice is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvoiceKind {
    /// What was bought and given back since the one before it.
    Period,
    /// A sum that is asked for before anything is bought.
    Advance,
}

impl InvoiceKind {
    pub const ALL: [InvoiceKind; 2] = [InvoiceKind::Period, InvoiceKind::Advance];

    pub fn code(self) -> &'static str {
        match self {
            InvoiceKind::Period => "PERIOD",
            InvoiceKind::Advance => "ADVANCE",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What the lines of a statement come to, minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Turnover {
    /// Zero or below.
    pub bought_minor: i64,
    pub returned_minor: i64,
    /// Put on the account less what was taken back.
    pub paid_minor: i64,
}

impl Turnover {
    /// `entries`: kinds with their signed amounts.
    pub fn of(entries: impl IntoIterator<Item = (EntryKind, i64)>) -> Self {
        entries.into_iter().fold(Turnover::default(), |mut all, (kind, amount_minor)| {
            match kind {
                EntryKind::Purchase => all.bought_minor += amount_minor,
                EntryKind::Refund => all.returned_minor += amount_minor,
                EntryKind::TopUp | EntryKind::Undone => all.paid_minor += amount_minor,
            }
            all
        })
    }

    pub fn sum(self) -> i64 {
        self.bought_minor + self.returned_minor + self.paid_minor
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_as_people_write_it_and_no_mistake_passes() {
        let good = number("12345678");
        assert_eq!(good.len(), DIGITS);
        assert_eq!(parse(&format!(" {}-{} {} ", &good[..4], &good[4..7], &good[7..])), Some(good.clone()));
        for typed in ["", "0555123456", "8", "80000000000", "8１23456789", &good[1..]] {
            assert_eq!(parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_may_come_in() {
        let limits = Limits { smallest_minor: 1_000, largest_minor: 50_000, most_minor: 80_000 };
        for (amount, balance, company, want) in [
            (1_000, 0, false, Ok(())),
            (999, 0, false, Err(Refused::TooSmall)),
            (999, 0, true, Err(Refused::TooSmall)),
            (50_001, 0, false, Err(Refused::TooLarge)),
            (50_000, 30_000, false, Ok(())),
            (50_000, 30_001, false, Err(Refused::Full)),
            (5_000_000, 30_001, true, Ok(())),
        ] {
            assert_eq!(limits.admit(amount, balance, company), want, "{amount} on {balance}, {company}");
        }
    }

    #[test]
    fn a_turnover_tells_what_was_bought_from_what_was_paid() {
        let entries = [
            (EntryKind::TopUp, 1_000),
            (EntryKind::Purchase, -700),
            (EntryKind::Refund, 200),
            (EntryKind::Undone, -300),
            (EntryKind::Purchase, -100),
        ];
        let all = Turnover::of(entries);
        assert_eq!(all, Turnover { bought_minor: -800, returned_minor: 200, paid_minor: 700 });
        assert_eq!(all.sum(), entries.iter().map(|(_, amount)| amount).sum::<i64>());
        assert_eq!(Turnover::of([]).sum(), 0);
    }

    proptest! {
        #[test]
        fn each_wrong_digit_and_each_swap_of_neighbours_is_noticed(body in "[0-9]{8}", at in 1usize..DIGITS, add in 1u8..10) {
            let good = number(&body);
            prop_assert_eq!(parse(&good), Some(good.clone()));
            let mut wrong = good.clone().into_bytes();
            wrong[at] = b'0' + (wrong[at] - b'0' + add) % 10;
            prop_assert_eq!(parse(&String::from_utf8(wrong).unwrap()), None);
            let mut swapped = good.clone().into_bytes();
            swapped.swap(at - 1, at);
            let (one, other) = (swapped[at - 1], swapped[at]);
            // The one pair that this check does not tell apart.
            if one != other && !matches!((one, other), (b'0', b'9') | (b'9', b'0')) {
                prop_assert_eq!(parse(&String::from_utf8(swapped).unwrap()), None);
            }
        }
    }
}
