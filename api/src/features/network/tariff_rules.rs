//! Discounts, baggage and extras, fees, refund conditions, classes of seats and demand, and on which routes each applies.

use std::collections::HashSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::dynamic::{Dynamic, Look};
use domain::price::{Ancillary, Fee, FeeAmount, Part, PartKind, class_supplement, total};
use domain::promotion::{ALL_DAYS, Off, Ride, Terms};
use domain::refund::{RefundRules, Step};
use entity::Names;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::OFFICE;
use super::snapshot::{FarePrice, Route};

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
    /// These lines alone; empty: all.
    pub routes: Vec<Uuid>,
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
    route: Uuid,
    at: DateTime<Utc>,
    channel: &'a str,
}

impl<'a> Sale<'a> {
    pub fn of(route: &'a Route, at: DateTime<Utc>, channel: &'a str) -> Self {
        Self { tags: route.tags(), carrier: route.carrier.id, route: route.id, at, channel }
    }

    /// The ride that is sold, as promotions see it.
    pub fn ride(&self, day: NaiveDate) -> Ride {
        Ride { route: self.route, carrier: self.carrier, day }
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
            && (self.routes.is_empty() || self.routes.contains(&sale.route))
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

/// A kind of baggage or an extra, for each piece.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AncillaryRule {
    #[serde(skip)]
    pub code: String,
    #[serde(skip)]
    pub kind: Ancillary,
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

/// What seats of a class cost more than the fare, or less.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClassRule {
    #[serde(skip)]
    pub code: String,
    #[serde(skip)]
    pub reach: Reach,
    pub name: Names,
    /// Of the layout: `vip`, `panorama`, …
    pub seat_class: String,
    /// Of the fare; below zero: less.
    pub percent: Option<Decimal>,
    /// Minor units, instead of the per cent.
    pub fixed_minor: Option<i64>,
    /// ISO 4217: of the amount.
    pub currency: String,
    /// Minor units: a share is rounded to the nearest multiple.
    pub step_minor: i64,
}

impl ClassRule {
    fn part(&self, fare_minor: i64) -> Part {
        match (self.percent, self.fixed_minor) {
            (Some(percent), _) => class_supplement(&self.code, fare_minor, percent, self.step_minor),
            (None, minor) => Part::plain(PartKind::ClassSupplement, &self.code, minor.unwrap_or(0).max(-fare_minor)),
        }
    }
}

/// How prices follow demand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DynamicRule {
    #[serde(skip)]
    pub code: String,
    #[serde(skip)]
    pub reach: Reach,
    pub name: Names,
    #[serde(flatten)]
    pub terms: Dynamic,
}

/// A promotional code or a campaign, with what it takes off.
#[derive(Debug, Clone, PartialEq)]
pub struct PromotionRule {
    pub id: Uuid,
    /// As the lines of a price carry it.
    pub code: String,
    /// What passengers type, in capitals.
    pub typed: String,
    pub name: Names,
    pub active: bool,
    /// A campaign: it needs no code.
    pub automatic: bool,
    /// Of a code: it comes on top of a campaign.
    pub combinable: bool,
    /// Of a campaign: so many tickets have it.
    pub uses_limit: Option<i32>,
    /// Of a campaign: it takes off so much in all, minor units.
    pub budget_minor: Option<i64>,
    pub terms: Terms,
}

impl PromotionRule {
    /// As a price takes it off.
    pub fn of_price(&self) -> domain::price::Promotion {
        self.terms.of_price(&self.code)
    }

    /// As it was held: of a budget never more than then.
    pub fn of_held(&self, held_minor: i64) -> domain::price::Promotion {
        let most_minor = self.budget_minor.map(|_| held_minor);
        domain::price::Promotion { most_minor, ..self.of_price() }
    }

    /// A campaign that ends when so much of it is used.
    pub fn is_limited(&self) -> bool {
        self.automatic && (self.uses_limit.is_some() || self.budget_minor.is_some())
    }

    /// What passengers type.
    pub fn is_code(&self, typed: &str) -> bool {
        self.active && !self.automatic && self.typed == typed
    }
}

/// How the codes begin of parts that no rule of the tariff has made.
const OF_CLASS: &str = "class:";
const OF_PROMOTION: &str = "promotion:";

/// The code of a class that has a price list of its own, in the lines of a price.
pub fn class_code(class: &str) -> String {
    format!("{OF_CLASS}{class}")
}

/// The class of such a code; none of any other.
pub fn class_of_code(code: &str) -> Option<&str> {
    code.strip_prefix(OF_CLASS)
}

/// The code of a promotion in the lines of a price.
pub fn promotion_rule(id: Uuid) -> String {
    format!("{OF_PROMOTION}{id}")
}

/// Whether a part with this rule is what a code or a campaign takes off.
pub fn is_of_promotion(rule: &str) -> bool {
    rule.starts_with(OF_PROMOTION)
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
        weekdays: u8::try_from(row.weekdays).unwrap_or(ALL_DAYS),
        channels: serde_json::from_value(row.channels.clone())?,
        categories: serde_json::from_value(row.categories.clone())?,
    })
}

/// All rules, each list in the order of the tariff.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TariffRules {
    pub discounts: Vec<DiscountRule>,
    pub ancillaries: Vec<AncillaryRule>,
    pub fees: Vec<FeeRule>,
    pub refunds: Vec<RefundRule>,
    /// Those out of use too, for orders that have them.
    pub promotions: Vec<PromotionRule>,
    /// What is withheld where a ticket is exchanged; nothing where there are none.
    pub exchanges: Vec<RefundRule>,
    pub classes: Vec<ClassRule>,
    pub dynamics: Vec<DynamicRule>,
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

    /// Whether seats of another class may cost something else in a sale.
    pub fn has_classes(&self, sale: &Sale<'_>, fare: &FarePrice) -> bool {
        !fare.classes.is_empty() || self.classes.iter().any(|rule| rule.reach.covers(sale))
    }

    /// Whether prices follow demand in a sale.
    pub fn dynamic(&self, sale: &Sale<'_>) -> Option<&DynamicRule> {
        self.dynamics.iter().find(|rule| rule.reach.covers(sale))
    }

    /// What stands between the fare and the discounts: what the seat's class costs, and what demand adds or takes off.
    /// Without a class (on a lap, or where seats are not numbered) the fare is everybody's.
    pub fn supplements(&self, sale: &Sale<'_>, fare: &FarePrice, class: Option<&str>, look: Look) -> Vec<Part> {
        let mut supplements: Vec<Part> =
            class.and_then(|class| self.class_part(sale, fare, class)).into_iter().collect();
        if let Some(rule) = self.dynamic(sale) {
            supplements.extend(rule.terms.parts(&rule.code, fare.amount_minor + total(&supplements), look));
        }
        supplements
    }

    /// What a seat's class costs more than the fare. An own list of the class stands before a rule.
    pub fn class_part(&self, sale: &Sale<'_>, fare: &FarePrice, class: &str) -> Option<Part> {
        let listed = fare.classes.iter().find(|(own, _)| own == class).map(|(_, minor)| minor - fare.amount_minor);
        let part = match listed {
            Some(more) => Some(Part::plain(PartKind::ClassSupplement, &class_code(class), more)),
            None => {
                let fits = |rule: &&ClassRule| {
                    rule.seat_class == class
                        && (rule.percent.is_some() || rule.currency == fare.currency)
                        && rule.reach.covers(sale)
                };
                self.classes.iter().find(fits).map(|rule| rule.part(fare.amount_minor))
            }
        };
        part.filter(|part| part.amount_minor != 0)
    }

    /// Whether passengers are of this category somewhere: adults, or those of a discount.
    pub fn knows_category(&self, code: &str) -> bool {
        code == "ADULT" || self.discounts.iter().any(|rule| rule.category.as_deref() == Some(code))
    }

    pub fn has_campaigns(&self) -> bool {
        self.promotions.iter().any(|rule| rule.automatic && rule.active)
    }

    /// The campaign that takes most off one ticket, the first of equal ones; none of those that are used up.
    pub fn campaign(
        &self,
        sale: &Sale<'_>,
        (day, category): (NaiveDate, &str),
        currency: &str,
        net_minor: i64,
        used_up: &HashSet<Uuid>,
    ) -> Option<&PromotionRule> {
        let ride = sale.ride(day);
        let fits = |rule: &&PromotionRule| {
            rule.automatic
                && rule.active
                && !used_up.contains(&rule.id)
                && rule.terms.fits_ticket(&ride, (sale.at, sale.channel), category, currency)
        };
        let mut best: Option<(i64, &PromotionRule)> = None;
        for rule in self.promotions.iter().filter(fits) {
            let off = rule.of_price().off_minor(net_minor);
            if off > best.map_or(0, |(most, _)| most) {
                best = Some((off, rule));
            }
        }
        best.map(|(_, rule)| rule)
    }

    /// What may be taken along or bought with a seat, priced in that currency.
    pub fn ancillaries<'a>(&'a self, sale: &'a Sale<'_>, currency: &'a str) -> impl Iterator<Item = &'a AncillaryRule> {
        self.ancillaries
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
        let ancillaries = self.ancillaries.iter().map(|rule| (&rule.code, &rule.name));
        let fees = self.fees.iter().map(|rule| (&rule.code, &rule.name));
        let refunds = self.refunds.iter().chain(&self.exchanges).map(|rule| (&rule.code, &rule.name));
        let promotions = self.promotions.iter().map(|rule| (&rule.code, &rule.name));
        let classes = self.classes.iter().map(|rule| (&rule.code, &rule.name));
        let dynamics = self.dynamics.iter().map(|rule| (&rule.code, &rule.name));
        discounts
            .chain(ancillaries)
            .chain(fees)
            .chain(refunds)
            .chain(promotions)
            .chain(classes)
            .chain(dynamics)
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
            routes: serde_json::from_value(row.routes)?,
            channels: serde_json::from_value(row.channels)?,
            from: row.valid_from,
            to: row.valid_to,
        };
        let code = row.code;
        match row.kind.as_str() {
            "discount" => self.discounts.push(DiscountRule { code, reach, ..serde_json::from_value(row.terms)? }),
            "baggage" | "extra" => {
                let kind = if row.kind == "extra" { Ancillary::Extra } else { Ancillary::Baggage };
                self.ancillaries.push(AncillaryRule { code, kind, reach, ..serde_json::from_value(row.terms)? });
            }
            "fee" => self.fees.push(FeeRule { code, reach, ..serde_json::from_value(row.terms)? }),
            "refund" => self.refunds.push(RefundRule { code, reach, ..serde_json::from_value(row.terms)? }),
            "exchange" => self.exchanges.push(RefundRule { code, reach, ..serde_json::from_value(row.terms)? }),
            "class" => self.classes.push(ClassRule { code, reach, ..serde_json::from_value(row.terms)? }),
            "dynamic" => self.dynamics.push(DynamicRule { code, reach, ..serde_json::from_value(row.terms)? }),
            _ => {}
        }
        Ok(())
    }
}
