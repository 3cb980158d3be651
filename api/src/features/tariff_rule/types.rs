use std::sync::Arc;

use async_graphql::{Context, Enum, Object, Result, SimpleObject, Union};
use chrono::{DateTime, NaiveDate, Utc};
use domain::dynamic::{Dynamic, Step};
use domain::money::Currency;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::{Names, tariff_rule};

use crate::features::carrier::Carrier;
use crate::features::network::{
    AncillaryRule, ClassRule, DiscountRule, DynamicRule, FeeRule, Network, RefundRule, in_language,
};
use crate::features::quota::SalesChannel;
use crate::features::route::Route;
use crate::graphql::{ChangedMeanwhile, InvalidInput, Money, ThreeNames, app, viewer};
use crate::platform::Fault;

/// What a rule is about.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TariffRuleKind {
    /// A passenger category, or a reduction for groups.
    Discount,
    Baggage,
    /// What the station sells beside tickets: a blanket, a porter.
    Extra,
    Fee,
    /// What comes back of a ticket that is returned.
    Refund,
    /// What of a ticket that is exchanged counts for the new one.
    Exchange,
    /// What seats of a class cost more or less than the fare.
    Class,
    /// How prices follow demand: how full a ride is, how long before it is bought.
    Dynamic,
}

impl TariffRuleKind {
    pub fn code(self) -> &'static str {
        match self {
            TariffRuleKind::Discount => "discount",
            TariffRuleKind::Baggage => "baggage",
            TariffRuleKind::Extra => "extra",
            TariffRuleKind::Fee => "fee",
            TariffRuleKind::Refund => "refund",
            TariffRuleKind::Exchange => "exchange",
            TariffRuleKind::Class => "class",
            TariffRuleKind::Dynamic => "dynamic",
        }
    }
}

/// Where a rule stands now.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum TariffRuleState {
    InForce,
    /// Later.
    Planned,
    /// Replaced by another, or ended.
    Ended,
}

/// A rule's own terms.
#[derive(Clone)]
pub enum Terms {
    Discount(DiscountRule),
    Ancillary(AncillaryRule),
    Fee(FeeRule),
    Refund(RefundRule),
    Class(ClassRule),
    Dynamic(DynamicRule),
}

impl Terms {
    pub fn of(row: &tariff_rule::Model) -> Result<Self, Fault> {
        let terms = row.terms.clone();
        Ok(match row.kind.as_str() {
            "discount" => Terms::Discount(serde_json::from_value(terms)?),
            "baggage" | "extra" => Terms::Ancillary(serde_json::from_value(terms)?),
            "fee" => Terms::Fee(serde_json::from_value(terms)?),
            "class" => Terms::Class(serde_json::from_value(terms)?),
            "dynamic" => Terms::Dynamic(serde_json::from_value(terms)?),
            _ => Terms::Refund(serde_json::from_value(terms)?),
        })
    }

    fn names(&self) -> &Names {
        match self {
            Terms::Discount(rule) => &rule.name,
            Terms::Ancillary(rule) => &rule.name,
            Terms::Fee(rule) => &rule.name,
            Terms::Refund(rule) => &rule.name,
            Terms::Class(rule) => &rule.name,
            Terms::Dynamic(rule) => &rule.name,
        }
    }
}

crate::connection!(TariffRule, TariffRuleConnection, TariffRuleEdge);

/// One rule of the tariff from an instant to another.
#[derive(Clone)]
pub struct TariffRule {
    pub row: tariff_rule::Model,
    pub terms: Terms,
}

impl TariffRule {
    pub fn of(row: tariff_rule::Model) -> Result<Self, Fault> {
        Ok(TariffRule { terms: Terms::of(&row)?, row })
    }
}

pub fn state_of(row: &tariff_rule::Model, now: DateTime<Utc>) -> TariffRuleState {
    if row.valid_to.is_some_and(|to| to <= now) {
        TariffRuleState::Ended
    } else if row.valid_from.is_some_and(|from| from > now) {
        TariffRuleState::Planned
    } else {
        TariffRuleState::InForce
    }
}

/// `MM-DD`.
fn day((month, day): (u32, u32)) -> String {
    format!("{month:02}-{day:02}")
}

#[Object]
impl TariffRule {
    /// Its own, as the lines of a price name it.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// The same for all that have followed one another.
    async fn series(&self) -> &str {
        &self.row.series
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.row.version).unwrap_or(i32::MAX)
    }

    async fn kind(&self) -> TariffRuleKind {
        self.kind_of()
    }

    async fn state(&self, ctx: &Context<'_>) -> TariffRuleState {
        state_of(&self.row, app(ctx).clock.now())
    }

    /// In the viewer's language, as passengers read it.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        in_language(self.own_names(), viewer(ctx).language)
    }

    async fn names(&self) -> ThreeNames {
        self.own_names().into()
    }

    /// What a passenger must know or show, in all languages.
    async fn conditions(&self) -> Option<ThreeNames> {
        match &self.terms {
            Terms::Discount(rule) => rule.condition.as_ref().map(ThreeNames::from),
            Terms::Ancillary(rule) => rule.condition.as_ref().map(ThreeNames::from),
            Terms::Fee(_) | Terms::Refund(_) | Terms::Class(_) | Terms::Dynamic(_) => None,
        }
    }

    /// Lines it applies to: any of these, each of which asks for all of its tags, for example `coach+domestic`.
    async fn scopes(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.row.scopes.clone()).map_err(Fault::from)?)
    }

    /// Whose lines alone; null: everybody's.
    async fn carrier(&self, ctx: &Context<'_>) -> Result<Option<Carrier>> {
        let Some(id) = self.row.carrier_id else { return Ok(None) };
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.carrier(id).map(|carrier| Carrier(Arc::clone(carrier))))
    }

    /// These lines alone; empty: all.
    async fn routes(&self, ctx: &Context<'_>) -> Result<Vec<Route>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let ids: Vec<Uuid> = serde_json::from_value(self.row.routes.clone()).map_err(Fault::from)?;
        Ok(ids.iter().filter_map(|id| network.route(*id)).map(|route| Route(Arc::clone(route))).collect())
    }

    /// Sold through these alone; empty: through all.
    async fn channels(&self) -> Result<Vec<SalesChannel>> {
        let codes: Vec<String> = serde_json::from_value(self.row.channels.clone()).map_err(Fault::from)?;
        Ok(codes.iter().filter_map(|code| SalesChannel::parse(code)).collect())
    }

    /// For what is sold from then on; null: from the beginning.
    async fn valid_from(&self) -> Option<DateTime<Utc>> {
        self.row.valid_from
    }

    /// For what is sold before it; null: without an end.
    async fn valid_to(&self) -> Option<DateTime<Utc>> {
        self.row.valid_to
    }

    /// The office has changed it: imports leave it alone.
    async fn kept_by_office(&self) -> bool {
        self.row.edited_at.is_some()
    }

    /// The passenger category that a discount makes; null: it comes by itself, to a group.
    async fn category(&self) -> Option<&str> {
        self.passenger_category()
    }

    /// Of a discount, off the adult fare.
    async fn percent_off(&self) -> Option<Decimal> {
        self.discount().map(|rule| rule.percent_off)
    }

    /// Completed years on the day of travel.
    async fn age_from(&self) -> Option<i32> {
        self.discount().and_then(|rule| rule.age_from)
    }

    /// Completed years on the day of travel, inclusive.
    async fn age_to(&self) -> Option<i32> {
        self.discount().and_then(|rule| rule.age_to)
    }

    /// Of a discount; false: on a lap.
    async fn own_seat(&self) -> Option<bool> {
        self.discount().map(|rule| rule.own_seat)
    }

    /// Passengers of the category on one trip, at most.
    async fn quota_per_trip(&self) -> Option<i32> {
        self.discount().and_then(|rule| rule.quota_per_trip)
    }

    /// First day of the year on which one travels with it, `MM-DD`.
    async fn season_from(&self) -> Option<String> {
        self.discount().and_then(|rule| rule.season).map(|(from, _)| day(from))
    }

    /// Last day, `MM-DD`; may be before the first: over the new year.
    async fn season_to(&self) -> Option<String> {
        self.discount().and_then(|rule| rule.season).map(|(_, to)| day(to))
    }

    /// Passengers in one order from which a group has it.
    async fn min_group(&self) -> Option<i32> {
        self.discount().and_then(|rule| rule.min_group)
    }

    /// A document must be shown at boarding.
    async fn proof_required(&self) -> Option<bool> {
        self.discount().map(|rule| rule.proof_required)
    }

    /// Of one piece of baggage or one extra (0: included in the ticket), of a fee for each ticket, or what a seat of the class costs more
    /// than the fare.
    async fn amount(&self) -> Option<Money> {
        match &self.terms {
            Terms::Ancillary(rule) => Some(Money::of(rule.price_minor, &rule.currency)),
            Terms::Fee(rule) => rule.fixed_minor.map(|minor| Money::of(minor, &rule.currency)),
            Terms::Class(rule) => rule.fixed_minor.map(|minor| Money::of(minor, &rule.currency)),
            Terms::Discount(_) | Terms::Refund(_) | Terms::Dynamic(_) => None,
        }
    }

    /// Pieces of baggage, or extras of a kind, for one passenger, at most.
    async fn max_count(&self) -> Option<i32> {
        if let Terms::Ancillary(rule) = &self.terms { Some(rule.max_count) } else { None }
    }

    /// Of a fee; true: the station's own, false: for the service of selling.
    async fn of_station(&self) -> Option<bool> {
        if let Terms::Fee(rule) = &self.terms { Some(rule.of_station) } else { None }
    }

    /// Of a fee: of the fare after its discount. Of a class: what its seats cost more than the fare, below zero: less. Of a refund or an exchange: what comes back of it.
    async fn percent(&self) -> Option<Decimal> {
        match &self.terms {
            Terms::Fee(rule) => rule.percent,
            Terms::Refund(rule) => Some(rule.percent_back),
            Terms::Class(rule) => rule.percent,
            Terms::Discount(_) | Terms::Ancillary(_) | Terms::Dynamic(_) => None,
        }
    }

    /// Of a fee by per cent, at most.
    async fn most(&self) -> Option<Money> {
        if let Terms::Fee(rule) = &self.terms {
            rule.max_minor.map(|minor| Money::of(minor, &rule.currency))
        } else {
            None
        }
    }

    /// Of a class: which.
    async fn seat_class(&self) -> Option<&str> {
        if let Terms::Class(rule) = &self.terms { Some(&rule.seat_class) } else { None }
    }

    /// Of a class or of demand: what is added is rounded to the nearest multiple, in whole units of the currency.
    async fn step(&self) -> Option<Money> {
        match &self.terms {
            Terms::Class(rule) => Some(Money::of(rule.step_minor, &rule.currency)),
            Terms::Dynamic(rule) => Some(Money::of(rule.terms.step_minor, Currency::KGS.code())),
            _ => None,
        }
    }

    /// Of a rule of demand.
    async fn demand(&self) -> Option<DemandTerms> {
        let Terms::Dynamic(rule) = &self.terms else { return None };
        let Dynamic { occupancy, ahead, floor, ceiling, .. } = &rule.terms;
        let (occupancy, ahead) = (demand_steps(occupancy), demand_steps(ahead));
        Some(DemandTerms { occupancy, ahead, floor: *floor, ceiling: *ceiling })
    }

    /// Of a refund or an exchange: in force while so many minutes remain until departure, negative after it; null: of
    /// cancelled trips.
    async fn minutes_before(&self) -> Option<i32> {
        if let Terms::Refund(rule) = &self.terms {
            rule.minutes_before.and_then(|minutes| i32::try_from(minutes).ok())
        } else {
            None
        }
    }
}

/// From so much on, until the next step.
#[derive(SimpleObject)]
pub struct DemandStep {
    /// Per cent of seats that are sold, or hours before departure.
    pub from: i32,
    /// On top of the fare; below zero: off it.
    pub percent: Decimal,
}

fn demand_steps(steps: &[Step]) -> Vec<DemandStep> {
    let step = |step: &Step| DemandStep { from: i32::try_from(step.from).unwrap_or(i32::MAX), percent: step.percent };
    steps.iter().map(step).collect()
}

/// How prices follow demand.
#[derive(SimpleObject)]
pub struct DemandTerms {
    /// By per cent of the seats that are sold on the fullest leg of the ride, ascending.
    pub occupancy: Vec<DemandStep>,
    /// By full hours before departure from the passenger's stop, ascending.
    pub ahead: Vec<DemandStep>,
    /// No price is below so many per cent of the fare for the seat's class.
    pub floor: Decimal,
    /// None is above.
    pub ceiling: Decimal,
}

impl TariffRule {
    pub fn kind_of(&self) -> TariffRuleKind {
        match self.terms {
            Terms::Discount(_) => TariffRuleKind::Discount,
            Terms::Ancillary(_) if self.row.kind == TariffRuleKind::Extra.code() => TariffRuleKind::Extra,
            Terms::Ancillary(_) => TariffRuleKind::Baggage,
            Terms::Fee(_) => TariffRuleKind::Fee,
            Terms::Refund(_) if self.row.kind == TariffRuleKind::Exchange.code() => TariffRuleKind::Exchange,
            Terms::Refund(_) => TariffRuleKind::Refund,
            Terms::Class(_) => TariffRuleKind::Class,
            Terms::Dynamic(_) => TariffRuleKind::Dynamic,
        }
    }

    pub fn own_names(&self) -> &Names {
        self.terms.names()
    }

    pub fn passenger_category(&self) -> Option<&str> {
        self.discount().and_then(|rule| rule.category.as_deref())
    }

    fn discount(&self) -> Option<&DiscountRule> {
        if let Terms::Discount(rule) = &self.terms { Some(rule) } else { None }
    }
}

/// A rule as it is now.
#[derive(SimpleObject)]
pub struct TariffRuleSaved {
    pub rule: TariffRule,
}

#[derive(Union)]
pub enum SaveTariffRuleResult {
    Saved(TariffRuleSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

/// What the audit log keeps.
pub fn facts(network: &Network, row: &tariff_rule::Model) -> Value {
    let ids: Vec<Uuid> = serde_json::from_value(row.routes.clone()).unwrap_or_default();
    let routes: Vec<&str> = ids.iter().filter_map(|id| network.route(*id)).map(|route| route.number.as_str()).collect();
    let mut facts = json!({
        "tariffKind": row.kind, "scopes": row.scopes, "channels": row.channels, "validFrom": row.valid_from,
        "validTo": row.valid_to, "routes": routes, "carrier": row.carrier_id.and_then(|id| network.carrier(id)).map(|carrier| carrier.names.ru.clone()),
    });
    if let (Value::Object(facts), Value::Object(terms)) = (&mut facts, &row.terms) {
        for (key, value) in terms {
            match (key.as_str(), value) {
                ("name" | "condition", Value::Object(names)) => {
                    facts.insert(key.clone(), names.get("ru").cloned().unwrap_or_default());
                }
                _ => {
                    facts.insert(key.clone(), value.clone());
                }
            }
        }
    }
    facts
}

/// Midnight of a date at the home station.
pub fn midnight(date: NaiveDate) -> DateTime<Utc> {
    domain::timetable::local_to_utc(date.and_time(chrono::NaiveTime::MIN), crate::features::site::HOME_ZONE)
}
