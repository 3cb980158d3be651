use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// How often a report is sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Rhythm {
    Daily,
    /// On Mondays.
    Weekly,
    /// On the first of each month.
    Monthly,
}

impl Rhythm {
    pub fn code(self) -> &'static str {
        match self {
            Rhythm::Daily => "DAILY",
            Rhythm::Weekly => "WEEKLY",
            Rhythm::Monthly => "MONTHLY",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        [Rhythm::Daily, Rhythm::Weekly, Rhythm::Monthly].into_iter().find(|rhythm| rhythm.code() == code)
    }

    fn has(self, day: NaiveDate) -> bool {
        match self {
            Rhythm::Daily => true,
            Rhythm::Weekly => day.weekday() == chrono::Weekday::Mon,
            Rhythm::Monthly => day.day() == 1,
        }
    }

    /// The first time after that instant: at this full hour of the zone's clock, or, where the clock is put forward over it,
    /// as soon as it goes on.
    pub fn next(self, hour: u32, zone: Tz, after: DateTime<Utc>) -> DateTime<Utc> {
        let today = after.with_timezone(&zone).date_naive();
        let time = NaiveTime::from_hms_opt(hour.min(23), 0, 0).unwrap_or(NaiveTime::MIN);
        let at = |day: NaiveDate| {
            let local = day.and_time(time);
            let found = local.and_local_timezone(zone).earliest();
            let found = found.or_else(|| (local + TimeDelta::hours(1)).and_local_timezone(zone).earliest());
            found.map(|at| at.with_timezone(&Utc)).filter(|at| *at > after)
        };
        let days = (0..=32).map(|n| today + TimeDelta::days(n)).filter(|day| self.has(*day));
        days.filter_map(at).next().unwrap_or(after + TimeDelta::days(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_sent_at_its_hour_of_the_station_s_clock() {
        // A Tuesday, 12:30 in Bishkek.
        let after: DateTime<Utc> = "2026-12-01T06:30:00Z".parse().unwrap();
        for (rhythm, hour, at) in [
            (Rhythm::Daily, 13, "2026-12-01T07:00:00Z"),
            (Rhythm::Daily, 12, "2026-12-02T06:00:00Z"),
            (Rhythm::Weekly, 7, "2026-12-07T01:00:00Z"),
            (Rhythm::Monthly, 0, "2026-12-31T18:00:00Z"),
        ] {
            let next = rhythm.next(hour, chrono_tz::Asia::Bishkek, after);
            assert_eq!(next, at.parse::<DateTime<Utc>>().unwrap(), "{rhythm:?} {hour}");
        }
        // Two o'clock is not there in this night.
        let spring = Rhythm::Daily.next(2, chrono_tz::Europe::Berlin, "2026-03-28T12:00:00Z".parse().unwrap());
        assert_eq!(spring, "2026-03-29T01:00:00Z".parse::<DateTime<Utc>>().unwrap());
    }
}
