//! A vehicle of a carrier's fleet.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "vehicle")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub feed: String,
    pub code: String,
    pub carrier_id: Uuid,
    pub layout_id: Option<Uuid>,
    pub kind: String,
    pub make: String,
    pub year: Option<i32>,
    pub plate: String,
    pub seats: i32,
    /// JSON list of amenity codes.
    pub amenities: Json,
    pub baggage_places: i32,
    pub wheelchair_places: i32,
    pub active: bool,
    /// The office has changed it: imports leave it alone since.
    pub edited_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
