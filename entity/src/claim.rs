//! A seat of a space taken on one leg. The primary key is what makes a double sale impossible.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "claim")]
pub struct Model {
    /// A trip; later a performance.
    #[sea_orm(primary_key, auto_increment = false)]
    pub space_id: Uuid,
    /// Ordinal in the seat map, or the counted place.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seat: i32,
    /// 0-based: the leg from call n to call n + 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub leg: i32,
    pub line_id: Uuid,
    /// Free for others from then on; none once sold.
    pub held_until: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
