//! A layout as it was saved once; never changed.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "layout_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub layout_id: Uuid,
    /// From 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    pub name: Names,
    pub vehicle_class: String,
    pub seat_count: i32,
    pub standing_places: i32,
    pub notes: Option<String>,
    /// JSON of `domain::seat_map::Deck`s.
    pub decks: String,
    pub made_at: DateTimeUtc,
    /// Who saved it; none: it came with an import.
    pub account_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
