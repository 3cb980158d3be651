//! That the station has let another trip carry a ride of an order than was bought, each time.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_move")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub order_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_trip_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub moved_at: DateTimeUtc,
    pub to_trip_id: Uuid,
    /// Whose doing it was.
    pub account_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
