//! A public holiday or a shortened day before one.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "holiday")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub date: Date,
    pub name: Names,
    pub kind: String,
    pub non_working: bool,
    pub shortened_day: bool,
    /// False while the date depends on the moon.
    pub certain: bool,
    /// The office has changed it: imports leave it alone.
    pub edited_at: Option<DateTimeUtc>,
    /// The office says that it is none, whatever a file says.
    pub dropped: bool,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
