//! A cashier's time at a desk, with the money of its till.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shift")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub desk_id: Uuid,
    /// Of the desk, from 1.
    pub number: i64,
    /// Whose.
    pub account_id: Uuid,
    pub opened_at: DateTimeUtc,
    /// None: open. A desk and a cashier have at most one open.
    pub closed_at: Option<DateTimeUtc>,
    /// What the cashier wrote at the end.
    pub closing_note: Option<String>,
    /// Grows with every operation.
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
