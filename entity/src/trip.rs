//! One dated departure.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "trip")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub series_id: Uuid,
    pub schedule_id: Uuid,
    pub route_id: Uuid,
    pub carrier_id: Uuid,
    /// Date to which the schedule's times count, in the schedule's zone.
    pub service_date: Date,
    /// Planned, from the first stop.
    pub departs_at: DateTimeUtc,
    /// Planned, at the last stop.
    pub arrives_at: DateTimeUtc,
    /// SCHEDULED, BOARDING, DEPARTED, ARRIVED or CANCELLED.
    pub state: String,
    pub delay_minutes: i32,
    pub seat_map_id: Option<Uuid>,
    /// Passengers on each leg.
    pub capacity: i32,
    /// False: open seating.
    pub reserved: bool,
    /// By the dispatcher.
    pub sale_closed: bool,
    /// By a closed road: follows from `closure` and the timetable.
    pub road_closed: bool,
    /// Which vehicle runs it, once somebody has said so.
    pub vehicle_id: Option<Uuid>,
    /// Grows with each change of vehicle and drivers; above zero, the office has worked on the trip.
    pub crew_version: i64,
    /// Signs of platforms that are others than planned, by the call's sequence.
    pub platforms: Option<Json>,
    /// JSON of `domain::quota::Kept`: seats that not everybody may take. Follows from `quota`.
    pub kept: Option<String>,
    /// Sequences of calls at which it does not stop after all.
    pub skipped: Option<Json>,
    /// Grows with each change of the trip's claims.
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::schedule::Entity", from = "Column::ScheduleId", to = "super::schedule::Column::Id")]
    Schedule,
}

impl Related<super::schedule::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Schedule.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
