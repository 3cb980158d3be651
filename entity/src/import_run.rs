//! One completed import of a timetable feed with its report.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Name under which the feed's codes are unique.
    pub feed: String,
    /// File or folder as it was named.
    pub source: String,
    /// SHA-256 over the feed's files in hexadecimal.
    pub content_hash: String,
    pub started_at: DateTimeUtc,
    pub finished_at: DateTimeUtc,
    pub report: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
