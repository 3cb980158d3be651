//! The end of the audit log's chain: one row, locked by whoever adds to the log.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_head")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// Of the last row.
    pub number: i64,
    /// Of the last row; empty before the first.
    pub hash: Vec<u8>,
    /// Rows that are older than the chain.
    pub unchained: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
