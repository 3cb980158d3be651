use chrono::{DateTime, Offset as _, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

/// From an instant on, the clock of a zone is so many seconds ahead of UTC.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offset {
    /// The first of a list has none that matters.
    pub since: DateTime<Utc>,
    pub seconds: i32,
}

/// The clock of a zone between two instants: databases that know no zones are told where it is put forward and back.
pub fn offsets(zone: Tz, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Offset> {
    let at = |instant: DateTime<Utc>| zone.offset_from_utc_datetime(&instant.naive_utc()).fix().local_minus_utc();
    let mut found = vec![Offset { since: from, seconds: at(from) }];
    let mut day = from;
    while day < to {
        let next = (day + TimeDelta::days(1)).min(to);
        let (before, after) = (at(day), at(next));
        if before != after {
            let (mut early, mut late) = (day, next);
            while late - early > TimeDelta::seconds(1) {
                let middle = early + TimeDelta::seconds((late - early).num_seconds() / 2);
                if at(middle) == before { early = middle } else { late = middle }
            }
            found.push(Offset { since: late, seconds: after });
        }
        day = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(zone: Tz, from: &str, to: &str) -> Vec<(String, i32)> {
        let found = offsets(zone, from.parse().unwrap(), to.parse().unwrap());
        found.iter().map(|one| (one.since.to_rfc3339(), one.seconds / 3600)).collect()
    }

    #[test]
    fn a_clock_is_put_forward_and_back_or_never() {
        assert_eq!(
            told(chrono_tz::Asia::Bishkek, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
            [("2026-01-01T00:00:00+00:00".to_owned(), 6)]
        );
        assert_eq!(
            told(chrono_tz::Europe::Berlin, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
            [
                ("2026-01-01T00:00:00+00:00".to_owned(), 1),
                ("2026-03-29T01:00:00+00:00".to_owned(), 2),
                ("2026-10-25T01:00:00+00:00".to_owned(), 1),
            ]
        );
    }
}
