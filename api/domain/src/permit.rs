//! Papers with a term: what a carrier, a vehicle or a driver has to have, and which of it has run out.

use std::collections::BTreeMap;

use chrono::NaiveDate;

/// Who holds a paper.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Holder {
    Carrier,
    Vehicle,
    Driver,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PermitKind {
    /// A carrier's licence.
    Licence,
    /// Of a carrier's liability, or of a vehicle.
    Insurance,
    /// A vehicle's technical inspection.
    Inspection,
    /// For the roads of another state.
    RoadPermit,
    DrivingLicence,
    /// A driver's fitness.
    Medical,
}

impl Holder {
    pub const ALL: [Holder; 3] = [Holder::Carrier, Holder::Vehicle, Holder::Driver];

    pub fn code(self) -> &'static str {
        match self {
            Holder::Carrier => "CARRIER",
            Holder::Vehicle => "VEHICLE",
            Holder::Driver => "DRIVER",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|holder| holder.code() == code)
    }

    /// Papers that it may have.
    pub fn kinds(self) -> &'static [PermitKind] {
        match self {
            Holder::Carrier => &[PermitKind::Licence, PermitKind::Insurance],
            Holder::Vehicle => &[PermitKind::Insurance, PermitKind::Inspection, PermitKind::RoadPermit],
            Holder::Driver => &[PermitKind::DrivingLicence, PermitKind::Medical],
        }
    }
}

impl PermitKind {
    pub const ALL: [PermitKind; 6] = [
        PermitKind::Licence,
        PermitKind::Insurance,
        PermitKind::Inspection,
        PermitKind::RoadPermit,
        PermitKind::DrivingLicence,
        PermitKind::Medical,
    ];

    pub fn code(self) -> &'static str {
        match self {
            PermitKind::Licence => "LICENCE",
            PermitKind::Insurance => "INSURANCE",
            PermitKind::Inspection => "INSPECTION",
            PermitKind::RoadPermit => "ROAD_PERMIT",
            PermitKind::DrivingLicence => "DRIVING_LICENCE",
            PermitKind::Medical => "MEDICAL",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Kinds that have run out by a day, each with its last day: of several papers of a kind the one that lasts longest
/// counts. A kind that nobody has written down is not held against anybody.
pub fn expired_on(
    papers: impl IntoIterator<Item = (PermitKind, NaiveDate)>,
    day: NaiveDate,
) -> BTreeMap<PermitKind, NaiveDate> {
    let mut last: BTreeMap<PermitKind, NaiveDate> = BTreeMap::new();
    for (kind, expires_on) in papers {
        let known = last.entry(kind).or_insert(expires_on);
        *known = (*known).max(expires_on);
    }
    last.retain(|_, expires_on| *expires_on < day);
    last
}

/// Reminders of a paper's end: so many days before it, a week before, and when it has ended. How many of them are due.
pub fn reminders_due(expires_on: NaiveDate, today: NaiveDate, first_days: i64) -> i32 {
    let left = (expires_on - today).num_days();
    match left {
        ..0 => 3,
        0..=7 => 2,
        left if left <= first_days => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_longest_paper_of_a_kind_counts_through_its_last_day() {
        let papers = [
            (PermitKind::Insurance, day("2026-11-30")),
            (PermitKind::Insurance, day("2027-11-30")),
            (PermitKind::Inspection, day("2026-12-01")),
        ];
        assert!(expired_on(papers, day("2026-12-01")).is_empty());
        let late = expired_on(papers, day("2026-12-02"));
        assert_eq!(late.into_iter().collect::<Vec<_>>(), [(PermitKind::Inspection, day("2026-12-01"))]);
        assert!(expired_on([], day("2026-12-02")).is_empty());
    }

    #[test]
    fn reminders_come_before_and_after_the_end() {
        let due = |expires| reminders_due(day(expires), day("2026-12-01"), 30);
        assert_eq!(due("2027-01-01"), 0);
        assert_eq!(due("2026-12-31"), 1);
        assert_eq!(due("2026-12-08"), 2);
        assert_eq!(due("2026-12-01"), 2);
        assert_eq!(due("2026-11-30"), 3);
    }

    #[test]
    fn codes_are_read_back() {
        assert!(PermitKind::ALL.into_iter().all(|kind| PermitKind::parse(kind.code()) == Some(kind)));
        assert!(Holder::ALL.into_iter().all(|holder| Holder::parse(holder.code()) == Some(holder)));
        assert!(PermitKind::ALL.iter().all(|kind| Holder::ALL.iter().any(|holder| holder.kinds().contains(kind))));
    }
}
