//! A price for an adult from zone to zone; a missing route or zone means any.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fare")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub feed: String,
    /// Where several fit equally, the least is taken.
    pub position: i32,
    pub route_id: Option<Uuid>,
    pub from_zone: Option<String>,
    pub to_zone: Option<String>,
    pub product: String,
    /// ISO 4217.
    pub currency: String,
    /// Minor units of the currency, as the two below.
    pub amount: i64,
    pub child_amount: Option<i64>,
    pub infant_amount: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
