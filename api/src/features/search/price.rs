//! What the asked passengers pay for a journey: fares and discounts, without fees.

use chrono::NaiveDate;
use domain::price::{self, Discount};

use crate::features::network::{DiscountRule, FarePrice, Network, Sale};

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

    /// Minor units for everybody on one ride. A category that the route doesn't have, or not on that day, pays the
    /// full fare.
    pub fn fare_minor(&self, network: &Network, sale: &Sale<'_>, fare: &FarePrice, day: NaiveDate) -> i64 {
        let group = network.rules().group_discount(sale, self.size());
        let each = |category: &str| {
            let own = (category != ADULT).then(|| network.rules().discount(sale, category)).flatten();
            let discount = own.filter(|rule| rule.in_season(day)).or(group).map(|rule| discount(rule, fare));
            price::total(&price::seat(fare.amount_minor, discount.as_ref(), None, &[]))
        };
        self.0.iter().map(|(category, count)| each(category) * i64::from(*count)).sum()
    }
}

fn discount(rule: &DiscountRule, fare: &FarePrice) -> Discount {
    Discount {
        rule: rule.code.clone(),
        percent_off: rule.percent_off,
        fare_minor: rule.fare_of_child(fare.child_minor),
    }
}
