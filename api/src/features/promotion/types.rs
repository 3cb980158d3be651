use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use async_graphql::dataloader::{DataLoader, Loader};
use async_graphql::{ComplexObject, Context, Error, ID, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::promotion::{Off, Terms};
use rust_decimal::Decimal;
use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::promotion;

use crate::app::App;
use crate::features::carrier::Carrier;
use crate::features::network::{Network, promotion_rule, terms_of};
use crate::features::quota::SalesChannel;
use crate::features::route::Route;
use crate::graphql::{
    ChangedMeanwhile, Date, Gid, InvalidInput, Kind, Money, ThreeNames, Viewer, app, error, weekdays_of,
};
use crate::platform::Fault;

crate::connection!(Promotion, PromotionConnection, PromotionEdge);

/// Codes are for the whole network: FORBIDDEN for who represents a carrier or is tied to stations.
pub fn sets_promotions(viewer: &Viewer) -> Result<()> {
    let whole = viewer.only_carrier().is_none() && viewer.only_stations().is_empty();
    if whole { Ok(()) } else { Err(error::forbidden()) }
}

pub async fn find_promotion(db: &impl ConnectionTrait, id: &ID) -> Result<promotion::Model> {
    let row = promotion::Entity::find_by_id(Gid::find(Kind::Promotion, id)?).one(db).await.map_err(Fault::from)?;
    row.ok_or_else(error::not_found)
}

/// A promotional code, or a campaign that needs none, as the office keeps it.
#[derive(Clone)]
pub struct Promotion(pub promotion::Model);

impl Promotion {
    fn terms(&self) -> Result<Terms> {
        Ok(terms_of(&self.0).map_err(Fault::from)?)
    }
}

/// How often a code has been used.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct PromotionUses {
    /// Orders that are held with it now, or were sold.
    pub orders: i32,
    /// Tickets of those orders; of a campaign those that it is for.
    pub tickets: i32,
    #[graphql(skip)]
    pub off: i64,
    #[graphql(skip)]
    pub currency: String,
}

#[ComplexObject]
impl PromotionUses {
    /// What it has taken off tickets that were sold, in its own currency.
    async fn taken_off(&self) -> Money {
        Money::of(self.off, &self.currency)
    }
}

#[Object]
impl Promotion {
    async fn id(&self) -> ID {
        Gid::of(Kind::Promotion, self.0.id)
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// What passengers type, in any case; null: a campaign, which applies by itself.
    async fn code(&self) -> Option<&str> {
        Some(self.0.code.as_str()).filter(|_| !self.0.automatic)
    }

    /// Of a code: it comes on top of a campaign; otherwise the better of the two counts.
    async fn combinable(&self) -> bool {
        self.0.combinable
    }

    /// Days of travel, 1 is Monday, 7 Sunday.
    async fn weekdays(&self) -> Vec<i32> {
        weekdays_of(self.0.weekdays)
    }

    /// Only what is sold through these; empty: all.
    async fn channels(&self) -> Result<Vec<SalesChannel>> {
        Ok(self.terms()?.channels.iter().filter_map(|code| SalesChannel::parse(code)).collect())
    }

    /// Only for passengers of these, codes of `passengerCategories`; empty: all.
    async fn categories(&self) -> Result<Vec<String>> {
        Ok(self.terms()?.categories)
    }

    /// Of a campaign: it ends when so much was taken off; null: without a limit.
    async fn budget(&self) -> Option<Money> {
        self.0.budget_minor.map(|minor| Money::of(minor, &self.0.currency))
    }

    /// As the lines of a price name it.
    async fn names(&self) -> ThreeNames {
        (&self.0.name).into()
    }

    /// Off each ticket; null where an amount is.
    async fn percent(&self) -> Result<Option<Decimal>> {
        Ok(if let Off::Percent(percent) = self.terms()?.off { Some(percent) } else { None })
    }

    /// Off each ticket; null where a per cent is.
    async fn amount(&self) -> Result<Option<Money>> {
        let terms = self.terms()?;
        Ok(if let Off::Amount(minor) = terms.off { Some(Money::of(minor, &terms.currency)) } else { None })
    }

    /// ISO 4217: of its amounts.
    async fn currency(&self) -> &str {
        &self.0.currency
    }

    /// The fares of an order have to be so much.
    async fn minimum(&self) -> Money {
        Money::of(self.0.minimum_minor, &self.0.currency)
    }

    async fn sold_from(&self) -> Option<DateTime<Utc>> {
        self.0.sold_from
    }

    /// Not from then on.
    async fn sold_to(&self) -> Option<DateTime<Utc>> {
        self.0.sold_to
    }

    /// Of departure, as the one below.
    async fn travel_from(&self) -> Option<Date> {
        self.0.travel_from.map(Date)
    }

    /// Included.
    async fn travel_to(&self) -> Option<Date> {
        self.0.travel_to.map(Date)
    }

    /// Empty: all.
    async fn routes(&self, ctx: &Context<'_>) -> Result<Vec<Route>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let routes = self.terms()?.routes;
        Ok(routes.iter().filter_map(|id| network.route(*id)).map(|route| Route(Arc::clone(route))).collect())
    }

    /// Empty: all.
    async fn carriers(&self, ctx: &Context<'_>) -> Result<Vec<Carrier>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        let carriers = self.terms()?.carriers;
        Ok(carriers.iter().filter_map(|id| network.carrier(*id)).map(|one| Carrier(Arc::clone(one))).collect())
    }

    /// Orders in all, of a campaign tickets; null: without a limit.
    async fn uses_limit(&self) -> Option<i32> {
        self.0.uses_limit
    }

    /// Orders of one customer, by account, phone and mail; null: without a limit.
    async fn customer_limit(&self) -> Option<i32> {
        self.0.customer_limit
    }

    /// False: out of use.
    async fn active(&self) -> bool {
        self.0.active
    }

    /// How often it has been used.
    #[graphql(complexity = "2 + child_complexity")]
    async fn uses(&self, ctx: &Context<'_>) -> Result<PromotionUses> {
        let loader = ctx.data_unchecked::<DataLoader<UsesLoader>>();
        let found = loader.load_one(UsesOf(self.0.id)).await;
        let found = found.map_err(|fault| Error::from(Fault::new(format!("{fault:?}"))))?.unwrap_or_default();
        let (orders, tickets) = (found.orders.len(), found.tickets);
        let count = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        let currency = self.0.currency.clone();
        Ok(PromotionUses { orders: count(orders), tickets: count(tickets), off: found.off_minor, currency })
    }
}

/// The uses of a promotion.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct UsesOf(pub Uuid);

#[derive(Clone, Default)]
pub struct Uses {
    orders: HashSet<Uuid>,
    tickets: usize,
    off_minor: i64,
}

/// Counts uses of all promotions of a page by one statement.
pub struct UsesLoader(pub App);

impl Loader<UsesOf> for UsesLoader {
    type Value = Uses;
    type Error = Arc<Fault>;

    async fn load(&self, keys: &[UsesOf]) -> Result<HashMap<UsesOf, Uses>, Self::Error> {
        uses(self.0.db.read(), keys, self.0.clock.now()).await.map_err(Arc::new)
    }
}

async fn uses(db: &impl ConnectionTrait, keys: &[UsesOf], now: DateTime<Utc>) -> Result<HashMap<UsesOf, Uses>, Fault> {
    let sold = "('CONFIRMED', 'ISSUED', 'USED', 'REFUNDED', 'EXCHANGED')";
    let marks: Vec<String> = (2..keys.len() + 2).map(|n| format!("${n}")).collect();
    let marks = marks.join(", ");
    let live = format!("l.code IS NULL AND (l.state IN {sold} OR (l.state = 'HELD' AND o.hold_until > $1))");
    let sql = format!(
        "SELECT o.promotion_id AS promotion, l.order_id, l.parts, l.state FROM order_line l JOIN \"order\" o ON o.id = l.order_id \
         WHERE o.promotion_id IN ({marks}) AND {live} UNION ALL \
         SELECT l.campaign_id AS promotion, l.order_id, l.parts, l.state FROM order_line l JOIN \"order\" o ON o.id = l.order_id \
         WHERE l.campaign_id IN ({marks}) AND {live}"
    );
    let values = std::iter::once(sea_orm::Value::from(now)).chain(keys.iter().map(|key| key.0.into()));
    let lines = db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    let mut found: HashMap<UsesOf, Uses> = HashMap::new();
    for line in lines {
        let id: Uuid = line.try_get("", "promotion")?;
        let of = found.entry(UsesOf(id)).or_default();
        of.orders.insert(line.try_get("", "order_id")?);
        of.tickets += 1;
        let parts: Value = line.try_get("", "parts")?;
        let parts: Vec<domain::price::Part> = serde_json::from_value(parts)?;
        if line.try_get::<String>("", "state")? != "HELD" {
            let rule = promotion_rule(id);
            of.off_minor -= parts.iter().filter(|part| part.rule == rule).map(|part| part.amount_minor).sum::<i64>();
        }
    }
    Ok(found)
}

/// A code as it is now.
#[derive(SimpleObject)]
pub struct PromotionSaved {
    pub promotion: Promotion,
}

#[derive(Union)]
pub enum SavePromotionResult {
    Saved(PromotionSaved),
    InvalidInput(InvalidInput),
    ChangedMeanwhile(ChangedMeanwhile),
}

/// What the audit log keeps.
pub fn facts(network: &Network, row: &promotion::Model) -> Value {
    let terms = terms_of(row).ok();
    let routes = terms.iter().flat_map(|terms| &terms.routes).filter_map(|id| network.route(*id));
    let carriers = terms.iter().flat_map(|terms| &terms.carriers).filter_map(|id| network.carrier(*id));
    json!({
        "code": Some(&row.code).filter(|_| !row.automatic), "automatic": row.automatic, "combinable": row.combinable,
        "weekdays": weekdays_of(row.weekdays), "channels": row.channels, "categories": row.categories, "budget_minor": row.budget_minor,
        "nameRu": row.name.ru, "percent": row.percent, "fixed_minor": row.amount_minor, "currency": row.currency,
        "minimum_minor": row.minimum_minor, "validFrom": row.sold_from, "validTo": row.sold_to, "firstDate": row.travel_from,
        "lastDate": row.travel_to, "routes": routes.map(|route| route.number.clone()).collect::<Vec<_>>(),
        "carriers": carriers.map(|one| one.names.ru.clone()).collect::<Vec<_>>(), "usesLimit": row.uses_limit,
        "customerLimit": row.customer_limit, "active": row.active,
    })
}
