//! A discount, a kind of baggage, an extra, a fee or a condition of refund.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tariff_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub feed: String,
    pub position: i32,
    /// discount, baggage, extra, fee, refund, exchange, class or dynamic.
    pub kind: String,
    /// JSON list of route service classes, or of `intercity`, `international`, `suburban`, `rail`, `all`.
    pub scopes: Json,
    pub terms: Json,
    /// The code of the first of the rules that have followed one another.
    pub series: String,
    /// Whose lines alone.
    pub carrier_id: Option<Uuid>,
    /// JSON list of ids, of whose lines alone; empty: all.
    pub routes: Json,
    /// JSON list; empty: all.
    pub channels: Json,
    /// For what is sold from then on.
    pub valid_from: Option<DateTimeUtc>,
    /// For what is sold before it.
    pub valid_to: Option<DateTimeUtc>,
    /// The office has changed the series: imports leave it alone.
    pub edited_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
