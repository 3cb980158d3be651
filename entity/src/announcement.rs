//! What a station tells its passengers for a while.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "announcement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The station, not a platform of it.
    pub stop_id: Uuid,
    pub text: Names,
    pub starts_at: DateTimeUtc,
    /// It is told before that instant, not at it. Who takes it back sets it to that moment.
    pub ends_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
