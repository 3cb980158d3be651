//! On which dates a departure recurs: weekdays in a period, what holidays make of them, and single dates.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::timetable::Calendar;

/// What a public holiday makes of a departure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OnHolidays {
    /// It runs as on any such weekday.
    Usual,
    /// It runs as on a Sunday.
    Sunday,
    /// It does not run.
    None,
}

impl OnHolidays {
    pub const fn as_str(self) -> &'static str {
        match self {
            OnHolidays::Usual => "USUAL",
            OnHolidays::Sunday => "SUNDAY",
            OnHolidays::None => "NONE",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [OnHolidays::Usual, OnHolidays::Sunday, OnHolidays::None].into_iter().find(|rule| rule.as_str() == text)
    }
}

/// Why a departure runs on a date, or does not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Because {
    Weekday,
    Holiday,
    /// Somebody has said so for that very date.
    Exception,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recurrence {
    /// Bit 0 is Monday, bit 6 Sunday.
    pub weekdays: u8,
    pub first: NaiveDate,
    /// Inclusive.
    pub last: NaiveDate,
    pub on_holidays: OnHolidays,
    /// True: runs on that date; false: does not.
    pub exceptions: BTreeMap<NaiveDate, bool>,
}

const SUNDAY: u32 = 6;

impl Recurrence {
    fn on_weekday(&self, day: u32) -> bool {
        self.weekdays & (1 << day) != 0
    }

    /// Whether it runs on a date, and why; a single date's word counts before a holiday's.
    pub fn on(&self, date: NaiveDate, holidays: &BTreeSet<NaiveDate>) -> (bool, Because) {
        if let Some(runs) = self.exceptions.get(&date) {
            return (*runs, Because::Exception);
        }
        let within = (self.first..=self.last).contains(&date);
        let usual = within && self.on_weekday(date.weekday().num_days_from_monday());
        if !within || !holidays.contains(&date) {
            return (usual, Because::Weekday);
        }
        let runs = match self.on_holidays {
            OnHolidays::Usual => usual,
            OnHolidays::Sunday => self.on_weekday(SUNDAY),
            OnHolidays::None => false,
        };
        (runs, if runs == usual { Because::Weekday } else { Because::Holiday })
    }

    /// The same as weekdays and exceptions alone.
    pub fn calendar(&self, holidays: &BTreeSet<NaiveDate>) -> Calendar {
        let mut exceptions = self.exceptions.clone();
        for date in holidays {
            if let (runs, Because::Holiday) = self.on(*date, holidays) {
                exceptions.insert(*date, runs);
            }
        }
        Calendar { weekdays: self.weekdays, period: Some((self.first, self.last)), exceptions }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn holidays_and_single_dates_change_the_week() {
        let holidays = BTreeSet::from([date("2026-03-21"), date("2026-08-31"), date("2027-01-01")]);
        let mut weekly = Recurrence {
            weekdays: 0b001_1111,
            first: date("2026-03-01"),
            last: date("2026-12-31"),
            on_holidays: OnHolidays::None,
            exceptions: BTreeMap::from([(date("2026-03-22"), true), (date("2026-05-04"), false)]),
        };
        let on = |weekly: &Recurrence, text| weekly.on(date(text), &holidays);
        assert_eq!(on(&weekly, "2026-08-31"), (false, Because::Holiday));
        // A Saturday: it would not have run anyway.
        assert_eq!(on(&weekly, "2026-03-21"), (false, Because::Weekday));
        assert_eq!(on(&weekly, "2026-03-22"), (true, Because::Exception));
        assert_eq!(on(&weekly, "2026-05-04"), (false, Because::Exception));
        assert_eq!(on(&weekly, "2027-01-01"), (false, Because::Weekday));
        weekly.on_holidays = OnHolidays::Usual;
        assert_eq!(on(&weekly, "2026-08-31"), (true, Because::Weekday));
        weekly.on_holidays = OnHolidays::Sunday;
        assert_eq!(on(&weekly, "2026-08-31"), (false, Because::Holiday));
        weekly.weekdays = 0b100_0000;
        assert_eq!(on(&weekly, "2026-08-31"), (true, Because::Holiday));
    }

    proptest! {
        #[test]
        fn the_calendar_says_the_same(
            weekdays in 0u8..128, rule in 0usize..3, length in 0i64..60,
            exceptions in prop::collection::btree_map(0i64..90, any::<bool>(), 0..6),
            holidays in prop::collection::btree_set(0i64..90, 0..6),
        ) {
            let base = date("2026-01-01");
            let day = |n: i64| base + chrono::TimeDelta::days(n);
            let weekly = Recurrence {
                weekdays, first: day(10), last: day(10 + length),
                on_holidays: [OnHolidays::Usual, OnHolidays::Sunday, OnHolidays::None][rule],
                exceptions: exceptions.into_iter().map(|(n, runs)| (day(n), runs)).collect(),
            };
            let holidays: BTreeSet<_> = holidays.into_iter().map(day).collect();
            let calendar = weekly.calendar(&holidays);
            for n in 0..90 {
                prop_assert_eq!(calendar.runs_on(day(n)), weekly.on(day(n), &holidays).0);
            }
        }
    }
}
