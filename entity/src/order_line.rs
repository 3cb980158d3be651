//! One thing sold: a seat, a place on a lap, a piece of baggage, an extra.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "order_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    pub passenger_id: Uuid,
    /// Position of its segment.
    pub segment: i32,
    /// `SEAT`, `STANDING`, `BAGGAGE` or `EXTRA`.
    pub kind: String,
    /// The tariff's rule, for baggage and extras.
    pub code: Option<String>,
    pub space_id: Uuid,
    pub from_call: i32,
    pub to_call: i32,
    /// Ordinal in the seat map, or the counted place; none for a child on a lap, for who stands, for baggage and for extras.
    pub seat: Option<i32>,
    pub seat_label: Option<String>,
    /// See `domain::order::LineState`.
    pub state: String,
    pub currency: String,
    /// Sum of `parts`, minor units.
    pub price_minor: i64,
    /// The adult fare when it was held, minor units: discounts are computed from it until payment.
    pub fare_minor: i64,
    /// The child's fare when it was held, where the tariff names one.
    pub child_fare_minor: Option<i64>,
    /// `Vec<domain::price::Part>`.
    pub parts: Json,
    /// The campaign that it was held with.
    pub campaign_id: Option<Uuid>,
    /// What the campaign took off then, minor units.
    pub campaign_minor: i64,
    pub created_at: DateTimeUtc,
    /// By which exchange it came in the place of another line.
    pub exchange_id: Option<Uuid>,
    /// When the station has moved it to another trip than was bought.
    pub moved_at: Option<DateTimeUtc>,
    /// When it was sold; kept when it is given back or exchanged.
    pub sold_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
