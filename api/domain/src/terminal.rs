//! Payment terminals of the OSMP family: how a network writes what it asks, what may be paid, and what our answers are
//! called there. What differs between networks (numbers of results, the form of a sum, which commands there are) is data
//! of each network, never code.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;

use crate::wallet;

/// What `payment.method` of a terminal's money begins with; the network's code comes after it.
pub const METHOD: &str = "terminal:";
/// Most digits of a network's number of a transaction.
pub const TXN_DIGITS: usize = 20;
/// Larger than anything a terminal takes: minor units.
const MOST_MINOR: i64 = 1_000_000_000_000;

/// The method of payments by a network's terminals.
pub fn method(network: &str) -> String {
    format!("{METHOD}{network}")
}

/// The network's code of a payment's method; `None` for money that came another way.
pub fn network_of(method: &str) -> Option<&str> {
    method.strip_prefix(METHOD)
}

/// What a network asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    /// Whether an account can be paid: registers nothing.
    Check,
    /// The customer's money is with the network.
    Pay,
    /// Takes a payment back: the network returns the money itself.
    Cancel,
    /// What came of a payment.
    Status,
}

impl Command {
    pub const ALL: [Command; 4] = [Command::Check, Command::Pay, Command::Cancel, Command::Status];

    /// As the protocol writes it.
    pub fn code(self) -> &'static str {
        match self {
            Command::Check => "check",
            Command::Pay => "pay",
            Command::Cancel => "cancel",
            Command::Status => "status",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|command| command.code() == code)
    }
}

/// What our answer is. Each network has its own number for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Outcome {
    Ok,
    /// Trouble of ours that passes: asked again.
    Temporary,
    /// The account is not written like an order's number.
    AccountForm,
    NoAccount,
    /// The order can buy nothing: its seats or its trip are gone, its passengers are not named, its road is closed.
    Refused,
    /// The network is switched off here.
    Technical,
    /// The order is paid, given up or its time is over.
    Inactive,
    /// The same transaction is being worked on: asked again.
    InProgress,
    /// Less than is due, or than the network takes.
    TooSmall,
    /// More than is due and tolerated, or than the network takes.
    TooLarge,
    /// `check` is not answered while the network is switched off here.
    CannotCheck,
    /// The request cannot be understood, or its transaction came before with another account or sum.
    Other,
    /// The payment was cancelled.
    Cancelled,
    /// There is no such transaction.
    NoTransaction,
    /// It is too late to cancel the payment, or something else was done with its order.
    NotCancelled,
}

impl Outcome {
    pub const ALL: [Outcome; 15] = [
        Outcome::Ok,
        Outcome::Temporary,
        Outcome::AccountForm,
        Outcome::NoAccount,
        Outcome::Refused,
        Outcome::Technical,
        Outcome::Inactive,
        Outcome::InProgress,
        Outcome::TooSmall,
        Outcome::TooLarge,
        Outcome::CannotCheck,
        Outcome::Other,
        Outcome::Cancelled,
        Outcome::NoTransaction,
        Outcome::NotCancelled,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Outcome::Ok => "OK",
            Outcome::Temporary => "TEMPORARY",
            Outcome::AccountForm => "ACCOUNT_FORM",
            Outcome::NoAccount => "NO_ACCOUNT",
            Outcome::Refused => "REFUSED",
            Outcome::Technical => "TECHNICAL",
            Outcome::Inactive => "INACTIVE",
            Outcome::InProgress => "IN_PROGRESS",
            Outcome::TooSmall => "TOO_SMALL",
            Outcome::TooLarge => "TOO_LARGE",
            Outcome::CannotCheck => "CANNOT_CHECK",
            Outcome::Other => "OTHER",
            Outcome::Cancelled => "CANCELLED",
            Outcome::NoTransaction => "NO_TRANSACTION",
            Outcome::NotCancelled => "NOT_CANCELLED",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }

    /// The network asks the same again until it hears something else; all others are final.
    pub fn is_retried(self) -> bool {
        matches!(self, Outcome::Temporary | Outcome::InProgress)
    }

    /// Somebody of the office or of the network should look at it; the others are the customers' own affairs.
    pub fn is_trouble(self) -> bool {
        matches!(self, Outcome::Temporary | Outcome::Technical | Outcome::CannotCheck | Outcome::Other)
    }

    /// As the family numbers it.
    fn usual_number(self) -> i32 {
        match self {
            Outcome::Ok => 0,
            Outcome::Temporary => 1,
            Outcome::AccountForm => 4,
            Outcome::NoAccount => 5,
            Outcome::Refused | Outcome::Cancelled | Outcome::NotCancelled => 7,
            Outcome::Technical => 8,
            Outcome::Inactive => 79,
            Outcome::InProgress => 90,
            Outcome::TooSmall => 241,
            Outcome::TooLarge => 242,
            Outcome::CannotCheck => 243,
            Outcome::Other | Outcome::NoTransaction => 300,
        }
    }
}

/// Settings that a network begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialect {
    /// The family's protocol as it was first described: `check` and `pay`.
    Osmp,
    /// The same with `cancel` and `status`.
    Pay24,
}

/// What a dialect sets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preset {
    pub results: Results,
    pub sum_form: SumForm,
    pub cancels: bool,
    pub tells_status: bool,
}

impl Dialect {
    pub const ALL: [Dialect; 2] = [Dialect::Osmp, Dialect::Pay24];

    pub fn code(self) -> &'static str {
        match self {
            Dialect::Osmp => "OSMP",
            Dialect::Pay24 => "PAY24",
        }
    }

    pub fn preset(self) -> Preset {
        let more = self == Dialect::Pay24;
        Preset { results: Results::usual(), sum_form: SumForm::Point, cancels: more, tells_status: more }
    }
}

/// A network's number of each outcome.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Results(BTreeMap<Outcome, i32>);

impl Results {
    /// The family's numbers.
    pub fn usual() -> Self {
        Results(Outcome::ALL.into_iter().map(|outcome| (outcome, outcome.usual_number())).collect())
    }

    /// The family's numbers, but for these.
    pub fn with(numbers: impl IntoIterator<Item = (Outcome, i32)>) -> Self {
        let mut all = Self::usual();
        all.0.extend(numbers);
        all
    }

    pub fn number(&self, outcome: Outcome) -> i32 {
        self.0.get(&outcome).copied().unwrap_or(outcome.usual_number())
    }

    pub fn all(&self) -> impl Iterator<Item = (Outcome, i32)> {
        Outcome::ALL.into_iter().map(|outcome| (outcome, self.number(outcome)))
    }

    /// Outcomes whose number the network would take for another: a success's belongs to it alone, and what is asked again
    /// is never numbered like what is final.
    pub fn confused(&self) -> Vec<Outcome> {
        let shared = |one: Outcome| {
            self.all().any(|(other, number)| {
                let differs = one == Outcome::Ok || other == Outcome::Ok || one.is_retried() != other.is_retried();
                one != other && differs && number == self.number(one)
            })
        };
        let wrong = |one: &Outcome| !(0..=9_999).contains(&self.number(*one)) || shared(*one);
        Outcome::ALL.into_iter().filter(wrong).collect()
    }
}

/// How a network writes an amount, in requests and in answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SumForm {
    /// `10.45`; in requests also `10` and `10.4`.
    Point,
    /// `10,45`; in requests also `10` and `10,4`.
    Comma,
    /// `1045`: in minor units.
    Minor,
}

impl SumForm {
    pub const ALL: [SumForm; 3] = [SumForm::Point, SumForm::Comma, SumForm::Minor];

    pub fn code(self) -> &'static str {
        match self {
            SumForm::Point => "POINT",
            SumForm::Comma => "COMMA",
            SumForm::Minor => "MINOR",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }

    fn mark(self) -> Option<char> {
        match self {
            SumForm::Point => Some('.'),
            SumForm::Comma => Some(','),
            SumForm::Minor => None,
        }
    }

    /// Minor units of a currency with so many digits after the point (at most two); `None`: it is not written so.
    pub fn read(self, text: &str, digits: u32) -> Option<i64> {
        let (whole, part) = match self.mark() {
            Some(mark) => text.split_once(mark).map_or((text, None), |(whole, part)| (whole, Some(part))),
            None => (text, None),
        };
        let number = |text: &str| {
            let good = (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            good.then(|| text.parse::<i64>().ok()).flatten()
        };
        let digits = if self == SumForm::Minor { 0 } else { digits };
        let part = match part {
            Some(part) if part.len() <= usize::try_from(digits).ok()? => {
                number(part)? * 10i64.pow(digits - u32::try_from(part.len()).ok()?)
            }
            Some(_) => return None,
            None => 0,
        };
        let minor = number(whole)?.checked_mul(10i64.pow(digits))?.checked_add(part)?;
        (minor <= MOST_MINOR).then_some(minor)
    }

    pub fn write(self, minor: i64, digits: u32) -> String {
        match self.mark() {
            Some(mark) if digits > 0 => {
                let unit = 10i64.pow(digits);
                let width = usize::try_from(digits).unwrap_or(2);
                format!("{}{mark}{:0width$}", minor / unit, minor % unit)
            }
            _ => minor.to_string(),
        }
    }
}

/// A network's number of a transaction: up to twenty digits, kept as they are written.
pub fn txn(text: &str) -> Option<&str> {
    let text = text.trim();
    let good = (1..=TXN_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    good.then_some(text)
}

/// An instant that a terminal writes as `YYYYMMDDHHMMSS` on the clock of the home station.
pub fn moment(text: &str, zone: Tz) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if text.len() != 14 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let local = NaiveDateTime::parse_from_str(text, "%Y%m%d%H%M%S").ok()?;
    local.and_local_timezone(zone).earliest().map(|at| at.with_timezone(&Utc))
}

/// What an account names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AccountRef {
    /// By its number, as it is kept: `BK-7F3K-2QXM`.
    Order(String),
    /// A customer's internal account, by its digits.
    Wallet(String),
}

impl AccountRef {
    /// The number as it is kept.
    pub fn number(self) -> String {
        match self {
            AccountRef::Order(number) | AccountRef::Wallet(number) => number,
        }
    }
}

/// Reads what a customer has typed: small letters, other dashes, blanks and Russian letters that look alike are forgiven, and
/// the `BK` may be missing. Digits alone are an internal account. `None`: nothing of ours is written so.
pub fn account(text: &str) -> Option<AccountRef> {
    if let Some(number) = wallet::parse(text) {
        return Some(AccountRef::Wallet(number));
    }
    let latin = |letter: char| match letter {
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'Х' => 'X',
        other => other,
    };
    let blank = |letter: &char| letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let typed: String = text.to_uppercase().chars().filter(|letter| !blank(letter)).map(latin).collect();
    let bare = if typed.chars().count() == 10 { typed.strip_prefix("BK")? } else { &typed };
    let good = |letter: u8| matches!(letter, b'2'..=b'9' | b'A'..=b'H' | b'J'..=b'N' | b'P'..=b'Z');
    (bare.len() == 8 && bare.bytes().all(good)).then(|| AccountRef::Order(format!("BK-{}-{}", &bare[..4], &bare[4..])))
}

/// What a network takes, minor units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    pub smallest: i64,
    pub largest: i64,
    /// So much more than is due is accepted: terminals give no change. It goes back.
    pub tolerance: i64,
}

/// What is too much of a sum that pays what is due; why it does not.
pub fn excess(due: i64, sum: i64, bounds: Bounds) -> Result<i64, Outcome> {
    if sum < bounds.smallest || sum < due {
        Err(Outcome::TooSmall)
    } else if sum > bounds.largest || sum - due > bounds.tolerance {
        Err(Outcome::TooLarge)
    } else {
        Ok(sum - due)
    }
}

/// Where a transaction stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TxnState {
    Paid,
    Refused,
    /// After it was paid, or before it came.
    Cancelled,
}

impl TxnState {
    pub const ALL: [TxnState; 3] = [TxnState::Paid, TxnState::Refused, TxnState::Cancelled];

    pub fn code(self) -> &'static str {
        match self {
            TxnState::Paid => "PAID",
            TxnState::Refused => "REFUSED",
            TxnState::Cancelled => "CANCELLED",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What is known of a payment that a network wants to take back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CancelFacts {
    /// A ticket of it was used to board, or its trip has left.
    pub used: bool,
    /// Some of its money is promised back or gone already, but for what was paid too much.
    pub refunded: bool,
    /// Its order was paid otherwise too, was exchanged or split, or waits for another payment.
    pub entangled: bool,
}

/// A payment is taken back whole or not at all, and only while nothing else has come of it.
pub fn may_cancel(facts: CancelFacts) -> bool {
    !(facts.used || facts.refunded || facts.entangled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accounts_are_orders_however_they_are_typed() {
        for typed in
            ["BK-7F3K-2QXM", "bk7f3k2qxm", " 7f3k 2qxm ", "7F3K-2QXM", "bk–7f3k–2qxm", "ВК-7F3К-2QХМ", "\u{a0}7F3K2QXM"]
        {
            assert_eq!(account(typed), Some(AccountRef::Order("BK-7F3K-2QXM".into())), "{typed}");
        }
        let digits = wallet::number("23456789");
        assert_eq!(account(&format!("{} {}", &digits[..5], &digits[5..])), Some(AccountRef::Wallet(digits)));
        // A number that begins like the prefix is a number.
        assert_eq!(account("BKAB-CDEF"), Some(AccountRef::Order("BK-BKAB-CDEF".into())));
        for typed in [
            "",
            "12345678",
            "0555123456",
            "7F3K-2QX",
            "7F3K-2QXMM",
            "AK-7F3K-2QXM",
            "7F3K-2Q0M",
            "7F3K-2Q'M",
            "ыыыыыыыы",
        ] {
            assert_eq!(account(typed), None, "{typed}");
        }
    }

    #[test]
    fn sums_as_each_network_writes_them() {
        for (form, text, minor) in [
            (SumForm::Point, "10.45", Some(1_045)),
            (SumForm::Point, "10", Some(1_000)),
            (SumForm::Point, "10.4", Some(1_040)),
            (SumForm::Point, "0.00", Some(0)),
            (SumForm::Point, "10,45", None),
            (SumForm::Point, "10.455", None),
            (SumForm::Point, "10.", None),
            (SumForm::Point, ".45", None),
            (SumForm::Point, "-1.00", None),
            (SumForm::Point, "+1", None),
            (SumForm::Point, "1e3", None),
            (SumForm::Point, " 10.45", None),
            (SumForm::Point, "99999999999999999999", None),
            (SumForm::Point, "999999999999999", None),
            (SumForm::Comma, "10,45", Some(1_045)),
            (SumForm::Comma, "10.45", None),
            (SumForm::Minor, "1045", Some(1_045)),
            (SumForm::Minor, "10.45", None),
            (SumForm::Minor, "", None),
        ] {
            assert_eq!(form.read(text, 2), minor, "{form:?} {text}");
        }
        assert_eq!(SumForm::Point.write(1_005, 2), "10.05");
        assert_eq!(SumForm::Comma.write(1_005, 2), "10,05");
        assert_eq!(SumForm::Minor.write(1_005, 2), "1005");
        assert_eq!(SumForm::Point.write(7, 0), "7");
    }

    #[test]
    fn transactions_and_their_time() {
        assert_eq!(txn("00000000000000000001"), Some("00000000000000000001"));
        for text in ["", "123456789012345678901", "12a", "-1", "1.0", "１２"] {
            assert_eq!(txn(text), None, "{text}");
        }
        let zone = chrono_tz::Asia::Bishkek;
        assert_eq!(moment("20261201120000", zone), "2026-12-01T06:00:00Z".parse().ok());
        for text in ["", "20261301120000", "2026120112000", "202612011200000", "2026-12-01T12:0", "+2026120112000"] {
            assert_eq!(moment(text, zone), None, "{text}");
        }
    }

    #[test]
    fn what_is_paid_fits_what_is_due() {
        let bounds = Bounds { smallest: 1_000, largest: 100_000, tolerance: 5_000 };
        for (due, sum, fits) in [
            (62_800, 62_800, Ok(0)),
            (62_800, 62_799, Err(Outcome::TooSmall)),
            (62_800, 67_800, Ok(5_000)),
            (62_800, 67_801, Err(Outcome::TooLarge)),
            (500, 900, Err(Outcome::TooSmall)),
            (99_000, 100_001, Err(Outcome::TooLarge)),
            (120_000, 120_000, Err(Outcome::TooLarge)),
        ] {
            assert_eq!(excess(due, sum, bounds), fits, "{due} {sum}");
        }
    }

    #[test]
    fn a_table_never_takes_a_final_answer_for_one_that_is_asked_again() {
        for dialect in Dialect::ALL {
            assert_eq!(dialect.preset().results.confused(), []);
        }
        let table = |outcome, number| Results::with([(outcome, number)]).confused();
        assert_eq!(table(Outcome::Refused, 1), [Outcome::Temporary, Outcome::Refused]);
        assert_eq!(table(Outcome::Inactive, 0), [Outcome::Ok, Outcome::Inactive]);
        assert_eq!(table(Outcome::InProgress, 1), [], "both are asked again");
        assert_eq!(table(Outcome::NoAccount, 4), [], "both are final");
        assert_eq!(table(Outcome::Other, -1), [Outcome::Other]);
        assert_eq!(table(Outcome::Other, 10_000), [Outcome::Other]);
    }

    #[test]
    fn a_payment_is_cancelled_while_nothing_has_come_of_it() {
        let facts = CancelFacts { used: false, refunded: false, entangled: false };
        assert!(may_cancel(facts));
        assert!(!may_cancel(CancelFacts { used: true, ..facts }));
        assert!(!may_cancel(CancelFacts { refunded: true, ..facts }));
        assert!(!may_cancel(CancelFacts { entangled: true, ..facts }));
    }

    proptest! {
        #[test]
        fn a_sum_is_read_as_it_is_written(minor in 0i64..=MOST_MINOR, form in prop::sample::select(SumForm::ALL.to_vec()), digits in 0u32..=2) {
            prop_assert_eq!(form.read(&form.write(minor, digits), digits), Some(minor));
        }

        #[test]
        fn anything_can_be_typed(text in "\\PC{0,40}") {
            let _ = (account(&text), txn(&text), moment(&text, chrono_tz::Asia::Bishkek));
            for form in SumForm::ALL {
                let _ = form.read(&text, 2);
            }
        }
    }
}
