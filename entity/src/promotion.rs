//! A promotional code, or a campaign that needs none.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "promotion")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// In capitals; unique. Of a campaign a word that nobody can type.
    pub code: String,
    pub name: Names,
    /// Off each ticket, a decimal; this or `amount_minor`.
    pub percent: Option<String>,
    pub amount_minor: Option<i64>,
    /// ISO 4217: of the amounts.
    pub currency: String,
    /// The fares of an order have to be so much, minor units.
    pub minimum_minor: i64,
    pub sold_from: Option<DateTimeUtc>,
    /// Not from then on.
    pub sold_to: Option<DateTimeUtc>,
    pub travel_from: Option<Date>,
    /// Inclusive.
    pub travel_to: Option<Date>,
    /// JSON list of ids; empty: all.
    pub routes: Json,
    /// JSON list of ids; empty: all.
    pub carriers: Json,
    /// Orders in all; tickets of a campaign.
    pub uses_limit: Option<i32>,
    /// Orders of one customer.
    pub customer_limit: Option<i32>,
    /// A campaign: it applies by itself.
    pub automatic: bool,
    /// Of a code: it comes on top of a campaign.
    pub combinable: bool,
    /// Of travel: bit 0 is Monday, bit 6 Sunday.
    pub weekdays: i32,
    /// JSON list; empty: all.
    pub channels: Json,
    /// Of passengers, JSON list of codes; empty: all.
    pub categories: Json,
    /// Of a campaign: it takes off so much in all, minor units.
    pub budget_minor: Option<i64>,
    pub active: bool,
    /// Raised by whoever uses it, so that they come one after the other.
    pub touched: i64,
    pub made_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
