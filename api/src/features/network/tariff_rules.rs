//! Discounts, baggage, fees and refund conditions, and on which routes each applies.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::price::{Fee, FeeAmount, PartKind};
use domain::promotion::{Off, Terms};
use domain::refund::{RefundRules, Step};
use entity::Names;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::OFFICE;
use super::snapshot::Route;

/// Where a rule applies: any of the alternatives, each of which asks for all of its tags. See `demo/README.md`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scopes(pub Vec<String>);

impl Scopes {
    /// Reads `coach+domestic;vip`.
    pub fn parse(text: &str) -> Self {
        Self(text.split(';').map(str::trim).filter(|scope| !scope.is_empty()).map(str::to_owned).collect())
    }

    pub fn match_tags(&self, tags: &[&str]) -> bool {
        self.0.iter().any(|scope| scope.split('+').all(|tag| tags.contains(&tag.trim())))
    }
}

/// Tags that a scope may ask for.
pub const SCOPE_TAGS: [&str; 11] = [
    "all",
    "bus",
    "rail",
    "minibus",
    "coach",
    "vip",
    "doubledecker",
    "suburban",
    "intercity",
    "domestic",
    "international",
];

/// What a rule applies to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reach {
    pub scopes: Scopes,
    /// The office has written it: it stands before what a feed's fares say.
    pub office: bool,
    /// Whose lines alone.
    pub carrier: Option<Uuid>,
    /// Empty: all.
    pub channels: Vec<String>,
    /// What is sold from then on.
    pub from: Option<DateTime<Utc>>,
    /// What is sold before it.
    pub to: Option<DateTime<Utc>>,
}

/// A sale as the tariff sees it: of which line, when and through which channel.
#[derive(Debug, Clone)]
pub struct Sale<'a> {
    tags: Vec<&'a str>,
    carrier: Uuid,
    at: DateTime<Utc>,
    channel: &'a str,
}

impl<'a> Sale<'a> {
    pub fn of(route: &'a Route, at: DateTime<Utc>, channel: &'a str) -> Self {
        Self { tags: route.tags(), carrier: route.carrier.id, at, channel }
    }
}

impl Reach {
    /// Whether it is in force at an instant, wherever.
    pub fn holds_at(&self, at: DateTime<Utc>) -> bool {
        self.from.is_none_or(|from| from <= at) && self.to.is_none_or(|to| at < to)
    }

    fn covers(&self, sale: &Sale<'_>) -> bool {
        self.holds_at(sale.at)
            && self.carrier.is_none_or(|carrier| carrier == sale.carrier)
            && (self.channels.is_empty() || self.channels.iter().any(|channel| channel == sale.channel))
            && self.scopes.match_tags(&sale.tags)
    }
}

/// Tags by which rules find a route.
pub fn route_tags(service_class: &str, rail: bool, passport_required: bool) -> Vec<&str> {
    let mut tags = vec!["all", service_class, if rail { "rail" } else { "bus" }];
    tags.push(match (service_class, passport_required) {
        ("suburban", _) => "suburban",
        ("rail", _) => "rail",
        (_, true) => "international",
        (_, false) => "intercity",
    });
    tags.push(if passport_required { "international" } else { "domestic" });
    tags
}

/// A category of passengers with its price, or a discount that comes by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DiscountRule {
    #[serde(skip)]
    pub code: String,
    #[serde(skip)]
    pub reach: Reach,
    pub name: Names,
    /// What a passenger must know or show.
    pub condition: Option<Names>,
    /// The passenger category it makes; without one it is given by itself, to a group.
    pub category: Option<String>,
    pub percent_off: Decimal,
    /// Years completed on the day of travel, both inclusive.
    pub age_from: Option<i32>,
    pub age_to: Option<i32>,
    /// False: travels on a lap.
    pub own_seat: bool,
    pub quota_per_trip: Option<i32>,
    /// (month, day), both inclusive; may run over the new year.
    pub season: Option<((u32, u32), (u32, u32))>,
    pub min_group: Option<i32>,
    pub proof_required: bool,
}

impl DiscountRule {
    pub fn in_season(&self, date: NaiveDate) -> bool {
        let day = (date.month(), date.day());
        match self.season {
            None => true,
            Some((from, to)) if from <= to => (from..=to).contains(&day),
            Some((from, to)) => day >= from || day <= to,
        }
    }

    /// What a feed's own fare for children says, where this is their rule and the office has not written another.
    pub fn fare_of_child(&self, child_minor: Option<i64>) -> Option<i64> {
        child_minor.filter(|_| self.category.as_deref() == Some("CHILD") && !self.reach.office)
    }

    pub fn admits_age(&self, years: i32) -> bool {
        self.age_from.is_none_or(|from| years >= from) && self.age_to.is_none_or(|to| years <= to)
    }
}

/// A kind of baggage, for each piece.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BaggageRule {
    #[serde(skip)]
    pub code: String,
    #[serde(skip)]
    pub reach: Reach,
    pub name: Names,
    pub condition: Option<Names>,
    /// Minor units for each piece; 0 is included in the ticket.
    pub price_minor: i64,
    /// ISO 4217.
    pub currency: String,
    /// Most pieces for one passenger.
    pub max_count: i32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FeeRule {
    #[serde(skip)]
    pub code: String,
    #[serde(skip)]
    pub reach: Reach,
    pub name: Names,
    /// True for the station's own fee, false for the fee of selling.
    pub of_station: bool,
    /// Minor units for each ticket.
    pub fixed_minor: Option<i64>,
    /// Of the fare after its discount.
    pub percent: Option<Decimal>,
    /// Minor units.
    pub max_minor: Option<i64>,
    /// ISO 4217: of the amounts above.
    pub currency: String,
}

impl FeeRule {
    fn fee(&self) -> Option<Fee> {
        let amount = match (self.fixed_minor, self.percent) {
            (Some(minor), _) => FeeAmount::Fixed(minor),
            (None, Some(percent)) => FeeAmount::Percent { percent, max_minor: self.max_minor },
            (None, None) => return None,
        };
        let kind = if self.of_station { PartKind::StationFee } else { PartKind::ServiceFee };
        Some(Fee { rule: self.code.clone(), kind, amount })
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RefundRule {
    #[serde(skip)]
    pub code: String,
    #[serde(skip)]
    pub reach: Reach,
    pub name: Names,
    /// In force while at least so many minutes remain until departure; negative: after it. Without: for trips that
    /// were cancelled or late.
    pub minutes_before: Option<i64>,
    pub percent_back: Decimal,
}

/// A promotional code with what it takes off.
#[derive(Debug, Clone, PartialEq)]
pub struct PromotionRule {
    pub id: Uuid,
    /// As the lines of a price carry it.
    pub code: String,
    /// What passengers type, in capitals.
    pub typed: String,
    pub name: Names,
    pub active: bool,
    pub terms: Terms,
}

impl PromotionRule {
    /// As a price takes it off.
    pub fn of_price(&self) -> domain::price::Promotion {
        self.terms.of_price(&self.code)
    }
}

/// The code of a promotion in the lines of a price.
pub fn promotion_rule(id: Uuid) -> String {
    format!("promotion:{id}")
}

/// The terms of a stored code; one that cannot be read is an error of ours.
pub fn terms_of(row: &entity::promotion::Model) -> Result<Terms, serde_json::Error> {
    let percent = row.percent.as_deref().and_then(|percent| percent.parse().ok());
    Ok(Terms {
        off: percent.map_or(Off::Amount(row.amount_minor.unwrap_or(0)), Off::Percent),
        currency: row.currency.clone(),
        minimum_minor: row.minimum_minor,
        sold_from: row.sold_from,
        sold_to: row.sold_to,
        travel_from: row.travel_from,
        travel_to: row.travel_to,
        routes: serde_json::from_value(row.routes.clone())?,
        carriers: serde_json::from_value(row.carriers.clone())?,
    })
}

/// All rules, each list in the order of the tariff.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TariffRules {
    pub discounts: Vec<DiscountRule>,
    pub baggage: Vec<BaggageRule>,
    pub fees: Vec<FeeRule>,
    pub refunds: Vec<RefundRule>,
    /// Those out of use too, for orders that have them.
    pub promotions: Vec<PromotionRule>,
    /// What is withheld where a ticket is exchanged; nothing where there are none.
    pub exchanges: Vec<RefundRule>,
}

impl TariffRules {
    /// The discount of a passenger category in a sale; `ADULT` has none.
    pub fn discount(&self, sale: &Sale<'_>, category: &str) -> Option<&DiscountRule> {
        self.discounts.iter().find(|rule| rule.category.as_deref() == Some(category) && rule.reach.covers(sale))
    }

    /// The discount for so many passengers in one order.
    pub fn group_discount(&self, sale: &Sale<'_>, passengers: i32) -> Option<&DiscountRule> {
        self.discounts.iter().find(|rule| {
            rule.category.is_none()
                && rule.min_group.is_some_and(|least| passengers >= least)
                && rule.reach.covers(sale)
        })
    }

    /// What may be taken along, priced in that currency.
    pub fn baggage<'a>(&'a self, sale: &'a Sale<'_>, currency: &'a str) -> impl Iterator<Item = &'a BaggageRule> {
        self.baggage
            .iter()
            .filter(move |rule| (rule.price_minor == 0 || rule.currency == currency) && rule.reach.covers(sale))
    }

    /// The fees on a ticket in that currency. Fixed fees of another currency are not taken; percentages are, without
    /// a maximum that is in another currency.
    pub fn fees(&self, sale: &Sale<'_>, currency: &str) -> Vec<Fee> {
        self.fees
            .iter()
            .filter(|rule| rule.reach.covers(sale) && (rule.currency == currency || rule.fixed_minor.is_none()))
            .filter_map(|rule| {
                let same = rule.currency == currency;
                FeeRule { max_minor: rule.max_minor.filter(|_| same), ..rule.clone() }.fee()
            })
            .collect()
    }

    /// What is withheld when; the general conditions where the tariff has none for such a sale.
    pub fn refund_rules(&self, sale: &Sale<'_>) -> RefundRules {
        let mut steps: Vec<Step> = self
            .refunds
            .iter()
            .filter(|rule| rule.reach.covers(sale))
            .filter_map(|rule| {
                let percent_withheld = Decimal::ONE_HUNDRED - rule.percent_back;
                Some(Step { rule: rule.code.clone(), minutes_before: rule.minutes_before?, percent_withheld })
            })
            .collect();
        if steps.is_empty() {
            return RefundRules::default();
        }
        steps.sort_by_key(|step| std::cmp::Reverse(step.minutes_before));
        RefundRules { steps, ..RefundRules::default() }
    }

    /// What is withheld of a ticket that is exchanged so many minutes before its departure, in per cents.
    pub fn exchange_withheld(&self, sale: &Sale<'_>, minutes_before: i64) -> Decimal {
        let mut steps: Vec<&RefundRule> = self.exchanges.iter().filter(|rule| rule.reach.covers(sale)).collect();
        steps.sort_by_key(|rule| std::cmp::Reverse(rule.minutes_before));
        let step = steps.into_iter().find(|rule| rule.minutes_before.is_some_and(|least| minutes_before >= least));
        step.map_or(Decimal::ZERO, |rule| Decimal::ONE_HUNDRED - rule.percent_back)
    }

    /// The name of any rule by its code, for explanations of a price; of those that have ended too.
    pub fn name(&self, code: &str) -> Option<&Names> {
        let discounts = self.discounts.iter().map(|rule| (&rule.code, &rule.name));
        let baggage = self.baggage.iter().map(|rule| (&rule.code, &rule.name));
        let fees = self.fees.iter().map(|rule| (&rule.code, &rule.name));
        let refunds = self.refunds.iter().chain(&self.exchanges).map(|rule| (&rule.code, &rule.name));
        let promotions = self.promotions.iter().map(|rule| (&rule.code, &rule.name));
        discounts
            .chain(baggage)
            .chain(fees)
            .chain(refunds)
            .chain(promotions)
            .find(|(known, _)| *known == code)
            .map(|(_, name)| name)
    }

    /// The code of an order.
    pub fn promotion(&self, id: Option<Uuid>) -> Option<&PromotionRule> {
        self.promotions.iter().find(|rule| Some(rule.id) == id)
    }

    /// Puts a stored rule into its list; one that cannot be read is an error of ours.
    pub fn add(&mut self, row: entity::tariff_rule::Model) -> Result<(), serde_json::Error> {
        let reach = Reach {
            scopes: serde_json::from_value(row.scopes)?,
            office: row.feed == OFFICE,
            carrier: row.carrier_id,
            channels: serde_json::from_value(row.channels)?,
            from: row.valid_from,
            to: row.valid_to,
        };
        let code = row.code;
        match row.kind.as_str() {
            "discount" => self.discounts.push(DiscountRule { code, reach, ..serde_json::from_value(row.terms)? }),
            "baggage" => self.baggage.push(BaggageRule { code, reach, ..serde_json::from_value(row.terms)? }),
            "fee" => self.fees.push(FeeRule { code, reach, ..serde_json::from_value(row.terms)? }),
            "refund" => self.refunds.push(RefundRule { code, reach, ..serde_json::from_value(row.terms)? }),
            "exchange" => self.exchanges.push(RefundRule { code, reach, ..serde_json::from_value(row.terms)? }),
            _ => {}
        }
        Ok(())
    }
}
