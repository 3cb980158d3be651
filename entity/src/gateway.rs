//! A payment gateway, as the office keeps it.

use sea_orm::entity::prelude::*;

use crate::Names;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "gateway")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of its payments' method and of its callback's address; stays as it was made.
    pub code: String,
    /// See `domain::gateway::Kind`; stays as it was made.
    pub kind: String,
    pub name: Names,
    /// False: nothing new is paid through it; what was begun is still asked about, heard and given back.
    pub enabled: bool,
    /// Ways of payment are shown in this order.
    pub position: i64,
    /// Codes of channels of sale that may use it.
    pub channels: Json,
    pub currency: String,
    pub smallest_minor: i64,
    pub largest_minor: i64,
    /// Of each payment, to the gateway; a decimal.
    pub fee_percent: String,
    pub fee_fixed_minor: i64,
    /// Where it is asked, without a slash at the end.
    pub address: Option<String>,
    /// What we are called there.
    pub merchant: Option<String>,
    /// `domain::elqr::Merchant`.
    pub elqr: Option<Json>,
    /// The key that messages are signed with, sealed for this row.
    pub secret: Option<Vec<u8>>,
    pub made_at: DateTimeUtc,
    pub version: i64,
    /// When it last answered as it should.
    pub answered_at: Option<DateTimeUtc>,
    pub failed_at: Option<DateTimeUtc>,
    /// The last failure in words.
    pub failure: Option<String>,
    /// Failures since it last answered as it should.
    pub failures: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
