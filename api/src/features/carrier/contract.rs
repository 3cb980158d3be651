use std::sync::Arc;

use async_graphql::{ComplexObject, Context, Enum, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use domain::contract::{self as rule, Commission as Terms};
use domain::money::{Currency, from_decimal};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use ::entity::{contract, contract_route};

use crate::features::network;
use crate::features::route::Route;
use crate::features::site::local_today;
use crate::graphql::{Date, Gid, Kind, Money, app, error};
use crate::platform::Fault;

/// Contracts are in the money of the home station.
pub const CURRENCY: Currency = Currency::KGS;

/// How a commission is counted.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum CommissionKind {
    /// Of the fare.
    Percent,
    /// For each ticket.
    Fixed,
}

/// What the station earns with a ticket.
#[derive(SimpleObject, Clone)]
pub struct Commission {
    pub kind: CommissionKind,
    /// Per cent of the fare, or som for each ticket.
    pub value: Decimal,
}

impl Commission {
    fn of(kind: &str, value: i64) -> Self {
        let kind = if kind == "PERCENT" { CommissionKind::Percent } else { CommissionKind::Fixed };
        // Both are kept in hundredths.
        Commission { kind, value: Decimal::new(value, 2) }
    }
}

/// Another commission for one route.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct RouteCommission {
    pub commission: Commission,
    #[graphql(skip)]
    route: Uuid,
}

#[ComplexObject]
impl RouteCommission {
    /// Null where it is no longer in the timetable.
    async fn route(&self, ctx: &Context<'_>) -> Result<Option<Route>> {
        let app = app(ctx);
        let network = app.network.get(app).await?;
        Ok(network.route(self.route).map(|route| Route(Arc::clone(route))))
    }
}

/// A fare between those it belongs to; the three sum to it.
#[derive(SimpleObject)]
pub struct FareShare {
    pub station_fee: Money,
    pub commission: Money,
    pub carrier: Money,
}

/// Where a contract stands on a day.
#[derive(Enum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ContractState {
    Future,
    Current,
    Ended,
}

/// What the station keeps of a carrier's fares, from a day to a day.
#[derive(Clone)]
pub struct Contract(pub contract::Model);

#[Object]
impl Contract {
    async fn id(&self) -> ID {
        Gid::of(Kind::Contract, self.0.id)
    }

    async fn number(&self) -> &str {
        &self.0.number
    }

    /// The first day.
    async fn starts_on(&self) -> Date {
        Date(self.0.starts_on)
    }

    /// The last day; null: until somebody ends it.
    async fn ends_on(&self) -> Option<Date> {
        self.0.ends_on.map(Date)
    }

    /// Today, at the home station.
    async fn state(&self, ctx: &Context<'_>) -> ContractState {
        self.state_on(local_today(app(ctx).clock.now()))
    }

    /// On routes without one of their own.
    async fn commission(&self) -> Commission {
        Commission::of(&self.0.commission_kind, self.0.commission_value)
    }

    /// Kept for each passenger, before the commission.
    async fn station_fee(&self) -> Money {
        Money::new(self.0.station_fee, CURRENCY)
    }

    /// Routes with another commission.
    #[graphql(complexity = "5 + 3 * child_complexity")]
    async fn routes(&self, ctx: &Context<'_>) -> Result<Vec<RouteCommission>> {
        let rows = routes_of(app(ctx).db.read(), self.0.id).await?;
        Ok(rows
            .into_iter()
            .map(|row| RouteCommission {
                commission: Commission::of(&row.commission_kind, row.commission_value),
                route: row.route_id,
            })
            .collect())
    }

    /// How a fare of that many som on a route (without one: on any other) is divided.
    #[graphql(complexity = "5 + child_complexity")]
    async fn share(&self, ctx: &Context<'_>, fare: Decimal, route_id: Option<ID>) -> Result<FareShare> {
        let fare = from_decimal(fare, CURRENCY).filter(|minor| (0..=1_000_000_000_000).contains(minor));
        let fare = fare.ok_or_else(|| error::bad_input("fare: an amount in som"))?;
        let own = match &route_id {
            Some(id) => {
                let id = Gid::find(Kind::Route, id)?;
                let rows = routes_of(app(ctx).db.read(), self.0.id).await?;
                rows.into_iter().find(|row| row.route_id == id).map(|row| (row.commission_kind, row.commission_value))
            }
            None => None,
        };
        let (kind, value) = own.unwrap_or_else(|| (self.0.commission_kind.clone(), self.0.commission_value));
        let terms = Terms::parse(&kind, value).map_err(|error| Fault::new(error.to_string()))?;
        let share = rule::share(fare, terms, self.0.station_fee);
        Ok(FareShare {
            station_fee: Money::new(share.station_fee, CURRENCY),
            commission: Money::new(share.commission, CURRENCY),
            carrier: Money::new(share.carrier, CURRENCY),
        })
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }
}

impl Contract {
    fn state_on(&self, today: NaiveDate) -> ContractState {
        match () {
            () if today < self.0.starts_on => ContractState::Future,
            () if self.0.ends_on.is_some_and(|end| end < today) => ContractState::Ended,
            () => ContractState::Current,
        }
    }
}

/// Routes of a contract with a commission of their own.
pub async fn routes_of(db: &impl ConnectionTrait, contract: Uuid) -> Result<Vec<contract_route::Model>, Fault> {
    let rows = contract_route::Entity::find().filter(contract_route::Column::ContractId.eq(contract));
    Ok(rows.all(db).await?)
}

/// Whether a route is the carrier's.
pub fn runs(network: &network::Network, carrier: Uuid, route: Uuid) -> bool {
    network.route(route).is_some_and(|route| route.carrier.id == carrier)
}
