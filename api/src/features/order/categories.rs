//! Passenger categories and what each pays on a route.

use async_graphql::SimpleObject;
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
    RelationDef,
};
use uuid::Uuid;

use ::entity::{order, order_line, order_passenger};

use crate::features::network::{DiscountRule, Network, Sale, in_language};
use crate::i18n::{Language, t};
use crate::platform::Fault;

pub const ADULT: &str = "ADULT";

/// Who travels, as the tariff sees them.
#[derive(SimpleObject, Clone, Debug)]
pub struct PassengerCategory {
    /// What inputs take: `ADULT`, `CHILD`, …
    pub code: String,
    pub name: String,
    /// What a passenger must know or show.
    pub condition: Option<String>,
    /// False: travels on a lap, without a seat.
    pub needs_seat: bool,
    /// Completed years on the day of travel.
    pub min_age: Option<i32>,
    /// Completed years on the day of travel, inclusive.
    pub max_age: Option<i32>,
    /// Off the adult fare.
    pub percent_off: Decimal,
    /// A document must be shown at boarding.
    pub proof_required: bool,
}

impl PassengerCategory {
    fn adult(language: Language) -> Self {
        PassengerCategory {
            code: ADULT.into(),
            name: t(language, "category.ADULT", &[]),
            condition: None,
            needs_seat: true,
            min_age: None,
            max_age: None,
            percent_off: Decimal::ZERO,
            proof_required: false,
        }
    }

    fn of(rule: &DiscountRule, language: Language) -> Option<Self> {
        Some(PassengerCategory {
            code: rule.category.clone()?,
            name: in_language(&rule.name, language).to_owned(),
            condition: rule.condition.as_ref().map(|names| in_language(names, language).to_owned()),
            needs_seat: rule.own_seat,
            min_age: rule.age_from,
            max_age: rule.age_to,
            percent_off: rule.percent_off,
            proof_required: rule.proof_required,
        })
    }

    /// All categories of the tariff of that time, adults first.
    pub fn all(network: &Network, at: DateTime<Utc>, language: Language) -> Vec<Self> {
        let mut all = vec![Self::adult(language)];
        for rule in network.rules().discounts.iter().filter(|rule| rule.reach.holds_at(at)) {
            if let Some(category) = Self::of(rule, language)
                && !all.iter().any(|known| known.code == category.code)
            {
                all.push(category);
            }
        }
        all
    }

    /// A category by its code, as it was sold.
    pub fn find(network: &Network, sale: Option<&Sale<'_>>, code: &str, language: Language) -> Self {
        let known = |rule: &&DiscountRule| rule.category.as_deref() == Some(code);
        sale.and_then(|sale| network.rules().discount(sale, code))
            .or_else(|| network.rules().discounts.iter().find(known))
            .and_then(|rule| Self::of(rule, language))
            .unwrap_or_else(|| {
                let adult = Self::adult(language);
                let name = if code == ADULT { adult.name.clone() } else { code.to_owned() };
                PassengerCategory { code: code.to_owned(), name, ..adult }
            })
    }
}

/// A category's rule on a route. `Ok(None)` for adults.
#[derive(Debug, PartialEq, Eq)]
pub enum NoCategory {
    /// The tariff does not know it, or not on this route.
    NotHere,
    OutOfSeason,
}

pub fn rule_for<'a>(
    network: &'a Network,
    sale: &Sale<'_>,
    category: &str,
    day: NaiveDate,
) -> Result<Option<&'a DiscountRule>, NoCategory> {
    if category == ADULT {
        return Ok(None);
    }
    let rule = network.rules().discount(sale, category).ok_or(NoCategory::NotHere)?;
    if rule.in_season(day) { Ok(Some(rule)) } else { Err(NoCategory::OutOfSeason) }
}

/// Passengers of a category who hold or have a seat on a trip.
pub async fn count_category(
    db: &impl ConnectionTrait,
    trip: Uuid,
    category: &str,
    now: DateTime<Utc>,
) -> Result<u64, Fault> {
    debug_assert_ne!(category, ADULT);
    let to_passenger: RelationDef = order_line::Entity::belongs_to(order_passenger::Entity)
        .from(order_line::Column::PassengerId)
        .to(order_passenger::Column::Id)
        .into();
    let to_order: RelationDef =
        order_line::Entity::belongs_to(order::Entity).from(order_line::Column::OrderId).to(order::Column::Id).into();
    let live = Condition::any()
        .add(order_line::Column::State.is_in(["CONFIRMED", "ISSUED", "USED"]))
        .add(Condition::all().add(order_line::Column::State.eq("HELD")).add(order::Column::HoldUntil.gt(now)));
    Ok(order_line::Entity::find()
        .join(JoinType::InnerJoin, to_passenger)
        .join(JoinType::InnerJoin, to_order)
        .filter(order_line::Column::SpaceId.eq(trip))
        .filter(order_line::Column::Code.is_null())
        .filter(order_passenger::Column::Category.eq(category))
        .filter(live)
        .count(db)
        .await?)
}
