//! What things are called in the feeds.

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::timetable::instant;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::features::site::HOME_ZONE;
use crate::platform::Fault;

/// How codes become ids and dates become the dates of the feed.
///
/// The feed that was imported first keeps its codes as they are, so that ids outlive the import of others; codes of
/// other feeds carry the feed's name.
#[derive(Clone, Debug)]
pub struct Naming {
    pub zone: Tz,
    home: String,
}

/// What a departure's id is made of.
#[derive(Clone, Copy, Debug)]
pub struct Departure<'a> {
    pub feed: &'a str,
    pub code: &'a str,
    pub schedule: Uuid,
    /// False: only trips that were sold still follow it.
    pub active: bool,
    pub zone: Tz,
    /// Seconds of its first time.
    pub first: i32,
}

/// A departure on a date, as the feeds call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub trip_id: String,
    pub start_date: NaiveDate,
    /// Seconds to add to the schedule's times.
    pub shift: i32,
}

impl Naming {
    /// A feed has one zone for all carriers: that of most departures.
    pub async fn read(db: &impl ConnectionTrait) -> Result<Self, Fault> {
        use ::entity::{import_run, schedule};
        let zones: Vec<(String, i64)> = schedule::Entity::find()
            .select_only()
            .column(schedule::Column::TimeZone)
            .column_as(schedule::Column::Id.count(), "n")
            .filter(schedule::Column::Active.eq(true))
            .group_by(schedule::Column::TimeZone)
            .into_tuple()
            .all(db)
            .await?;
        let most = zones.into_iter().max_by(|a, b| (a.1, &b.0).cmp(&(b.1, &a.0)));
        let first = import_run::Entity::find()
            .select_only()
            .column(import_run::Column::Feed)
            .order_by_asc(import_run::Column::StartedAt)
            .order_by_asc(import_run::Column::Id)
            .limit(1)
            .into_tuple::<String>()
            .one(db)
            .await?;
        Ok(Self {
            zone: most.and_then(|(zone, _)| zone.parse().ok()).unwrap_or(HOME_ZONE),
            home: first.unwrap_or_default(),
        })
    }

    pub fn id(&self, feed: &str, code: &str) -> String {
        let code = if code.is_empty() { "-" } else { code };
        if feed == self.home { code.to_owned() } else { format!("{feed}:{code}") }
    }

    /// Seconds of a timetable count from a date in its own zone. Where that is not the feed's, they are counted anew,
    /// and the difference, which may change with the clocks, is part of the id.
    pub fn published(&self, departure: Departure<'_>, date: NaiveDate) -> Published {
        let mut trip_id = self.id(departure.feed, departure.code);
        if !departure.active {
            let schedule = departure.schedule.simple().to_string();
            trip_id = format!("{trip_id}~{}", &schedule[..8]);
        }
        if departure.zone == self.zone {
            return Published { trip_id, start_date: date, shift: 0 };
        }
        let midnight = instant(date, 0, departure.zone);
        let leaves = instant(date, departure.first, departure.zone);
        let shift = |start: NaiveDate| (midnight - instant(start, 0, self.zone)).num_seconds();
        let mut start_date = leaves.with_timezone(&self.zone).date_naive();
        // On the day when clocks change, a date of a timetable does not begin at midnight.
        if shift(start_date) + i64::from(departure.first) < 0 {
            start_date = start_date.pred_opt().unwrap_or(start_date);
        }
        let shift = i32::try_from(shift(start_date)).unwrap_or(0);
        Published { trip_id: format!("{trip_id}~{}", shift / 60), start_date, shift }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{America::New_York, Asia::Bishkek, Europe::Moscow};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn departure(zone: Tz, first: i32) -> Departure<'static> {
        Departure { feed: "home", code: "T1", schedule: Uuid::nil(), active: true, zone, first }
    }

    #[track_caller]
    fn check(feed: Tz, departure: Departure<'_>, date: &str, expected: (&str, &str, i32)) {
        let naming = Naming { zone: feed, home: "home".into() };
        let published = naming.published(departure, day(date));
        assert_eq!(
            (published.trip_id.as_str(), published.start_date, published.shift),
            (expected.0, day(expected.1), expected.2)
        );
        // The instant is the same, whoever counts.
        assert_eq!(
            instant(published.start_date, departure.first + published.shift, feed),
            instant(day(date), departure.first, departure.zone)
        );
        assert!(departure.first + published.shift >= 0);
    }

    #[test]
    fn times_of_another_zone_are_counted_in_the_feeds() {
        check(Bishkek, departure(Bishkek, 3_600), "2026-12-01", ("T1", "2026-12-01", 0));
        check(Bishkek, departure(Moscow, 3_600), "2026-12-01", ("T1~180", "2026-12-01", 10_800));
        // One in the morning of Bishkek is the evening before in Moscow.
        check(Moscow, departure(Bishkek, 3_600), "2026-12-01", ("T1~1260", "2026-11-30", 75_600));
        // Half past three of the fourth day.
        check(Bishkek, departure(Moscow, 271_800), "2026-12-01", ("T1~-4140", "2026-12-04", -248_400));
    }

    #[test]
    fn a_change_of_clocks_is_another_trip() {
        check(Bishkek, departure(New_York, 43_200), "2026-10-31", ("T1~600", "2026-10-31", 36_000));
        check(Bishkek, departure(New_York, 43_200), "2026-11-02", ("T1~660", "2026-11-02", 39_600));
        for date in ["2026-03-08", "2026-11-01"] {
            let naming = Naming { zone: New_York, home: "home".into() };
            let own = naming.published(departure(Bishkek, 0), day(date));
            let at = instant(own.start_date, own.shift, New_York);
            assert_eq!(at, instant(day(date), 0, Bishkek), "{date}");
            assert!(own.shift >= 0);
        }
    }

    #[test]
    fn ids_outlive_the_import_of_another_feed() {
        let naming = Naming { zone: Bishkek, home: "home".into() };
        assert_eq!(naming.id("home", "501"), "501");
        assert_eq!(naming.id("other", "501"), "other:501");
        let kept = Departure { active: false, ..departure(Bishkek, 0) };
        assert_eq!(naming.published(kept, day("2026-12-01")).trip_id, "T1~00000000");
    }
}
