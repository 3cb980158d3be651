//! Seats, doors and aisles of one kind of vehicle or coach, in the newest version.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "layout")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub feed: String,
    pub code: String,
    pub name: Names,
    /// coach, vip, minibus, suburban, doubledecker, rail.
    pub vehicle_class: String,
    pub seat_count: i32,
    pub standing_places: i32,
    /// JSON of `domain::seat_map::Deck`s.
    pub decks: String,
    /// Grows with each saving; every version is a row of `layout_version`.
    pub version: i64,
    /// For those who work with it.
    pub notes: Option<String>,
    /// The office has drawn it: imports leave it as it is.
    pub edited: bool,
    pub archived_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
