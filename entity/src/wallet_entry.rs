//! Money that came to an internal account or left it: a line of its statement. Never changed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "wallet_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub wallet_id: Uuid,
    /// The wallet's version with it, so that entries have an order.
    pub position: i64,
    /// See `domain::wallet::EntryKind`.
    pub kind: String,
    /// Minor units; negative where money left.
    pub amount_minor: i64,
    /// The balance after it, minor units.
    pub balance_minor: i64,
    pub order_id: Uuid,
    /// What has brought the money, or was paid with it.
    pub payment_id: Option<Uuid>,
    /// What has brought it back.
    pub refund_id: Option<Uuid>,
    /// Who has bought: a person, or a user of a company.
    pub buyer_id: Option<Uuid>,
    pub at: DateTimeUtc,
    /// Of what a company has bought: the last day to pay it, by the contract of that moment.
    pub due_on: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
