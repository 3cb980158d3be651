use async_graphql::{Context, ID, Object, Result, SimpleObject};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use ::entity::price_list;

use crate::graphql::{Date, Gid, Kind, Money, weekdays_of};
use crate::platform::Fault;

/// What a line costs on certain dates.
#[derive(Clone)]
pub struct PriceListRecord(pub price_list::Model);

/// The price of a ride between two stations, for an adult and without fees.
#[derive(SimpleObject)]
pub struct ListedPrice {
    pub from_id: ID,
    pub to_id: ID,
    pub price: Money,
}

impl PriceListRecord {
    /// Of a line, in the order in which they decide; those out of use last.
    pub async fn of_route(db: &impl ConnectionTrait, route: Uuid) -> Result<Vec<Self>, Fault> {
        use price_list::Column;
        let rows = price_list::Entity::find().filter(Column::RouteId.eq(route)).order_by_desc(Column::Active);
        let rows = rows.order_by_desc(Column::MadeAt).order_by_desc(Column::Id);
        Ok(rows.all(db).await?.into_iter().map(Self).collect())
    }
}

/// Pairs of stations with minor units.
pub fn pairs(row: &price_list::Model) -> Result<Vec<(Uuid, Uuid, i64)>, Fault> {
    Ok(serde_json::from_str(&row.prices)?)
}

#[Object]
impl PriceListRecord {
    async fn id(&self) -> ID {
        Gid::of(Kind::PriceList, self.0.id)
    }

    /// For changes: grows with each.
    async fn version(&self) -> i32 {
        i32::try_from(self.0.version).unwrap_or(i32::MAX)
    }

    /// For the office, for example «Лето, выходные».
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Of the trip's departure, as the two below.
    async fn first_date(&self) -> Date {
        Date(self.0.first_date)
    }

    /// Included; null: without an end.
    async fn last_date(&self) -> Option<Date> {
        self.0.last_date.map(Date)
    }

    /// 1 is Monday, 7 Sunday.
    async fn weekdays(&self) -> Vec<i32> {
        weekdays_of(self.0.weekdays)
    }

    /// ISO 4217.
    async fn currency(&self) -> &str {
        &self.0.currency
    }

    /// Whose seats alone; null: the fare.
    async fn seat_class(&self) -> Option<&str> {
        self.0.seat_class.as_deref()
    }

    /// Pairs that are not here are not sold.
    #[graphql(complexity = "5 + 5 * child_complexity")]
    async fn prices(&self, _ctx: &Context<'_>) -> Result<Vec<ListedPrice>> {
        let pairs = pairs(&self.0)?.into_iter();
        Ok(pairs
            .map(|(from, to, minor)| ListedPrice {
                from_id: Gid::of(Kind::Stop, from),
                to_id: Gid::of(Kind::Stop, to),
                price: Money::of(minor, &self.0.currency),
            })
            .collect())
    }

    /// False: out of use.
    async fn active(&self) -> bool {
        self.0.active
    }
}
