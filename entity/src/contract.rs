//! What the station keeps of a carrier's fares, from a day to a day.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contract")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub carrier_id: Uuid,
    pub number: String,
    pub starts_on: Date,
    /// Inclusive; none: until somebody ends it.
    pub ends_on: Option<Date>,
    /// PERCENT or FIXED.
    pub commission_kind: String,
    /// Hundredths of a per cent, or minor units of the fare's currency for each ticket.
    pub commission_value: i64,
    /// Minor units for each passenger who boards.
    pub station_fee: i64,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
