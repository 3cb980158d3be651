//! Blanks of paper tickets: numbered forms of strict account, sold by hand when nothing else works.

/// Where a blank stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlankState {
    /// Not used.
    Free,
    /// Its sale is entered.
    Sold,
    /// Torn, miswritten, or given back by its passenger before it was entered.
    Spoilt,
    /// Nobody knows where it is.
    Lost,
}

impl BlankState {
    pub const ALL: [BlankState; 4] = [BlankState::Free, BlankState::Sold, BlankState::Spoilt, BlankState::Lost];

    pub fn code(self) -> &'static str {
        match self {
            BlankState::Free => "FREE",
            BlankState::Sold => "SOLD",
            BlankState::Spoilt => "SPOILT",
            BlankState::Lost => "LOST",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether staff may mark it so by hand: a sale is never marked, and what was sold stays sold.
    pub fn may_become(self, to: BlankState) -> bool {
        self != BlankState::Sold && to != BlankState::Sold && self != to
    }
}

/// Digits that a number is printed with.
const DIGITS: usize = 6;
/// Characters of a series.
const LONGEST_SERIES: usize = 6;
/// The largest number that a blank has.
pub const LARGEST: i32 = 999_999_999;
/// Blanks of one block.
pub const MOST: i32 = 1000;

/// As it is printed: `АБ 000123`.
pub fn printed(series: &str, number: i32) -> String {
    format!("{series} {number:0DIGITS$}")
}

/// A series as it is kept: letters in upper case, at most six.
pub fn series(typed: &str) -> Option<String> {
    let series: String = typed.trim().to_uppercase();
    let good = (1..=LONGEST_SERIES).contains(&series.chars().count()) && series.chars().all(char::is_alphabetic);
    good.then_some(series)
}

/// What was typed of a blank, however it was spaced: `аб123`, `АБ № 000123`.
pub fn read(typed: &str) -> Option<(String, i32)> {
    let bare: String = typed.chars().filter(|c| c.is_alphanumeric()).collect();
    let at = bare.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = bare.split_at(at);
    let number = digits.parse().ok().filter(|number| (0..=LARGEST).contains(number))?;
    Some((series(letters)?, number))
}

/// Numbers that follow each other, as pairs of the first and the last, from the smallest on.
pub fn runs(mut numbers: Vec<i32>) -> Vec<(i32, i32)> {
    numbers.sort_unstable();
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if number <= *last + 1 => *last = number,
            _ => runs.push((number, number)),
        }
    }
    runs
}

/// A run as it is printed: `АБ 000001–000004`, or one number alone.
pub fn printed_run(series: &str, (first, last): (i32, i32)) -> String {
    if first == last { printed(series, first) } else { format!("{}–{last:0DIGITS$}", printed(series, first)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_however_it_is_spaced() {
        let check = |typed: &str, want: Option<(&str, i32)>| {
            assert_eq!(read(typed), want.map(|(series, number)| (series.to_owned(), number)), "{typed}");
        };
        check("АБ 000123", Some(("АБ", 123)));
        check(" аб123 ", Some(("АБ", 123)));
        check("KG-№ 7", Some(("KG", 7)));
        check("000123", None);
        check("АБ", None);
        check("АБ 12А", None);
        check("АБВГДЕЖ 1", None);
        check("АБ 99999999999", None);
        assert_eq!(printed("АБ", 123), "АБ 000123");
        assert_eq!(printed_run("АБ", (1, 4)), "АБ 000001–000004");
        assert_eq!(printed_run("АБ", (7, 7)), "АБ 000007");
    }

    #[test]
    fn what_was_sold_stays_sold() {
        use BlankState::{Free, Lost, Sold, Spoilt};
        assert!(Free.may_become(Spoilt) && Free.may_become(Lost) && Spoilt.may_become(Free) && Lost.may_become(Spoilt));
        assert!(!Free.may_become(Free) && !Free.may_become(Sold) && !Sold.may_become(Spoilt));
    }

    proptest! {
        #[test]
        fn runs_hold_each_number_once(numbers in prop::collection::btree_set(0..200_i32, 0..60)) {
            let runs = runs(numbers.iter().rev().copied().collect());
            let back: Vec<i32> = runs.iter().flat_map(|(first, last)| *first..=*last).collect();
            prop_assert_eq!(back, numbers.into_iter().collect::<Vec<_>>());
            prop_assert!(runs.windows(2).all(|two| two[0].1 + 1 < two[1].0));
        }
    }
}
