//! Work that was promised in a transaction and is done after it, at least once.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: String,
    /// Unique: the same promise twice is one job.
    pub key: String,
    pub payload: Json,
    /// `WAITING`, `RUNNING`, `DONE` or `FAILED`.
    pub state: String,
    pub attempts: i32,
    pub run_at: DateTimeUtc,
    /// Another worker may take it after that.
    pub locked_until: Option<DateTimeUtc>,
    pub last_error: Option<String>,
    pub created_at: DateTimeUtc,
    pub finished_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
