//! One ride of an order: a trip from stop to stop.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "order_segment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub order_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub trip_id: Uuid,
    /// 0-based place of the boarding stop among the trip's calls.
    pub from_call: i32,
    pub to_call: i32,
    /// `OUTBOUND` or `RETURN`.
    pub direction: String,
    pub departs_at: DateTimeUtc,
    pub arrives_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
