//! When and to whom a saved report is sent.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "report_schedule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub report_id: Uuid,
    /// See `domain::report::Rhythm`.
    pub rhythm: String,
    /// On the clock of the home station.
    pub hour: i32,
    /// JSON list of accounts of staff.
    pub recipients: Json,
    /// Sent then.
    pub next_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
