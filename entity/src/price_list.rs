//! What a line costs from stop to stop on certain dates, as the office has decided; the list made last that holds on a
//! date decides.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "price_list")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub route_id: Uuid,
    pub name: String,
    /// Of the trip's departure, as the two below.
    pub first_date: Date,
    /// Inclusive; missing: without an end.
    pub last_date: Option<Date>,
    /// Bit 0 is Monday, bit 6 Sunday.
    pub weekdays: i32,
    /// ISO 4217.
    pub currency: String,
    /// JSON list of `[from, to, amount]`: stations, and minor units of the currency.
    pub prices: String,
    /// Whose seats alone; missing: all that no other list is for.
    pub seat_class: Option<String>,
    pub made_at: DateTimeUtc,
    pub active: bool,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
