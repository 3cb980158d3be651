//! What the office has decided of a recurring departure. Its id is the series of the schedules made of it, one of
//! which is active at a time; imports leave such a series alone.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "departure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub route_id: Uuid,
    /// Missing: the stops and minutes that a feed brought.
    pub path_id: Option<Uuid>,
    /// From the first stop, in minutes of the day.
    pub starts_at: i32,
    /// What passengers call it.
    pub number: String,
    /// Bit 0 is Monday, bit 6 Sunday.
    pub weekdays: i32,
    pub first_date: Date,
    /// Inclusive.
    pub last_date: Date,
    /// JSON list of `[date, runs]`.
    pub exceptions: Json,
    /// USUAL, SUNDAY or NONE.
    pub on_holidays: String,
    /// Of the first stop.
    pub platform_id: Option<Uuid>,
    pub vehicle_id: Option<Uuid>,
    /// JSON list of the papers of that vehicle, or of its carrier, that have run out and were overruled.
    pub overruled: Option<Json>,
    /// Days before departure; missing: as everywhere.
    pub sale_opens_days: Option<i32>,
    /// Minutes before departure; missing: as everywhere.
    pub sale_closes_minutes: Option<i32>,
    pub active: bool,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
