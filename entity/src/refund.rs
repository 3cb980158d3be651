//! An offer to give money back, and, once confirmed, its way.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "refund")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    pub payment_id: Option<Uuid>,
    /// See `domain::refund::RefundState`.
    pub state: String,
    pub currency: String,
    pub amount_minor: i64,
    pub withheld_minor: i64,
    /// Why: `CUSTOMER`, `LATE_PAYMENT`, …
    pub reason: String,
    /// `Vec<domain::refund::QuotedLine>`.
    pub lines: Json,
    /// Of the offer.
    pub valid_until: DateTimeUtc,
    pub created_at: DateTimeUtc,
    pub confirmed_at: Option<DateTimeUtc>,
    pub done_at: Option<DateTimeUtc>,
    pub failure_reason: Option<String>,
    /// See `domain::refund::RefundWay`: how the money goes.
    pub way: String,
    /// In which shift it was paid out, where it was by hand.
    pub shift_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
