//! A recurring departure: pattern, times and dates. Immutable, its id made from its content: when the
//! timetable changes a new row comes and the old one is no longer active, but trips already sold keep it.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "schedule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The departure through all its changes: made from the feed and the code, not from the times.
    pub series_id: Uuid,
    pub feed: String,
    /// The feed's trip code, with the time after `@` for departures of a frequency.
    pub code: String,
    pub route_id: Uuid,
    pub pattern_id: Uuid,
    pub service_id: Uuid,
    pub seat_map_id: Option<Uuid>,
    /// Passengers on each leg.
    pub capacity: i32,
    /// False: open seating.
    pub reserved: bool,
    /// What passengers call it.
    pub number: String,
    pub headsign: Names,
    /// IANA zone of `times`.
    pub time_zone: String,
    /// JSON: `[arrival, departure]` for each stop, in seconds since noon minus 12 hours of the service date.
    pub times: String,
    /// Which vehicle is to run it.
    pub vehicle_id: Option<Uuid>,
    /// Days before departure; missing: as everywhere.
    pub sale_opens_days: Option<i32>,
    /// Minutes before departure; missing: as everywhere.
    pub sale_closes_minutes: Option<i32>,
    pub active: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
