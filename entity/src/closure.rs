//! A section of road that is closed for a while.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "closure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// A town or a station: one end of the section.
    pub from_id: Uuid,
    /// A town or a station: the other end.
    pub to_id: Uuid,
    /// False: only trips from the first end to the other are stopped.
    pub both_ways: bool,
    pub starts_at: DateTimeUtc,
    /// Closed before that instant, not at it; none: until it is lifted.
    pub ends_at: Option<DateTimeUtc>,
    pub reason: Names,
    /// The road was opened before its time, or the closure was a mistake.
    pub lifted_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
