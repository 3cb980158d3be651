//! A block of numbered blanks of paper tickets: at a desk, or in the office's store.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "blank_block")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Letters that stand before the number.
    pub series: String,
    pub first_number: i32,
    pub last_number: i32,
    /// Where it is; none: in the store, and nothing is entered of it.
    pub desk_id: Option<Uuid>,
    /// Who has entered the block.
    pub issued_by: Uuid,
    pub issued_at: DateTimeUtc,
    /// Since when it is where it is.
    pub moved_at: DateTimeUtc,
    pub note: Option<String>,
    /// Grows with each move.
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
