//! A dated entry of the ledger; its lines sum to zero in each currency. Never changed, never deleted.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "posting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What happened once: `payment:…`, `refund:…`; unique, so that it is booked once.
    pub source: String,
    /// `PAYMENT`, `SALE`, `REFUND`, …
    pub kind: String,
    pub order_id: Option<Uuid>,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
