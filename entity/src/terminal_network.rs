//! A network of payment terminals, as the office keeps it.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "terminal_network")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of its address and of its payments' method; stays as it was made.
    pub code: String,
    pub name: Names,
    /// False: nothing new is paid through it; what was paid is still told and cancelled.
    pub enabled: bool,
    pub login: String,
    /// Keyed hash, never the password.
    pub password: Vec<u8>,
    /// Addresses and blocks of them that may ask, as text; none: all.
    pub addresses: Json,
    pub currency: String,
    pub smallest_minor: i64,
    pub largest_minor: i64,
    /// So much more than is due is accepted.
    pub tolerance_minor: i64,
    /// Of each payment, to the network; a decimal.
    pub fee_percent: String,
    /// `domain::terminal::Outcome` by its code, to the network's number.
    pub results: Json,
    /// See `domain::terminal::SumForm`.
    pub sum_form: String,
    pub cancels: bool,
    pub tells_status: bool,
    pub made_at: DateTimeUtc,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
