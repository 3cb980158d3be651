//! An immutable seat map, its id made from its content: trips with the same vehicle share one row.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seat_map")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// JSON of `domain::seat_map::SeatMap`.
    pub content: String,
    pub seat_count: i32,
    /// Seats and standing places together: what open seating may sell on each leg.
    pub capacity: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
