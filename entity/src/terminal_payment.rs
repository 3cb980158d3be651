//! A transaction of a network of terminals: what it paid, or why it did not.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "terminal_payment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub network_id: Uuid,
    /// The network's number, unique among its own.
    pub txn: String,
    /// Ours, as the network is told it: `prv_txn`.
    pub number: i64,
    /// As it was asked for, an order's number where it is one; empty where a cancel came before its payment.
    pub account: String,
    pub sum_minor: i64,
    /// When the customer paid, as the terminal says.
    pub txn_at: Option<DateTimeUtc>,
    /// See `domain::terminal::TxnState`.
    pub state: String,
    /// See `domain::terminal::Outcome`: of `pay`.
    pub outcome: String,
    pub payment_id: Option<Uuid>,
    pub order_id: Option<Uuid>,
    /// What the network charged.
    pub fee_minor: i64,
    /// To `pay`, to the byte.
    pub answer: String,
    /// To `cancel`, once it was carried out.
    pub cancel_answer: Option<String>,
    pub made_at: DateTimeUtc,
    pub cancelled_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
