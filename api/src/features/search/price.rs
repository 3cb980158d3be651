//! What the asked passengers pay for a journey: fares and discounts, without fees.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::price::{Part, total};
use uuid::Uuid;

use crate::features::network::{FarePrice, Network, Sale};
use crate::features::order::{HeldFare, Sitter, shown};

/// Passengers by category code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party(pub Vec<(String, i32)>);

const ADULT: &str = "ADULT";

impl Party {
    pub fn one_adult() -> Self {
        Self(vec![(ADULT.to_owned(), 1)])
    }

    pub fn size(&self) -> i32 {
        self.0.iter().map(|(_, count)| count).sum()
    }

    /// Seats that the party takes.
    pub fn seats(&self, network: &Network, sale: &Sale<'_>) -> i32 {
        let on_lap = |category: &str| network.rules().discount(sale, category).is_some_and(|rule| !rule.own_seat);
        self.0.iter().filter(|(category, _)| !on_lap(category)).map(|(_, count)| count).sum()
    }

    /// Minor units for everybody on one ride, with campaigns and without them. A category that the route doesn't have, or
    /// not on that day, pays the full fare.
    pub fn fare_minor(
        &self,
        network: &Network,
        sale: &Sale<'_>,
        fare: &FarePrice,
        supplements: &[Part],
        (day, used_up): (NaiveDate, &HashSet<Uuid>),
    ) -> (i64, i64) {
        let party = usize::try_from(self.size()).unwrap_or(1);
        let held = HeldFare::new(fare, supplements.to_vec());
        let each = |category: &str| {
            let rule = (category != ADULT).then(|| network.rules().discount(sale, category)).flatten();
            let sitter = Sitter { category, rule: rule.filter(|rule| rule.in_season(day)), party, day };
            let shown = shown(network, sale, &fare.currency, &held, &sitter, used_up);
            (total(&shown.parts), shown.before_minor)
        };
        self.0.iter().fold((0, 0), |(with, without), (category, count)| {
            let (one, before) = each(category);
            (with + one * i64::from(*count), without + before * i64::from(*count))
        })
    }
}
