//! Orders of a trip on a closed road that another trip is to carry, and what has come of that.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "rebooking")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub closure_id: Uuid,
    pub from_trip_id: Uuid,
    pub to_trip_id: Uuid,
    /// Their ids.
    pub orders: Json,
    /// Who finds no seat of their class is given one of another.
    pub other_class: bool,
    /// Who wanted it.
    pub account_id: Option<Uuid>,
    /// From which network address.
    pub address: String,
    /// Who was to go.
    pub passengers: i32,
    /// Who went.
    pub moved: i32,
    /// Of the same orders, who still has a ticket for the first trip afterwards.
    pub left_behind: i32,
    pub created_at: DateTimeUtc,
    pub done_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
