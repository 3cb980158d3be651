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
    /// To which instant it belongs.
    pub at: DateTimeUtc,
    /// When it was written, where that is another instant.
    pub made_at: Option<DateTimeUtc>,
    /// Why somebody has booked it by hand.
    pub reason: Option<String>,
    /// Number of the paper that it follows.
    pub document: Option<String>,
    /// By whom, where it was by hand.
    pub made_by: Option<Uuid>,
    /// Which posting it takes back; unique.
    pub reverses: Option<Uuid>,
    /// Of which settlement with a carrier it is the approval or a payment.
    pub settlement_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
