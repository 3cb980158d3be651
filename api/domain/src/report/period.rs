use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::Days;

/// Of which days: a saved report means other days each time that it is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Period {
    Between {
        from: NaiveDate,
        to: NaiveDate,
    },
    Today,
    Yesterday,
    /// Seven days, today the last.
    Last7Days,
    /// Thirty days, today the last.
    Last30Days,
    /// Until today.
    ThisMonth,
    LastMonth,
    /// Until today.
    ThisYear,
    /// The twelve months until today.
    LastYear,
}

impl Period {
    /// Which days it is, when it is that day at the station.
    pub fn days(self, today: NaiveDate) -> Days {
        let before = |days| today - TimeDelta::days(days);
        let first = |day: NaiveDate| day.with_day(1).unwrap_or(day);
        let days = |from, to| Days { from, to };
        match self {
            Period::Between { from, to } => days(from, to),
            Period::Today => days(today, today),
            Period::Yesterday => days(before(1), before(1)),
            Period::Last7Days => days(before(6), today),
            Period::Last30Days => days(before(29), today),
            Period::ThisMonth => days(first(today), today),
            Period::LastMonth => {
                let last = first(today) - TimeDelta::days(1);
                days(first(last), last)
            }
            Period::ThisYear => days(today.with_ordinal(1).unwrap_or(today), today),
            Period::LastYear => days(before(364), today),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_follow_the_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (period, from, to) in [
            (Period::Today, "2027-03-01", "2027-03-01"),
            (Period::Yesterday, "2027-02-28", "2027-02-28"),
            (Period::Last7Days, "2027-02-23", "2027-03-01"),
            (Period::Last30Days, "2027-01-31", "2027-03-01"),
            (Period::ThisMonth, "2027-03-01", "2027-03-01"),
            (Period::LastMonth, "2027-02-01", "2027-02-28"),
            (Period::ThisYear, "2027-01-01", "2027-03-01"),
            (Period::LastYear, "2026-03-02", "2027-03-01"),
        ] {
            assert_eq!(period.days(day("2027-03-01")), Days { from: day(from), to: day(to) }, "{period:?}");
        }
    }
}
