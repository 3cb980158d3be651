//! Times and dates of a timetable.
//!
//! A timetable writes times as seconds since "noon minus twelve hours" of the service date in the carrier's zone.
//! That is midnight except on the days when clocks change, and it may pass 24 hours: 36:10:00 is ten past noon of
//! the next day. Everything else in the system is UTC.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// Longest time that is believed: sixteen days.
const MAX_HOURS: i32 = 384;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimetableError {
    #[error("\"{0}\" is not a time such as 06:30:00")]
    NotATime(String),
    #[error("\"{0}\" is not a date such as 20260131")]
    NotADate(String),
    #[error("\"{0}\" is not a time zone such as Asia/Bishkek")]
    NotAZone(String),
    #[error("a frequency from {start} to {end} seconds every {headway} seconds has no departures")]
    EmptyFrequency { start: i32, end: i32, headway: i32 },
}

/// Reads `6:30:00`, `06:30:00`, `06:30` or `75:10:00` as seconds.
pub fn parse_time(text: &str) -> Result<i32, TimetableError> {
    let wrong = || TimetableError::NotATime(text.to_owned());
    let mut parts = text.trim().split(':');
    let mut part = |required: bool| match parts.next() {
        Some(digits) if (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse::<i32>().map_err(|_| wrong())
        }
        None if !required => Ok(0),
        _ => Err(wrong()),
    };
    let (hours, minutes, seconds) = (part(true)?, part(true)?, part(false)?);
    if parts.next().is_some() || hours > MAX_HOURS || minutes > 59 || seconds > 59 {
        return Err(wrong());
    }
    Ok(hours * 3600 + minutes * 60 + seconds)
}

/// Reads `20260131`; `2026-01-31` is accepted as well.
pub fn parse_date(text: &str) -> Result<NaiveDate, TimetableError> {
    let text = text.trim();
    let format = if text.len() == 8 { "%Y%m%d" } else { "%Y-%m-%d" };
    NaiveDate::parse_from_str(text, format).map_err(|_| TimetableError::NotADate(text.to_owned()))
}

/// Reads an IANA zone name.
pub fn parse_zone(text: &str) -> Result<Tz, TimetableError> {
    text.trim().parse().map_err(|_| TimetableError::NotAZone(text.to_owned()))
}

/// The instant that `seconds` of the timetable mean on `service_date` in the timetable's zone.
pub fn instant(service_date: NaiveDate, seconds: i32, zone: Tz) -> DateTime<Utc> {
    let noon = service_date.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default());
    local_to_utc(noon, zone) + TimeDelta::seconds(i64::from(seconds) - 12 * 3600)
}

/// The instant at which a clock in `zone` shows `local`. A time that occurs twice means the first; a time that the
/// clocks skip means as much later as they skip.
pub fn local_to_utc(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
        LocalResult::None => {
            // A gap: measure with the offset that held before it.
            let before = zone.offset_from_utc_datetime(&(local - TimeDelta::days(1)));
            (local - chrono::Offset::fix(&before)).and_utc()
        }
    }
}

/// What a clock in `zone` shows at that instant.
pub fn utc_to_local(at: DateTime<Utc>, zone: Tz) -> NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}

/// Service dates whose call at `seconds` (in the timetable's `zone`) falls on `date` by the clock of the stop.
/// Usually one; the caller still has to ask whether the service runs on it.
pub fn service_dates(date: NaiveDate, seconds: i32, zone: Tz, stop_zone: Tz) -> impl Iterator<Item = NaiveDate> {
    let days_over = i64::from(seconds.div_euclid(86_400));
    (-1..=1).filter_map(move |shift| {
        let candidate = date.checked_add_signed(TimeDelta::days(shift - days_over))?;
        if zone == stop_zone && shift != 0 && has_room(seconds) {
            return None;
        }
        if zone == stop_zone && has_room(seconds) {
            return Some(candidate);
        }
        (utc_to_local(instant(candidate, seconds, zone), stop_zone).date() == date).then_some(candidate)
    })
}

/// True when no change of clocks (at most two hours) can move the time into the neighbouring day.
fn has_room(seconds: i32) -> bool {
    (7_200..79_200).contains(&seconds.rem_euclid(86_400))
}

/// On which dates something runs: weekdays within a period, then exceptions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Bit 0 is Monday, bit 6 Sunday.
    pub weekdays: u8,
    /// First and last date of the weekdays; without both only added dates count.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// True: added; false: removed.
    pub exceptions: BTreeMap<NaiveDate, bool>,
}

impl Calendar {
    pub fn runs_on(&self, date: NaiveDate) -> bool {
        if let Some(added) = self.exceptions.get(&date) {
            return *added;
        }
        self.period.is_some_and(|(start, end)| {
            (start..=end).contains(&date) && self.weekdays & (1 << date.weekday().num_days_from_monday()) != 0
        })
    }

    /// First and last date on which it may run.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let mut added = self.exceptions.iter().filter(|(_, added)| **added).map(|(date, _)| *date);
        let first_added = added.next();
        let last_added = added.next_back().or(first_added);
        let weekly = self.period.filter(|(start, end)| start <= end && self.weekdays != 0);
        let first = [first_added, weekly.map(|p| p.0)].into_iter().flatten().min()?;
        let last = [last_added, weekly.map(|p| p.1)].into_iter().flatten().max()?;
        Some((first, last))
    }

    /// The dates from `from` to `to`, both included, on which it runs.
    pub fn dates(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        from.iter_days().take_while(move |date| *date <= to).filter(|date| self.runs_on(*date))
    }

    /// The same as a set of bits, quick to ask many times.
    pub fn to_days(&self) -> ServiceDays {
        let Some((first, last)) = self.span() else { return ServiceDays::default() };
        let length = usize::try_from((last - first).num_days() + 1).unwrap_or(0);
        let mut bits = vec![0_u64; length.div_ceil(64)];
        for date in self.dates(first, last) {
            let day = usize::try_from((date - first).num_days()).unwrap_or(0);
            bits[day / 64] |= 1 << (day % 64);
        }
        ServiceDays { first, bits }
    }
}

/// Dates as bits from a first date on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceDays {
    first: NaiveDate,
    bits: Vec<u64>,
}

impl ServiceDays {
    pub fn contains(&self, date: NaiveDate) -> bool {
        usize::try_from(date.num_days_from_ce() - self.first.num_days_from_ce())
            .is_ok_and(|day| self.bits.get(day / 64).is_some_and(|bits| bits >> (day % 64) & 1 == 1))
    }

    pub fn count(&self) -> u32 {
        self.bits.iter().map(|bits| bits.count_ones()).sum()
    }

    /// The dates from `from` to `to`, both included.
    pub fn within(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        from.iter_days().take_while(move |date| *date <= to).filter(|date| self.contains(*date))
    }
}

/// First-stop departures of a frequency: from `start` on, before `end`, every `headway` seconds.
pub fn frequency_starts(start: i32, end: i32, headway: i32) -> Result<Vec<i32>, TimetableError> {
    if headway <= 0 || end <= start {
        return Err(TimetableError::EmptyFrequency { start, end, headway });
    }
    Ok((start..end).step_by(headway.unsigned_abs() as usize).collect())
}

/// Arrival and departure of one call in seconds.
pub type CallTimes = [i32; 2];

/// Moves a trip so that it departs from its first stop at `start`.
pub fn shift_to_start(times: &[CallTimes], start: i32) -> Vec<CallTimes> {
    let shift = start - times.first().map_or(0, |call| call[1]);
    times.iter().map(|[arrival, departure]| [arrival + shift, departure + shift]).collect()
}

/// Fills calls without times by even steps between their neighbours with times. None unless the first and the last
/// have one.
pub fn fill_times(times: &[Option<CallTimes>]) -> Option<Vec<CallTimes>> {
    times.first()?.as_ref()?;
    times.last()?.as_ref()?;
    let mut filled: Vec<CallTimes> = Vec::with_capacity(times.len());
    for (index, call) in times.iter().enumerate() {
        if let Some(call) = call {
            filled.push(*call);
            continue;
        }
        let before = filled.last()?[1];
        let (steps, after) = times[index..].iter().enumerate().find_map(|(n, call)| call.map(|call| (n, call[0])))?;
        let at = before + (after - before) / i32::try_from(steps + 1).ok()?;
        filled.push([at, at]);
    }
    Some(filled)
}

/// Position of the first call that is earlier than something before it.
pub fn goes_back_at(times: &[CallTimes]) -> Option<usize> {
    let mut latest = i32::MIN;
    times.iter().position(|[arrival, departure]| {
        let back = *arrival < latest || departure < arrival;
        latest = *departure;
        back
    })
}

/// The date `days` later.
pub fn days_later(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{America::New_York, Asia::Almaty, Asia::Bishkek};
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    #[test]
    fn times_pass_midnight_and_three_days() {
        for (text, seconds) in [
            ("06:30:00", 23_400),
            (" 6:30:00 ", 23_400),
            ("24:00:00", 86_400),
            ("36:10:00", 130_200),
            ("75:00:01", 270_001),
            ("100:00:00", 360_000),
            ("06:30", 23_400),
        ] {
            assert_eq!(parse_time(text), Ok(seconds), "{text}");
        }
        for text in ["", "6", "6:60:00", "06:30:61", "-1:00:00", "06:30:00:00", "six", "06;30;00", "999:00:00"] {
            assert!(parse_time(text).is_err(), "{text}");
        }
    }

    #[test]
    fn dates_are_read_strictly() {
        assert_eq!(day("20260228"), day("2026-02-28"));
        for text in ["20260230", "2026", "31.01.2026", "", "2026022", "202602281"] {
            assert!(parse_date(text).is_err(), "{text}");
        }
    }

    #[test]
    fn bishkek_eight_o_clock_is_noon_in_almaty_five_hours_later() {
        let arrival = instant(day("20261201"), parse_time("13:00:00").unwrap(), Bishkek);
        assert_eq!(utc_to_local(arrival, Almaty).to_string(), "2026-12-01 12:00:00");
        assert_eq!(utc_to_local(arrival, Bishkek).to_string(), "2026-12-01 13:00:00");
    }

    #[test]
    fn on_the_day_the_clocks_change_times_count_from_noon() {
        // Clocks in New York went forward at 02:00 on 2026-03-08: 06:00 of the timetable is 06:00 on the wall.
        let six = instant(day("20260308"), 6 * 3600, New_York);
        assert_eq!(utc_to_local(six, New_York).to_string(), "2026-03-08 06:00:00");
        let start = instant(day("20260308"), 0, New_York);
        assert_eq!(utc_to_local(start, New_York).to_string(), "2026-03-07 23:00:00");
    }

    #[test]
    fn a_skipped_local_time_is_moved_forward_and_a_double_one_is_the_first() {
        let skipped = day("20260308").and_hms_opt(2, 30, 0).unwrap();
        assert_eq!(utc_to_local(local_to_utc(skipped, New_York), New_York).to_string(), "2026-03-08 03:30:00");
        let double = day("20261101").and_hms_opt(1, 30, 0).unwrap();
        assert_eq!(local_to_utc(double, New_York).to_string(), "2026-11-01 05:30:00 UTC");
    }

    #[test]
    fn a_night_trip_is_found_on_the_day_after_its_service_date() {
        let found: Vec<_> = service_dates(day("20261202"), parse_time("25:10:00").unwrap(), Bishkek, Bishkek).collect();
        assert_eq!(found, [day("20261201")]);
        let west: Vec<_> = service_dates(day("20261201"), parse_time("24:30:00").unwrap(), Bishkek, Almaty).collect();
        assert_eq!(west, [day("20261201")]);
    }

    #[test]
    fn a_calendar_with_exceptions() {
        let calendar = Calendar {
            weekdays: 0b0011111,
            period: Some((day("20260101"), day("20260131"))),
            exceptions: [(day("20260101"), false), (day("20260103"), true), (day("20260307"), true)].into(),
        };
        assert!(!calendar.runs_on(day("20260101")));
        assert!(calendar.runs_on(day("20260102")));
        assert!(calendar.runs_on(day("20260103")));
        assert!(!calendar.runs_on(day("20260104")));
        assert_eq!(calendar.span(), Some((day("20260101"), day("20260307"))));
        assert_eq!(calendar.dates(day("20260101"), day("20260107")).count(), 5);
        assert_eq!(calendar.to_days().count(), 23);
    }

    #[test]
    fn a_calendar_of_added_dates_only() {
        let calendar = Calendar { exceptions: [(day("20261231"), true)].into(), ..Calendar::default() };
        assert_eq!(calendar.span(), Some((day("20261231"), day("20261231"))));
        assert!(calendar.to_days().contains(day("20261231")));
        assert!(!Calendar::default().to_days().contains(day("20261231")));
    }

    #[test]
    fn a_frequency_ends_before_its_end() {
        assert_eq!(frequency_starts(21_600, 25_200, 1_200).unwrap(), [21_600, 22_800, 24_000]);
        assert!(frequency_starts(10, 10, 60).is_err());
        assert!(frequency_starts(10, 20, 0).is_err());
        assert_eq!(shift_to_start(&[[0, 60], [600, 660]], 3_660), [[3_600, 3_660], [4_200, 4_260]]);
    }

    #[test]
    fn missing_times_are_filled_evenly() {
        let filled = fill_times(&[Some([0, 0]), None, None, Some([300, 310])]).unwrap();
        assert_eq!(filled, [[0, 0], [100, 100], [200, 200], [300, 310]]);
        assert_eq!(fill_times(&[None, Some([0, 0])]), None);
        assert_eq!(goes_back_at(&[[0, 10], [5, 20]]), Some(1));
        assert_eq!(goes_back_at(&[[0, 10], [10, 20]]), None);
    }

    proptest! {
        #[test]
        fn service_dates_agree_with_asking_every_date(offset in 0_i64..800, seconds in 0..300_000_i32, pair in 0..4_usize) {
            let (zone, stop) = [(Bishkek, Bishkek), (Bishkek, Almaty), (New_York, New_York), (New_York, Bishkek)][pair];
            let date = day("20260101") + TimeDelta::days(offset);
            let expected: Vec<_> = (date - TimeDelta::days(6)).iter_days().take(9)
                .filter(|d| utc_to_local(instant(*d, seconds, zone), stop).date() == date).collect();
            prop_assert_eq!(service_dates(date, seconds, zone, stop).collect::<Vec<_>>(), expected);
        }

        #[test]
        fn bits_say_what_the_calendar_says(
            weekdays in 0_u8..128, start in 0_i64..100, length in 0_i64..200,
            exceptions in proptest::collection::btree_map(0_i64..400, any::<bool>(), 0..20),
        ) {
            let base = day("20260101");
            let calendar = Calendar {
                weekdays,
                period: Some((base + TimeDelta::days(start), base + TimeDelta::days(start + length))),
                exceptions: exceptions.into_iter().map(|(d, added)| (base + TimeDelta::days(d), added)).collect(),
            };
            let days = calendar.to_days();
            for offset in -10..420 {
                let date = base + TimeDelta::days(offset);
                prop_assert_eq!(days.contains(date), calendar.runs_on(date), "{}", date);
            }
        }
    }
}
