//! What a company's contract takes off fares.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Most prices of its own that a contract has.
pub const MOST_PRICES: usize = 50;

/// A price of the contract for some of what is sold; all that it names has to fit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Price {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Uuid>,
    /// Of the route: `coach`, `minibus`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_class: Option<String>,
    /// Of the passenger: `ADULT`, `CHILD`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Taken off the fare; 0: the fare is paid whole.
    pub percent: Decimal,
}

impl Price {
    /// Two prices for the same are one too many.
    pub fn is_for_the_same(&self, other: &Price) -> bool {
        (self.route, &self.service_class, &self.category) == (other.route, &other.service_class, &other.category)
    }

    /// Whether it names anything.
    pub fn names_something(&self) -> bool {
        self.route.is_some() || self.service_class.is_some() || self.category.is_some()
    }

    fn fits(&self, sold: Sold<'_>) -> bool {
        self.route.is_none_or(|route| route == sold.route)
            && self.service_class.as_deref().is_none_or(|class| class == sold.service_class)
            && self.category.as_deref().is_none_or(|category| category == sold.category)
    }

    /// The narrower one counts: a route before a class before a category, and of equal ones who names more.
    fn narrowness(&self) -> (bool, bool, bool) {
        (self.route.is_some(), self.service_class.is_some(), self.category.is_some())
    }
}

/// A seat as contracts see it.
#[derive(Clone, Copy, Debug)]
pub struct Sold<'a> {
    pub route: Uuid,
    pub service_class: &'a str,
    pub category: &'a str,
}

/// What was agreed on.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Terms {
    /// Taken off every fare that no price is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Decimal>,
    #[serde(default)]
    pub prices: Vec<Price>,
}

impl Terms {
    /// The share that is taken off a seat, of the narrowest price for it.
    pub fn percent_off(&self, sold: Sold<'_>) -> Option<Decimal> {
        let own = self.prices.iter().filter(|price| price.fits(sold)).max_by_key(|price| price.narrowness());
        own.map(|price| price.percent).or(self.percent).filter(|percent| !percent.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_price_counts() {
        let osh = Uuid::from_u128(1);
        let price = |route: Option<Uuid>, class: Option<&str>, category: Option<&str>, percent: i64| Price {
            route,
            service_class: class.map(Into::into),
            category: category.map(Into::into),
            percent: percent.into(),
        };
        let terms = Terms {
            percent: Some(10.into()),
            prices: vec![
                price(None, None, Some("CHILD"), 0),
                price(None, Some("minibus"), None, 3),
                price(None, Some("minibus"), Some("STUDENT"), 4),
                price(Some(osh), None, None, 15),
            ],
        };
        let check = |terms: &Terms, route: u128, service_class: &str, category: &str, want: Option<i64>| {
            let sold = Sold { route: Uuid::from_u128(route), service_class, category };
            assert_eq!(terms.percent_off(sold), want.map(Decimal::from), "{sold:?}");
        };
        check(&terms, 2, "coach", "ADULT", Some(10));
        check(&terms, 2, "coach", "CHILD", None);
        check(&terms, 2, "minibus", "CHILD", Some(3));
        check(&terms, 2, "minibus", "STUDENT", Some(4));
        check(&terms, 1, "minibus", "STUDENT", Some(15));
        check(&Terms::default(), 1, "coach", "ADULT", None);
    }

    #[test]
    fn terms_are_kept_as_they_were() {
        let text = r#"{"percent":"7.5","prices":[{"category":"CHILD","percent":"0"}]}"#;
        let terms: Terms = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&terms).unwrap(), text);
        assert_eq!(serde_json::from_str::<Terms>(r#"{"prices":[]}"#).unwrap(), Terms::default());
    }
}
