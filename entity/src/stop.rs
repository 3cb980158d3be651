//! A station, one of its platforms, a stop in the street, or a border point.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "stop")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub feed: String,
    pub code: String,
    pub name: Names,
    /// STATION, STOP, PLATFORM or BORDER.
    pub kind: String,
    pub place_id: Option<Uuid>,
    /// The station of a platform.
    pub parent_id: Option<Uuid>,
    /// IANA zone of the clock on its wall.
    pub time_zone: String,
    /// What is written on the platform's sign.
    pub platform: Option<String>,
    /// JSON list of fare zones it belongs to.
    pub zones: Json,
    pub latitude: f64,
    pub longitude: f64,
    pub active: bool,
    /// The office has changed it: imports leave it alone since.
    pub edited_at: Option<DateTimeUtc>,
    pub version: i64,
    /// For passengers.
    pub phone: Option<String>,
    pub address: Option<Names>,
    /// JSON list of `[weekday from 1, minute it opens, minute it closes]`; null: not known.
    pub opening_hours: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
