//! Up to which day the books are closed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "period_closing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// On the clock of the home station.
    pub last_day: Date,
    /// When that day ended.
    pub until: DateTimeUtc,
    pub closed_at: DateTimeUtc,
    pub closed_by: Option<Uuid>,
    pub reopened_at: Option<DateTimeUtc>,
    pub reopened_by: Option<Uuid>,
    pub reopened_reason: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
