//! A line: its number and name, carrier, usual vehicle and how it is sold.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "route")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub feed: String,
    pub code: String,
    pub carrier_id: Uuid,
    pub number: String,
    pub name: Names,
    /// BUS or RAIL.
    pub kind: String,
    /// minibus, coach, vip, suburban, doubledecker, rail: decides which tariff rules apply.
    pub service_class: String,
    /// RRGGBB.
    pub color: Option<String>,
    pub position: i32,
    pub layout_id: Option<Uuid>,
    /// Vehicles, or coaches of a train, in each trip.
    pub units: i32,
    /// False: open seating, a counted capacity without numbered seats.
    pub reserved: bool,
    pub online_sale: bool,
    pub passport_required: bool,
    /// JSON list of amenity codes.
    pub amenities: Json,
    pub active: bool,
    /// The office has changed it: imports leave it alone since.
    pub edited_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
