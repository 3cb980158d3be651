use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, Object, Result, SimpleObject, Union};
use chrono::{DateTime, Utc};
use domain::promotion::{Off, Terms};
use rust_decimal::Decimal;
use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use serde_json::{Value, json};
use uuid::Uuid;

use ::entity::promotion;

use crate::features::carrier::Carrier;
use crate::features::network::{Network, terms_of};
use crate::features::route::Route;
use crate::graphql::{ChangedMeanwhile, Date, Gid, InvalidInput, Kind, Money, ThreeNames, Viewer, app, error};
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

/// A promotional code as the office keeps it.
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

    /// What passengers type, in any case.
    async fn code(&self) -> &str {
        &self.0.code
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

    /// Orders in all; null: without a limit.
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
    #[graphql(complexity = "20 + child_complexity")]
    async fn uses(&self, ctx: &Context<'_>) -> Result<PromotionUses> {
        Ok(uses(app(ctx).db.read(), &self.0, app(ctx).clock.now()).await?)
    }
}

async fn uses(db: &impl ConnectionTrait, row: &promotion::Model, now: DateTime<Utc>) -> Result<PromotionUses, Fault> {
    let sold = "('CONFIRMED', 'ISSUED', 'USED', 'REFUNDED', 'EXCHANGED')";
    let sql = format!(
        "SELECT l.order_id, l.parts, l.state FROM order_line l JOIN \"order\" o ON o.id = l.order_id WHERE o.promotion_id = $1 \
         AND l.code IS NULL AND (l.state IN {sold} OR (l.state = 'HELD' AND o.hold_until > $2))"
    );
    let values = [row.id.into(), now.into()];
    let lines = db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    let (mut orders, mut off) = (std::collections::HashSet::new(), 0);
    let rule = crate::features::network::promotion_rule(row.id);
    for line in lines {
        orders.insert(line.try_get::<Uuid>("", "order_id")?);
        let parts: Value = line.try_get("", "parts")?;
        let parts: Vec<domain::price::Part> = serde_json::from_value(parts)?;
        if line.try_get::<String>("", "state")? != "HELD" {
            off -= parts.iter().filter(|part| part.rule == rule).map(|part| part.amount_minor).sum::<i64>();
        }
    }
    Ok(PromotionUses { orders: i32::try_from(orders.len()).unwrap_or(i32::MAX), off, currency: row.currency.clone() })
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
        "code": row.code, "nameRu": row.name.ru, "percent": row.percent, "fixed_minor": row.amount_minor, "currency": row.currency,
        "minimum_minor": row.minimum_minor, "validFrom": row.sold_from, "validTo": row.sold_to, "firstDate": row.travel_from,
        "lastDate": row.travel_to, "routes": routes.map(|route| route.number.clone()).collect::<Vec<_>>(),
        "carriers": carriers.map(|one| one.names.ru.clone()).collect::<Vec<_>>(), "usesLimit": row.uses_limit,
        "customerLimit": row.customer_limit, "active": row.active,
    })
}
