//! A discount, a kind of baggage, a fee or a condition of refund.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tariff_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub feed: String,
    pub position: i32,
    /// discount, baggage, fee or refund.
    pub kind: String,
    /// JSON list of route service classes, or of `intercity`, `international`, `suburban`, `rail`, `all`.
    pub scopes: Json,
    pub terms: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
