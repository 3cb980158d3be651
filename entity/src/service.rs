//! On which dates something runs: weekdays within a period, and exceptions in `service_exception`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub feed: String,
    pub code: String,
    /// Bit 0 is Monday, bit 6 Sunday.
    pub weekdays: i32,
    pub start_date: Option<Date>,
    /// Inclusive.
    pub end_date: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
