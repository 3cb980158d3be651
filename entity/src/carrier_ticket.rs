//! What a posting gives a carrier of one ticket, or takes back. Never changed, never deleted.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "carrier_ticket")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub posting_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub carrier_id: Uuid,
    pub line_id: Uuid,
    /// The trip that the ticket is for then.
    pub trip_id: Uuid,
    pub currency: String,
    /// The posting's.
    pub at: DateTimeUtc,
    /// What is the carrier's of the whole price, minor units.
    pub whole_minor: i64,
    /// Below zero where it goes back.
    pub amount_minor: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
