//! Who drives a trip.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "trip_driver")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub trip_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub driver_id: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::trip::Entity", from = "Column::TripId", to = "super::trip::Column::Id")]
    Trip,
}

impl Related<super::trip::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Trip.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
