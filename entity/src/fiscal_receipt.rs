//! What a cash register is to record of a sale or a return, and what it has written on it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fiscal_receipt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub register_id: Uuid,
    /// What it is for: `sale:…`, `return:…`; unique, so that nothing has two.
    pub source: String,
    /// See `domain::fiscal::ReceiptKind`.
    pub kind: String,
    /// See `domain::fiscal::ReceiptState`.
    pub state: String,
    pub order_id: Option<Uuid>,
    /// Whose money a return gives back.
    pub refund_id: Option<Uuid>,
    /// In which shift of a desk it came to be.
    pub shift_id: Option<Uuid>,
    pub currency: String,
    /// Sum of the items, and of the ways it was paid, minor units.
    pub amount_minor: i64,
    pub cash_minor: i64,
    pub cashless_minor: i64,
    /// By tickets that were given for it.
    pub offset_minor: i64,
    /// Tax within the items, minor units.
    pub tax_minor: i64,
    /// `Vec<domain::fiscal::Item>`.
    pub items: Json,
    /// Who sold it, by hand.
    pub cashier: Option<String>,
    /// Of a correction: why, or which order of whom.
    pub basis: Option<String>,
    /// Of a correction: the day on which the money moved.
    pub settled_on: Option<Date>,
    /// How often the register was told.
    pub attempts: i32,
    pub last_error: Option<String>,
    pub created_at: DateTimeUtc,
    /// Its place in the register's queue.
    pub queued_at: Option<DateTimeUtc>,
    pub done_at: Option<DateTimeUtc>,
    /// FM: the fiscal module that has recorded it.
    pub fn_number: Option<String>,
    /// FD: its number in the module.
    pub fd_number: Option<i64>,
    /// FPD: its sign.
    pub fm: Option<String>,
    /// Of the register when it was recorded.
    pub inn: Option<String>,
    pub reg_number: Option<String>,
    /// By the register's clock.
    pub issued_at: Option<DateTimeUtc>,
    /// Of the register's shift.
    pub shift_number: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
