//! One version of the list of a trip's passengers.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "manifest")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub trip_id: Uuid,
    /// From 1, within its trip.
    pub number: i32,
    /// `OFFICE` or `DEPARTURE`.
    pub cause: String,
    pub made_at: DateTimeUtc,
    pub passengers: i32,
    /// The passengers, sealed.
    pub content: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
