//! Promotional codes and campaigns: what they take off, and of what.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::price::Promotion;

/// What is taken off each ticket.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Off {
    /// Of the fare after its discount.
    Percent(Decimal),
    /// Minor units, at most the fare after its discount.
    Amount(i64),
}

/// The terms of a code; limits of its uses are counted elsewhere.
#[derive(Clone, PartialEq, Debug)]
pub struct Terms {
    pub off: Off,
    /// ISO 4217: of its amounts.
    pub currency: String,
    /// Minor units: the fares of the order have to be so much.
    pub minimum_minor: i64,
    pub sold_from: Option<DateTime<Utc>>,
    pub sold_to: Option<DateTime<Utc>>,
    pub travel_from: Option<NaiveDate>,
    pub travel_to: Option<NaiveDate>,
    /// Empty: all.
    pub routes: Vec<Uuid>,
    /// Empty: all.
    pub carriers: Vec<Uuid>,
    /// Days of travel: bit 0 is Monday, bit 6 Sunday.
    pub weekdays: u8,
    /// Codes; empty: all.
    pub channels: Vec<String>,
    /// Of passengers, codes; empty: all.
    pub categories: Vec<String>,
}

/// Every day of the week.
pub const ALL_DAYS: u8 = 0b111_1111;

/// A ride of an order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ride {
    pub route: Uuid,
    pub carrier: Uuid,
    /// Of departure from the passenger's stop.
    pub day: NaiveDate,
}

/// Why a code takes nothing off.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unfit {
    #[error("not sold with it now")]
    NotNow,
    #[error("none of the rides has it")]
    NotHere,
    #[error("another currency")]
    OtherCurrency,
    #[error("less than {minimum_minor}")]
    TooLittle { minimum_minor: i64 },
}

impl Terms {
    /// Whether it is for the ride, by line, carrier and day.
    pub fn covers(&self, ride: &Ride) -> bool {
        let any = |of: &[Uuid], id: Uuid| of.is_empty() || of.contains(&id);
        any(&self.routes, ride.route)
            && any(&self.carriers, ride.carrier)
            && self.travel_from.is_none_or(|from| from <= ride.day)
            && self.travel_to.is_none_or(|to| ride.day <= to)
            && self.weekdays & (1 << ride.day.weekday().num_days_from_monday()) != 0
    }

    pub fn is_on(&self, at: DateTime<Utc>) -> bool {
        self.sold_from.is_none_or(|from| from <= at) && self.sold_to.is_none_or(|to| at < to)
    }

    pub fn admits_channel(&self, channel: &str) -> bool {
        self.channels.is_empty() || self.channels.iter().any(|own| own == channel)
    }

    /// Whether a passenger of the category has it.
    pub fn admits(&self, category: &str) -> bool {
        self.categories.is_empty() || self.categories.iter().any(|own| own == category)
    }

    /// Whether one ticket has it, whatever the rest of the order is.
    pub fn fits_ticket(
        &self,
        ride: &Ride,
        (at, channel): (DateTime<Utc>, &str),
        category: &str,
        currency: &str,
    ) -> bool {
        let amounts = matches!(self.off, Off::Amount(_));
        self.is_on(at)
            && self.admits_channel(channel)
            && self.covers(ride)
            && self.admits(category)
            && (!amounts || self.currency == currency)
    }

    /// Which of an order's rides it takes something off; `fares_minor` is what they cost without it and without fees.
    pub fn rides(
        &self,
        rides: &[Ride],
        (at, channel): (DateTime<Utc>, &str),
        currency: &str,
        fares_minor: i64,
    ) -> Result<Vec<bool>, Unfit> {
        if !self.is_on(at) || !self.admits_channel(channel) {
            return Err(Unfit::NotNow);
        }
        let covered: Vec<bool> = rides.iter().map(|ride| self.covers(ride)).collect();
        if !covered.contains(&true) {
            return Err(Unfit::NotHere);
        }
        let amounts = self.minimum_minor > 0 || matches!(self.off, Off::Amount(_));
        if amounts && self.currency != currency {
            return Err(Unfit::OtherCurrency);
        }
        if fares_minor < self.minimum_minor {
            return Err(Unfit::TooLittle { minimum_minor: self.minimum_minor });
        }
        Ok(covered)
    }

    /// As a price takes it.
    pub fn of_price(&self, rule: &str) -> Promotion {
        Promotion { rule: rule.to_owned(), off: self.off, most_minor: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        Terms {
            off: Off::Percent(Decimal::TEN),
            currency: "KGS".into(),
            minimum_minor: 50_000,
            sold_from: Some("2026-12-01T00:00:00Z".parse().unwrap()),
            sold_to: Some("2026-12-10T00:00:00Z".parse().unwrap()),
            travel_from: Some("2026-12-05".parse().unwrap()),
            travel_to: None,
            routes: vec![Uuid::from_u128(1)],
            carriers: Vec::new(),
            weekdays: ALL_DAYS,
            channels: Vec::new(),
            categories: Vec::new(),
        }
    }

    fn check(at: &str, day: &str, route: u128, fares: i64, currency: &str, want: Result<Vec<bool>, Unfit>) {
        let ride = Ride { route: Uuid::from_u128(route), carrier: Uuid::nil(), day: day.parse().unwrap() };
        assert_eq!(
            terms().rides(&[ride], (at.parse().unwrap(), "WEB"), currency, fares),
            want,
            "{at} {day} {route} {fares}"
        );
    }

    #[test]
    fn a_code_is_good_in_its_time_on_its_lines_for_so_much() {
        let now = "2026-12-02T00:00:00Z";
        check(now, "2026-12-05", 1, 50_000, "KGS", Ok(vec![true]));
        check("2026-12-10T00:00:00Z", "2026-12-05", 1, 50_000, "KGS", Err(Unfit::NotNow));
        check("2026-11-30T00:00:00Z", "2026-12-05", 1, 50_000, "KGS", Err(Unfit::NotNow));
        check(now, "2026-12-04", 1, 50_000, "KGS", Err(Unfit::NotHere));
        check(now, "2026-12-05", 2, 50_000, "KGS", Err(Unfit::NotHere));
        check(now, "2026-12-05", 1, 50_000, "KZT", Err(Unfit::OtherCurrency));
        check(now, "2026-12-05", 1, 49_999, "KGS", Err(Unfit::TooLittle { minimum_minor: 50_000 }));
    }

    #[test]
    fn a_campaign_is_for_days_channels_and_categories() {
        let terms = Terms {
            weekdays: 0b001_1111,
            channels: vec!["WEB".into()],
            categories: vec!["STUDENT".into()],
            off: Off::Amount(1),
            ..terms()
        };
        let fits = |day: &str, channel: &str, category: &str, currency: &str| {
            let ride = Ride { route: Uuid::from_u128(1), carrier: Uuid::nil(), day: day.parse().unwrap() };
            terms.fits_ticket(&ride, ("2026-12-02T00:00:00Z".parse().unwrap(), channel), category, currency)
        };
        // 7 December 2026 is a Monday.
        assert!(fits("2026-12-07", "WEB", "STUDENT", "KGS"));
        assert!(!fits("2026-12-06", "WEB", "STUDENT", "KGS"));
        assert!(!fits("2026-12-07", "DESK", "STUDENT", "KGS"));
        assert!(!fits("2026-12-07", "WEB", "ADULT", "KGS"));
        assert!(!fits("2026-12-07", "WEB", "STUDENT", "KZT"));
    }
}
