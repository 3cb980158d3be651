//! A closed section of road, and which trips go along it.

use chrono::{DateTime, Utc};

/// When a section is closed, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// False: only from the first end to the other.
    pub both_ways: bool,
    pub starts_at: DateTime<Utc>,
    /// Open again at that instant; none: not known when.
    pub ends_at: Option<DateTime<Utc>>,
}

/// A call of a trip as the section sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passing {
    pub arrival: DateTime<Utc>,
    pub departure: DateTime<Utc>,
    pub at_from: bool,
    pub at_to: bool,
}

/// The calls between which a trip goes along the section while it is closed: it leaves one end, and comes to the other.
/// A trip that does not call at both ends is not known to go there.
pub fn crossing(calls: &[Passing], period: Period) -> Option<(usize, usize)> {
    let there = one_way(calls, period, |call| call.at_from, |call| call.at_to);
    let back = || one_way(calls, period, |call| call.at_to, |call| call.at_from);
    there.or_else(|| back().filter(|_| period.both_ways))
}

fn one_way(
    calls: &[Passing],
    period: Period,
    leaves: impl Fn(&Passing) -> bool,
    comes: impl Fn(&Passing) -> bool,
) -> Option<(usize, usize)> {
    let mut left = None;
    for (n, call) in calls.iter().enumerate() {
        if let Some(m) = left.filter(|_| comes(call)) {
            let from: &Passing = &calls[m];
            let ends_before = period.ends_at.is_some_and(|ends_at| ends_at <= from.departure);
            if call.arrival > period.starts_at && !ends_before {
                return Some((m, n));
            }
            left = None;
        }
        if leaves(call) {
            left = Some(n);
        }
    }
    None
}

/// Whether a passenger who gets on and off at these calls goes along the section.
pub fn rides_along((from, to): (usize, usize), on: usize, off: usize) -> bool {
    on < to && off > from
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn at(hour: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 12, 1, hour, 0, 0).unwrap()
    }

    /// A trip that is at stop `n` at `n + 8` o'clock.
    fn trip(ends: &[&str]) -> Vec<Passing> {
        let call = |(n, end): (usize, &&str)| {
            let time = at(u32::try_from(n).unwrap() + 8);
            Passing { arrival: time, departure: time, at_from: end.contains('A'), at_to: end.contains('B') }
        };
        ends.iter().enumerate().map(call).collect()
    }

    #[track_caller]
    fn check(ends: &[&str], both_ways: bool, starts: u32, until: Option<u32>, expected: Option<(usize, usize)>) {
        let period = Period { both_ways, starts_at: at(starts), ends_at: until.map(at) };
        assert_eq!(crossing(&trip(ends), period), expected, "{ends:?} {period:?}");
    }

    #[test]
    fn a_trip_that_leaves_one_end_and_comes_to_the_other_is_stopped() {
        check(&["", "A", "", "B", ""], false, 0, None, Some((1, 3)));
        check(&["B", "", "A"], false, 0, None, None);
        check(&["B", "", "A"], true, 0, None, Some((0, 2)));
        check(&["A", "", ""], true, 0, None, None);
        // From the stop that is left last.
        check(&["A", "A", "B", "B"], false, 0, None, Some((1, 2)));
    }

    #[test]
    fn only_while_it_is_there() {
        // On the section from 9 to 11.
        let ends = ["", "A", "", "B"];
        check(&ends, false, 11, None, None);
        check(&ends, false, 10, None, Some((1, 3)));
        check(&ends, false, 0, Some(9), None);
        check(&ends, false, 0, Some(10), Some((1, 3)));
        // The second time round.
        check(&["A", "B", "A", "B"], false, 10, None, Some((2, 3)));
    }

    #[test]
    fn who_gets_off_before_it_or_on_after_it_does_not_ride_along() {
        assert!(rides_along((1, 3), 0, 2) && rides_along((1, 3), 2, 4) && rides_along((1, 3), 0, 4));
        assert!(!rides_along((1, 3), 0, 1) && !rides_along((1, 3), 3, 4));
    }
}
