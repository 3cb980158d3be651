//! What is settled with a carrier for a period of whole days, in one currency.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settlement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Grows by one for each carrier and currency.
    pub number: i64,
    pub carrier_id: Uuid,
    pub currency: String,
    /// On the clock of the home station.
    pub starts_on: Date,
    /// With this day.
    pub ends_on: Date,
    /// When that day ends.
    pub until: DateTimeUtc,
    /// See `domain::carrier_settlement::State`.
    pub state: String,
    /// What the carrier was owed before, minor units.
    pub opening_minor: i64,
    /// Passengers and pieces of baggage that were sold.
    pub sold_count: i64,
    pub returned_count: i64,
    /// Minor units, as what the carrier is owed changes by them.
    pub sold_minor: i64,
    pub returned_minor: i64,
    pub exchanged_minor: i64,
    pub handed_over_minor: i64,
    pub commission_minor: i64,
    pub station_fee_minor: i64,
    pub withheld_minor: i64,
    pub corrected_minor: i64,
    /// Paid within the period, for those before.
    pub paid_before_minor: i64,
    /// What the carrier is owed then.
    pub closing_minor: i64,
    /// Paid since, for this one; above zero.
    pub paid_minor: i64,
    pub made_at: DateTimeUtc,
    pub made_by: Option<Uuid>,
    pub approved_at: Option<DateTimeUtc>,
    pub approved_by: Option<Uuid>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
