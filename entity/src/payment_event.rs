//! What a gateway has said, kept as it came. One row for each event, however often it is repeated.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "payment_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub gateway: String,
    /// The gateway's id of the event.
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: String,
    pub payment_id: Option<Uuid>,
    pub raw: String,
    /// What we made of it.
    pub outcome: String,
    pub received_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
