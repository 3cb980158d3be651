//! A trip's part of a settlement, as it was approved.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settlement_trip")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub settlement_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub trip_id: Uuid,
    /// Passengers and pieces of baggage that were sold.
    pub sold_count: i64,
    pub returned_count: i64,
    /// Minor units, as what the carrier is owed changes by them.
    pub sold_minor: i64,
    pub returned_minor: i64,
    pub exchanged_minor: i64,
    pub handed_over_minor: i64,
    pub commission_minor: i64,
    pub station_fee_minor: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
