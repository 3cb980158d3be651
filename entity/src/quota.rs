//! Seats of a departure or of one trip that not everybody may take.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "quota")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The trip that alone it is for.
    pub trip_id: Option<Uuid>,
    /// Otherwise the departure whose trips it is for, all that come.
    pub series_id: Option<Uuid>,
    /// CLOSED, RESERVE, STAFF, CHANNELS, PARTNER, STOP, or OPEN: on this trip free for all, whatever the departure says.
    pub purpose: String,
    /// JSON list of labels.
    pub seats: Json,
    /// How many, where seats have no numbers.
    pub places: i32,
    /// JSON list of channels.
    pub channels: Json,
    pub partner_id: Option<Uuid>,
    pub stop_id: Option<Uuid>,
    /// For the office.
    pub reason: Option<String>,
    /// Minutes before departure, from which on the seats are everybody's.
    pub release_minutes: Option<i32>,
    pub made_at: DateTimeUtc,
    /// No longer in force; kept as a record.
    pub dropped_at: Option<DateTimeUtc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
