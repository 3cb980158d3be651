//! The sandbox bank's own books; the adapter reaches them over HTTP only.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_charge")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The merchant's reference; unique.
    pub reference: String,
    pub currency: String,
    pub amount_minor: i64,
    pub refunded_minor: i64,
    /// `NEW`, `PAID` or `FAILED`.
    pub state: String,
    pub description: String,
    pub return_url: String,
    pub callback_url: String,
    pub events: i32,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
