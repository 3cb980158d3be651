//! One reading of a ticket at boarding.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "passage")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of who has read it: an upload repeated counts once.
    pub nonce: String,
    /// The trip that is being boarded.
    pub trip_id: Uuid,
    /// Of the ticket, where there is one.
    pub line_id: Option<Uuid>,
    /// Number of the ticket, where one could be read.
    pub ticket: Option<String>,
    /// `ACCEPTED`, `ALREADY`, `WRONG_TRIP`, `REFUNDED`, `REPLACED` or `UNKNOWN`.
    pub outcome: String,
    pub account_id: Uuid,
    pub recorded_at: DateTimeUtc,
    /// An acceptance that was taken back.
    pub undone_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
