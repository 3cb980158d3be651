//! What a registry says otherwise than we do.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "registry_difference")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub registry_id: Uuid,
    /// See `domain::registry::DifferenceKind`.
    pub kind: String,
    /// Of a refund, not of a payment.
    pub refund: bool,
    /// Of the file.
    pub line: Option<i64>,
    /// As the file writes it.
    pub reference: Option<String>,
    pub payment_id: Option<Uuid>,
    pub refund_id: Option<Uuid>,
    pub theirs_minor: Option<i64>,
    pub ours_minor: Option<i64>,
    pub their_fee_minor: Option<i64>,
    pub our_fee_minor: Option<i64>,
    /// As the file writes it.
    pub said_at: Option<String>,
    /// OPEN, SETTLED, BOOKED or ACCEPTED.
    pub state: String,
    pub note: Option<String>,
    pub settled_at: Option<DateTimeUtc>,
    pub settled_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
