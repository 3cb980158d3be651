//! One thing that happened to the money of a shift. Never changed, never deleted.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cash_operation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub shift_id: Uuid,
    /// In the shift, from 1, without gaps.
    pub position: i32,
    /// See `domain::till::CashKind`.
    pub kind: String,
    /// `CASH` or `CARD`: only cash is in the till.
    pub tender: String,
    pub currency: String,
    /// Minor units; what comes in is positive, what goes out negative.
    pub amount_minor: i64,
    /// Cash of this currency in the till after it, minor units.
    pub balance_minor: i64,
    pub order_id: Option<Uuid>,
    pub payment_id: Option<Uuid>,
    pub refund_id: Option<Uuid>,
    pub note: Option<String>,
    /// Who did it.
    pub account_id: Uuid,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
