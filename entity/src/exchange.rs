//! Tickets that are exchanged for others: an offer, and, once it is taken, its way.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "exchange")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub order_id: Uuid,
    /// Who offered it.
    pub account_id: Uuid,
    /// `QUOTED`, `WAITING` for the difference, `DONE` or `DROPPED`.
    pub state: String,
    pub currency: String,
    /// To be paid, minor units; below zero: given back.
    pub difference_minor: i64,
    /// What staff have forgone of it, minor units.
    pub forgone_minor: i64,
    /// Why staff went beyond the rules, by a code.
    pub overrule_reason: Option<String>,
    /// `Vec<domain::exchange::Move>`.
    pub moves: Json,
    /// Of the offer.
    pub valid_until: DateTimeUtc,
    pub created_at: DateTimeUtc,
    pub confirmed_at: Option<DateTimeUtc>,
    pub done_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
